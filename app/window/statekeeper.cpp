// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/statekeeper.h"

#include "app/window/commitchoice.h"
#include "app/window/consolewall.h"
#include "app/window/layouts.h"
#include "app/window/logpane.h"
#include "app/window/panes.h"
#include "app/window/sessionmemory.h"
#include "widgets/consoleview.h"
#include "widgets/stepsview.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QSettings>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using Grouping = widgets::StepsView::Grouping;

namespace
{

constexpr std::chrono::milliseconds calm(700); // after the last change
const QString byTitle = u"title"_s;
const QString geometryKey = u"window/geometry"_s;

} // namespace

StateKeeper::StateKeeper(const Parts &parts) : QObject(&parts.window), m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(calm);
    connect(&m_soon, &QTimer::timeout, this, &StateKeeper::keep);
    connect(&parts.choice, &CommitChoice::changed, this, &StateKeeper::keepSoon);
    connect(parts.panes.steps, &widgets::StepsView::groupingChanged, this, &StateKeeper::keepSoon);
    const auto watch = [this](const LogPane *pane) {
        connect(pane->view(), &widgets::ConsoleView::followingChanged, this, &StateKeeper::keepSoon);
    };
    watch(parts.panes.consoles->active());
    connect(parts.panes.consoles, &ConsoleWall::added, this, watch);
    for (QDockWidget *dock : parts.panes.docks) {
        connect(dock, &QDockWidget::visibilityChanged, this, &StateKeeper::keepSoon);
        connect(dock, &QDockWidget::dockLocationChanged, this, &StateKeeper::keepSoon);
        connect(dock, &QDockWidget::topLevelChanged, this, &StateKeeper::keepSoon);
        dock->installEventFilter(this);
    }
    parts.window.restoreGeometry(parts.settings.value(geometryKey).toByteArray());
    parts.window.installEventFilter(this);
}

bool StateKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
        event->type() == QEvent::WindowStateChange) {
        keepSoon();
    }
    return QObject::eventFilter(watched, event);
}

void StateKeeper::keep()
{
    m_soon.stop();
    m_parts.settings.setValue(geometryKey, m_parts.window.saveGeometry());
    if (!m_hasSession) {
        return;
    }
    m_parts.layouts.keep(m_parts.memory);
    m_parts.memory.setSelection(m_parts.choice.selected());
    m_parts.memory.setGrouping(m_parts.panes.steps->grouping() == Grouping::Title ? byTitle : QString());
    const widgets::ConsoleView *console = m_parts.panes.consoles->active()->view();
    m_parts.memory.setReadLog(console->isFollowing() ? LogId() : console->log());
}

void StateKeeper::pause()
{
    m_soon.stop();
    m_hasSession = false;
}

void StateKeeper::bringBackLayout(bool first)
{
    m_parts.layouts.bringBack(m_parts.memory, first);
}

void StateKeeper::bringBack(const session::SessionState &state)
{
    if (m_hasSession) {
        return;
    }
    m_hasSession = true;
    m_parts.panes.steps->setGrouping(m_parts.memory.grouping() == byTitle ? Grouping::Title : Grouping::None);
    if (const auto selection = m_parts.memory.selection(); selection && state.commit(*selection) != nullptr) {
        m_parts.choice.select(*selection);
    }
    const LogId log = m_parts.memory.readLog();
    const auto run = std::ranges::find(state.runs, log, [](const auto &entry) { return entry.second.started.console; });
    if (log && run != state.runs.end()) {
        m_parts.panes.consoles->showRun(run->first);
        m_parts.panes.consoles->active()->view()->setFollowing(false);
    }
}

} // namespace culprit::app
