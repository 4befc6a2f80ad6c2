// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainwindow.h"

#include "app/cli/report.h"
#include "app/help/helpwindow.h"
#include "app/sessions/sessioncatalog.h"
#include "app/window/actionfinder.h"
#include "app/window/commitchoice.h"
#include "app/window/comparewindow.h"
#include "app/window/consolecomparewindow.h"
#include "app/window/consolewall.h"
#include "app/window/detailtabs.h"
#include "app/window/exports.h"
#include "app/window/followupmaker.h"
#include "app/window/graphlevels.h"
#include "app/window/layouts.h"
#include "app/window/logpane.h"
#include "app/window/openmark.h"
#include "app/window/paneconnections.h"
#include "app/window/preferenceconnections.h"
#include "app/window/preferences.h"
#include "app/window/recovery.h"
#include "app/window/runcontrol.h"
#include "app/window/runcopy.h"
#include "app/window/selectiontrail.h"
#include "app/window/sessionmemory.h"
#include "app/window/sessionopener.h"
#include "app/window/sessionslot.h"
#include "app/window/settingsdialog.h"
#include "app/window/skiprangedialog.h"
#include "app/window/startpage.h"
#include "app/window/statekeeper.h"
#include "app/window/statusline.h"
#include "app/wizard/newbisectiondialog.h"
#include "widgets/activitylog.h"
#include "widgets/consoleview.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/phasesview.h"
#include "widgets/rangeribbon.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/timebar.h"
#include "widgets/verdictbar.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
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

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using conductor::SnapshotPtr;

namespace
{

constexpr int rememberedSessions = 12;
const QString recentKey = u"recent"_s;

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

MainWindow::MainWindow(const conductor::Places &places, QSettings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_preferences(new Preferences(settings, this)),
      m_memory(std::make_unique<SessionMemory>(settings)),
      m_openMark(std::make_unique<OpenMark>(settings)),
      m_panes(*this),
      m_actions(*this),
      m_session(std::make_unique<SessionSlot>(places)),
      m_choice(std::make_unique<CommitChoice>(m_panes, *m_session)),
      m_details(std::make_unique<DetailTabs>(m_panes, *m_session)),
      m_trail(std::make_unique<SelectionTrail>(*m_choice, m_actions)),
      m_opener(new SessionOpener(*m_session, m_actions, *this)),
      m_control(new RunControl(*m_session, m_actions, *this)),
      m_exports(new Exports(this)),
      m_compare(new CompareWindow(this)),
      m_compareConsoles(new ConsoleCompareWindow(m_actions, m_panes, this)),
      m_runCopy(new RunCopy(m_actions.copyRun, this)),
      m_finder(new ActionFinder(this)),
      m_catalog(std::make_unique<SessionCatalog>()),
      m_startPage(new StartPage(
          {m_actions.newBisection, m_actions.open, m_actions.importLog, m_actions.example, m_actions.demo},
          *m_catalog)),
      m_message(new QLabel),
      m_status(std::make_unique<StatusLine>(statusBar())),
      m_doctor(new Doctor(places, this))
{
    setWindowTitle(tr("Culprit"));
    resize(1280, 820);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    if (QGuiApplication::platformName() == u"offscreen"_s) {
        layout()->setSizeConstraint(
            QLayout::SetNoConstraint); // no window manager there that a least size could be told
    }
    makeCentre();
    m_actions.fillMenus(*menuBar(), m_panes.docks, m_levels->actions(), m_panes.consoles->actions());
    makeToolBar();
    m_layouts = new Layouts(settings, m_panes, m_actions, *this);
    m_connections = new PaneConnections(m_panes, m_actions, *m_session, *m_choice, this);
    connectPreferences(*m_preferences, m_actions, *m_connections);
    connectActions();
    connectPanes();
    attach();
    connect(m_session.get(), &SessionSlot::failed, this, &MainWindow::fail);
    connect(m_session.get(), &SessionSlot::changed, this, [this] {
        attach();
        beginSession();
    });
    m_showTimer.setSingleShot(true);
    connect(&m_showTimer, &QTimer::timeout, this, [this] { showSnapshot(m_latest); });
    m_keeper = new StateKeeper({*this, m_panes, *m_layouts, *m_choice, *m_memory, settings});
    limitCache();
    lookForSessions();
    connect(m_startPage, &StartPage::openWanted, m_opener, &SessionOpener::open);
    m_recovery = new Recovery(*m_openMark, *m_startPage, this);
    connect(m_recovery, &Recovery::openWanted, m_opener, &SessionOpener::open);
    connect(m_recovery, &Recovery::resumeWanted, m_session.get(), &SessionSlot::resume);
    connect(m_doctor, &Doctor::finished, m_startPage, &StartPage::setChecks);
    m_doctor->start();
}

MainWindow::~MainWindow() = default;

conductor::Engine &MainWindow::engine() const
{
    return m_session->engine();
}

void MainWindow::makeCentre()
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMargin(fontMetrics().height() / 3);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::ToolTipBase);
    m_message->setForegroundRole(QPalette::ToolTipText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Message"));
    m_message->hide();
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_startPage);
    m_levels = new GraphLevels(*m_panes.historyModel, m_settings, this);
    m_pages->addWidget(column({m_panes.ribbon, m_panes.history, m_levels->note(), m_panes.timeBar}, 1));
    setCentralWidget(column({m_message, m_pages}, 1));
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Bisection"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_actions.start, m_actions.pause, m_actions.stop});
    bar->addSeparator();
    bar->addWidget(m_panes.verdictBar);
}

