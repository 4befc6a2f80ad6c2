// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainwindow.h"

#include "app/cli/report.h"
#include "app/democase.h"
#include "app/window/commitcontent.h"
#include "app/window/logpane.h"
#include "app/window/newbisectiondialog.h"
#include "app/window/startpage.h"
#include "app/window/statusline.h"
#include "widgets/activitylog.h"
#include "widgets/commitview.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/phasesview.h"
#include "widgets/rangeribbon.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using conductor::SnapshotPtr;
using history::ObjectId;
using session::Verdict;
using Mode = conductor::Activity::Mode;

namespace
{

constexpr int retestRuns = 10;
constexpr int rememberedSessions = 12;

/// What the session keeps of a commit in the range; an empty one for others.
history::CommitInfo infoOf(const session::SessionState &state, const ObjectId &id)
{
    for (const auto *list : {&state.range->commits, &state.range->goods}) {
        const auto found = std::ranges::find(*list, id, &history::CommitInfo::id);
        if (found != list->end()) {
            return *found;
        }
    }
    history::CommitInfo info;
    info.id = id;
    return info;
}

bool isActive(Mode mode)
{
    return mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing || mode == Mode::Stopping;
}

QWidget *column(const QList<QWidget *> &widgets, int stretched)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    for (QWidget *widget : widgets) {
        layout->addWidget(widget);
    }
    layout->setStretch(stretched, 1);
    return page;
}

} // namespace

