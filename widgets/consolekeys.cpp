// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolekeys.h"

#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace culprit::widgets
{

namespace
{

using Command = ConsoleCommand;

constexpr std::array letters{
    std::pair{u'f', Command::ToggleFollowing},
    std::pair{u'F', Command::ToggleFollowing},
    std::pair{u'g', Command::GoToEnd},
    std::pair{u'G', Command::GoToEnd},
    std::pair{u'/', Command::Find},
    std::pair{u'l', Command::ListMatches},
    std::pair{u'L', Command::ListMatches},
    std::pair{u'n', Command::NextMatch},
    std::pair{u'N', Command::PreviousMatch},
    std::pair{u'e', Command::NextCrash},
    std::pair{u'E', Command::PreviousCrash},
    std::pair{u'w', Command::NextWarning},
    std::pair{u'W', Command::PreviousWarning},
    std::pair{u'm', Command::ToggleMark},
    std::pair{u'M', Command::ToggleMark},
    std::pair{u'\'', Command::NextMark},
    std::pair{u't', Command::NextTimes},
    std::pair{u'T', Command::NextTimes},
    std::pair{u'z', Command::ToggleWrap},
    std::pair{u'Z', Command::ToggleWrap},
};

// They scroll, as in a pager; with Shift they select, as in an editor.
constexpr std::array moves{
    std::pair{Qt::Key_Up, Command::LineUp},     std::pair{Qt::Key_Down, Command::LineDown},
    std::pair{Qt::Key_PageUp, Command::PageUp}, std::pair{Qt::Key_PageDown, Command::PageDown},
    std::pair{Qt::Key_Home, Command::Top},      std::pair{Qt::Key_End, Command::End},
};

std::optional<Command> commandFor(const auto &table, auto key)
{
    const auto found = std::ranges::find(table, key, [](const auto &entry) { return entry.first; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

ConsoleKeys::ConsoleKeys(QWidget *text, std::function<bool(ConsoleCommand)> obey)
    : QObject(text), m_obey(std::move(obey))
{
    text->installEventFilter(this);
}

std::optional<ConsoleCommand> ConsoleKeys::commandOf(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.matches(QKeySequence::Find)) {
        return Command::Find;
    }
    if (event.key() == Qt::Key_S && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        return Command::Save;
    }
    if (event.key() == Qt::Key_Escape) {
        return Command::CloseFind;
    }
    const bool ends = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
    if (modifiers == Qt::NoModifier || (ends && modifiers == Qt::ControlModifier)) {
        if (const auto move = commandFor(moves, Qt::Key(event.key()))) {
            return move;
        }
    }
    const bool plain = (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier;
    return plain && m_letters && event.text().size() == 1 ? commandFor(letters, event.text().front().unicode())
                                                          : std::nullopt;
}

bool ConsoleKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto command = commandOf(*static_cast<QKeyEvent *>(event));
        return command && m_obey(*command);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // The window's own shortcuts must not take the keys that are ours.
        const auto command = commandOf(*static_cast<QKeyEvent *>(event));
        if (command && *command < Command::LineUp && *command != Command::CloseFind) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace culprit::widgets
