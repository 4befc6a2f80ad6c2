// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace culprit::widgets
{

/// How the time stamps of a kernel console are shown: as they are, as the time since the line before, or not at all.
enum class Times { Shown, Deltas, Hidden };

/// Rewrites the time stamps at the start of lines. The text may come cut anywhere; its lines stay lines.
class ConsoleTimes final
{
public:
    /// For another text.
    void restart(Times times);
    [[nodiscard]] Times times() const { return m_times; }

    [[nodiscard]] QByteArray take(const QByteArray &text);

private:
    [[nodiscard]] bool takeStart(QByteArray &text);

    Times m_times = Times::Shown;
    QByteArray m_start; ///< of the last line, while it may still become a time stamp
    bool m_started = false;
    bool m_dropsBlank = false;    ///< what parted a hidden time stamp from the message
    std::optional<qint64> m_last; ///< microseconds
};

} // namespace culprit::widgets