MainWindow::MainWindow(const conductor::Places &places, QWidget *parent)
    : QMainWindow(parent), m_places(places), m_doctor(new Doctor(places, this))
{
    setWindowTitle(tr("Culprit"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    makeActions();
    makePanes();
    makeDocks();
    makeMenus();
    makeToolBar();
    m_status = new StatusLine(statusBar());
    connectPanes();
    m_engine = std::make_unique<conductor::Engine>(m_places);
    connectEngine();
    resize(1280, 820);
    m_startPage->setRecent(QSettings().value(u"recent"_s).toStringList());
    connect(m_doctor, &Doctor::finished, m_startPage, &StartPage::setChecks);
    m_doctor->start();
}

MainWindow::~MainWindow()
{
    m_engine.reset();
    delete m_status;
}

void MainWindow::makeActions()
{
    const auto make = [this](QAction *&action, const QString &text, const QString &tip, const QKeySequence &key = {}) {
        action = new QAction(text, this);
        action->setToolTip(tip);
        action->setStatusTip(tip);
        action->setShortcut(key);
        addAction(action);
    };
    make(m_actions.newBisection, tr("&New bisection…"),
         tr("Choose a kernel tree, a bad and a good revision, a config and a reproducer"), QKeySequence::New);
    make(m_actions.open, tr("&Open session…"), tr("Go on with a session, or walk through a finished one"),
         QKeySequence::Open);
    make(m_actions.demo, tr("Try the &demo"), tr("Bisect a small demo kernel with real builds and real machines"));
    make(m_actions.copyReport, tr("&Copy report"), tr("Copy the session's report as plain text"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    make(m_actions.quit, tr("&Quit"), tr("Stop what runs and close the window"), QKeySequence::Quit);
    make(m_actions.start, tr("&Start"), tr("Start, or go on with, the bisection"), QKeySequence(Qt::Key_F5));
    make(m_actions.pause, tr("&Pause after step"), tr("Stop when the revision under test has its verdict"),
         QKeySequence(Qt::SHIFT | Qt::Key_F5));
    make(m_actions.stop, tr("S&top"), tr("End builds and machines now; what is known so far stays"),
         QKeySequence(Qt::CTRL | Qt::Key_Period));
    make(m_actions.good, tr("&Good"), tr("The bug is absent in this revision, whatever its runs say"));
    make(m_actions.bad, tr("&Bad"), tr("The bug is present in this revision, whatever its runs say"));
    make(m_actions.skip, tr("S&kip"), tr("This revision cannot be judged"));
    make(m_actions.retest, tr("&Retest"), tr("Run this revision %1 times more").arg(retestRuns));
    make(m_actions.undo, tr("&Undo judgement"), tr("Take the latest judgement back"), QKeySequence::Undo);
    make(m_actions.redo, tr("R&edo judgement"), tr("Bring the judgement back that was undone"), QKeySequence::Redo);
    make(m_actions.goToCurrent, tr("Go to &current revision"),
         tr("Select the revision under test and follow the search"), QKeySequence(Qt::CTRL | Qt::Key_L));
    make(m_actions.nextPane, tr("&Next pane"), tr("Move the keyboard to the next pane"), QKeySequence(Qt::Key_F6));
    make(m_actions.previousPane, tr("&Previous pane"), tr("Move the keyboard to the previous pane"),
         QKeySequence(Qt::SHIFT | Qt::Key_F6));
    make(m_actions.resetLayout, tr("&Reset layout"), tr("Put all panes where they were at first"));
    make(m_actions.systemTheme, tr("Theme of the &system"), tr("Light or dark as the desktop is"));
    make(m_actions.lightTheme, tr("&Light theme"), tr("Dark on light"));
    make(m_actions.darkTheme, tr("&Dark theme"), tr("Light on dark"));
    make(m_actions.about, tr("&About Culprit"), tr("Version and licence"));

    connect(m_actions.newBisection, &QAction::triggered, this, &MainWindow::newBisection);
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::chooseSession);
    connect(m_actions.demo, &QAction::triggered, this, &MainWindow::startDemo);
    connect(m_actions.copyReport, &QAction::triggered, this, &MainWindow::copyReport);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.start, &QAction::triggered, this, [this] { m_engine->start(); });
    connect(m_actions.pause, &QAction::triggered, this, [this] { m_engine->pauseAfterStep(); });
    connect(m_actions.stop, &QAction::triggered, this, [this] { m_engine->stopNow(); });
    connect(m_actions.good, &QAction::triggered, this, [this] { judgeTarget(Verdict::Good); });
    connect(m_actions.bad, &QAction::triggered, this, [this] { judgeTarget(Verdict::Bad); });
    connect(m_actions.skip, &QAction::triggered, this, [this] { judgeTarget(Verdict::Skip); });
    connect(m_actions.retest, &QAction::triggered, this, &MainWindow::retestTarget);
    connect(m_actions.undo, &QAction::triggered, this, [this] { m_engine->undo(); });
    connect(m_actions.redo, &QAction::triggered, this, [this] { m_engine->redo(); });
    connect(m_actions.goToCurrent, &QAction::triggered, this, &MainWindow::goToCurrent);
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { cyclePanes(true); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { cyclePanes(false); });
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.systemTheme, &QAction::triggered, this, [this] { setTheme(widgets::Theme::System); });
    connect(m_actions.lightTheme, &QAction::triggered, this, [this] { setTheme(widgets::Theme::Light); });
    connect(m_actions.darkTheme, &QAction::triggered, this, [this] { setTheme(widgets::Theme::Dark); });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        QMessageBox::about(
            this, tr("About Culprit"),
            tr("Culprit %1\n\nFinds the kernel commit that introduced or fixed a bug.\n\nGPL-3.0-or-later")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.newBisection, m_actions.open, m_actions.demo});
    file->addSeparator();
    file->addAction(m_actions.copyReport);
    file->addSeparator();
    file->addAction(m_actions.quit);
    QMenu *run = menuBar()->addMenu(tr("&Run"));
    run->addActions({m_actions.start, m_actions.pause, m_actions.stop});
    QMenu *verdict = menuBar()->addMenu(tr("V&erdict"));
    verdict->addActions({m_actions.good, m_actions.bad, m_actions.skip, m_actions.retest});
    verdict->addSeparator();
    verdict->addActions({m_actions.undo, m_actions.redo});
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions({m_actions.goToCurrent, m_actions.nextPane, m_actions.previousPane});
    QMenu *view = menuBar()->addMenu(tr("&View"));
    int number = 1;
    for (QDockWidget *dock : std::as_const(m_docks)) {
        QAction *toggle = dock->toggleViewAction();
        toggle->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number++)));
        view->addAction(toggle);
    }
    view->addSeparator();
    view->addAction(m_actions.resetLayout);
    view->addSeparator();
    view->addActions({m_actions.systemTheme, m_actions.lightTheme, m_actions.darkTheme});
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions.about);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Bisection"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions.start->setIcon(style()->standardIcon(QStyle::SP_MediaPlay));
    m_actions.pause->setIcon(style()->standardIcon(QStyle::SP_MediaPause));
    m_actions.stop->setIcon(style()->standardIcon(QStyle::SP_MediaStop));
    bar->addActions({m_actions.start, m_actions.pause, m_actions.stop});
    bar->addSeparator();
    bar->addWidget(m_verdictBar);
}

