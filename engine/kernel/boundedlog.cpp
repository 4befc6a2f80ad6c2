// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/boundedlog.h"

#include <algorithm>

namespace culprit::kernel
{

QByteArray BoundedLog::add(const QByteArray &bytes)
{
    const qsizetype taken = std::min(bytes.size(), Beginning - m_kept);
    m_kept += taken;
    if (taken == bytes.size()) {
        return bytes;
    }
    m_heldBack += bytes.size() - taken;
    m_end += bytes.sliced(taken);
    if (m_end.size() > 2 * End) {
        m_end = m_end.last(End);
    }
    return bytes.first(taken);
}

QByteArray BoundedLog::close()
{
    if (m_heldBack == 0) {
        return {};
    }
    const QByteArray end = m_end.last(std::min(m_end.size(), End));
    const qint64 missing = m_heldBack - end.size();
    *this = BoundedLog();
    return (missing > 0 ? "\n[" + QByteArray::number(missing) + " bytes are left out here]\n" : QByteArray()) + end;
}

} // namespace culprit::kernel
