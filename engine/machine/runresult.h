// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/accelerator.h"
#include "engine/machine/agentparser.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace culprit::machine
{

/// Where a run is.
enum class RunState {
    Starting, ///< QEMU has not answered yet
    Firmware, ///< the machine runs, no kernel banner yet
    Booting,  ///< from the banner to the reproducer
    Testing,  ///< the reproducer runs
    Settling, ///< a report began, or an NMI was injected into a hang: the rest of the report
    PoweringOff,
    Ending, ///< it is known how the run ended; QEMU is on its way out
    Finished,
};
[[nodiscard]] QString word(RunState state);

/// How a run ended.
enum class Ending {
    AgentDone,        ///< the agent ran the reproducer to its end or to its time limit, and nothing crashed
    TimeUp,           ///< the guest was alive but its agent did not end in time; we ended the run: no crash
    Crashed,          ///< the console shows a report, or the guest told of its panic. `reached` says during what. A
                      ///< panic because init died is one, too: only the reader of the report can tell a broken
                      ///< initramfs from a fault that killed init
    NoOutput,         ///< silent for too long while testing: a hang
    UnexpectedReboot, ///< the guest reset or switched itself off without a word
    BootNoBanner,     ///< no kernel banner
    BootStuck,        ///< a banner, but the reproducer never started
    GuestRefused,     ///< ssh answers, but the guest lets no agent in: a matter of its disk image or key
    LostConnection,   ///< ssh to the agent broke while QEMU lived, and no report came
    TestFailed,       ///< the agent found that this kernel cannot run a trivial program
    LostQemu,         ///< QEMU ended or was ended from outside
    NotStarted,       ///< QEMU could not be started, or a saved machine not saved or not started again
    Saved,            ///< the machine is saved where its reproducer would start: the end of GuestStart::Save
    Flood,            ///< more output on one port than the limit
    HostSuspended,    ///< the host slept during the run: its times mean nothing
    HostStarved,      ///< nothing crashed, but the host had no time or memory for the run: see starvation()
    HostFull,         ///< the disk with the run's folder was full: what the guest wrote may be lost
    Cancelled,        ///< stop() was called
    WallTime,         ///< the limit for everything was reached
};
[[nodiscard]] QString word(Ending ending);
[[nodiscard]] std::optional<Ending> endingFromWord(QStringView word);

struct RunResult {
    Ending ending = Ending::NotStarted;
    QString sentence; ///< what happened, for a reader

    RunState reached = RunState::Starting; ///< the last of Starting to Testing that was reached
    std::optional<int> exitCode; ///< of the reproducer, 128 + n for signal n; none if it was ended by the clock
    QList<AgentRecord> records;  ///< in order; the first 200 without the heartbeats
    int heartbeats = 0;
    QByteArray testOutput; ///< of the reproducer, the first 64 KB
    QString kernelRelease; ///< as the agent read it

    qint64 bannerMs = -1; ///< since the start of the run, -1: never
    qint64 bootMs = -1;   ///< until BOOT-OK
    qint64 totalMs = 0;

    bool guestPanicked = false;        ///< by its pvpanic device
    std::optional<qint64> nmiOffset;   ///< an NMI was injected when the console had so many bytes
    std::optional<qint64> crashOffset; ///< the crash watcher fired when the console had so many bytes
    Accelerator accelerator = Accelerator::Tcg;
    QStringList argv;        ///< of QEMU, the program first
    QStringList overlayArgv; ///< of qemu-img, for a guest from a disk image
    QStringList sshArgv;     ///< what would log in there
    QString complaint;       ///< the last trouble with ssh, one line
    QString memoryDump;      ///< file with the memory of a guest that hung
    QString starvation;      ///< of a run that the host starved: how, see starvation()
    QString qemuOutput;      ///< what QEMU itself printed, the last 4 KB
    qint64 consoleBytes = 0;
};

} // namespace culprit::machine
