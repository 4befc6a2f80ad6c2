// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/testbed.h"

#include "engine/conductor/machinerequest.h"
#include "engine/conductor/runoutcome.h"
#include "engine/conductor/snapshotstore.h"
#include "engine/crash/extractor.h"
#include "engine/crash/scanner.h"
#include "engine/machine/guestinput.h"
#include "engine/machine/guestmemory.h"
#include "engine/machine/machinelimits.h"
#include "engine/machine/run.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

/// What names of files begin with that belong to a session and stand beside it.
QString beside(const QString &session)
{
    const QFileInfo file(session);
    return file.absoluteDir().filePath(file.completeBaseName() + u'-');
}

} // namespace

struct Testbed::Machine {
    std::unique_ptr<machine::Run> run; // null: free, or its console is being read
    std::shared_ptr<crash::Scanner> scanner;
    QByteArray console;
    bool busy = false;
    bool isWaiting = false; // for a snapshot that another run makes
    machine::RunRequest request;
    qint64 bootMs = -1; // of a guest that was saved after it
    Activity::Machine activity;
};

struct Testbed::Private {
    Private(const session::Setup &fromSetup, const Prepared &fromPrepared, const Places &places, const QString &session)
        : setup(fromSetup),
          prepared(fromPrepared),
          folder(places.runs),
          dumps{beside(session), fromSetup.machine.memoryDumps},
          machines(std::size_t(std::max(1, fromPrepared.machines)))
    {
        if (setup.machine.snapshot) {
            snapshots.emplace(places.images);
        }
        machine::removeUnfinished(dumps);
    }

    [[nodiscard]] machine::RunRequest request(RunId run, const QString &image, qint64 seed) const;

    session::Setup setup;
    Prepared prepared;
    QTemporaryDir folder;
    machine::MemoryDumps dumps;
    std::optional<SnapshotStore> snapshots; // without: each run boots
    std::vector<Machine> machines;
};

machine::RunRequest Testbed::Private::request(RunId run, const QString &image, qint64 seed) const
{
    machine::RunRequest request = machineRequest(setup, prepared.parts, prepared.accelerator, run, seed);
    request.kernelImage = image;
    request.folder = folder.filePath(QString::number(run.value));
    request.memoryDumps = dumps;
    return request;
}

Testbed::Testbed(const session::Setup &setup, const Prepared &prepared, const Places &places, const QString &session,
                 QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(setup, prepared, places, session))
{
}

Testbed::~Testbed() = default;

int Testbed::slotCount() const
{
    return int(d->machines.size());
}

int Testbed::freeSlots() const
{
    return int(std::ranges::count_if(d->machines, [](const Machine &machine) { return !machine.busy; }));
}

bool Testbed::isIdle() const
{
    return freeSlots() == slotCount();
}

int Testbed::runningOf(const ObjectId &revision) const
{
    return int(std::ranges::count_if(
        d->machines, [&](const Machine &machine) { return machine.busy && machine.activity.revision == revision; }));
}

std::vector<Activity::Machine> Testbed::activity() const
{
    std::vector<Activity::Machine> running;
    for (const Machine &machine : d->machines) {
        if (machine.busy) {
            running.push_back(machine.activity);
        }
    }
    return running;
}

bool Testbed::hasMemory() const
{
    return isIdle() || machine::hasRoomFor(machine::HostCapacity::now(), d->setup.machine.memoryMB);
}

int Testbed::nextSlot() const
{
    const auto found = std::ranges::find_if(d->machines, [](const Machine &machine) { return !machine.busy; });
    return int(found - d->machines.begin());
}

void Testbed::run(RunId run, const ObjectId &revision, const QString &image, qint64 seed)
{
    Machine *machine = &d->machines.at(std::size_t(nextSlot()));
    machine->busy = true;
    machine->console.clear();
    machine->scanner = std::make_shared<crash::Scanner>();
    machine->activity = Activity::Machine{nextSlot(), run, revision, word(machine::RunState::Starting),
                                          QDateTime::currentMSecsSinceEpoch()};
    machine->activity.slot = int(machine - d->machines.data());
    machine->request = d->request(run, image, seed);
    machine->bootMs = -1;
    begin(*machine);
}

