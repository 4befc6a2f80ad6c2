// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/runoutcome.h"

#include "engine/process/shellword.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using machine::Ending;
using machine::RunResult;
using session::Outcome;

namespace
{

const QString initDiedTitle = u"kernel panic: Attempted to kill init!"_s;
constexpr std::size_t keptReport = 64 * 1024; // bytes in the journal; the console has all of it

/// What started the machine, as a shell would take it; with a disk image the overlay before it and a login after it.
QString commandText(const RunResult &result)
{
    const QString qemu = process::shellWords(result.argv);
    if (result.overlayArgv.isEmpty()) {
        return qemu;
    }
    const QString folder = QFileInfo(result.overlayArgv.last()).path();
    return u"mkdir -p %1 && %2 && %3 & %4"_s.arg(process::shellWord(folder), process::shellWords(result.overlayArgv),
                                                 qemu, process::shellWords(result.sshArgv));
}

/// What the machine alone tells.
Outcome outcomeOf(Ending ending)
{
    switch (ending) {
    case Ending::AgentDone:
    case Ending::TimeUp:
        return Outcome::Ok;
    case Ending::Crashed:
    case Ending::NoOutput:
    case Ending::UnexpectedReboot:
        return Outcome::Crashed;
    case Ending::BootNoBanner:
    case Ending::BootStuck:
        return Outcome::BootFailed;
    case Ending::TestFailed:
    case Ending::Flood:
        return Outcome::TestFailed;
    case Ending::LostQemu:
    case Ending::NotStarted:
    case Ending::Saved:
    case Ending::HostSuspended:
    case Ending::HostStarved:
    case Ending::HostFull:
    case Ending::WallTime:
    case Ending::GuestRefused:
    case Ending::LostConnection:
        return Outcome::InfraFailed;
    case Ending::Cancelled:
        break;
    }
    return Outcome::Cancelled;
}

bool isOfTheHost(Ending ending)
{
    return (outcomeOf(ending) == Outcome::InfraFailed && ending != Ending::LostConnection) ||
           ending == Ending::Cancelled;
}

} // namespace

QString noOutputTitle()
{
    return u"no output from test machine"_s;
}

QString rebootTitle()
{
    return u"unexpected kernel reboot"_s;
}

QString lostConnectionTitle()
{
    return u"lost connection to test machine"_s;
}

session::RunEnded runOutcome(RunId run, const RunResult &result, const std::optional<crash::Report> &report,
                             const QByteArray &console, const QString &sought)
{
    session::RunEnded ended;
    ended.run = run;
    ended.outcome = outcomeOf(result.ending);
    ended.reason = result.sentence;
    ended.command = commandText(result);
    ended.bootMilliseconds = result.bootMs;
    ended.milliseconds = result.totalMs;
    if (isOfTheHost(result.ending)) {
        return ended;
    }
    if (report) {
        ended.outcome = Outcome::Crashed;
        ended.title = QString::fromStdString(report->title);
        for (const std::string &alternative : report->alternatives) {
            ended.alternatives << QString::fromStdString(alternative);
        }
        ended.type = QString::fromStdString(report->type);
        ended.report = QString::fromUtf8(report->text.data(), qsizetype(std::min(report->text.size(), keptReport)));
        ended.consoleLine = std::count(console.begin(), console.begin() + qsizetype(report->beginOffset), '\n');
    } else if (result.ending == Ending::LostConnection) {
        ended.outcome = sought == lostConnectionTitle() ? Outcome::Crashed : Outcome::InfraFailed;
        ended.title = lostConnectionTitle();
        ended.type = u"LOST_CONNECTION"_s;
    } else if (result.ending == Ending::NoOutput) {
        ended.title = noOutputTitle();
        ended.type = u"NO_OUTPUT"_s;
    } else if (ended.outcome == Outcome::Crashed) {
        ended.title = rebootTitle();
        ended.type = u"REBOOT"_s;
    }
    if (ended.title == initDiedTitle) {
        // Without a fault before it, it was our own init program that failed.
        ended.outcome = Outcome::InfraFailed;
        ended.reason = u"The guest's init program ended, and no kernel fault preceded it."_s;
        return ended;
    }
    if (ended.outcome == Outcome::Crashed && result.reached != machine::RunState::Testing) {
        ended.outcome = Outcome::BootFailed;
    }
    return ended;
}

} // namespace culprit::conductor
