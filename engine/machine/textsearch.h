// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>

namespace culprit::machine
{

/// Looks for a text in a stream that comes in chunks.
class TextSearch final
{
public:
    explicit TextSearch(QByteArray text) : m_text(std::move(text)) {}

    /// True if the text ends in this chunk or is within it.
    [[nodiscard]] bool feed(QByteArrayView chunk)
    {
        m_tail += chunk;
        if (m_tail.contains(m_text)) {
            return true;
        }
        m_tail = m_tail.last(std::min(m_tail.size(), std::max<qsizetype>(m_text.size() - 1, 0)));
        return false;
    }

private:
    QByteArray m_text;
    QByteArray m_tail;
};

} // namespace culprit::machine
