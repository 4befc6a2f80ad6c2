// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/doctor.h"

#include "engine/kernel/toolcheck.h"
#include "engine/machine/acceleratorprobe.h"
#include "engine/machine/initramfs.h"
#include "engine/machine/machinelimits.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr qint64 comfortableDisk = 15'000'000'000; // bytes: what the kernel's own guide to bisecting asks for
constexpr qint64 comfortableRuns = 1'000'000'000;  // bytes: of consoles, initramfs and overlays of running machines
constexpr qsizetype longestRuns = 80;              // bytes of a path: below it are sockets
constexpr qint64 comfortableMemory = 2048;         // MB: one machine of the usual size

/// The disk that a folder is on, or will be.
QStorageInfo diskOf(QString folder)
{
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).path()) {
        folder = QFileInfo(folder).path();
    }
    return QStorageInfo(folder);
}

/// Only reproducers that are to be 32-bit programs need it.
Check check32Bit()
{
    const kernel::ToolCheck tool = kernel::check32BitPrograms();
    return {tool.name, tool.found, false,
            tool.found ? Doctor::tr("makes static 32-bit programs") : Doctor::tr("makes no static 32-bit programs"),
            tool.found ? QString() : Doctor::tr("%1 for reproducers with bits = 32").arg(tool.fix)};
}

/// A program that only guests from a disk image need.
Check imageTool(const QString &name, const QString &package)
{
    const QString path = QStandardPaths::findExecutable(name);
    return {name, !path.isEmpty(), false, path.isEmpty() ? Doctor::tr("not found") : path,
            path.isEmpty() ? Doctor::tr("install it (apt install %1) for guests from a disk image").arg(package)
                           : QString()};
}

/// Only reproducers that are shell scripts need it.
Check checkShell()
{
    const Result<QByteArray> busybox = machine::readBusybox();
    return {u"busybox"_s, busybox.has_value(), false,
            busybox ? Doctor::tr("runs shell scripts in guests") : QString::fromStdString(busybox.error().message),
            busybox ? QString() : Doctor::tr("apt install busybox-static, for reproducers that are shell scripts")};
}

/// Where running machines have their files.
Check checkRuns(const QString &runs)
{
    const qint64 free = diskOf(runs).bytesAvailable();
    const QString folder = QFileInfo(runs).path();
    const bool isLong = runs.toLocal8Bit().size() > longestRuns;
    const bool isFine = free >= comfortableRuns && !isLong;
    return {Doctor::tr("temporary files"), isFine, false,
            isLong ? Doctor::tr("%1 is too long a path for QEMU's sockets").arg(folder)
                   : Doctor::tr("%1 MB free in %2").arg(free / 1'000'000).arg(folder),
            isFine ? QString() : Doctor::tr("set TMPDIR to a folder with a short path and room")};
}

QList<Check> hostChecks(const conductor::Places &places)
{
    const QString &cache = places.cache;
    QList<Check> checks;
    for (const kernel::ToolCheck &tool : kernel::checkBuildTools()) {
        const QString found = tool.version.isEmpty() ? Doctor::tr("found") : tool.version;
        checks << Check{tool.name, tool.found, tool.needed, tool.found ? found : Doctor::tr("not found"),
                        tool.found ? QString() : tool.fix};
    }
    checks << check32Bit() << checkShell() << imageTool(u"qemu-img"_s, u"qemu-utils"_s)
           << imageTool(u"ssh"_s, u"openssh-client"_s);
    const qint64 free = diskOf(cache).bytesAvailable();
    checks << Check{
        Doctor::tr("disk"), free >= comfortableDisk, false,
        Doctor::tr("%1 MB free in %2").arg(free / 1'000'000).arg(cache),
        free >= comfortableDisk
            ? QString()
            : Doctor::tr("make room, or set XDG_CACHE_HOME to a larger disk; a distribution's config needs 15 GB")};
    checks << checkRuns(places.runs);
    const machine::HostCapacity host = machine::HostCapacity::now();
    checks << Check{Doctor::tr("memory"), host.availableMb >= comfortableMemory, false,
                    Doctor::tr("%1 MB free, %2 cores").arg(host.availableMb).arg(host.cores),
                    host.availableMb >= comfortableMemory
                        ? QString()
                        : Doctor::tr("close something, or give the machines less: [machine] memory")};
    return checks;
}

} // namespace

struct Doctor::Private {
    conductor::Places places;
    std::unique_ptr<machine::AcceleratorProbe> probe;
    QList<Check> checks;
};

Doctor::Doctor(const conductor::Places &places, QObject *parent) : QObject(parent), d(std::make_unique<Private>(places))
{
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    auto *watcher = new QFutureWatcher<QList<Check>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        d->checks = watcher->result();
        machine::AcceleratorProbe::Options options;
        options.cacheFile = d->places.cache + u"/accelerators.json"_s;
        d->probe = std::make_unique<machine::AcceleratorProbe>(options);
        connect(d->probe.get(), &machine::AcceleratorProbe::finished, this, [this](const machine::ProbeResult &result) {
            const auto add = [this](const QString &name, const machine::AcceleratorState &state, bool needed,
                                    const QString &fix) {
                d->checks << Check{name, state.works(), needed, state.sentence, state.works() ? QString() : fix};
            };
            add(u"QEMU"_s, result.tcg, true, tr("install it (apt install qemu-system-x86)"));
            add(u"KVM"_s, result.kvm, false,
                tr("without it machines are several times slower: switch virtualization on in the firmware, load "
                   "kvm_intel or kvm_amd, and be in the group kvm"));
            Q_EMIT finished(d->checks);
        });
        d->probe->start();
    });
    watcher->setFuture(QtConcurrent::run(hostChecks, d->places));
}

} // namespace culprit::app
