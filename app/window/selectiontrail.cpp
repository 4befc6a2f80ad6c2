// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/selectiontrail.h"

#include "app/window/actions.h"
#include "app/window/commitchoice.h"

#include <QAction>

namespace culprit::app
{

namespace
{

constexpr qsizetype longest = 200;

} // namespace

SelectionTrail::SelectionTrail(CommitChoice &choice, const Actions &actions, QObject *parent)
    : QObject(parent), m_choice(choice), m_actions(actions)
{
    connect(&choice, &CommitChoice::changed, this, &SelectionTrail::note);
    connect(actions.back, &QAction::triggered, this, [this] { go(m_at - 1); });
    connect(actions.forward, &QAction::triggered, this, [this] { go(m_at + 1); });
    update();
}

void SelectionTrail::forget()
{
    m_trail.clear();
    m_at = -1;
    update();
}

void SelectionTrail::begin()
{
    if (m_trail.isEmpty()) {
        note();
    }
}

void SelectionTrail::note()
{
    const auto id = m_choice.current();
    if (m_going || !id || (m_at >= 0 && m_trail.at(m_at) == *id)) {
        return;
    }
    m_trail.resize(m_at + 1); // what was ahead is another way now
    m_trail << *id;
    if (m_trail.size() > longest) {
        m_trail.removeFirst();
    }
    m_at = m_trail.size() - 1;
    update();
}

void SelectionTrail::go(qsizetype to)
{
    if (to < 0 || to >= m_trail.size()) {
        return;
    }
    m_at = to;
    m_going = true;
    m_choice.select(m_trail.at(to));
    m_going = false;
    update();
}

void SelectionTrail::update()
{
    Actions::set(m_actions.back, m_at > 0, tr("No commit was selected before this one"));
    Actions::set(m_actions.forward, m_at + 1 < m_trail.size(), tr("There is no commit to go forward to"));
}

} // namespace culprit::app
