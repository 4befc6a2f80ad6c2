// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/actionmatches.h"

#include <KSyntaxHighlighting/Repository>
#include <QCoreApplication>
#include <QList>

class QDockWidget;
class QMainWindow;
class QTabWidget;

namespace culprit::widgets
{
class ActivityLogView;
class AuditView;
class CommitView;
class ConfigView;
class DecisionView;
class HistoryModel;
class HistoryView;
class PhasesView;
class RangeRibbon;
class ReportView;
class StepsView;
class TimeBar;
class TitlesView;
class VerdictBar;
} // namespace culprit::widgets

namespace culprit::app
{

class ConsoleWall;
class LogPane;

/// What the window shows of a session, and where: ribbon, graph and time bar in the middle, the rest in docks.
struct Panes {
    Q_DECLARE_TR_FUNCTIONS(Panes)

public:
    /// Makes the views; those that stand in docks are in hidden docks of the window.
    explicit Panes(QMainWindow &window);

    enum class Layout {
        Drive, ///< all panes, as at first: console and details beside each other
        Watch, ///< consoles of runs and builds at large
        Review ///< steps, details and activity, to walk through what was
    };
    void arrange(Layout layout) const;
    /// Keyboard focus to the next or previous pane in sight.
    void cycle(bool forward) const;
    /// Shows a dock in front of those that it shares its place with.
    static void raise(QDockWidget *dock);
    /// The same, and the keyboard goes there.
    void goTo(QDockWidget *dock) const;
    [[nodiscard]] bool isInSight(const QWidget *pane) const;
    [[nodiscard]] QDockWidget *dockOf(const QWidget *pane) const;

    /// What the bars of the consoles can do.
    [[nodiscard]] QList<NamedAction> buttons() const;

    KSyntaxHighlighting::Repository syntax;
    widgets::HistoryModel *historyModel;
    widgets::HistoryView *history;
    widgets::RangeRibbon *ribbon;
    widgets::PhasesView *phases;
    widgets::StepsView *steps;
    widgets::CommitView *commit;
    widgets::ConfigView *config;
    widgets::DecisionView *decision;
    widgets::TitlesView *titles;
    widgets::AuditView *audit;
    widgets::ReportView *report;
    widgets::VerdictBar *verdictBar;
    widgets::ActivityLogView *log;
    widgets::TimeBar *timeBar;
    ConsoleWall *consoles;
    LogPane *buildLog;
    QTabWidget *details;
    QList<QDockWidget *> docks;

private:
    void showAll() const;
    void nameHelpPages() const;
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content);

    QMainWindow &m_window;
};

} // namespace culprit::app
