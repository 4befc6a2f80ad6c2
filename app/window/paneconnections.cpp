// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/paneconnections.h"

#include "app/window/actions.h"
#include "app/window/commitchoice.h"
#include "app/window/consolewall.h"
#include "app/window/framemenu.h"
#include "app/window/hunkblame.h"
#include "app/window/logpane.h"
#include "app/window/panes.h"
#include "app/window/sessionslot.h"
#include "widgets/activitylog.h"
#include "widgets/auditview.h"
#include "widgets/codeedit.h"
#include "widgets/commitview.h"
#include "widgets/consolekeys.h"
#include "widgets/consoleview.h"
#include "widgets/decisionview.h"
#include "widgets/diffview.h"
#include "widgets/direction.h"
#include "widgets/historyview.h"
#include "widgets/rangeribbon.h"
#include "widgets/revisionkeys.h"
#include "widgets/stepsview.h"
#include "widgets/timebar.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QAction>
#include <QMenu>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using history::ObjectId;
using session::Verdict;

namespace
{

QString author()
{
    return qEnvironmentVariable("USER");
}

QString named(const ObjectId &id)
{
    return widgets::leftToRight(QString::fromStdString(id.shortHex()));
}

} // namespace

PaneConnections::PaneConnections(const Panes &panes, const Actions &actions, SessionSlot &session, CommitChoice &choice,
                                 QObject *parent)
    : QObject(parent),
      m_panes(panes),
      m_actions(actions),
      m_session(session),
      m_choice(choice),
      m_frames(new FrameMenu(panes, choice, this)),
      m_blame(new HunkBlame(*panes.commit, this))
{
    connectActions();
    connectGraph();
    connectSteps();
    connectOthers();
}

void PaneConnections::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_frames->setSnapshot(snapshot);
    m_blame->setSnapshot(snapshot);
}

void PaneConnections::setLetterKeys(bool on) const
{
    m_panes.history->keys()->setLetters(on);
    m_panes.steps->keys()->setLetters(on);
    m_panes.titles->setLetters(on);
    m_panes.consoles->setLetterKeys(on);
    m_panes.buildLog->view()->keys()->setLetters(on);
}

void PaneConnections::connectActions()
{
    const auto ofChosen = [this](QAction *action, auto doIt) {
        connect(action, &QAction::triggered, this, [this, doIt] {
            if (const auto id = m_choice.current()) {
                doIt(*id);
            }
        });
    };
    ofChosen(m_actions.good, [this](const ObjectId &id) { judge(id, Verdict::Good); });
    ofChosen(m_actions.bad, [this](const ObjectId &id) { judge(id, Verdict::Bad); });
    ofChosen(m_actions.skip, [this](const ObjectId &id) { judge(id, Verdict::Skip); });
    ofChosen(m_actions.retest, [this](const ObjectId &id) { retest(id); });
    ofChosen(m_actions.testNext, [this](const ObjectId &id) { testNext(id); });
    ofChosen(m_actions.removeVerdict, [this](const ObjectId &id) { removeVerdict(id); });
    ofChosen(m_actions.showDetails, [this](const ObjectId &id) { showCommit(id, m_panes.decision); });
    ofChosen(m_actions.showDiff, [this](const ObjectId &id) { showCommit(id, m_panes.commit); });
    ofChosen(m_actions.showConsole, [this](const ObjectId &id) { showConsoleOf(id); });
    connect(m_actions.undo, &QAction::triggered, this, [this] { m_session.engine().undo(); });
    connect(m_actions.redo, &QAction::triggered, this, [this] { m_session.engine().redo(); });
    connect(m_actions.goToCurrent, &QAction::triggered, &m_choice, &CommitChoice::goToCurrent);
    connect(m_actions.previousTested, &QAction::triggered, m_panes.history,
            [this] { m_panes.history->goToTested(false); });
    connect(m_actions.nextTested, &QAction::triggered, m_panes.history, [this] { m_panes.history->goToTested(true); });
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { m_panes.cycle(true); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { m_panes.cycle(false); });
    for (qsizetype i = 0; i < m_actions.panes.size(); ++i) {
        connect(m_actions.panes.at(i), &QAction::triggered, this, [this, i] { m_panes.goTo(m_panes.docks.at(i)); });
    }
}

