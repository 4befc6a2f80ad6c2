// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/filefollower.h"

namespace culprit::machine
{

QByteArray FileFollower::next(qint64 most)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return {};
    }
    const QByteArray bytes = m_file.read(most);
    m_offset += bytes.size();
    return bytes;
}

} // namespace culprit::machine
