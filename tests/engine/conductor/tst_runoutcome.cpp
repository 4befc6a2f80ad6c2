// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/runoutcome.h"

#include <QTest>

using namespace culprit;
using namespace culprit::conductor;
using machine::Ending;
using machine::RunState;
using session::Outcome;

namespace
{

machine::RunResult resultOf(Ending ending, RunState reached = RunState::Testing)
{
    machine::RunResult result;
    result.ending = ending;
    result.reached = reached;
    result.sentence = QStringLiteral("It ended.");
    result.argv = {QStringLiteral("qemu"), QStringLiteral("-append"), QStringLiteral("a b")};
    return result;
}

crash::Report reportOf(const char *title)
{
    crash::Report report;
    report.title = title;
    report.type = "WARNING";
    report.text = "WARNING: ...";
    return report;
}

} // namespace

class RunOutcomeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndingHasItsOutcome_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("title");
        QTest::newRow("done") << Ending::AgentDone << Outcome::Ok << QString();
        QTest::newRow("time up") << Ending::TimeUp << Outcome::Ok << QString();
        QTest::newRow("silence") << Ending::NoOutput << Outcome::Crashed << noOutputTitle();
        QTest::newRow("reboot") << Ending::UnexpectedReboot << Outcome::Crashed << rebootTitle();
        QTest::newRow("no banner") << Ending::BootNoBanner << Outcome::BootFailed << QString();
        QTest::newRow("stuck") << Ending::BootStuck << Outcome::BootFailed << QString();
        QTest::newRow("self test") << Ending::TestFailed << Outcome::TestFailed << QString();
        QTest::newRow("flood") << Ending::Flood << Outcome::TestFailed << QString();
        QTest::newRow("lost") << Ending::LostQemu << Outcome::InfraFailed << QString();
        QTest::newRow("refused") << Ending::GuestRefused << Outcome::InfraFailed << QString();
        QTest::newRow("connection") << Ending::LostConnection << Outcome::InfraFailed << lostConnectionTitle();
        QTest::newRow("suspended") << Ending::HostSuspended << Outcome::InfraFailed << QString();
        QTest::newRow("starved") << Ending::HostStarved << Outcome::InfraFailed << QString();
        QTest::newRow("disk full") << Ending::HostFull << Outcome::InfraFailed << QString();
        QTest::newRow("cancelled") << Ending::Cancelled << Outcome::Cancelled << QString();
    }

    void everyEndingHasItsOutcome()
    {
        QFETCH(Ending, ending);
        QFETCH(Outcome, outcome);
        QFETCH(QString, title);
        const session::RunEnded ended = runOutcome(RunId{7}, resultOf(ending), std::nullopt, {});
        QCOMPARE(ended.run, RunId{7});
        QCOMPARE(ended.outcome, outcome);
        QCOMPARE(ended.title, title);
        QCOMPARE(ended.command, QStringLiteral("qemu -append 'a b'"));
    }

    void aReportMakesARunThatWentOnACrash()
    {
        crash::Report report = reportOf("WARNING in f");
        report.beginOffset = 8;
        const session::RunEnded ended =
            runOutcome(RunId{1}, resultOf(Ending::AgentDone), report, "one\ntwo\nWARNING: at f\n");
        QCOMPARE(ended.outcome, Outcome::Crashed);
        QCOMPARE(ended.title, QStringLiteral("WARNING in f"));
        QCOMPARE(ended.consoleLine, 2);
    }

    void aCrashBeforeTheTestIsAFailedBoot()
    {
        const session::RunEnded ended =
            runOutcome(RunId{1}, resultOf(Ending::Crashed, RunState::Booting), reportOf("WARNING in f"), "WARNING");
        QCOMPARE(ended.outcome, Outcome::BootFailed);
        QCOMPARE(ended.title, QStringLiteral("WARNING in f"));
    }

    void troubleOfTheHostIsNeverTheKernels()
    {
        const session::RunEnded ended =
            runOutcome(RunId{1}, resultOf(Ending::LostQemu), reportOf("WARNING in f"), "WARNING");
        QCOMPARE(ended.outcome, Outcome::InfraFailed);
        QCOMPARE(ended.title, QString());
    }

    void aLostConnectionIsACrashOnlyWhereItIsTheBugOrHasAReport()
    {
        QCOMPARE(lostConnectionTitle(), QStringLiteral("lost connection to test machine"));
        const session::RunEnded sought =
            runOutcome(RunId{1}, resultOf(Ending::LostConnection), std::nullopt, {}, lostConnectionTitle());
        QCOMPARE(sought.outcome, Outcome::Crashed);
        QCOMPARE(sought.title, lostConnectionTitle());
        const session::RunEnded reported =
            runOutcome(RunId{1}, resultOf(Ending::LostConnection), reportOf("WARNING in f"), "WARNING");
        QCOMPARE(reported.outcome, Outcome::Crashed);
        QCOMPARE(reported.title, QStringLiteral("WARNING in f"));
    }

    void theCommandOfADiskImageMakesItsOverlayAndLogsIn()
    {
        machine::RunResult result = resultOf(Ending::AgentDone);
        result.overlayArgv = {QStringLiteral("qemu-img"), QStringLiteral("create"),
                              QStringLiteral("/tmp/a b/disk.qcow2")};
        result.sshArgv = {QStringLiteral("ssh"), QStringLiteral("127.0.0.1")};
        QCOMPARE(runOutcome(RunId{1}, result, std::nullopt, {}).command,
                 QStringLiteral("mkdir -p '/tmp/a b' && qemu-img create '/tmp/a b/disk.qcow2' && "
                                "qemu -append 'a b' & ssh 127.0.0.1"));
    }

    void anInitThatEndsIsOurFault()
    {
        const session::RunEnded ended = runOutcome(RunId{1}, resultOf(Ending::Crashed),
                                                   reportOf("kernel panic: Attempted to kill init!"), "Kernel panic");
        QCOMPARE(ended.outcome, Outcome::InfraFailed);
    }
};

QTEST_GUILESS_MAIN(RunOutcomeTest)
#include "tst_runoutcome.moc"