template <class View>
void PaneConnections::connectKeys(const View &view)
{
    using widgets::RevisionKeys;
    const RevisionKeys *keys = view.keys();
    connect(keys, &RevisionKeys::verdictWanted, this,
            [this](const ObjectId &id, Verdict verdict) { judge(id, verdict); });
    connect(keys, &RevisionKeys::verdictRemovalWanted, this, &PaneConnections::removeVerdict);
    connect(keys, &RevisionKeys::retestWanted, this, &PaneConnections::retest);
    connect(keys, &RevisionKeys::testNextWanted, this, &PaneConnections::testNext);
    connect(keys, &RevisionKeys::diffWanted, this, [this](const ObjectId &id) { showCommit(id, m_panes.commit); });
    connect(keys, &RevisionKeys::consoleWanted, this, &PaneConnections::showConsoleOf);
}

void PaneConnections::connectGraph()
{
    using widgets::HistoryView;
    const auto showDetails = [this](const ObjectId &id) { showCommit(id, m_panes.commit); };
    connect(m_panes.ribbon, &widgets::RangeRibbon::commitSelected, &m_choice, &CommitChoice::select);
    connect(m_panes.ribbon, &widgets::RangeRibbon::commitActivated, this, showDetails);
    connect(m_panes.history, &HistoryView::commitSelected, &m_choice, &CommitChoice::select);
    connect(m_panes.history, &HistoryView::commitActivated, this, showDetails);
    connect(m_panes.history, &HistoryView::menuWanted, this, [this](const ObjectId &id, const QPoint &position) {
        m_choice.select(id);
        QMenu menu;
        menu.setToolTipsVisible(true);
        menu.addActions({m_actions.good, m_actions.bad, m_actions.skip, m_actions.retest, m_actions.testNext,
                         m_actions.removeVerdict});
        menu.addSeparator();
        menu.addActions({m_actions.showDetails, m_actions.showDiff, m_actions.showConsole});
        menu.exec(position);
    });
    connectKeys(*m_panes.history);
}

void PaneConnections::connectSteps()
{
    using widgets::StepsView;
    connect(m_panes.steps, &StepsView::revisionSelected, &m_choice, &CommitChoice::select);
    connect(m_panes.steps, &StepsView::revisionActivated, this,
            [this](const ObjectId &id) { showCommit(id, m_panes.decision); });
    connect(m_panes.steps, &StepsView::runActivated, this, &PaneConnections::showRun);
    connect(m_panes.steps, &StepsView::buildActivated, this, &PaneConnections::showBuild);
    connect(m_panes.steps, &StepsView::menuWanted, this, [this](const QPoint &position) {
        QMenu menu;
        menu.setToolTipsVisible(true);
        menu.addAction(m_actions.copyRun);
        menu.addSeparator();
        menu.addActions({m_actions.showDetails, m_actions.showDiff, m_actions.showConsole});
        menu.exec(position);
    });
    connectKeys(*m_panes.steps);
}

void PaneConnections::connectOthers()
{
    using widgets::TimeBar;
    const auto judgeAs = [this](const session::Payload &payload) { m_session.engine().judge(payload); };
    connect(m_panes.commit, &widgets::CommitView::commitWanted, &m_choice, &CommitChoice::select);
    connect(m_frames, &FrameMenu::wanted, this, [this](const ObjectId &commit, const widgets::Frame &frame) {
        showCommit(commit, m_panes.commit);
        m_panes.commit->showFrame(frame);
        m_panes.commit->diff()->text()->setFocus();
    });
    connect(m_panes.audit, &widgets::AuditView::revisionSelected, &m_choice, &CommitChoice::select);
    connect(m_panes.log, &widgets::ActivityLogView::eventActivated, this, &PaneConnections::showJournalEntry);
    connect(m_panes.titles, &widgets::TitlesView::relevanceChosen, this,
            [judgeAs](const QString &title, std::optional<session::Relevance> relevance) {
                judgeAs(session::TitleJudged{title, relevance, {}, author()});
            });
    connect(m_panes.verdictBar, &widgets::VerdictBar::judged, this, judgeAs);
    const auto showPreviews = [this](auto *pane) {
        connect(pane, &std::remove_pointer_t<decltype(pane)>::previewWanted, this, [this, pane](const auto &payload) {
            m_session.engine().preview(payload, this, [pane](const conductor::Preview &preview) {
                pane->setPreview(preview.conflicts.empty() ? preview.text
                                                           : preview.text + u" — "_s + preview.conflicts.front());
            });
        });
    };
    showPreviews(m_panes.verdictBar);
    showPreviews(m_panes.titles);
    connect(m_panes.timeBar, &TimeBar::eventWanted, this, [this](EventSeq event) { m_session.engine().lookAt(event); });
    connect(m_panes.timeBar, &TimeBar::nowWanted, this, [this] { m_session.engine().lookAtNow(); });
    connect(m_panes.log, &widgets::ActivityLogView::momentWanted, this, [this](EventSeq event) {
        m_panes.timeBar->setMoment(event);
        m_session.engine().lookAt(event);
    });
}

