// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace culprit::exchange
{

/// The lines of a text, without their ends ("\n" or "\r\n").
class LogLines final
{
public:
    explicit LogLines(QByteArrayView text) : m_rest(text) {}

    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        if (m_rest.isEmpty()) {
            return std::nullopt;
        }
        ++m_number;
        const qsizetype end = m_rest.indexOf('\n');
        m_ended = end >= 0;
        QByteArrayView line = m_ended ? m_rest.first(end) : m_rest;
        m_rest = m_ended ? m_rest.sliced(end + 1) : QByteArrayView();
        return line.endsWith('\r') ? line.chopped(1) : line;
    }

    [[nodiscard]] qint64 number() const { return m_number; }     ///< of the line that came last, from 1
    [[nodiscard]] bool ended() const { return m_ended; }         ///< that line has its end
    [[nodiscard]] QByteArrayView rest() const { return m_rest; } ///< after that line

private:
    QByteArrayView m_rest;
    qint64 m_number = 0;
    bool m_ended = true;
};

} // namespace culprit::exchange
