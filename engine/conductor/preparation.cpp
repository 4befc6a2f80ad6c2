// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/preparation.h"

#include "engine/conductor/kernelrequest.h"
#include "engine/history/repository.h"
#include "engine/kernel/build.h"
#include "engine/kernel/reproducer.h"
#include "engine/kernel/toolcheck.h"
#include "engine/machine/acceleratorprobe.h"
#include "engine/machine/machinelimits.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QStorageInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr qint64 neededDisk = 2'000'000'000;     // bytes: one slot of a trimmed kernel with its objects
constexpr qsizetype keptConfigLog = 1024 * 1024; ///< of what make says while it makes a config

Result<void> checkFiles(const session::Setup &setup)
{
    if (setup.kernel.repo.isEmpty()) {
        return wrongUse("The session was imported from a log and knows no kernel tree: import the log again with "
                        "--repo DIR.");
    }
    if (const auto repository = history::Repository::open(setup.kernel.repo.toStdString()); !repository) {
        return std::unexpected(repository.error());
    }
    QStringList files = setup.kernel.fragments;
    if (!setup.kernel.config.isEmpty() && !setup.kernel.makesConfig()) {
        files.prepend(setup.kernel.config);
    }
    for (const QString &path : std::as_const(files)) {
        if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable()) {
            return wrongUse("The config " + path.toStdString() +
                            " cannot be read: name an existing file in [kernel] config and fragments.");
        }
    }
    for (const session::FixupSetup &fixup : setup.kernel.fixups) {
        if (!fixup.patch.isEmpty() && !QFileInfo(fixup.patch).isReadable()) {
            return wrongUse("The patch " + fixup.patch.toStdString() +
                            " cannot be read: name an existing file in [[kernel.fixup]] patch.");
        }
    }
    return {};
}

Result<void> checkTools(const session::Setup &setup)
{
    if (setup.test.bits == 32 && kernel::classifyReproducer(setup.test.reproducer) == kernel::ReproducerKind::CSource) {
        if (const kernel::ToolCheck tool = kernel::check32BitPrograms(); !tool.found) {
            return failedOutside("The reproducer is to be a 32-bit program, but gcc -m32 -static makes none here: " +
                                 tool.fix.toStdString() + ", or leave [test] bits out.");
        }
    }
    if (setup.kernel.recipe.name != u"linux") {
        return {};
    }
    for (const kernel::ToolCheck &tool : kernel::checkBuildTools()) {
        if (tool.needed && !tool.found) {
            return failedOutside(tool.name.toStdString() +
                                 " is missing, without which no kernel builds: " + tool.fix.toStdString());
        }
    }
    return {};
}

Result<void> checkRoom(const session::Setup &setup, const Places &places)
{
    QDir().mkpath(places.cache);
    const qint64 free = QStorageInfo(places.cache).bytesAvailable();
    const qint64 needed = setup.kernel.recipe.name == u"linux" ? neededDisk : neededDisk / 20;
    if (free >= 0 && free < needed) {
        return failedOutside("Only " + std::to_string(free / 1'000'000) + " MB are free in " +
                             places.cache.toStdString() + ", builds need " + std::to_string(needed / 1'000'000) +
                             ": make room, or set XDG_CACHE_HOME to a larger disk.");
    }
    const machine::HostCapacity host = machine::HostCapacity::now();
    if (!machine::hasRoomFor(host, setup.machine.memoryMB)) {
        return failedOutside("Only " + std::to_string(host.availableMb) +
                             " MB of memory are free, a machine of the session needs " +
                             std::to_string(setup.machine.memoryMB) + ": close something, or lower [machine] memory.");
    }
    return {};
}

/// What the checks find out besides.
struct Checked {
    QStringList compilers; ///< what is taken in place of those that are missing, sentences
    machine::Guest guest;
};

Result<Checked> check(const session::Setup &setup, const Places &places)
{
    Checked found;
    return checkFiles(setup)
        .and_then([&] { return checkTools(setup); })
        .and_then([&] { return compilerNotes(setup.kernel); })
        .transform([&](const QStringList &notes) { found.compilers = notes; })
        .and_then([&] { return checkRoom(setup, places); })
        .and_then([&] { return checkedGuest(setup.machine); })
        .transform([&](const machine::Guest &guest) {
            found.guest = guest;
            return found;
        });
}

QString hostText()
{
    const machine::HostCapacity host = machine::HostCapacity::now();
    return u"%1 %2, %3 cores, %4 MB of memory free"_s.arg(QSysInfo::kernelType(), QSysInfo::kernelVersion())
        .arg(host.cores)
        .arg(host.availableMb);
}

} // namespace

struct Preparation::Private {
    session::Setup setup;
    Places places;
    std::optional<history::ObjectId> configFrom;
    Prepared prepared;
    std::unique_ptr<GuestMaker> maker;
    std::unique_ptr<machine::AcceleratorProbe> probe;
    std::unique_ptr<QTemporaryDir> configFolder;
    std::unique_ptr<kernel::Build> configBuild;
    QByteArray configLog;
};

