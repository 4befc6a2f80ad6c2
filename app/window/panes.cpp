// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/panes.h"

#include "app/window/actions.h"
#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "widgets/activitylog.h"
#include "widgets/auditview.h"
#include "widgets/commitview.h"
#include "widgets/configview.h"
#include "widgets/consolebar.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/phasesview.h"
#include "widgets/rangeribbon.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/timebar.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// Where the keyboard goes in a pane; null: it has nothing to type at, and nothing enabled to press.
QWidget *keyboardPlaceIn(QWidget *pane)
{
    if (pane->focusProxy() != nullptr || pane->focusPolicy() != Qt::NoFocus) {
        return pane;
    }
    const QList<QWidget *> children = pane->findChildren<QWidget *>();
    const auto found = std::ranges::find_if(children, [](const QWidget *child) {
        return child->isVisible() && child->isEnabled() && child->focusPolicy() != Qt::NoFocus;
    });
    return found == children.end() ? nullptr : *found;
}

} // namespace

Panes::Panes(QMainWindow &window)
    : historyModel(new widgets::HistoryModel(&window)),
      history(new widgets::HistoryView),
      ribbon(new widgets::RangeRibbon),
      phases(new widgets::PhasesView),
      steps(new widgets::StepsView),
      commit(new widgets::CommitView(syntax)),
      config(new widgets::ConfigView),
      decision(new widgets::DecisionView),
      titles(new widgets::TitlesView),
      audit(new widgets::AuditView),
      report(new widgets::ReportView),
      verdictBar(new widgets::VerdictBar),
      log(new widgets::ActivityLogView),
      timeBar(new widgets::TimeBar(*log->log())),
      consoles(new ConsoleWall(syntax)),
      buildLog(new LogPane(LogPane::Kind::Builds)),
      details(new QTabWidget),
      m_window(window)
{
    history->setHistory(historyModel);
    verdictBar->setAuthor(qEnvironmentVariable("USER"));
    verdictBar->setRuns(retestRuns);
    titles->setSyntax(syntax);
    details->setDocumentMode(true);
    details->addTab(decision, tr("Decision"));
    details->addTab(commit, tr("Commit"));
    details->addTab(config, tr("Config"));
    details->setTabToolTip(details->count() - 1,
                           tr("What the tree made of the session's config, against another revision"));
    details->addTab(titles, tr("Titles"));
    details->addTab(audit, tr("Audit"));
    details->setTabToolTip(details->count() - 1, tr("How sure each verdict is, and what hangs on it"));
    details->addTab(report, tr("Report"));
    details->setTabToolTip(details->indexOf(titles), tr("Crash titles, and what each is to this session"));
    nameHelpPages();
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    addDock(Qt::LeftDockWidgetArea, u"phases"_s, tr("Phases"), phases);
    addDock(Qt::LeftDockWidgetArea, u"steps"_s, tr("Steps and runs"), steps);
    addDock(Qt::BottomDockWidgetArea, u"console"_s, tr("Console"), consoles);
    addDock(Qt::BottomDockWidgetArea, u"build"_s, tr("Build output"), buildLog);
    addDock(Qt::BottomDockWidgetArea, u"activity"_s, tr("Activity"), log);
    addDock(Qt::BottomDockWidgetArea, u"details"_s, tr("Details"), details);
}

/// Which page of the user guide is about a pane.
void Panes::nameHelpPages() const
{
    const std::initializer_list<std::pair<QWidget *, QString>> pages{
        {history, u"watching"_s},  {ribbon, u"watching"_s},   {phases, u"watching"_s},       {steps, u"watching"_s},
        {consoles, u"watching"_s}, {buildLog, u"watching"_s}, {log, u"watching"_s},          {details, u"watching"_s},
        {titles, u"overruling"_s}, {report, u"exports"_s},    {verdictBar, u"overruling"_s}, {timeBar, u"review"_s},
    };
    for (const auto &[pane, page] : pages) {
        pane->setProperty("helpPage", page);
    }
}

QDockWidget *Panes::addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    content->setAutoFillBackground(true); // opaque: painting it leaves the dock's frame alone
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    dock->hide();
    docks << dock;
    return dock;
}

