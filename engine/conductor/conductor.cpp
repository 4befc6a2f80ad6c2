// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/conductor.h"

#include "engine/conductor/allowance.h"
#include "engine/conductor/configkeeper.h"
#include "engine/conductor/estimate.h"
#include "engine/conductor/inquiry.h"
#include "engine/conductor/logkeeper.h"
#include "engine/conductor/onworker.h"
#include "engine/conductor/releases.h"
#include "engine/conductor/revertmaker.h"
#include "engine/conductor/sessionmaker.h"
#include "engine/conductor/testbed.h"
#include "engine/conductor/workshop.h"
#include "engine/kernel/buildslot.h"
#include "engine/machine/hostload.h"
#include "engine/session/sessionfile.h"

#include <QDateTime>
#include <QDir>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr int publishInterval = 50; // ms; the window needs no more than 20 pictures a second

/// Differs from run to run, is the same when a session is repeated with the same seed.
qint64 seedOf(const session::SessionState &state, RunId run)
{
    const qint64 base = state.setup().test.seed != 0 ? state.setup().test.seed : state.createdAt;
    return (base % 1000000) * 100000 + run.value;
}

} // namespace

Conductor::Conductor(const Places &places, QObject *parent)
    : QObject(parent), m_places(places), m_idleness(machine::HostFiles{}, this), m_publishTimer(this)
{
    connect(&m_idleness, &Idleness::foundSpareProcessor, this, [this] {
        if (m_mode == Activity::Mode::Running && m_plan->action == Plan::Action::Test &&
            m_ledger->state().builtBy(m_plan->revision)) {
            buildAhead();
        }
    });
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setInterval(publishInterval);
    connect(&m_publishTimer, &QTimer::timeout, this, &Conductor::publish);
}

Conductor::~Conductor() = default;

void Conductor::create(const session::Setup &setup, const QString &path)
{
    onWorker(
        this, [setup] { return makeSession(setup); },
        [this, path](Result<NewSession> made) {
            if (!made) {
                Q_EMIT failed(made.error());
                return;
            }
            adopt(Ledger::create(path, made->created, made->range), {});
        });
}

void Conductor::open(const QString &path, session::Journal::Access access)
{
    const bool wanted = access != session::Journal::Access::Read;
    const bool allowed = session::SessionFile::isWritable(path);
    const QString forbidden = u"%1 or its folder may not be written: the session is only looked at. "
                              "To go on with it, copy it to a folder of yours."_s;
    adopt(Ledger::open(path, access), !wanted ? u"The session is only looked at."_s
                                      : !allowed
                                          ? forbidden.arg(QDir::toNativeSeparators(path))
                                          : u"Another program works on this session: it is only looked at here."_s);
}

void Conductor::adopt(Result<Ledger> ledger, const QString &readOnlyReason)
{
    if (!ledger) {
        Q_EMIT failed(ledger.error());
        return;
    }
    m_ledger = std::move(*ledger);
    m_logs = std::make_unique<LogKeeper>(m_ledger->journal());
    connect(m_logs.get(), &LogKeeper::grew, this, &Conductor::logGrew);
    connect(m_logs.get(), &LogKeeper::failed, this, &Conductor::failed);
    const bool readOnly = m_ledger->journal().isReadOnly();
    m_readOnlyReason = readOnly ? readOnlyReason : QString();
    m_mode = readOnly ? Activity::Mode::Review : Activity::Mode::Idle;
    m_plan = std::make_shared<const Plan>(planFor(m_ledger->state()));
    Q_EMIT opened(makeSnapshot());
}

void Conductor::start()
{
    if (!m_ledger || m_mode == Activity::Mode::Running || m_mode == Activity::Mode::Starting) {
        return;
    }
    if (m_ledger->journal().isReadOnly()) {
        Q_EMIT failed(Error{Error::Kind::Use, m_readOnlyReason.toStdString()});
        return;
    }
    if (m_mode == Activity::Mode::Pausing) {
        m_pauseAfter.reset();
        m_mode = Activity::Mode::Running;
        publishSoon();
        return;
    }
    if (m_mode == Activity::Mode::Stopping) {
        Q_EMIT failed(Error{Error::Kind::Use, "The session is still stopping: start it again in a moment."});
        return;
    }
    m_mode = Activity::Mode::Starting;
    const session::SessionState &state = m_ledger->state();
    const bool needsConfig = state.setup().kernel.makesConfig() && !state.config;
    m_preparation = std::make_unique<Preparation>(state.setup(), m_places,
                                                  needsConfig ? std::optional(state.newestEnd()) : std::nullopt);
    connect(m_preparation.get(), &Preparation::finished, this, &Conductor::prepared);
    m_preparation->start();
    publish();
}