void MainWindow::connectActions()
{
    connect(m_actions.newBisection, &QAction::triggered, this, [this] { newBisection(); });
    connect(m_actions.open, &QAction::triggered, this, [this] {
        lookForSessions();
        m_opener->browse(*m_catalog);
    });
    connect(m_preferences, &Preferences::changed, this, &MainWindow::lookForSessions);
    connect(m_preferences, &Preferences::changed, this, &MainWindow::limitCache);
    connect(m_opener, &SessionOpener::said, this, &MainWindow::say);
    connect(m_opener, &SessionOpener::failed, this, &MainWindow::fail);
    connect(m_actions.copyReport, &QAction::triggered, this, &MainWindow::copyReport);
    connect(m_actions.copyRun, &QAction::triggered, this, [this] { m_runCopy->copy(m_session->places()); });
    connect(m_runCopy, &RunCopy::copied, this, [this](const QString &text) { statusBar()->showMessage(text, 5000); });
    connect(m_runCopy, &RunCopy::failed, this, &MainWindow::fail);
    for (const QAction *action : m_actions.exports) {
        connect(action, &QAction::triggered, this, [this, action] { m_exports->ask(*action); });
    }
    connect(m_exports, &Exports::done, this, [this](const QString &text) { statusBar()->showMessage(text, 5000); });
    connect(m_exports, &Exports::failed, this, &MainWindow::fail);
    connect(m_actions.compare, &QAction::triggered, this, [this] { m_compare->ask(m_snapshot); });
    connect(m_compare, &CompareWindow::failed, this, &MainWindow::fail);
    connect(m_compare, &CompareWindow::revisionSelected, m_choice.get(), &CommitChoice::select);
    m_followUps = new FollowUpMaker(this);
    connect(m_actions.followUp, &QAction::triggered, this, [this] { m_followUps->make(m_snapshot); });
    connect(m_followUps, &FollowUpMaker::failed, this, &MainWindow::fail);
    connect(m_followUps, &FollowUpMaker::made, this, [this](const session::Setup &setup, const QString &sentence) {
        say(sentence);
        newBisection(&setup);
    });
    connect(m_actions.skipRange, &QAction::triggered, this, &MainWindow::skipRange);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.settings, &QAction::triggered, this, [this] {
        auto *dialog = new SettingsDialog(*m_preferences, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions.findAction, &QAction::triggered, this,
            [this] { m_finder->open(actionsOf(*menuBar()) + m_panes.buttons()); });
    connect(m_actions.guide, &QAction::triggered, this, [this] { HelpWindow::open(this); });
    connect(m_actions.keys, &QAction::triggered, this, [this] { HelpWindow::open(this, u"keys"_s); });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        QMessageBox::about(
            this, tr("About Culprit"),
            tr("Culprit %1\n\nFinds the kernel commit that introduced or fixed a bug.\n\nGPL-3.0-or-later")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::connectPanes()
{
    connect(m_choice.get(), &CommitChoice::changed, this, [this] {
        m_levels->setChosen(m_choice->current());
        m_actions.update(*m_snapshot, m_choice->current());
        showDetails();
    });
    connect(m_connections, &PaneConnections::said, this, [this](const QString &text) {
        statusBar()->showMessage(text, 5000);
        announce(text);
    });
    connect(m_panes.steps, &widgets::StepsView::currentChanged, this,
            [this] { m_runCopy->choose(m_snapshot, m_panes.steps->currentRun()); });
    connect(m_panes.report, &widgets::ReportView::saveWanted, this,
            [this] { m_exports->ask(*m_actions.exports.front()); });
    connect(m_panes.details, &QTabWidget::currentChanged, this, &MainWindow::showDetails);
    connect(m_panes.timeBar, &widgets::TimeBar::branchWanted, m_opener, &SessionOpener::askToBranch);
    m_panes.consoles->setMemory(m_memory.get());
    m_panes.buildLog->setMemory(m_memory.get());
}

void MainWindow::openSession(const QString &path)
{
    m_opener->open(path);
}

void MainWindow::offerRecovery()
{
    m_recovery->offer();
}

void MainWindow::branchSession(EventSeq event, const QString &path)
{
    m_opener->branch(event, path);
}

void MainWindow::createSession(const session::Setup &setup, const QString &path)
{
    m_opener->create(setup, path);
}

void MainWindow::attach()
{
    using conductor::Engine;
    Engine *engine = &this->engine();
    connect(engine, &Engine::opened, this, &MainWindow::beginSession); // by who drives this engine from outside
    connect(engine, &Engine::failed, this, &MainWindow::fail);
    connect(engine, &Engine::changed, this, [this](const SnapshotPtr &snapshot) {
        // However many came while the window was busy, only the latest is worth its work.
        m_latest = snapshot;
        m_snapshot ? m_showTimer.start() : showSnapshot(snapshot);
    });
    connect(engine, &Engine::eventAppended, this, [this](const session::Event &event) { m_panes.log->append(event); });
    connect(engine, &Engine::stopped, this, &MainWindow::say);
    m_compareConsoles->setEngine(engine);
    m_panes.consoles->setEngine(engine);
    m_panes.buildLog->setEngine(engine);
}

void MainWindow::beginSession()
{
    const bool first = m_snapshot == nullptr;
    if (!first) {
        m_keeper->keep();
    }
    m_keeper->pause();
    m_snapshot.reset();
    m_opener->setSnapshot({});
    m_control->setSnapshot({});
    m_connections->setSnapshot({});
    m_showTimer.stop();
    m_memory->setSession(*engine().snapshot()->state);
    m_choice->forget();
    m_trail->forget();
    m_details->forget();
    m_message->hide();
    m_panes.log->setEvents({});
    engine().readEvents(this, [this, asked = &engine()](const std::vector<session::Event> &events) {
        if (asked == &engine()) {
            m_panes.log->setEvents(events);
        }
    });
    m_pages->setCurrentIndex(1);
    m_keeper->bringBackLayout(first);
    rememberRecent(engine().snapshot()->path);
    Q_EMIT sessionOpened();
}

void MainWindow::showSnapshot(const SnapshotPtr &snapshot)
{
    const bool backFromPast = m_snapshot && m_snapshot->past && !snapshot->past;
    const bool sameState = m_snapshot && m_snapshot->state == snapshot->state;
    const bool samePlan = m_snapshot && (m_snapshot->plan == snapshot->plan || *m_snapshot->plan == *snapshot->plan);
    const bool sameActivity = m_snapshot && m_snapshot->activity == snapshot->activity;
    m_snapshot = snapshot;
    m_choice->setSnapshot(snapshot);
    m_exports->setSnapshot(snapshot);
    m_compareConsoles->setSnapshot(snapshot);
    m_opener->setSnapshot(snapshot);
    m_control->setSnapshot(snapshot);
    m_connections->setSnapshot(snapshot);
    m_status->show(*snapshot);
    m_actions.update(*snapshot, m_choice->current());
    if (!sameState || !samePlan || !sameActivity) {
        m_panes.historyModel->setSnapshot(snapshot);
        m_panes.ribbon->setMarks(m_panes.historyModel->marks());
        m_panes.steps->setSnapshot(snapshot);
        m_runCopy->choose(snapshot, m_panes.steps->currentRun());
        m_panes.phases->setSnapshot(snapshot);
        m_panes.consoles->setSnapshot(snapshot);
        m_panes.buildLog->setSnapshot(snapshot);
        showTitle();
    }
    if (!sameState || !samePlan) {
        m_choice->update();
        m_levels->setChosen(m_choice->current());
        m_trail->begin();
    }
    showDetails();
    m_keeper->bringBack(*snapshot->state);
    m_openMark->set(snapshot->path, m_opener->isBusy());
    if (snapshot->readOnly) {
        say(snapshot->readOnlyReason);
    } else if (m_opener->isBusy() || backFromPast) {
        m_message->hide();
    }
}

void MainWindow::showDetails()
{
    if (m_snapshot) {
        m_details->show(m_snapshot, m_choice->current());
    }
}

void MainWindow::showTitle()
{
    const conductor::Plan &plan = *m_snapshot->plan;
    const bool needsPerson = plan.action == conductor::Plan::Action::NeedsPerson;
    const QString state = needsPerson ? tr("needs your verdict") : conductor::word(plan.phase);
    setWindowTitle(u"%1 — %2 — Culprit"_s.arg(QFileInfo(m_snapshot->path).completeBaseName(), state));
    announce(needsPerson ? tr("Needs your verdict: %1").arg(plan.reason) : u"%1: %2"_s.arg(state, plan.reason));
}

void MainWindow::say(const QString &text)
{
    m_message->setText(text);
    m_message->show();
    announce(text);
}

void MainWindow::fail(const Error &error)
{
    say(QString::fromStdString(error.message));
}

void MainWindow::announce(const QString &text)
{
    if (text == m_announced || text.isEmpty()) {
        return;
    }
    m_announced = text;
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

void MainWindow::skipRange()
{
    SkipRangeDialog dialog(m_snapshot, m_choice->current(), qEnvironmentVariable("USER"), this);
    connect(&dialog, &SkipRangeDialog::previewWanted, this, [this, &dialog](const session::Payload &judgement) {
        engine().preview(judgement, &dialog,
                         [&dialog](const conductor::Preview &preview) { dialog.setPreview(preview.text); });
    });
    if (dialog.exec() == QDialog::Accepted && dialog.judgement()) {
        engine().judge(*dialog.judgement());
    }
}

void MainWindow::newBisection(const session::Setup *setup)
{
    NewBisectionDialog dialog(this);
    dialog.setSurroundings(m_session->places(), m_settings.value(recentKey).toStringList());
    dialog.setSessionsFolder(m_preferences->values().sessionsFolder);
    if (setup != nullptr) {
        dialog.setSetup(*setup);
    }
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const auto chosen = dialog.setup();
    if (!chosen) {
        fail(chosen.error());
    } else {
        m_opener->create(*chosen, dialog.sessionFile(), dialog.startsAtOnce());
    }
}

void MainWindow::copyReport()
{
    if (m_snapshot) {
        QGuiApplication::clipboard()->setText(reportText(*m_snapshot));
        statusBar()->showMessage(tr("The report is in the clipboard."), 3000);
    }
}

void MainWindow::rememberRecent(const QString &session)
{
    const QString path = m_opener->logOf(session);
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    recent.resize(std::min<qsizetype>(recent.size(), rememberedSessions));
    m_settings.setValue(recentKey, recent);
}

/// Of the sessions that are opened from now on.
void MainWindow::limitCache()
{
    m_session->setPlaces(limitedPlaces(m_session->places(), m_preferences->values()));
}

void MainWindow::lookForSessions()
{
    const QString &folder = m_preferences->values().sessionsFolder;
    m_opener->setFolder(folder);
    m_catalog->look(m_settings.value(recentKey).toStringList(), folder);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_keeper->keep();
    if (m_opener->isBusy()) {
        // The engine ends what runs and keeps what is known; resume goes on from there.
        engine().stopNow();
    }
    QMainWindow::closeEvent(event);
}

} // namespace culprit::app
