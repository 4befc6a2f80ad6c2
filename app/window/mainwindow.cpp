// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainwindow.h"

#include "app/cli/report.h"
#include "app/democase.h"
#include "app/logimport.h"
#include "app/window/commitchoice.h"
#include "app/window/comparewindow.h"
#include "app/window/detailtabs.h"
#include "app/window/exports.h"
#include "app/window/followupmaker.h"
#include "app/window/graphlevels.h"
#include "app/window/logpane.h"
#include "app/window/newbisectiondialog.h"
#include "app/window/runcopy.h"
#include "app/window/sessionslot.h"
#include "app/window/skiprangedialog.h"
#include "app/window/startpage.h"
#include "app/window/statusline.h"
#include "app/window/themesetting.h"
#include "engine/conductor/onworker.h"
#include "engine/session/branch.h"
#include "widgets/activitylog.h"
#include "widgets/auditview.h"
#include "widgets/commitview.h"
#include "widgets/consoleview.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/phasesview.h"
#include "widgets/rangeribbon.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/timebar.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
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

constexpr int rememberedSessions = 12;
constexpr qint64 largestLog = 256 << 20; // bytes
constexpr int layoutVersion = 1;         // of the stored docks; another one is not restored
const QString geometryKey = u"window/geometry"_s;
const QString layoutKey = u"window/layout"_s;
const QString recentKey = u"recent"_s;

QString author()
{
    return qEnvironmentVariable("USER");
}

bool isActive(Mode mode)
{
    return mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing || mode == Mode::Stopping;
}