void MainWindow::makePanes()
{
    m_historyModel = new widgets::HistoryModel(this);
    m_history = new widgets::HistoryView;
    m_history->setHistory(m_historyModel);
    m_ribbon = new widgets::RangeRibbon;
    m_phases = new widgets::PhasesView;
    m_steps = new widgets::StepsView;
    m_commit = new widgets::CommitView(m_syntax);
    m_decision = new widgets::DecisionView;
    m_titles = new widgets::TitlesView;
    m_report = new widgets::ReportView;
    m_verdictBar = new widgets::VerdictBar;
    m_verdictBar->setAuthor(qEnvironmentVariable("USER"));
    m_verdictBar->setRuns(retestRuns);
    m_log = new widgets::ActivityLogView;
    m_console = new LogPane(LogPane::Kind::Runs);
    m_console->view()->setSyntax(m_syntax);
    m_buildLog = new LogPane(LogPane::Kind::Builds);

    m_message = new QLabel;
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMargin(6);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::ToolTipBase);
    m_message->setForegroundRole(QPalette::ToolTipText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Message"));
    m_message->hide();

    m_startPage = new StartPage(m_actions.newBisection, m_actions.open, m_actions.demo);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(column({m_ribbon, m_history}, 1));
    setCentralWidget(column({m_message, m_pages}, 1));
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_details = new QTabWidget;
    m_details->setDocumentMode(true);
    m_details->addTab(m_decision, tr("Decision"));
    m_details->addTab(m_commit, tr("Commit"));
    m_details->addTab(m_titles, tr("Crash titles"));
    m_details->addTab(m_report, tr("Report"));
    addDock(Qt::LeftDockWidgetArea, u"phases"_s, tr("Phases"), m_phases);
    addDock(Qt::LeftDockWidgetArea, u"steps"_s, tr("Steps and runs"), m_steps);
    addDock(Qt::BottomDockWidgetArea, u"console"_s, tr("Console"), m_console);
    addDock(Qt::BottomDockWidgetArea, u"build"_s, tr("Build output"), m_buildLog);
    addDock(Qt::BottomDockWidgetArea, u"activity"_s, tr("Activity"), m_log);
    addDock(Qt::BottomDockWidgetArea, u"details"_s, tr("Details"), m_details);
    for (QDockWidget *dock : std::as_const(m_docks)) {
        dock->hide();
    }
}

QDockWidget *MainWindow::addDock(Qt::DockWidgetArea area, const QString &name, const QString &title, QWidget *content)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks << dock;
    return dock;
}

void MainWindow::resetLayout()
{
    const auto dock = [this](int index) { return m_docks.at(index); };
    for (QDockWidget *one : std::as_const(m_docks)) {
        one->setFloating(false);
        one->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, dock(0));
    addDockWidget(Qt::LeftDockWidgetArea, dock(1));
    addDockWidget(Qt::BottomDockWidgetArea, dock(2));
    addDockWidget(Qt::BottomDockWidgetArea, dock(5));
    splitDockWidget(dock(2), dock(5), Qt::Horizontal);
    tabifyDockWidget(dock(2), dock(3));
    tabifyDockWidget(dock(2), dock(4));
    dock(2)->raise();
    resizeDocks({dock(0), dock(1)}, {height() / 5, height() * 4 / 5}, Qt::Vertical);
    resizeDocks({dock(1)}, {width() * 3 / 10}, Qt::Horizontal);
    resizeDocks({dock(2)}, {height() * 45 / 100}, Qt::Vertical);
    resizeDocks({dock(2), dock(5)}, {width() * 4 / 10, width() * 3 / 10}, Qt::Horizontal);
}

