// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor.h"
#include "app/window/actions.h"
#include "app/window/panes.h"
#include "engine/conductor/engine.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

class QLabel;
class QSettings;
class QStackedWidget;

namespace culprit::app
{

class ActionFinder;
class CommitChoice;
class CompareWindow;
class ConsoleCompareWindow;
class DetailTabs;
class Exports;
class FollowUpMaker;
class GraphLevels;
class Layouts;
class OpenMark;
class PaneConnections;
class Preferences;
class Recovery;
class RunControl;
class RunCopy;
class SelectionTrail;
class SessionCatalog;
class SessionMemory;
class SessionOpener;
class SessionSlot;
class StartPage;
class StateKeeper;
class StatusLine;

/// One window with one session: shows snapshots, sends judgements.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` outlives the window: its size, layout and theme, and the sessions opened lately.
    MainWindow(const conductor::Places &places, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void offerRecovery(); ///< of a session that was open when a program was killed
    void openSession(const QString &path);
    void createSession(const session::Setup &setup, const QString &path);
    /// Opens a new session, the file `path`, that goes on from an event of the one that is shown.
    void branchSession(EventSeq event, const QString &path);

    /// Of the session that is shown; another one once another session has been opened.
    [[nodiscard]] conductor::Engine &engine() const;

    [[nodiscard]] const Actions &actions() const { return m_actions; }
    [[nodiscard]] const Panes &panes() const { return m_panes; }
    [[nodiscard]] Preferences &preferences() const { return *m_preferences; }
    [[nodiscard]] Layouts &layouts() const { return *m_layouts; }
    [[nodiscard]] const ActionFinder &finder() const { return *m_finder; }
    /// The line above the panes; hidden while there is nothing to say.
    [[nodiscard]] QLabel *message() const { return m_message; }

Q_SIGNALS:
    void sessionOpened(); ///< engine() is the new session's, changed() follows

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCentre();
    void makeToolBar();
    void connectActions();
    void connectPanes();
    void attach();
    void beginSession();

    void showSnapshot(const conductor::SnapshotPtr &snapshot);
    void showDetails();
    void showTitle();
    void say(const QString &text);
    void fail(const Error &error);
    void announce(const QString &text);
    void newBisection(const session::Setup *setup = nullptr);
    void skipRange();
    void copyReport();
    void lookForSessions();
    void limitCache();
    void rememberRecent(const QString &session);

    QSettings &m_settings;
    Preferences *m_preferences;
    std::unique_ptr<SessionMemory> m_memory;
    std::unique_ptr<OpenMark> m_openMark;
    Panes m_panes;
    Actions m_actions;
    std::unique_ptr<SessionSlot> m_session;
    std::unique_ptr<CommitChoice> m_choice;
    std::unique_ptr<DetailTabs> m_details;
    GraphLevels *m_levels = nullptr;
    FollowUpMaker *m_followUps = nullptr;
    std::unique_ptr<SelectionTrail> m_trail;
    Layouts *m_layouts = nullptr;
    StateKeeper *m_keeper = nullptr;
    Recovery *m_recovery = nullptr;
    PaneConnections *m_connections = nullptr;
    SessionOpener *m_opener;
    RunControl *m_control;
    Exports *m_exports;
    CompareWindow *m_compare;
    ConsoleCompareWindow *m_compareConsoles;
    RunCopy *m_runCopy;
    ActionFinder *m_finder;
    conductor::SnapshotPtr m_snapshot; ///< what is shown
    conductor::SnapshotPtr m_latest;   ///< what will be, in a moment
    QTimer m_showTimer;
    QString m_announced;
    QStackedWidget *m_pages = nullptr;
    std::unique_ptr<SessionCatalog> m_catalog;
    StartPage *m_startPage = nullptr;
    QLabel *m_message = nullptr;
    std::unique_ptr<StatusLine> m_status;
    Doctor *m_doctor = nullptr;
};

} // namespace culprit::app
