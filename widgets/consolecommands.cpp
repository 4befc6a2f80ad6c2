// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys of a console do.
#include "widgets/consolebar.h"
#include "widgets/consolekeys.h"
#include "widgets/consoleview.h"
#include "widgets/findbar.h"

#include <QAction>
#include <QCheckBox>

namespace culprit::widgets
{

bool ConsoleView::obey(ConsoleCommand command)
{
    switch (command) {
    case ConsoleCommand::ToggleFollowing:
        setFollowing(!isFollowing());
        break;
    case ConsoleCommand::GoToEnd:
        setFollowing(true);
        break;
    case ConsoleCommand::CloseFind:
        if (!m_findBar->isVisible()) {
            return false;
        }
        closeFind();
        break;
    case ConsoleCommand::ToggleMark:
        toggleMark(m_edit->currentLine());
        break;
    case ConsoleCommand::NextMark:
        jumpToMark();
        break;
    case ConsoleCommand::NextTimes:
        setTimes(m_feed->times() == Times::Shown    ? Times::Deltas
                 : m_feed->times() == Times::Deltas ? Times::Hidden
                                                    : Times::Shown);
        break;
    case ConsoleCommand::ToggleWrap:
        m_bar->wrap()->toggle();
        break;
    case ConsoleCommand::Save:
        Q_EMIT saveWanted(m_log);
        break;
    default:
        if (!move(command)) {
            search(command);
        }
    }
    return true;
}

void ConsoleView::search(ConsoleCommand command)
{
    switch (command) {
    case ConsoleCommand::Find:
        openFind();
        break;
    case ConsoleCommand::ListMatches:
        if (m_findBar->isVisibleTo(this)) {
            m_listed->toggle();
        } else {
            m_listed->setChecked(true);
            openFind();
        }
        break;
    case ConsoleCommand::NextMatch:
    case ConsoleCommand::PreviousMatch:
        jumpToMatch(command == ConsoleCommand::NextMatch);
        break;
    case ConsoleCommand::NextCrash:
    case ConsoleCommand::PreviousCrash:
        jumpAmong(m_feed->crashLines(), command == ConsoleCommand::NextCrash,
                  m_kind == LogKind::Build ? tr("error") : tr("crash report"));
        break;
    case ConsoleCommand::NextWarning:
    case ConsoleCommand::PreviousWarning:
        jumpAmong(m_feed->warningLines(), command == ConsoleCommand::NextWarning, tr("warning"));
        break;
    default:
        break;
    }
}

/// False: the command moves nothing.
bool ConsoleView::move(ConsoleCommand command)
{
    m_moving = true;
    bool moves = true;
    switch (command) {
    case ConsoleCommand::LineUp:
        m_edit->scrollBy(-1);
        break;
    case ConsoleCommand::LineDown:
        m_edit->scrollBy(1);
        break;
    case ConsoleCommand::PageUp:
        m_edit->scrollByPages(-1);
        break;
    case ConsoleCommand::PageDown:
        m_edit->scrollByPages(1);
        break;
    case ConsoleCommand::Top:
        m_edit->scrollToTop();
        break;
    case ConsoleCommand::End:
        m_edit->scrollToEnd();
        break;
    default:
        moves = false;
    }
    m_moving = false;
    if (moves) {
        afterUserScroll();
    }
    return moves;
}

} // namespace culprit::widgets
