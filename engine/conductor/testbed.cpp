// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/testbed.h"

#include "engine/conductor/machinerequest.h"
#include "engine/conductor/runoutcome.h"
#include "engine/crash/extractor.h"
#include "engine/crash/scanner.h"
#include "engine/machine/guestinput.h"
#include "engine/machine/machinelimits.h"
#include "engine/machine/run.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

struct Testbed::Machine {
    std::unique_ptr<machine::Run> run; // null: free, or its console is being read
    std::shared_ptr<crash::Scanner> scanner;
    QByteArray console;
    bool busy = false;
    Activity::Machine activity;
};

struct Testbed::Private {
    Private(const session::Setup &fromSetup, const Prepared &fromPrepared, const Places &places)
        : setup(fromSetup),
          prepared(fromPrepared),
          folder(places.runs),
          machines(std::size_t(std::max(1, fromPrepared.machines)))
    {
    }

    [[nodiscard]] machine::RunRequest request(RunId run, const QString &image, qint64 seed) const;

    session::Setup setup;
    Prepared prepared;
    QTemporaryDir folder;
    std::vector<Machine> machines;
};

machine::RunRequest Testbed::Private::request(RunId run, const QString &image, qint64 seed) const
{
    machine::RunRequest request = machineRequest(setup, prepared.parts, prepared.accelerator, run, seed);
    request.kernelImage = image;
    request.folder = folder.filePath(QString::number(run.value));
    return request;
}

Testbed::Testbed(const session::Setup &setup, const Prepared &prepared, const Places &places, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(setup, prepared, places))
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
    machine->run = std::make_unique<machine::Run>(d->request(run, image, seed),
                                                  [scanner = machine->scanner](QByteArrayView bytes) {
                                                      scanner->feed({bytes.data(), std::size_t(bytes.size())});
                                                      return scanner->crashed();
                                                  });
    connect(machine->run.get(), &machine::Run::console, this, [this, machine, run](const QByteArray &bytes) {
        machine->console += bytes;
        Q_EMIT console(run, bytes);
    });
    connect(machine->run.get(), &machine::Run::stateChanged, this, [this, machine](machine::RunState state) {
        machine->activity.state = word(state);
        Q_EMIT progressed();
    });
    connect(machine->run.get(), &machine::Run::finished, this,
            [this, machine](const machine::RunResult &result) { conclude(*machine, result); });
    machine->run->start();
}

void Testbed::conclude(Machine &machine, const machine::RunResult &result)
{
    const machine::RunRequest request = machine.run->request();
    machine.run.release()->deleteLater();
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
    watcher->setFuture(QtConcurrent::run(
        [run, result, request, console = std::exchange(machine.console, {}), sought = d->setup.test.title] {
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
        if (machine.run && machine.activity.run == run) {
            machine.run->stop();
        }
    }
}

} // namespace culprit::conductor
