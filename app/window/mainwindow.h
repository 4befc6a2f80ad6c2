// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor.h"
#include "engine/conductor/engine.h"
#include "widgets/theme.h"

#include <KSyntaxHighlighting/Repository>
#include <QMainWindow>

#include <memory>
#include <optional>

class QDockWidget;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabWidget;

namespace culprit::widgets
{
class ActivityLogView;
class CommitView;
class DecisionView;
class HistoryModel;
class HistoryView;
class PhasesView;
class RangeRibbon;
class ReportView;
class StepsView;
class TitlesView;
class VerdictBar;
} // namespace culprit::widgets

namespace culprit::app
{

class LogPane;
class StartPage;
class StatusLine;

/// One window with one session: shows snapshots, sends judgements.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const conductor::Places &places, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openSession(const QString &path);
    void createSession(const session::Setup &setup, const QString &path);

    [[nodiscard]] conductor::Engine &engine() { return *m_engine; }

    // For tests and screenshots: what the window consists of.
    struct Actions {
        QAction *newBisection, *open, *demo, *copyReport, *quit;
        QAction *start, *pause, *stop;
        QAction *good, *bad, *skip, *retest, *undo, *redo;
        QAction *goToCurrent, *nextPane, *previousPane, *resetLayout;
        QAction *systemTheme, *lightTheme, *darkTheme;
        QAction *about;
    };
    [[nodiscard]] const Actions &actions() const { return m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makePanes();
    void makeDocks();
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content);
    void resetLayout();
    void connectEngine();
    void connectPanes();

    void showSnapshot(const conductor::SnapshotPtr &snapshot);
    void updateActions(const conductor::Snapshot &snapshot);
    void updateTarget();
    void offer(const std::optional<history::ObjectId> &id);
    void select(const history::ObjectId &id);
    void goToCurrent();
    void showRun(RunId run);
    void showBuild(BuildId build);
    void judgeTarget(std::optional<session::Verdict> verdict);
    void retestTarget();
    void sessionOpened();
    void fail(const Error &error);
    void newBisection();
    void chooseSession();
    void startDemo();
    void copyReport();
    void stop();
    void cyclePanes(bool forward);
    void setTheme(widgets::Theme theme);
    void rememberRecent(const QString &path);
    [[nodiscard]] std::optional<history::ObjectId> target() const;

    KSyntaxHighlighting::Repository m_syntax;
    conductor::Places m_places;
    std::unique_ptr<conductor::Engine> m_engine;
    conductor::SnapshotPtr m_snapshot;
    std::optional<history::ObjectId> m_selected; ///< by the user; else the window follows the revision under test
    std::optional<history::ObjectId> m_shownCommit;
    Actions m_actions{};

    QStackedWidget *m_pages = nullptr;
    StartPage *m_startPage = nullptr;
    QLabel *m_message = nullptr;
    widgets::HistoryModel *m_historyModel = nullptr;
    widgets::HistoryView *m_history = nullptr;
    widgets::RangeRibbon *m_ribbon = nullptr;
    widgets::PhasesView *m_phases = nullptr;
    widgets::StepsView *m_steps = nullptr;
    widgets::CommitView *m_commit = nullptr;
    widgets::DecisionView *m_decision = nullptr;
    widgets::TitlesView *m_titles = nullptr;
    widgets::ReportView *m_report = nullptr;
    widgets::VerdictBar *m_verdictBar = nullptr;
    widgets::ActivityLogView *m_log = nullptr;
    LogPane *m_console = nullptr;
    LogPane *m_buildLog = nullptr;
    QTabWidget *m_details = nullptr;
    StatusLine *m_status = nullptr;
    QList<QDockWidget *> m_docks;
    Doctor *m_doctor = nullptr;
};

} // namespace culprit::app
