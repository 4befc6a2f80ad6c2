// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/endingsentence.h"

#include "engine/machine/imageguest.h"

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

QString seconds(std::chrono::milliseconds time)
{
    return u"%1 s"_s.arg(static_cast<double>(time.count()) / 1000.0);
}

QString lastLine(const QString &output)
{
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

QString duringWhat(RunState reached)
{
    switch (reached) {
    case RunState::Booting:
        return u"while booting"_s;
    case RunState::Testing:
        return u"while the reproducer ran"_s;
    default:
        return u"before its banner"_s;
    }
}

QString notStarted(const RunResult &result, const RunRequest &request, const process::Ended &qemu)
{
    if (qemu.how == process::Ended::How::NotStarted) {
        return u"QEMU (package qemu-system-x86) did not start: %1"_s.arg(qemu.error);
    }
    if (isPortTaken(result.qemuOutput)) {
        return u"No port of this host leads to the guest's ssh, other programs took each first: try again."_s;
    }
    const QString line = lastLine(result.qemuOutput);
    if (request.start == GuestStart::Saved && line.isEmpty()) {
        return u"The saved machine did not go on: its reproducer was not started."_s;
    }
    return line.isEmpty() ? u"QEMU did not start the kernel %1 and said nothing."_s.arg(request.kernelImage)
                          : u"QEMU did not start the kernel %1: %2"_s.arg(request.kernelImage, line);
}

/// What ssh said last, in brackets, if it said anything.
QString withComplaint(const QString &sentence, const RunResult &result)
{
    return result.complaint.isEmpty() ? sentence + u'.' : u"%1 (ssh: %2)."_s.arg(sentence, result.complaint);
}

QString agentDone(const RunResult &result)
{
    if (result.exitCode) {
        return u"The reproducer ended with status %1 and nothing crashed."_s.arg(*result.exitCode);
    }
    return u"The reproducer ran to its time limit and nothing crashed."_s;
}

QString noBanner(const RunRequest &request, const Deadlines &deadlines, const Lifecycle &lifecycle)
{
    if (!lifecycle.shutdownReason().isEmpty()) {
        return u"The machine switched itself off before the kernel's banner: the image may be broken, or %1 MB of "
               "memory too little for it."_s.arg(request.memoryMb);
    }
    return u"No kernel banner came within %1: the image may be broken, have no serial console, or need more than %2 MB "
           "of memory."_s.arg(seconds(deadlines.firmware))
               .arg(request.memoryMb);
}

QString lostQemu(const RunResult &result, const process::Ended &qemu)
{
    if (qemu.how == process::Ended::How::Signalled) {
        return u"QEMU was ended from outside by signal %1; the host may have run out of memory."_s.arg(qemu.code);
    }
    const QString line = lastLine(result.qemuOutput);
    return line.isEmpty() ? u"QEMU was ended from outside."_s : u"QEMU ended by itself: %1"_s.arg(line);
}

} // namespace

QString endingSentence(const RunResult &result, const Lifecycle &lifecycle, const RunRequest &request,
                       const process::Ended &qemu)
{
    const Deadlines deadlines = request.deadlines.scaled(slowdown(request.accelerator));
    const QString nmi = result.nmiOffset ? u"; an NMI was injected for a report"_s : QString();
    switch (result.ending) {
    case Ending::AgentDone:
        return agentDone(result);
    case Ending::TimeUp:
        return u"The time for the reproducer was over, the guest alive, and nothing had crashed."_s;
    case Ending::Crashed:
        return u"The kernel crashed %1."_s.arg(duringWhat(result.reached));
    case Ending::NoOutput:
        return u"The guest hung: it was silent while the reproducer ran%1."_s.arg(nmi);
    case Ending::UnexpectedReboot:
        return u"The guest %1 without a report %2."_s.arg(
            lifecycle.shutdownReason() == u"guest-shutdown" ? u"switched itself off"_s : u"rebooted"_s,
            duringWhat(result.reached));
    case Ending::BootNoBanner:
        return noBanner(request, deadlines, lifecycle);
    case Ending::BootStuck:
        return withComplaint(u"The kernel started but the reproducer could not be started within %1%2"_s.arg(
                                 seconds(deadlines.boot), nmi),
                             result);
    case Ending::GuestRefused:
        return withComplaint(
            u"The guest does not take the agent: let the image's %1 in with the key %2 and write to "
            "its home"_s.arg(std::get<ImageGuest>(request.guest).sshUser, std::get<ImageGuest>(request.guest).sshKey),
            result);
    case Ending::LostConnection:
        return withComplaint(
            u"The connection to the guest was lost %1, and no report came"_s.arg(duringWhat(result.reached)), result);
    case Ending::TestFailed:
        return u"The kernel cannot run a trivial program or is damaged after its boot."_s;
    case Ending::LostQemu:
        return lostQemu(result, qemu);
    case Ending::NotStarted:
        return notStarted(result, request, qemu);
    case Ending::Saved:
        return u"The machine is saved where the reproducer would start."_s;
    case Ending::Flood:
        return u"The guest wrote more than %1 MB to a serial port; the run was ended."_s.arg(request.floodLimit /
                                                                                             (1024 * 1024));
    case Ending::HostSuspended:
        return u"The host was suspended during the run, so that its times mean nothing: run it again."_s;
    case Ending::HostStarved:
        return u"Nothing crashed, but the host starved the run (%1), so that this means nothing: run it again."_s.arg(
            result.starvation);
    case Ending::HostFull:
        return u"The disk that holds %1 is full, so that the console may lack something: make room or set TMPDIR, then "
               "run it again."_s.arg(request.folder);
    case Ending::Cancelled:
        return u"The run was cancelled."_s;
    case Ending::WallTime:
        return u"The run reached the limit of %1 for everything."_s.arg(seconds(deadlines.wall));
    }
    return {};
}

} // namespace culprit::machine