QString sessionFilter()
{
    return MainWindow::tr("Sessions (*.culprit);;Bisection logs (*)");
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

MainWindow::MainWindow(const conductor::Places &places, QSettings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_panes(*this),
      m_actions(*this),
      m_session(std::make_unique<SessionSlot>(places)),
      m_choice(std::make_unique<CommitChoice>(m_panes, *m_session)),
      m_details(std::make_unique<DetailTabs>(m_panes, *m_session)),
      m_exports(new Exports(this)),
      m_compare(new CompareWindow(this)),
      m_runCopy(new RunCopy(m_actions.copyRun, this)),
      m_startPage(new StartPage(m_actions.newBisection, m_actions.open, m_actions.demo)),
      m_message(new QLabel),
      m_status(std::make_unique<StatusLine>(statusBar())),
      m_doctor(new Doctor(places, this))
{
    setWindowTitle(tr("Culprit"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    if (QGuiApplication::platformName() == u"offscreen"_s) {
        layout()->setSizeConstraint(
            QLayout::SetNoConstraint); // no window manager there that a least size could be told
    }
    makeCentre();
    m_actions.fillMenus(*menuBar(), m_panes.docks, m_levels->actions());
    makeToolBar();
    connectActions();
    connectPanes();
    connectHistory();
    connectTimeBar();
    attach();
    connect(m_session.get(), &SessionSlot::failed, this, &MainWindow::fail);
    connect(m_session.get(), &SessionSlot::changed, this, [this] {
        attach();
        beginSession();
    });
    m_showTimer.setSingleShot(true);
    connect(&m_showTimer, &QTimer::timeout, this, [this] { showSnapshot(m_latest); });
    restore();
    m_startPage->setRecent(m_settings.value(recentKey).toStringList());
    connect(m_startPage, &StartPage::openWanted, this, &MainWindow::openSession);
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

void MainWindow::restore()
{
    resize(1280, 820);
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    const widgets::Theme theme = storedTheme(m_settings);
    QAction *checked = theme == widgets::Theme::Light  ? m_actions.lightTheme
                       : theme == widgets::Theme::Dark ? m_actions.darkTheme
                                                       : m_actions.systemTheme;
    checked->setChecked(true);
}

void MainWindow::store()
{
    m_settings.setValue(geometryKey, saveGeometry());
    if (m_snapshot) {
        m_settings.setValue(layoutKey, saveState(layoutVersion));
    }
}

void MainWindow::connectActions()
{
    connect(m_actions.newBisection, &QAction::triggered, this, [this] { newBisection(); });
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::chooseSession);
    connect(m_actions.demo, &QAction::triggered, this, &MainWindow::startDemo);
    connect(m_actions.copyReport, &QAction::triggered, this, &MainWindow::copyReport);
    connect(m_actions.copyRun, &QAction::triggered, this, [this] { m_runCopy->copy(m_session->places()); });
    connect(m_runCopy, &RunCopy::copied, this, [this](const QString &text) { statusBar()->showMessage(text, 5000); });
    connect(m_runCopy, &RunCopy::failed, this, &MainWindow::fail);
    for (const QAction *action : m_actions.exports) {
        connect(action, &QAction::triggered, this, [this, action] { m_exports->ask(*action); });
    }
    connect(m_exports, &Exports::done, this, [this](const QString &text) { statusBar()->showMessage(text, 5000); });
    connect(m_exports, &Exports::failed, this, &MainWindow::fail);
    connect(m_actions.compare, &QAction::triggered, this, &MainWindow::compare);
    connect(m_compare, &CompareWindow::failed, this, &MainWindow::fail);
    connect(m_compare, &CompareWindow::revisionSelected, m_choice.get(), &CommitChoice::select);
    connect(m_actions.giveTree, &QAction::triggered, this, &MainWindow::giveTree);
    connect(&m_logOpener, &LogOpener::opened, m_session.get(), &SessionSlot::open);
    connect(&m_logOpener, &LogOpener::failed, this, &MainWindow::fail);
    m_followUps = new FollowUpMaker(this);
    connect(m_actions.followUp, &QAction::triggered, this, [this] { m_followUps->make(m_snapshot); });
    connect(m_followUps, &FollowUpMaker::failed, this, &MainWindow::fail);
    connect(m_followUps, &FollowUpMaker::made, this, [this](const session::Setup &setup, const QString &sentence) {
        say(sentence);
        newBisection(&setup);
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.start, &QAction::triggered, this, [this] { engine().start(); });
    connect(m_actions.pause, &QAction::triggered, this, [this] { engine().pauseAfterStep(); });
    connect(m_actions.stop, &QAction::triggered, this, [this] { engine().stopNow(); });
    connect(m_actions.good, &QAction::triggered, this, [this] { judgeTarget(Verdict::Good); });
    connect(m_actions.bad, &QAction::triggered, this, [this] { judgeTarget(Verdict::Bad); });
    connect(m_actions.skip, &QAction::triggered, this, [this] { judgeTarget(Verdict::Skip); });
    connect(m_actions.skipRange, &QAction::triggered, this, &MainWindow::skipRange);
    connect(m_actions.retest, &QAction::triggered, this, &MainWindow::retestTarget);
    connect(m_actions.undo, &QAction::triggered, this, [this] { engine().undo(); });
    connect(m_actions.redo, &QAction::triggered, this, [this] { engine().redo(); });
    connect(m_actions.goToCurrent, &QAction::triggered, m_choice.get(), &CommitChoice::goToCurrent);
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { m_panes.cycle(true); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { m_panes.cycle(false); });
    connect(m_actions.resetLayout, &QAction::triggered, this, [this] { m_panes.resetLayout(); });
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

void MainWindow::connectPanes()
{
    connect(m_choice.get(), &CommitChoice::changed, this, [this] {
        m_actions.update(*m_snapshot, m_choice->current().has_value());
        showDetails();
    });
    connect(m_panes.steps, &widgets::StepsView::revisionSelected, m_choice.get(), &CommitChoice::select);
    connect(m_panes.steps, &widgets::StepsView::runActivated, this, &MainWindow::showRun);
    connect(m_panes.steps, &widgets::StepsView::currentChanged, this,
            [this] { m_runCopy->choose(m_snapshot, m_panes.steps->currentRun()); });
    connect(m_panes.steps, &widgets::StepsView::menuWanted, this, [this](const QPoint &position) {
        QMenu menu;
        menu.setToolTipsVisible(true);
        menu.addAction(m_actions.copyRun);
        menu.exec(position);
    });
    connect(m_panes.steps, &widgets::StepsView::buildActivated, this, &MainWindow::showBuild);
    connect(m_panes.commit, &widgets::CommitView::commitWanted, m_choice.get(), &CommitChoice::select);
    connect(m_panes.log, &widgets::ActivityLogView::eventActivated, this, &MainWindow::showJournalEntry);
    connect(m_panes.report, &widgets::ReportView::saveWanted, this,
            [this] { m_exports->ask(*m_actions.exports.front()); });
    connect(m_panes.audit, &widgets::AuditView::revisionSelected, m_choice.get(), &CommitChoice::select);
    connect(m_panes.details, &QTabWidget::currentChanged, this, &MainWindow::showDetails);
    connect(m_panes.titles, &widgets::TitlesView::relevanceChosen, this,
            [this](const QString &title, std::optional<session::Relevance> relevance) {
                engine().judge(session::TitleJudged{title, relevance, {}, author()});
            });
    connect(m_panes.verdictBar, &widgets::VerdictBar::judged, this,
            [this](const session::Payload &payload) { engine().judge(payload); });
    const auto showPreviews = [this](auto *pane) {
        connect(pane, &std::remove_pointer_t<decltype(pane)>::previewWanted, this, [this, pane](const auto &payload) {
            engine().preview(payload, this, [pane](const conductor::Preview &preview) {
                pane->setPreview(preview.conflicts.empty() ? preview.text
                                                           : preview.text + u" — "_s + preview.conflicts.front());
            });
        });
    };
    showPreviews(m_panes.verdictBar);
    showPreviews(m_panes.titles);
}

void MainWindow::connectHistory()
{
    using widgets::HistoryView;
    const auto showCommit = [this](const ObjectId &id) {
        m_choice->select(id);
        m_panes.details->setCurrentWidget(m_panes.commit);
    };
    connect(m_panes.ribbon, &widgets::RangeRibbon::commitSelected, m_choice.get(), &CommitChoice::select);
    connect(m_panes.ribbon, &widgets::RangeRibbon::commitActivated, this, showCommit);
    connect(m_panes.history, &HistoryView::commitSelected, m_choice.get(), &CommitChoice::select);
    connect(m_panes.history, &HistoryView::commitActivated, this, showCommit);
    connect(m_panes.history, &HistoryView::verdictWanted, this, [this](const ObjectId &id, Verdict verdict) {
        engine().judge(session::VerdictJudged{id, verdict, {}, author()});
    });
    connect(m_panes.history, &HistoryView::verdictRemovalWanted, this,
            [this](const ObjectId &id) { engine().judge(session::VerdictJudged{id, std::nullopt, {}, author()}); });
    connect(m_panes.history, &HistoryView::retestWanted, this,
            [this](const ObjectId &id) { engine().judge(session::RetestAsked{id, retestRuns, {}, author()}); });
    connect(m_panes.history, &HistoryView::menuWanted, this, [this](const ObjectId &id, const QPoint &position) {
        m_choice->select(id);
        QMenu::exec({m_actions.good, m_actions.bad, m_actions.skip, m_actions.retest}, position, nullptr, this);
    });
}

void MainWindow::connectTimeBar()
{
    using widgets::TimeBar;
    connect(m_panes.timeBar, &TimeBar::eventWanted, this, [this](EventSeq event) { engine().lookAt(event); });
    connect(m_panes.log, &widgets::ActivityLogView::momentWanted, this, [this](EventSeq event) {
        m_panes.timeBar->setMoment(event);
        engine().lookAt(event);
    });
    connect(m_panes.timeBar, &TimeBar::branchWanted, this, &MainWindow::goOnFrom);
    connect(m_panes.timeBar, &TimeBar::nowWanted, this, [this] { engine().lookAtNow(); });
}

void MainWindow::openSession(const QString &path)
{
    if (m_snapshot && QFileInfo(m_snapshot->path) == QFileInfo(path)) {
        say(tr("%1 is the session that is shown.").arg(path));
        return;
    }
    if (mayLeaveSession()) {
        mayBeLog(path) ? m_logOpener.open(path, {}) : m_session->open(path);
    }
}

void MainWindow::compare()
{
    const QString other = QFileDialog::getOpenFileName(this, tr("Compare with"), {}, sessionFilter());
    if (m_snapshot && !other.isEmpty()) {
        m_compare->open(m_snapshot, other);
    }
}

/// An imported log is read again, with the commits between its revisions.
void MainWindow::giveTree()
{
    if (!m_snapshot || !m_snapshot->state->imported || !mayLeaveSession()) {
        return;
    }
    const QString repo = QFileDialog::getExistingDirectory(this, tr("Kernel tree with the commits of the log"));
    if (repo.isEmpty()) {
        return;
    }
    const session::LogImported &imported = *m_snapshot->state->imported;
    engine().readLog(imported.log, 0, largestLog, this,
                     [this, name = imported.name, repo](const QByteArray &log, qint64) {
                         m_logOpener.open(log, name.isEmpty() ? u"imported"_s : name, repo);
                     });
}

void MainWindow::goOnFrom(EventSeq event)
{
    const QFileInfo file(m_snapshot->path);
    const QString name = u"%1-%2.culprit"_s.arg(file.completeBaseName()).arg(event.value);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("A new session that goes on from event %1").arg(event.value), file.dir().filePath(name),
        tr("Sessions (*.culprit)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) {
        branchSession(event, path);
    }
}

void MainWindow::branchSession(EventSeq event, const QString &path)
{
    if (!mayLeaveSession()) {
        return;
    }
    conductor::onWorker(
        this, [from = m_snapshot->path, event, path] { return session::branchSession(from, event, path); },
        [this, path](const Result<session::Branched> &branched) {
            if (branched) {
                m_session->open(path);
            } else {
                fail(branched.error());
            }
        });
}

void MainWindow::createSession(const session::Setup &setup, const QString &path)
{
    if (mayLeaveSession()) {
        m_session->create(setup, path);
    }
}

bool MainWindow::mayLeaveSession()
{
    return !m_snapshot || !isActive(m_snapshot->activity.mode) ||
           QMessageBox::question(this, tr("A bisection runs"),
                                 tr("Another session ends what runs now. It can be resumed later from where it is.")) ==
               QMessageBox::Yes;
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
    m_panes.console->setEngine(engine);
    m_panes.buildLog->setEngine(engine);
}

void MainWindow::beginSession()
{
    const bool first = m_snapshot == nullptr;
    m_snapshot.reset();
    m_showTimer.stop();
    m_choice->forget();
    m_details->forget();
    m_message->hide();
    m_panes.log->setEvents({});
    engine().readEvents(this, [this, asked = &engine()](const std::vector<session::Event> &events) {
        if (asked == &engine()) {
            m_panes.log->setEvents(events);
        }
    });
    m_pages->setCurrentIndex(1);
    if (first && !restoreState(m_settings.value(layoutKey).toByteArray(), layoutVersion)) {
        m_panes.resetLayout();
    }
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
    m_status->show(*snapshot);
    m_actions.update(*snapshot, m_choice->current().has_value());
    if (!sameState || !samePlan || !sameActivity) {
        m_panes.historyModel->setSnapshot(snapshot);
        m_panes.ribbon->setSnapshot(snapshot);
        m_panes.steps->setSnapshot(snapshot);
        m_runCopy->choose(snapshot, m_panes.steps->currentRun());
        m_panes.phases->setSnapshot(snapshot);
        m_panes.console->setSnapshot(snapshot);
        m_panes.buildLog->setSnapshot(snapshot);
        showTitle();
    }
    if (!sameState || !samePlan) {
        m_choice->update();
    }
    showDetails();
    if (snapshot->readOnly) {
        say(snapshot->readOnlyReason);
    } else if (isActive(snapshot->activity.mode) || backFromPast) {
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

/// What an event of the journal is about: its run, its build or its revision.
void MainWindow::showJournalEntry(EventSeq seq)
{
    engine().readEvents(this, [this, seq](const std::vector<session::Event> &events) {
        const auto event = std::ranges::find(events, seq, &session::Event::seq);
        if (event == events.end()) {
            return;
        }
        std::visit(
            [this](const auto &payload) {
                if constexpr (requires { payload.run; }) {
                    showRun(payload.run);
                } else if constexpr (requires { payload.build; }) {
                    showBuild(payload.build);
                } else if constexpr (requires { payload.revision; }) {
                    m_choice->select(payload.revision);
                } else if constexpr (requires { payload.release; }) {
                    m_choice->select(payload.release.commit);
                }
            },
            event->payload);
    });
}

void MainWindow::showRun(RunId run)
{
    m_panes.console->showRun(run);
    raise(m_panes.console);
}

void MainWindow::showBuild(BuildId build)
{
    m_panes.buildLog->showBuild(build);
    raise(m_panes.buildLog);
}

void MainWindow::raise(const QWidget *pane)
{
    QDockWidget *dock = m_panes.dockOf(pane);
    dock->show();
    dock->raise();
}

void MainWindow::judgeTarget(std::optional<Verdict> verdict)
{
    if (const auto id = m_choice->current()) {
        engine().judge(session::VerdictJudged{*id, verdict, {}, author()});
    }
}

void MainWindow::retestTarget()
{
    if (const auto id = m_choice->current()) {
        engine().judge(session::RetestAsked{*id, retestRuns, {}, author()});
    }
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
    SkipRangeDialog dialog(m_snapshot, m_choice->current(), author(), this);
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
    if (setup != nullptr) {
        dialog.setSetup(*setup);
    }
    if (dialog.exec() == QDialog::Accepted) {
        if (const auto chosen = dialog.setup()) {
            createSession(*chosen, dialog.sessionFile());
        }
    }
}

void MainWindow::chooseSession()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open session"), {}, sessionFilter());
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
        m_session->setPlaces(made->places);
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

void MainWindow::setTheme(widgets::Theme theme)
{
    widgets::applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), theme);
    storeTheme(m_settings, theme);
}

void MainWindow::rememberRecent(const QString &session)
{
    const QString path = m_logOpener.logOf(session);
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    recent.resize(std::min<qsizetype>(recent.size(), rememberedSessions));
    m_settings.setValue(recentKey, recent);
    m_startPage->setRecent(recent);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    store();
    if (m_snapshot && isActive(m_snapshot->activity.mode)) {
        // The engine ends what runs and keeps what is known; resume goes on from there.
        engine().stopNow();
    }
    QMainWindow::closeEvent(event);
}

} // namespace culprit::app