void Conductor::prepared(Result<Prepared> prepared)
{
    m_preparation.release()->deleteLater();
    if (!prepared) {
        refuse(prepared.error());
        return;
    }
    const Result<QByteArray> config = ownConfig(prepared->config);
    if (!config) {
        refuse(config.error());
        return;
    }
    const session::Setup &setup = m_ledger->state().setup();
    m_workshop = std::make_unique<Workshop>(setup, m_places, *config);
    connect(m_workshop.get(), &Workshop::logged, this, [this](BuildId build, const QByteArray &bytes) {
        m_logs->append(m_ledger->state().builds.at(build).started.log, bytes);
    });
    connect(m_workshop.get(), &Workshop::progressed, this, &Conductor::publishSoon);
    connect(m_workshop.get(), &Workshop::ended, this, &Conductor::buildEnded);
    m_testbed = std::make_unique<Testbed>(setup, *prepared, m_places, m_ledger->journal().path());
    connect(m_testbed.get(), &Testbed::console, this, [this](RunId run, const QByteArray &bytes) {
        m_logs->append(m_ledger->state().runs.at(run).started.console, bytes);
    });
    connect(m_testbed.get(), &Testbed::progressed, this, &Conductor::publishSoon);
    connect(m_testbed.get(), &Testbed::ended, this, &Conductor::runEnded);
    m_inquiry = std::make_unique<Inquiry>();
    connect(m_inquiry.get(), &Inquiry::answered, this, [this](const std::optional<session::Payload> &fact) {
        if (!fact || append(*fact)) {
            act();
        }
    });
    m_allowance = std::make_unique<Allowance>(setup.search);
    connect(m_allowance.get(), &Allowance::timeIsUp, this, [this](const QString &refusal) {
        if (acts()) {
            halt(refusal, false);
        }
    });
    m_logs->setFlushing(true);
    m_mode = Activity::Mode::Running;
    prepared->engine.machines = m_testbed->slotCount();
    if (append(prepared->engine)) {
        act();
    }
}

/// There is nothing to act with.
void Conductor::refuse(const Error &error)
{
    m_mode = Activity::Mode::Idle;
    const QString reason = QString::fromStdString(error.message);
    append(session::EngineStopped{reason, true});
    publish();
    Q_EMIT failed(error);
    Q_EMIT stopped(reason);
}

/// The config that was made for the session, just now or by an engine before; empty if it has none of its own.
Result<QByteArray> Conductor::ownConfig(const std::optional<kernel::MadeConfig> &made)
{
    session::Journal &journal = m_ledger->journal();
    const session::SessionState &state = m_ledger->state();
    if (!made) {
        return state.config ? journal.readLog(state.config->config, 0, journal.logSize(state.config->config))
                            : Result<QByteArray>();
    }
    const auto log = journal.createLog();
    if (!log) {
        return std::unexpected(log.error());
    }
    const auto kept = journal.appendLog(*log, made->text).and_then([&] { return journal.endLog(*log); });
    if (!kept) {
        return std::unexpected(kept.error());
    }
    const session::ConfigMade event{state.setup().kernel.config, state.newestEnd(), *log, made->notes};
    if (const auto appended = m_ledger->append(event); !appended) {
        return std::unexpected(appended.error());
    } else {
        Q_EMIT eventAppended(*appended);
    }
    return made->text;
}

void Conductor::act()
{
    replan();
    publishSoon();
    if (m_mode == Activity::Mode::Stopping) {
        settleHalt();
        return;
    }
    if (!acts()) {
        return;
    }
    if (m_mode == Activity::Mode::Pausing && m_pauseAfter &&
        (m_plan->action != Plan::Action::Test || m_plan->revision != *m_pauseAfter)) {
        halt(u"Paused after the step, as asked."_s, false);
        return;
    }
    switch (m_plan->action) {
    case Plan::Action::Finished:
        finish();
        break;
    case Plan::Action::NeedsPerson:
        halt(m_plan->reason, true);
        break;
    case Plan::Action::Test:
        actOnTest();
        haltIfRefused();
        break;
    case Plan::Action::ReadRange:
        readRange();
        break;
    case Plan::Action::MakeRevert:
        cancelAll();
        makeRevert(*m_plan->culprit, m_plan->revision);
        break;
    }
}

