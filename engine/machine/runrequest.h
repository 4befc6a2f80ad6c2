// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/accelerator.h"
#include "engine/machine/guest.h"
#include "engine/machine/hostload.h"
#include "engine/machine/initramfs.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace culprit::machine
{

/// How long each part of a run may take. The defaults are for KVM and are scaled by slowdown() for TCG.
struct Deadlines {
    using ms = std::chrono::milliseconds;
    ms qmp = std::chrono::seconds(10);       ///< QEMU's start until its monitor answers; not scaled
    ms firmware = std::chrono::seconds(10);  ///< until the kernel's banner
    ms boot = std::chrono::seconds(60);      ///< from the banner until the reproducer starts
    ms overTest = std::chrono::seconds(10);  ///< how far the agent may exceed the time planned for the reproducer
    ms noOutput = std::chrono::seconds(120); ///< silence on both ports that counts as a hang
    ms settle = std::chrono::seconds(10);    ///< for the rest of a report once it began, or for one after a lost agent
    ms powerOff = std::chrono::seconds(10);  ///< from the agent's last word until the machine is off
    ms wall = std::chrono::hours(1);         ///< for everything

    [[nodiscard]] Deadlines scaled(int factor) const; ///< all but qmp
    bool operator==(const Deadlines &) const = default;
};

/// How a guest comes to where its reproducer starts.
enum class GuestStart {
    Cold,  ///< it boots
    Save,  ///< it boots and the machine is saved; the reproducer does not run
    Saved, ///< from a machine that was saved: of the same image, reproducer, plan, memory, processors and QEMU
};

/// The files of a saved machine, below a folder.
struct SnapshotFiles {
    explicit SnapshotFiles(const QString &folder);
    QString state;
    QString initramfs;
};

/// Where the memory of hung guests goes, for a debugger.
struct MemoryDumps {
    QString prefix; ///< path that their files' names begin with
    int most = 0;   ///< files that may be there
};

/// One start of one kernel with one reproducer.
struct RunRequest {
    QString name; ///< letters, digits and dashes; part of the name of the QEMU process
    QString kernelImage;
    Guest guest;
    QByteArray reproducer; ///< a program or script that the guest can run: static in an initramfs
    ReproducerPlan plan;
    GuestStart start = GuestStart::Cold; ///< others for an initramfs only
    QString
        snapshot; ///< folder: Save fills it, Saved reads it; with its initramfs the seed is of the plan all the same

    QString kernelArguments;                                         ///< added to the standard ones
    bool panicOnWarn = false;                                        ///< a WARN ends the run
    bool panicOnHang = false;                                        ///< soft lockups and hung tasks end the run
    QByteArray expectedBanner = QByteArrayLiteral("Linux version "); ///< in the console once the kernel runs

    int memoryMb = 512;
    int cpus = 2;
    Accelerator accelerator = Accelerator::Tcg;
    QString qemu = QStringLiteral("qemu-system-x86_64");
    Deadlines deadlines;                  ///< before scaling
    int niceness = 10;                    ///< 0 to 19
    HostFiles host;                       ///< where the host says whether it starved the run
    qint64 floodLimit = 64 * 1024 * 1024; ///< bytes on one port
    qint64 leastRoom = 16 * 1024 * 1024;  ///< bytes that must be free where `folder` is
    MemoryDumps memoryDumps;

    /// Where the run keeps its console, ports and initramfs or overlay. Made with mode 0700; a short path, for sockets
    /// live there. Removed with the Run unless keepFolder.
    QString folder;
    bool keepFolder = false;
};

/// The kernel's command line: consoles, panic and hang settings, then the request's own arguments.
[[nodiscard]] QString kernelCommandLine(const RunRequest &request);

/// What makes the machine, without its kernel and what ties it to a run: the same when the run is done by hand. `ports`
/// are its serial ports and network, disk or initramfs; where they stand decides about the order of its devices.
[[nodiscard]] QStringList machineArguments(const RunRequest &request, const QStringList &ports);

/// QEMU's arguments, without the program.
[[nodiscard]] QStringList qemuArguments(const RunRequest &request);

/// Files below RunRequest::folder.
struct RunFiles {
    explicit RunFiles(const QString &folder);
    QString console;
    QString agent;
    QString monitor;
    QString initramfs;
    QString agentInput; ///< what the agent of a saved machine reads
    QString disk;       ///< overlay of a guest from a disk image
};

} // namespace culprit::machine