void MainWindow::connectEngine()
{
    using conductor::Engine;
    connect(m_engine.get(), &Engine::opened, this, &MainWindow::sessionOpened);
    connect(m_engine.get(), &Engine::failed, this, &MainWindow::fail);
    connect(m_engine.get(), &Engine::changed, this, &MainWindow::showSnapshot);
    connect(m_engine.get(), &Engine::eventAppended, this,
            [this](const session::Event &event) { m_log->append(event); });
    connect(m_engine.get(), &Engine::stopped, this, [this](const QString &reason) {
        m_message->setText(reason);
        m_message->show();
    });
    m_console->setEngine(m_engine.get());
    m_buildLog->setEngine(m_engine.get());
}

void MainWindow::connectPanes()
{
    connect(m_history, &widgets::HistoryView::commitSelected, this, &MainWindow::select);
    connect(m_ribbon, &widgets::RangeRibbon::commitSelected, this, &MainWindow::select);
    connect(m_steps, &widgets::StepsView::revisionSelected, this, &MainWindow::select);
    connect(m_steps, &widgets::StepsView::runActivated, this, &MainWindow::showRun);
    connect(m_steps, &widgets::StepsView::buildActivated, this, &MainWindow::showBuild);
    connect(m_history, &widgets::HistoryView::commitActivated, this, [this](const ObjectId &id) {
        select(id);
        m_details->setCurrentWidget(m_commit);
    });
    connect(m_history, &widgets::HistoryView::verdictWanted, this, [this](const ObjectId &id, Verdict verdict) {
        m_engine->judge(session::VerdictJudged{id, verdict, {}, qEnvironmentVariable("USER")});
    });
    connect(m_history, &widgets::HistoryView::verdictRemovalWanted, this, [this](const ObjectId &id) {
        m_engine->judge(session::VerdictJudged{id, std::nullopt, {}, qEnvironmentVariable("USER")});
    });
    connect(m_history, &widgets::HistoryView::retestWanted, this, [this](const ObjectId &id) {
        m_engine->judge(session::RetestAsked{id, retestRuns, {}, qEnvironmentVariable("USER")});
    });
    connect(m_history, &widgets::HistoryView::menuWanted, this, [this](const ObjectId &id, const QPoint &position) {
        select(id);
        QMenu::exec({m_actions.good, m_actions.bad, m_actions.skip, m_actions.retest}, position, nullptr, this);
    });
    connect(m_titles, &widgets::TitlesView::relevanceChosen, this,
            [this](const QString &title, std::optional<session::Relevance> relevance) {
                m_engine->judge(session::TitleJudged{title, relevance, {}, qEnvironmentVariable("USER")});
            });
    connect(m_verdictBar, &widgets::VerdictBar::judged, this,
            [this](const session::Payload &payload) { m_engine->judge(payload); });
    connect(m_verdictBar, &widgets::VerdictBar::previewWanted, this, [this](const session::Payload &payload) {
        m_engine->preview(payload, this, [this](const conductor::Preview &preview) {
            m_verdictBar->setPreview(preview.conflicts.empty() ? preview.text
                                                               : preview.text + u" — "_s + preview.conflicts.front());
        });
    });
}

void MainWindow::openSession(const QString &path)
{
    m_engine = std::make_unique<conductor::Engine>(m_places);
    m_snapshot.reset();
    connectEngine();
    m_engine->open(path, session::Journal::Access::Whichever);
}

void MainWindow::createSession(const session::Setup &setup, const QString &path)
{
    m_engine = std::make_unique<conductor::Engine>(m_places);
    m_snapshot.reset();
    connectEngine();
    m_engine->create(setup, path);
}

void MainWindow::sessionOpened()
{
    m_selected.reset();
    m_shownCommit.reset();
    m_message->hide();
    m_log->setEvents({});
    m_engine->readEvents(this, [this](const std::vector<session::Event> &events) { m_log->setEvents(events); });
    m_pages->setCurrentIndex(1);
    resetLayout();
    rememberRecent(m_engine->snapshot()->path);
}