Preparation::Preparation(const session::Setup &setup, const Places &places,
                         const std::optional<history::ObjectId> &configFrom, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(setup, places, configFrom))
{
}

Preparation::~Preparation() = default;

void Preparation::start()
{
    auto *watcher = new QFutureWatcher<Result<Checked>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const Result<Checked> checked = watcher->future().result(); !checked) {
            Q_EMIT finished(std::unexpected(checked.error()));
        } else {
            d->prepared.engine.notes = checked->compilers;
            if (d->setup.machine.snapshot) {
                d->prepared.engine.notes +=
                    u"Runs of a kernel start from one saved guest that has booted: what happens "
                    "while it boots is seen once for all of them."_s;
            }
            makeGuest(checked->guest);
        }
    });
    watcher->setFuture(QtConcurrent::run([setup = d->setup, places = d->places] {
        Places::removeStale();
        return check(setup, places);
    }));
}

void Preparation::makeGuest(const machine::Guest &checked)
{
    d->maker = std::make_unique<GuestMaker>(d->setup, d->places.cache);
    connect(d->maker.get(), &GuestMaker::finished, this, [this](const Result<GuestParts> &parts) {
        if (!parts) {
            Q_EMIT finished(std::unexpected(parts.error()));
            return;
        }
        d->prepared.parts = *parts;
        probeAccelerator();
    });
    d->maker->start(checked);
}

void Preparation::probeAccelerator()
{
    machine::AcceleratorProbe::Options options;
    options.cacheFile = d->places.cache + u"/accelerators.json"_s;
    d->probe = std::make_unique<machine::AcceleratorProbe>(options);
    connect(d->probe.get(), &machine::AcceleratorProbe::finished, this, &Preparation::conclude);
    d->probe->start();
}

void Preparation::conclude(const machine::ProbeResult &result)
{
    const QString &wanted = d->setup.machine.accel;
    std::optional<machine::Accelerator> chosen = result.best();
    if (wanted == u"kvm") {
        chosen = result.kvm.works() ? std::optional(machine::Accelerator::Kvm) : std::nullopt;
    } else if (wanted == u"tcg") {
        chosen = result.tcg.works() ? std::optional(machine::Accelerator::Tcg) : std::nullopt;
    }
    if (!chosen) {
        Q_EMIT finished(failedOutside((wanted == u"kvm" ? result.kvm.sentence : result.tcg.sentence).toStdString()));
        return;
    }
    d->prepared.accelerator = *chosen;
    const session::Setup::Machine &machine = d->setup.machine;
    d->prepared.machines = machine.count > 0
                               ? machine.count
                               : machine::machineCount(machine::HostCapacity::now(), machine.cpus, machine.memoryMB);
    d->prepared.engine.host = hostText();
    d->prepared.engine.qemu = result.key.qemuVersion;
    d->prepared.engine.accelerator = word(*chosen);
    d->prepared.engine.reason = wanted == u"auto" ? result.sentence() : u"The setup asks for %1."_s.arg(wanted);
    if (d->configFrom) {
        makeConfig(*d->configFrom);
    } else {
        Q_EMIT finished(d->prepared);
    }
}

void Preparation::makeConfig(const history::ObjectId &revision)
{
    const auto kernel = kernelRequest(d->setup.kernel, revision);
    if (!kernel) {
        Q_EMIT finished(std::unexpected(kernel.error()));
        return;
    }
    const auto slot = kernel::BuildSlot::acquire(d->places.cache, d->setup.kernel.repo, kernel->recipe);
    if (!slot) {
        Q_EMIT finished(std::unexpected(slot.error()));
        return;
    }
    kernel::BuildRequest request = *kernel;
    request.requiredOptions = guestOptions(d->setup);
    request = kernel::startConfigRequest(startConfigOf(d->setup.kernel), request);
    d->configFolder = std::make_unique<QTemporaryDir>(d->places.images);
    request.outputFolder = d->configFolder->filePath(u"config"_s);
    d->configBuild = std::make_unique<kernel::Build>(*slot, request);
    connect(d->configBuild.get(), &kernel::Build::log, this, [this](const QByteArray &chunk) {
        d->configLog += chunk.first(std::min(chunk.size(), keptConfigLog - d->configLog.size()));
    });
    connect(d->configBuild.get(), &kernel::Build::finished, this, &Preparation::takeConfig);
    d->configBuild->start();
}

void Preparation::takeConfig(const kernel::BuildResult &result)
{
    d->configBuild.reset(); // and with it the slot, which the first build wants
    auto config = kernel::madeConfig(startConfigOf(d->setup.kernel), result, d->configLog);
    if (!config) {
        Q_EMIT finished(std::unexpected(std::move(config.error())));
        return;
    }
    d->prepared.config = std::move(*config);
    Q_EMIT finished(d->prepared);
}

} // namespace culprit::conductor