/// What was read is dropped if the session goes another way meanwhile.
void Conductor::readRange()
{
    cancelAll();
    if (m_readsRange) {
        return;
    }
    m_readsRange = true;
    const ObjectId bad = m_ledger->state().created.bad;
    const ObjectId release = m_plan->revision;
    onWorker(
        this, [setup = m_ledger->state().setup().kernel, bad, release] { return readRangeDownTo(setup, bad, release); },
        [this, bad, release](const Result<session::SharedRange> &range) {
            m_readsRange = false;
            if (!acts() || m_ledger->state().created.bad != bad) {
                return;
            }
            const bool isWanted = m_plan->action == Plan::Action::ReadRange && m_plan->revision == release;
            if (isWanted && !range) {
                Q_EMIT failed(range.error());
                halt(QString::fromStdString(range.error().message), true);
            } else if (!isWanted ||
                       report(m_ledger->append(session::GoodEndFound{*m_ledger->state().release(release)}, *range))) {
                act();
            }
        });
}

/// One that the journal tells of as well, for its objects need not be here any more.
void Conductor::makeRevert(const ObjectId &culprit, const ObjectId &tip)
{
    if (m_makesRevert) {
        return;
    }
    m_makesRevert = true;
    onWorker(
        this,
        [repo = repository(), objects = moreObjects(), culprit, tip] {
            return conductor::makeRevert(repo, objects, culprit, tip);
        },
        [this](const Result<session::RevertMade> &made) {
            m_makesRevert = false;
            if (!acts()) {
                return;
            }
            if (!made) {
                Q_EMIT failed(made.error());
                halt(QString::fromStdString(made.error().message), true);
                return;
            }
            m_revertsAtHand.insert(made->commit);
            if (std::ranges::contains(m_ledger->state().reverts, *made) || append(*made)) {
                act();
            }
        });
}

/// What the report wants to say about the culprit is still found out.
void Conductor::finish()
{
    cancelAll();
    m_inquiry->pursue(m_ledger->state(), *m_workshop, m_plan->culprit);
    if (!m_inquiry->isBusy()) {
        halt(m_plan->reason, false);
    }
}

void Conductor::actOnTest()
{
    dropMoot();
    m_inquiry->pursue(m_ledger->state(), *m_workshop);
    const ObjectId &revision = m_plan->revision;
    const std::optional<QString> image =
        m_ledger->state().builtBy(revision) ? m_workshop->imageOf(revision) : std::nullopt;
    if (!image) {
        if (const auto build = m_workshop->buildOf(revision)) {
            m_workshop->setAhead(*build, false);
        } else if (const auto *made = m_ledger->state().revertThatMade(revision);
                   made != nullptr && !m_revertsAtHand.contains(revision)) {
            makeRevert(made->culprit, made->tip);
        } else if (m_workshop->hasFreeSlot()) {
            startBuild(revision, false);
        }
        actMeanwhile();
        return;
    }
    startRuns(revision, *image, m_plan->runsMissing - m_testbed->runningOf(revision));
    buildAhead();
}

/// What is under way comes to its end first.
void Conductor::haltIfRefused()
{
    const QString refusal = m_allowance->refusal();
    if (acts() && !refusal.isEmpty() && m_testbed->isIdle() && m_workshop->isIdle()) {
        halt(refusal, false);
    }
}

/// Where the machines keep every processor busy a build ahead of need takes from them what it may give later.
void Conductor::buildAhead()
{
    const auto isWanted = [this](const ObjectId &next) {
        const session::RevisionState *known = m_ledger->state().revision(next);
        const bool failed = known && !known->builds.empty() && !m_ledger->state().builtBy(next);
        return !m_workshop->buildOf(next) && !failed;
    };
    const auto next = std::ranges::find_if(m_plan->ahead, isWanted);
    if (m_mode != Activity::Mode::Running) {
        m_idleness.stop();
        return;
    }
    if (next != m_plan->ahead.end() && m_workshop->hasFreeSlot() && m_idleness.hasSpareProcessor()) {
        m_idleness.stop(); // what it knows is used up
        startBuild(*next, true);
    }
    m_idleness.watch();
}

void Conductor::actMeanwhile()
{
    if (m_mode != Activity::Mode::Running || !m_plan->doubt || !m_plan->doubt->meanwhile) {
        return;
    }
    const ObjectId &revision = *m_plan->doubt->meanwhile;
    if (const std::optional<QString> image = m_workshop->imageOf(revision)) {
        startRuns(revision, *image, m_plan->doubt->meanwhileRuns - m_testbed->runningOf(revision));
    }
}