void MainWindow::showSnapshot(const SnapshotPtr &snapshot)
{
    const bool planChanged = !m_snapshot || *m_snapshot->plan != *snapshot->plan;
    const bool stateChanged = !m_snapshot || m_snapshot->state != snapshot->state;
    m_snapshot = snapshot;
    setWindowTitle(u"%1 — %2 — Culprit"_s.arg(QFileInfo(snapshot->path).completeBaseName(),
                                              conductor::word(snapshot->plan->phase)));
    m_historyModel->setSnapshot(snapshot);
    m_ribbon->setSnapshot(snapshot);
    m_steps->setSnapshot(snapshot);
    m_phases->setSnapshot(snapshot);
    m_titles->setSnapshot(snapshot);
    m_decision->setSnapshot(snapshot);
    m_console->setSnapshot(snapshot);
    m_buildLog->setSnapshot(snapshot);
    m_status->show(*snapshot);
    updateActions(*snapshot);
    if (planChanged || stateChanged) {
        updateTarget();
        m_report->setReport(tr("Report of %1").arg(QFileInfo(snapshot->path).fileName()), reportText(*snapshot));
    }
    if (snapshot->readOnly) {
        m_message->setText(snapshot->readOnlyReason);
        m_message->show();
    } else if (isActive(snapshot->activity.mode)) {
        m_message->hide();
    }
}

void MainWindow::updateActions(const conductor::Snapshot &snapshot)
{
    const Mode mode = snapshot.activity.mode;
    const bool writable = !snapshot.readOnly;
    const bool finished = snapshot.plan->action == conductor::Plan::Action::Finished;
    const auto set = [](QAction *action, bool enabled, const QString &why) {
        action->setEnabled(enabled);
        action->setStatusTip(enabled ? action->toolTip() : why);
    };
    m_actions.start->setText(snapshot.state->engine ? tr("Re&sume") : tr("&Start"));
    set(m_actions.start, writable && !finished && (mode == Mode::Idle || mode == Mode::Pausing),
        !writable  ? snapshot.readOnlyReason
        : finished ? tr("The search has ended; a judgement can open it again")
                   : tr("It runs already"));
    set(m_actions.pause, mode == Mode::Running, tr("Nothing runs"));
    set(m_actions.stop, mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing, tr("Nothing runs"));
    for (QAction *action : {m_actions.good, m_actions.bad, m_actions.skip, m_actions.retest}) {
        set(action, writable && target().has_value(), writable ? tr("Select a commit first") : snapshot.readOnlyReason);
    }
    set(m_actions.undo, writable && snapshot.state->undoable.has_value(), tr("There is no judgement to undo"));
    set(m_actions.redo, writable && snapshot.state->redoable.has_value(), tr("There is nothing to redo"));
}

std::optional<ObjectId> MainWindow::target() const
{
    if (m_selected) {
        return m_selected;
    }
    if (m_snapshot && m_snapshot->plan->action == conductor::Plan::Action::Test) {
        return m_snapshot->plan->revision;
    }
    return m_snapshot ? m_snapshot->plan->culprit : std::nullopt;
}

void MainWindow::updateTarget()
{
    const std::optional<ObjectId> id = target();
    m_decision->setRevision(id);
    offer(id);
    if (!id) {
        return;
    }
    if (!m_selected) {
        const QSignalBlocker quiet(m_history);
        m_history->selectCommit(*id);
        m_ribbon->selectCommit(*id);
    }
    if (m_shownCommit != id) {
        m_shownCommit = id;
        m_commit->showPending(infoOf(*m_snapshot->state, *id));
        m_engine->readCommit(*id, this, [this, id = *id](const session::CommitText &text) {
            if (m_shownCommit == id && m_snapshot) {
                const history::CommitInfo info = infoOf(*m_snapshot->state, id);
                m_commit->showCommit(info, commitContent(info, text));
            }
        });
    }
}

void MainWindow::offer(const std::optional<ObjectId> &id)
{
    m_verdictBar->setBlocked(m_snapshot->readOnlyReason);
    if (!id) {
        m_verdictBar->offer(std::nullopt);
        return;
    }
    const session::RevisionState *revision = m_snapshot->state->revision(*id);
    widgets::VerdictBar::Target target;
    target.id = *id;
    target.subject = QString::fromStdString(infoOf(*m_snapshot->state, *id).subject);
    target.verdict = revision ? revision->verdict() : Verdict::Undecided;
    target.judged = revision && revision->judged;
    m_verdictBar->offer(target);
}