/// Without snapshots a run boots its guest. With them the first one of a kernel saves it on the way.
void Testbed::begin(Machine &machine)
{
    machine::RunRequest request = machine.request;
    if (d->snapshots) {
        SnapshotStore::Snapshot &snapshot = d->snapshots->of(request.kernelImage);
        machine.isWaiting = snapshot.isInMaking;
        if (machine.isWaiting) {
            machine.activity.state = tr("waiting for the snapshot");
            Q_EMIT progressed();
            return;
        }
        request.snapshot = snapshot.folder;
        request.start = snapshot.isMade ? machine::GuestStart::Saved : machine::GuestStart::Save;
        if (!snapshot.isMade) {
            snapshot.isInMaking = true;
            request.folder += u'b'; // the same run starts once more
        } else if (snapshot.bootedBy != machine.activity.run) {
            const QByteArray told = "[culprit: goes on from a snapshot; its boot is in the console of run " +
                                    QByteArray::number(snapshot.bootedBy.value) + "]\n";
            machine.console += told;
            Q_EMIT console(machine.activity.run, told);
        }
        snapshot.users += snapshot.isMade ? 1 : 0;
    }
    start(machine, request);
}

void Testbed::start(Machine &machine, const machine::RunRequest &request)
{
    machine.run = std::make_unique<machine::Run>(request, [scanner = machine.scanner](QByteArrayView bytes) {
        scanner->feed({bytes.data(), std::size_t(bytes.size())});
        return scanner->crashed();
    });
    connect(machine.run.get(), &machine::Run::console, this, [this, &machine](const QByteArray &bytes) {
        machine.console += bytes;
        Q_EMIT console(machine.activity.run, bytes);
    });
    connect(machine.run.get(), &machine::Run::stateChanged, this, [this, &machine](machine::RunState state) {
        machine.activity.state = word(state);
        Q_EMIT progressed();
    });
    connect(machine.run.get(), &machine::Run::finished, this,
            [this, &machine](const machine::RunResult &result) { runEnded(machine, result); });
    machine.run->start();
}

void Testbed::runEnded(Machine &machine, const machine::RunResult &result)
{
    const machine::GuestStart how = machine.run->request().start;
    machine.run.release()->deleteLater();
    if (how == machine::GuestStart::Save) {
        guestSaved(machine, result);
        return;
    }
    if (how == machine::GuestStart::Saved) {
        --d->snapshots->of(machine.request.kernelImage).users;
    }
    conclude(machine, result);
}

/// Or not: then the run that tried has ended, and the next one tries again.
void Testbed::guestSaved(Machine &machine, const machine::RunResult &result)
{
    SnapshotStore::Snapshot &snapshot = d->snapshots->of(machine.request.kernelImage);
    snapshot.isInMaking = false;
    snapshot.isMade = result.ending == machine::Ending::Saved;
    snapshot.bootedBy = machine.activity.run;
    machine.bootMs = result.bootMs;
    if (snapshot.isMade) {
        begin(machine);
    } else {
        conclude(machine, result);
    }
    for (Machine &other : d->machines) {
        if (other.isWaiting && other.request.kernelImage == machine.request.kernelImage) {
            begin(other);
        }
    }
}

void Testbed::conclude(Machine &machine, machine::RunResult result)
{
    if (result.bootMs < 0) {
        result.bootMs = machine.bootMs;
    }
    machine.activity.state = tr("reading the console");
    Q_EMIT progressed();
    const RunId run = machine.activity.run;
    auto *watcher = new QFutureWatcher<session::RunEnded>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, &machine] {
        watcher->deleteLater();
        machine.busy = false;
        const session::RunEnded outcome = watcher->result();
        Q_EMIT ended(outcome.run, outcome);
    });
    watcher->setFuture(QtConcurrent::run([run, result, request = machine.request,
                                          console = std::exchange(machine.console, {}), sought = d->setup.test.title] {
        session::RunEnded outcome = runOutcome(
            run, result, crash::extract({console.constData(), std::size_t(console.size())}), console, sought);
        if (!result.argv.isEmpty()) {
            outcome.guestHash = QString::fromLatin1(
                QCryptographicHash::hash(machine::guestInput(request), QCryptographicHash::Sha256).toHex());
        }
        return outcome;
    }));
}

void Testbed::cancel(RunId run)
{
    for (Machine &machine : d->machines) {
        if (!machine.busy || machine.activity.run != run) {
            continue;
        }
        if (machine.run) {
            machine.run->stop();
        } else if (std::exchange(machine.isWaiting, false)) {
            machine::RunResult cancelled;
            cancelled.ending = machine::Ending::Cancelled;
            conclude(machine, cancelled);
        }
    }
}

} // namespace culprit::conductor