void Conductor::dropMoot()
{
    for (const Activity::Machine &machine : m_testbed->activity()) {
        const bool mayEnd = m_plan->doubt && std::ranges::contains(m_plan->doubt->goOn, machine.revision);
        if (machine.revision != m_plan->revision && !mayEnd) {
            m_testbed->cancel(machine.run);
        }
    }
    const bool wantsSlot = !m_ledger->state().builtBy(m_plan->revision) && !m_workshop->buildOf(m_plan->revision);
    for (const Activity::Build &build : m_workshop->activity()) {
        const bool wanted = build.revision == m_plan->revision || std::ranges::contains(m_plan->ahead, build.revision);
        if (!wanted || (wantsSlot && !m_workshop->hasFreeSlot())) {
            m_workshop->cancel(build.build);
        }
    }
}

void Conductor::startBuild(const ObjectId &revision, bool ahead)
{
    if (!m_allowance->takeBuild()) {
        return;
    }
    const auto log = m_ledger->journal().createLog();
    if (!log) {
        Q_EMIT failed(log.error());
        halt(QString::fromStdString(log.error().message), true);
        return;
    }
    const BuildId build = m_ledger->nextBuild();
    const QString purpose = ahead ? u"ahead of need"_s : word(m_plan->phase);
    if (append(session::BuildStarted{build, revision, *log, purpose})) {
        m_logs->keepCommitText(repository(), moreObjects(), revision);
        m_workshop->build(build, revision, ahead);
        publishSoon();
    }
}

void Conductor::startRuns(const ObjectId &revision, const QString &image, int count)
{
    const session::BuildState *built = m_ledger->state().builtBy(revision);
    for (; count > 0 && m_testbed->freeSlots() > 0 && m_testbed->hasMemory() && m_allowance->takeRun(); --count) {
        const auto log = m_ledger->journal().createLog();
        if (!log) {
            Q_EMIT failed(log.error());
            halt(QString::fromStdString(log.error().message), true);
            return;
        }
        session::RunStarted started;
        started.run = m_ledger->nextRun();
        started.build = built->started.build;
        started.revision = revision;
        started.console = *log;
        started.machine = m_testbed->nextSlot();
        started.accelerator = m_ledger->state().engine->accelerator;
        started.seed = seedOf(m_ledger->state(), started.run);
        started.loadPercent = machine::loadPercent();
        if (!append(started)) {
            return;
        }
        built = m_ledger->state().builtBy(revision);
        m_testbed->run(started.run, started.revision, image, started.seed);
    }
    publishSoon();
}

void Conductor::buildEnded(BuildId build, session::BuildEnded ended, const QByteArray &config)
{
    const ObjectId revision = m_ledger->state().builds.at(build).started.revision;
    if (const auto kept = keepConfig(m_ledger->journal(), m_ledger->state(), config)) {
        ended.config = *kept;
    } else {
        Q_EMIT failed(kept.error());
    }
    m_logs->end(m_ledger->state().builds.at(build).started.log);
    if (!append(ended)) {
        return;
    }
    if (ended.cached) {
        m_allowance->giveBuildBack();
    }
    if (ended.outcome == session::BuildOutcome::InfraFailed) {
        const QString reason = u"Building %1 failed for a reason outside the kernel: %2"_s.arg(
            m_ledger->state().nameOf(revision), ended.cause);
        Q_EMIT failed(Error{Error::Kind::Outside, reason.toStdString()});
        halt(reason, true);
        return;
    }
    if (ended.outcome == session::BuildOutcome::Failed && m_ledger->state().builtBy(revision)) {
        halt(u"%1 was built before but does not build now: %2. Look at the build log, or judge the revision yourself."_s
                 .arg(m_ledger->state().nameOf(revision), ended.cause),
             true);
        return;
    }
    act();
}

void Conductor::runEnded(RunId run, const session::RunEnded &ended)
{
    m_logs->end(m_ledger->state().runs.at(run).started.console);
    if (append(ended)) {
        act();
    }
}

void Conductor::pauseAfterStep()
{
    if (m_mode == Activity::Mode::Running) {
        m_mode = Activity::Mode::Pausing;
        m_pauseAfter = m_plan->revision;
        publish();
    }
}

void Conductor::stopNow()
{
    if (acts()) {
        halt(u"Stopped, as asked."_s, false);
    } else if (m_mode == Activity::Mode::Starting) {
        m_preparation.reset();
        m_mode = Activity::Mode::Idle;
        publish();
        Q_EMIT stopped(u"Stopped, as asked."_s);
    }
}

void Conductor::halt(const QString &reason, bool failed)
{
    if (m_mode != Activity::Mode::Stopping) {
        m_mode = Activity::Mode::Stopping;
        m_halt = session::EngineStopped{reason, failed};
        cancelAll();
        publishSoon();
    }
    settleHalt();
}

