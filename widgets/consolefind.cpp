// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a console is searched.
#include "widgets/consolemap.h"
#include "widgets/consolematchlist.h"
#include "widgets/consoleview.h"
#include "widgets/findbar.h"

#include <QCheckBox>
#include <QSplitter>

#include <utility>

namespace culprit::widgets
{

void ConsoleView::find(const QString &text)
{
    m_findBar->ask(text);
    showList();
    startSearch();
}

void ConsoleView::jumpToMatch(bool forward)
{
    if (!m_search->isActive()) {
        openFind();
        return;
    }
    const qint64 here =
        m_match ? (forward ? m_match->end : m_match->begin) : m_edit->lineStart(m_edit->firstVisibleLine());
    m_match = forward ? m_search->next(here) : m_search->previous(here);
    if (m_match) {
        setFollowing(false);
        m_edit->select(*m_match);
    }
    showCount();
}

void ConsoleView::openFind()
{
    const QString selected = m_edit->selectedText();
    find(selected.contains(QLatin1Char('\n')) ? QString() : selected.left(200));
}

void ConsoleView::closeFind()
{
    m_findBar->hide();
    m_list->hide();
    m_search->setText({}, false);
    m_match.reset();
    m_edit->setFocus();
}

void ConsoleView::startSearch()
{
    m_match.reset();
    m_search->setText(m_findBar->text(), m_findBar->isCaseSensitive());
}

void ConsoleView::showCount()
{
    const std::size_t ordinal = m_match ? m_search->ordinal(*m_match) : 0;
    const bool more = !m_search->isComplete() || m_search->matches().size() >= ConsoleSearch::matchLimit;
    m_findBar->setCount(ordinal, m_search->matches().size(), more);
    std::vector<int> lines;
    lines.reserve(m_search->matches().size());
    for (const ConsoleEdit::Match &match : m_search->matches()) {
        lines.push_back(match.line);
    }
    m_map->setMatches(std::move(lines));
}

void ConsoleView::showList()
{
    if (m_list->hasFocus() && !m_listed->isChecked()) {
        m_edit->setFocus();
    }
    m_list->setVisible(m_listed->isChecked() && m_findBar->isVisibleTo(this));
    if (m_list->isVisible() && !std::exchange(m_listSized, true)) {
        const int third = m_splitter->height() / 3;
        m_splitter->setSizes({m_splitter->height() - third, third});
    }
}

void ConsoleView::goToListed(int line)
{
    jump(line);
    const auto match = m_search->isActive() ? m_search->next(m_edit->lineStart(line)) : std::nullopt;
    if (match && match->line == line) {
        m_match = match;
        m_edit->select(*match);
        showCount();
    }
}

} // namespace culprit::widgets