void MainWindow::select(const ObjectId &id)
{
    m_selected = id;
    const QSignalBlocker quietHistory(m_history);
    const QSignalBlocker quietSteps(m_steps);
    const QSignalBlocker quietRibbon(m_ribbon);
    m_history->selectCommit(id);
    m_steps->selectRevision(id);
    m_ribbon->selectCommit(id);
    updateTarget();
    if (m_snapshot) {
        updateActions(*m_snapshot);
    }
}

void MainWindow::goToCurrent()
{
    m_selected.reset();
    if (m_snapshot) {
        updateTarget();
        updateActions(*m_snapshot);
    }
}

void MainWindow::showRun(RunId run)
{
    m_console->showRun(run);
    m_docks.at(2)->raise();
}

void MainWindow::showBuild(BuildId build)
{
    m_buildLog->showBuild(build);
    m_docks.at(3)->raise();
}

void MainWindow::judgeTarget(std::optional<Verdict> verdict)
{
    if (const auto id = target()) {
        m_engine->judge(session::VerdictJudged{*id, verdict, {}, qEnvironmentVariable("USER")});
    }
}

void MainWindow::retestTarget()
{
    if (const auto id = target()) {
        m_engine->judge(session::RetestAsked{*id, retestRuns, {}, qEnvironmentVariable("USER")});
    }
}

void MainWindow::fail(const Error &error)
{
    m_message->setText(QString::fromStdString(error.message));
    m_message->show();
}

void MainWindow::newBisection()
{
    NewBisectionDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted) {
        if (const auto setup = dialog.setup()) {
            createSession(*setup, dialog.sessionFile());
        }
    }
}

void MainWindow::chooseSession()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open session"), {}, tr("Sessions (*.culprit)"));
    if (!path.isEmpty()) {
        openSession(path);
    }
}

void MainWindow::startDemo()
{
    m_actions.demo->setEnabled(false);
    auto *watcher = new QFutureWatcher<Result<DemoCase>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_actions.demo->setEnabled(true);
        const auto made = watcher->future().takeResult();
        if (!made) {
            fail(made.error());
            return;
        }
        m_places = made->places;
        createSession(made->setup, made->sessionFile);
    });
    watcher->setFuture(QtConcurrent::run(makeDemoCase, QString(), demo::defaultFlakyPercent, qint64(0)));
}

void MainWindow::copyReport()
{
    if (m_snapshot) {
        QGuiApplication::clipboard()->setText(reportText(*m_snapshot));
        statusBar()->showMessage(tr("The report is in the clipboard."), 3000);
    }
}

void MainWindow::cyclePanes(bool forward)
{
    const QList<QWidget *> panes{m_history, m_phases, m_steps, m_console, m_buildLog, m_log, m_details, m_verdictBar};
    QList<QWidget *> visible;
    std::ranges::copy_if(panes, std::back_inserter(visible), &QWidget::isVisible);
    if (visible.isEmpty()) {
        return;
    }
    const auto current = std::ranges::find_if(visible, [](const QWidget *pane) {
        return pane == QApplication::focusWidget() || pane->isAncestorOf(QApplication::focusWidget());
    });
    const qsizetype count = visible.size();
    const qsizetype index = current == visible.end() ? (forward ? -1 : 0) : current - visible.begin();
    QWidget *next = visible.at((index + (forward ? 1 : -1) + count) % count);
    if (next->focusPolicy() == Qt::NoFocus) {
        for (QWidget *child : next->findChildren<QWidget *>()) {
            if (child->isVisible() && child->focusPolicy() != Qt::NoFocus) {
                next = child;
                break;
            }
        }
    }
    next->setFocus(Qt::TabFocusReason);
}

void MainWindow::setTheme(widgets::Theme theme)
{
    widgets::applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), theme);
}

void MainWindow::rememberRecent(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(u"recent"_s).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    recent.resize(std::min<qsizetype>(recent.size(), rememberedSessions));
    settings.setValue(u"recent"_s, recent);
    m_startPage->setRecent(recent);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_snapshot && isActive(m_snapshot->activity.mode)) {
        // The engine ends what runs and keeps what is known; resume goes on from there.
        m_engine->stopNow();
    }
    QMainWindow::closeEvent(event);
}

} // namespace culprit::app