void Conductor::cancelAll()
{
    for (const Activity::Machine &machine : m_testbed->activity()) {
        m_testbed->cancel(machine.run);
    }
    for (const Activity::Build &build : m_workshop->activity()) {
        m_workshop->cancel(build.build);
    }
}

void Conductor::settleHalt()
{
    if (!m_halt || !m_testbed->isIdle() || !m_workshop->isIdle()) {
        return;
    }
    const session::EngineStopped halt = *std::exchange(m_halt, std::nullopt);
    m_pauseAfter.reset();
    m_logs->setFlushing(false);
    m_mode = Activity::Mode::Idle;
    append(halt);
    // Their signals may be what brought us here.
    m_inquiry->stop();
    m_inquiry.release()->deleteLater();
    m_testbed.release()->deleteLater();
    m_workshop.release()->deleteLater();
    replan();
    publish();
    Q_EMIT stopped(halt.reason);
    if (m_closing) {
        close();
    }
}

void Conductor::judge(const session::Payload &judgement)
{
    if (!m_ledger) {
        return;
    }
    if (m_ledger->journal().isReadOnly()) {
        Q_EMIT failed(Error{Error::Kind::Use, m_readOnlyReason.toStdString()});
        return;
    }
    if (append(judgement)) {
        act();
    }
}

void Conductor::undo()
{
    if (m_ledger && m_ledger->state().undoable) {
        judge(session::Undone{*m_ledger->state().undoable, {}});
    }
}

void Conductor::redo()
{
    if (m_ledger && m_ledger->state().redoable) {
        judge(session::Undone{*m_ledger->state().redoable, {}});
    }
}

void Conductor::close()
{
    m_closing = true;
    if (m_mode == Activity::Mode::Starting || acts()) {
        stopNow();
    }
    if (m_mode == Activity::Mode::Stopping) {
        return;
    }
    m_logs.reset();
    m_ledger.reset();
    Q_EMIT closed();
}

std::pair<QByteArray, qint64> Conductor::readLog(LogId log, qint64 offset, qint64 size) const
{
    return m_logs ? m_logs->read(log, offset, size) : std::pair<QByteArray, qint64>();
}

std::optional<session::CommitText> Conductor::keptCommitText(const ObjectId &id) const
{
    return m_ledger ? m_ledger->journal().commitText(id) : std::nullopt;
}

QString Conductor::repository() const
{
    return m_ledger ? m_ledger->state().setup().kernel.repo : QString();
}

QString Conductor::moreObjects() const
{
    return kernel::BuildSlot::moreObjects(m_places.cache);
}

std::vector<session::Event> Conductor::events() const
{
    return m_ledger ? m_ledger->journal().events().value_or(std::vector<session::Event>())
                    : std::vector<session::Event>();
}

bool Conductor::append(const session::Payload &payload)
{
    return report(m_ledger->append(payload));
}

bool Conductor::report(const Result<session::Event> &appended)
{
    if (!appended) {
        Q_EMIT failed(appended.error());
        if (m_mode != Activity::Mode::Idle && m_testbed && m_workshop) {
            halt(QString::fromStdString(appended.error().message), true);
        }
        return false;
    }
    Q_EMIT eventAppended(*appended);
    publishSoon();
    return true;
}

void Conductor::replan()
{
    m_plan = std::make_shared<const Plan>(planFor(m_ledger->state()));
}

void Conductor::publishSoon()
{
    if (!m_publishTimer.isActive()) {
        m_publishTimer.start();
    }
}

void Conductor::publish()
{
    m_publishTimer.stop();
    if (m_ledger) {
        Q_EMIT changed(makeSnapshot());
    }
}

SnapshotPtr Conductor::makeSnapshot() const
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->state = m_ledger->sharedState();
    snapshot->plan = m_plan;
    snapshot->path = m_ledger->journal().path();
    snapshot->readOnly = m_ledger->journal().isReadOnly();
    snapshot->readOnlyReason = m_readOnlyReason;
    snapshot->activity.mode = m_mode;
    if (m_workshop && m_testbed) {
        snapshot->activity.builds = m_workshop->activity();
        snapshot->activity.machines = m_testbed->activity();
        snapshot->activity.slots = m_testbed->slotCount();
        if (m_plan->action == Plan::Action::Finished) {
            snapshot->activity.inquiry = m_inquiry->subject();
        }
        snapshot->activity.remainingMilliseconds =
            estimateRemaining(*snapshot->state, *m_plan, QDateTime::currentMSecsSinceEpoch());
        snapshot->activity.freeBytes = QStorageInfo(m_places.cache).bytesAvailable();
    }
    return snapshot;
}

} // namespace culprit::conductor