QDockWidget *Panes::dockOf(const QWidget *pane) const
{
    const auto found = std::ranges::find(docks, pane, &QDockWidget::widget);
    return found == docks.end() ? nullptr : *found;
}

void Panes::showAll() const
{
    for (QDockWidget *dock : docks) {
        dock->setFloating(false);
        dock->show();
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dockOf(phases));
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dockOf(steps));
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dockOf(consoles));
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dockOf(details));
    m_window.splitDockWidget(dockOf(consoles), dockOf(details), Qt::Horizontal);
}

void Panes::arrange(Layout layout) const
{
    showAll();
    consoles->setCount(layout == Layout::Watch ? consoles->machines() : 1);
    QDockWidget *const consoleDock = dockOf(consoles);
    QDockWidget *const detailsDock = dockOf(details);
    QDockWidget *const stepsDock = dockOf(steps);
    m_window.tabifyDockWidget(layout == Layout::Watch ? detailsDock : consoleDock, dockOf(buildLog));
    m_window.tabifyDockWidget(consoleDock, dockOf(log));
    consoleDock->raise();
    if (layout == Layout::Watch) {
        dockOf(buildLog)->raise();
    } else if (layout == Layout::Review) {
        dockOf(log)->raise();
        dockOf(phases)->hide();
    }
    const int width = m_window.width();
    const int height = m_window.height();
    const int bottom = layout == Layout::Watch ? 62 : layout == Layout::Review ? 55 : 45; // percent
    const int right = layout == Layout::Watch ? 30 : layout == Layout::Review ? 45 : 34;
    const int left = layout == Layout::Watch ? 25 : 30;
    m_window.resizeDocks({dockOf(phases), stepsDock}, {height / 5, height * 4 / 5}, Qt::Vertical);
    m_window.resizeDocks({stepsDock}, {width * left / 100}, Qt::Horizontal);
    m_window.resizeDocks({consoleDock}, {height * bottom / 100}, Qt::Vertical);
    m_window.resizeDocks({consoleDock, detailsDock}, {width * (70 - right) / 100, width * right / 100}, Qt::Horizontal);
}

/// A dock behind another's tab counts as visible, but it is parked outside the window.
bool Panes::isInSight(const QWidget *pane) const
{
    const QDockWidget *dock = dockOf(pane);
    return pane->isVisible() && (dock == nullptr || dock->isFloating() || m_window.rect().intersects(dock->geometry()));
}

QList<NamedAction> Panes::buttons() const
{
    QList<NamedAction> buttons;
    for (const auto &[pane, dock] : {std::pair(consoles->active(), dockOf(consoles)), {buildLog, dockOf(buildLog)}}) {
        for (QAction *button : pane->view()->bar()->buttons()) {
            buttons << named(button, dock->windowTitle());
        }
    }
    return buttons;
}

void Panes::raise(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

void Panes::goTo(QDockWidget *dock) const
{
    raise(dock);
    if (QWidget *place = keyboardPlaceIn(dock->widget())) {
        place->setFocus(Qt::ShortcutFocusReason);
    }
}

void Panes::cycle(bool forward) const
{
    QList<QWidget *> panes{history, phases, steps};
    if (isInSight(consoles)) {
        std::ranges::copy(consoles->consoles(), std::back_inserter(panes));
    }
    panes << QList<QWidget *>{buildLog, log, details, timeBar, verdictBar};
    QList<QWidget *> visible;
    std::ranges::copy_if(panes, std::back_inserter(visible), [this](const QWidget *pane) { return isInSight(pane); });
    if (visible.isEmpty()) {
        return;
    }
    const QWidget *active = QApplication::focusWidget(); // none while another program has the keyboard
    const QWidget *focus = active != nullptr ? active : m_window.focusWidget();
    const auto current = std::ranges::find_if(
        visible, [focus](const QWidget *pane) { return pane == focus || pane->isAncestorOf(focus); });
    const qsizetype count = visible.size();
    const qsizetype index = current == visible.end() ? (forward ? -1 : 0) : current - visible.begin();
    // From there on, the first pane that has something for the keyboard.
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *pane = visible.at((index + (forward ? step : count * step - step)) % count);
        if (QWidget *next = keyboardPlaceIn(pane)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace culprit::app
