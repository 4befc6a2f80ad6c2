// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <optional>

class QKeyEvent;
class QWidget;

namespace culprit::widgets
{

enum class ConsoleCommand {
    ToggleFollowing,
    GoToEnd,
    Find,
    CloseFind,
    ListMatches,
    NextMatch,
    PreviousMatch,
    NextCrash,
    PreviousCrash,
    NextWarning,
    PreviousWarning,
    ToggleMark,
    NextMark,
    NextTimes,
    ToggleWrap,
    Save,
    LineUp,
    LineDown,
    PageUp,
    PageDown,
    Top,
    End
};

/// Keys of a console's text while it has the focus: F follow, End or G bottom, Home top, / or Ctrl+F find, l lines with
/// a match, n N next and previous match, e E crash reports, w W warnings, m mark, ' next mark, t time stamps, z wrap,
/// Ctrl+Shift+S save.
class ConsoleKeys final : public QObject
{
    Q_OBJECT

public:
    /// `obey` does what a key says; false: there is nothing to do, the key is not ours.
    ConsoleKeys(QWidget *text, std::function<bool(ConsoleCommand)> obey);

    /// Single letters as keys may be switched off (WCAG 2.1.4); the others stay.
    void setLetters(bool on) { m_letters = on; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::optional<ConsoleCommand> commandOf(const QKeyEvent &event) const;

    std::function<bool(ConsoleCommand)> m_obey;
    bool m_letters = true;
};

} // namespace culprit::widgets