void PaneConnections::judge(const ObjectId &id, std::optional<Verdict> verdict)
{
    m_session.engine().judge(session::VerdictJudged{id, verdict, {}, author()});
}

void PaneConnections::removeVerdict(const ObjectId &id)
{
    const session::RevisionState *revision = m_snapshot ? m_snapshot->state->revision(id) : nullptr;
    if (revision != nullptr && (revision->judged || revision->thought)) {
        judge(id, std::nullopt);
    } else {
        Q_EMIT said(tr("Nobody judged %1: there is nothing to remove.").arg(named(id)));
    }
}

void PaneConnections::retest(const ObjectId &id)
{
    m_session.engine().judge(session::RetestAsked{id, retestRuns, {}, author()});
}

/// Runs that are asked for come first, of whichever revision.
void PaneConnections::testNext(const ObjectId &id)
{
    const session::RevisionState *revision = m_snapshot ? m_snapshot->state->revision(id) : nullptr;
    if (revision != nullptr && revision->tally.ended() + revision->tally.running > 0) {
        Q_EMIT said(tr("%1 was run already: Retest runs it again.").arg(named(id)));
    } else {
        retest(id);
    }
}

void PaneConnections::showCommit(const ObjectId &id, QWidget *tab)
{
    m_choice.select(id);
    m_panes.details->setCurrentWidget(tab);
    m_panes.raise(m_panes.dockOf(m_panes.details));
}

/// The run that is chosen in the steps if it is one of the revision's, else the one that stands for its verdict, else
/// its latest; without runs the latest build.
void PaneConnections::showConsoleOf(const ObjectId &id)
{
    const session::RevisionState *revision = m_snapshot ? m_snapshot->state->revision(id) : nullptr;
    if (revision == nullptr || (revision->runs.empty() && revision->builds.empty())) {
        Q_EMIT said(tr("%1 was neither built nor run: it has no console.").arg(named(id)));
        return;
    }
    const auto chosen = m_panes.steps->currentRun();
    if (chosen && std::ranges::contains(revision->runs, *chosen)) {
        showRun(*chosen);
    } else if (const session::RunState *hit = m_snapshot->state->representativeHit(id)) {
        showRun(hit->started.run);
    } else if (!revision->runs.empty()) {
        showRun(revision->runs.back());
    } else {
        showBuild(revision->builds.back());
    }
}

/// What an event of the journal is about: its run, its build or its revision.
void PaneConnections::showJournalEntry(EventSeq seq)
{
    m_session.engine().readEvents(this, [this, seq](const std::vector<session::Event> &events) {
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
                    m_choice.select(payload.revision);
                } else if constexpr (requires { payload.release; }) {
                    m_choice.select(payload.release.commit);
                }
            },
            event->payload);
    });
}

void PaneConnections::showRun(RunId run)
{
    m_panes.consoles->showRun(run);
    m_panes.raise(m_panes.dockOf(m_panes.consoles));
}

void PaneConnections::showBuild(BuildId build)
{
    m_panes.buildLog->showBuild(build);
    m_panes.raise(m_panes.dockOf(m_panes.buildLog));
}

} // namespace culprit::app
