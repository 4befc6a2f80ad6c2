// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/lifecycle.h"

#include <QTest>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using Action = Lifecycle::Action;
using Word = AgentRecord::Word;

namespace
{

// qmp 10 s, firmware 10 s, boot 60 s, noOutput 120 s, settle 10 s, powerOff 10 s, wall 1 h
constexpr qint64 TestMs = 20'000;
constexpr qint64 HeartbeatMs = 5000;

Lifecycle fresh()
{
    return {Deadlines{}, TestMs, HeartbeatMs};
}

Lifecycle testingAt(qint64 now)
{
    Lifecycle life = fresh();
    life.monitorReady(100);
    life.banner(200);
    life.record({.word = Word::BootOk, .rest = "6.1 0", .atMs = 300});
    life.record({.word = Word::SelfTest, .rest = "ok", .atMs = 300});
    life.record({.word = Word::ReproStart, .rest = {}, .atMs = now});
    return life;
}

} // namespace

class TestLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPartHasItsDeadline()
    {
        Lifecycle noMonitor = fresh();
        QCOMPARE(noMonitor.tick(9'999), Action::None);
        QVERIFY(!noMonitor.ending());
        QCOMPARE(noMonitor.tick(10'000), Action::None);
        QCOMPARE(noMonitor.ending(), Ending::NotStarted);

        Lifecycle noBanner = fresh();
        noBanner.monitorReady(5000);
        (void)noBanner.tick(14'999);
        QVERIFY(!noBanner.ending());
        QCOMPARE(noBanner.tick(15'000), Action::None);
        QCOMPARE(noBanner.ending(), Ending::BootNoBanner);
    }

    void aSavedMachineThatDoesNotGoOnSaysNothingOfItsKernel()
    {
        Lifecycle life = fresh();
        life.monitorReady(100);
        life.restores();
        life.restored(200);
        QCOMPARE(life.tick(60'199), Action::None);
        QVERIFY(!life.ending());
        QCOMPARE(life.tick(60'200), Action::None); // no NMI: there is nothing to ask for
        QCOMPARE(life.ending(), Ending::NotStarted);

        Lifecycle stuck = fresh();
        stuck.monitorReady(100);
        stuck.restores();
        QCOMPARE(stuck.tick(10'100), Action::None);
        QCOMPARE(stuck.ending(), Ending::NotStarted);

        Lifecycle going = fresh();
        going.monitorReady(100);
        going.restores();
        going.restored(200);
        going.record({.word = Word::ReproStart, .rest = {}, .atMs = 300});
        QCOMPARE(going.state(), RunState::Testing);
    }

    void aStuckBootGetsAnNmiOnceAndThenEnds()
    {
        Lifecycle life = fresh();
        life.monitorReady(0);
        life.banner(1000);
        life.output(60'000);
        QCOMPARE(life.tick(60'999), Action::None);
        QCOMPARE(life.tick(61'000), Action::InjectNmi);
        QCOMPARE(life.state(), RunState::Settling);
        life.crash(61'500);
        QCOMPARE(life.tick(70'999), Action::None);
        QVERIFY(!life.ending());
        QCOMPARE(life.tick(71'000), Action::None);
        QCOMPARE(life.ending(), Ending::BootStuck);
        QCOMPARE(life.reached(), RunState::Booting);
    }

    void silenceWhileTestingIsAHang()
    {
        Lifecycle life{Deadlines{}, 10 * TestMs, HeartbeatMs};
        life.monitorReady(0);
        life.banner(0);
        life.record({.word = Word::ReproStart, .rest = {}, .atMs = 1000});
        life.record({.word = Word::Heartbeat, .rest = "1", .atMs = 50'000});
        QCOMPARE(life.tick(169'999), Action::None);
        QCOMPARE(life.tick(170'000), Action::InjectNmi);
        life.guestPanicked();
        life.shutdown(u"guest-reset"_s);
        life.qemuGone(true, 0);
        QCOMPARE(life.ending(), Ending::NoOutput);
    }

    void pastItsTimeAGuestIsSlowOrHung()
    {
        Lifecycle slow = testingAt(1000);
        slow.output(30'900);
        QCOMPARE(slow.tick(30'999), Action::None);
        QCOMPARE(slow.tick(31'000), Action::None);
        QCOMPARE(slow.ending(), Ending::TimeUp);

        Lifecycle hung = testingAt(1000);
        QCOMPARE(hung.tick(31'000), Action::InjectNmi);
        QCOMPARE(hung.tick(41'000), Action::None);
        QCOMPARE(hung.ending(), Ending::NoOutput);
    }

    void theTimeForItsReportBeginsWhenAHungGuestIsAsked()
    {
        Lifecycle hung = testingAt(1000);
        QCOMPARE(hung.tick(31'000), Action::InjectNmi);
        hung.asked(91'000); // its memory was kept before
        QCOMPARE(hung.tick(100'999), Action::None);
        QVERIFY(!hung.ending());
        QCOMPARE(hung.tick(101'000), Action::None);
        QCOMPARE(hung.ending(), Ending::NoOutput);
    }

    void theAgentsEndIsNormal()
    {
        Lifecycle life = testingAt(1000);
        life.record({.word = Word::ReproExit, .rest = "7", .atMs = 2000});
        life.record({.word = Word::Done, .rest = {}, .atMs = 3000});
        QCOMPARE(life.state(), RunState::PoweringOff);
        life.shutdown(u"guest-shutdown"_s);
        life.qemuGone(true, 0);
        QCOMPARE(life.ending(), Ending::AgentDone);
        QCOMPARE(life.exitCode(), 7);

        Lifecycle clock = testingAt(1000);
        clock.record({.word = Word::ReproExit, .rest = "timeout", .atMs = 2000});
        clock.record({.word = Word::Done, .rest = {}, .atMs = 3000});
        (void)clock.tick(13'000);
        QCOMPARE(clock.ending(), Ending::AgentDone);
        QVERIFY(!clock.exitCode());
    }

    void aCrashWinsOverTheAgent()
    {
        Lifecycle life = testingAt(1000);
        life.record({.word = Word::ReproExit, .rest = "0", .atMs = 2000});
        life.record({.word = Word::Done, .rest = {}, .atMs = 2000});
        life.crash(2001);
        (void)life.tick(12'000);
        QVERIFY(!life.ending());
        (void)life.tick(12'001);
        QCOMPARE(life.ending(), Ending::Crashed);
    }

    void aPanicWithoutAKnownReportIsACrash()
    {
        Lifecycle life = testingAt(1000);
        life.guestPanicked();
        life.shutdown(u"guest-reset"_s);
        life.qemuGone(true, 0);
        QCOMPARE(life.ending(), Ending::Crashed);
    }

    void howQemuWentDecidesTheRest_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("exited");
        QTest::addColumn<int>("code");
        QTest::addColumn<Ending>("ending");
        QTest::newRow("reset") << u"guest-reset"_s << true << 0 << Ending::UnexpectedReboot;
        QTest::newRow("off") << u"guest-shutdown"_s << true << 0 << Ending::UnexpectedReboot;
        QTest::newRow("somebody's SIGTERM") << u"host-signal"_s << true << 0 << Ending::LostQemu;
        QTest::newRow("somebody's quit") << u"host-qmp-quit"_s << true << 0 << Ending::LostQemu;
        QTest::newRow("killed") << QString() << false << 9 << Ending::LostQemu;
        QTest::newRow("failed") << QString() << true << 1 << Ending::LostQemu;
    }

    void howQemuWentDecidesTheRest()
    {
        QFETCH(const QString, reason);
        QFETCH(const bool, exited);
        QFETCH(const int, code);
        Lifecycle life = testingAt(1000);
        life.shutdown(reason);
        life.qemuGone(exited, code);
        QTEST(life.ending().value(), "ending");

        Lifecycle early = fresh();
        early.qemuGone(exited, code);
        QCOMPARE(early.ending(), Ending::NotStarted);
    }

    void anEndingIsNeverTakenBack()
    {
        Lifecycle life = testingAt(1000);
        life.end(Ending::Cancelled);
        life.crash(1100);
        life.shutdown(u"guest-reset"_s);
        life.qemuGone(true, 0);
        QCOMPARE(life.tick(10'000'000), Action::None);
        QCOMPARE(life.ending(), Ending::Cancelled);
    }

    void aLostConnectionWaitsForALateReport()
    {
        Lifecycle silent = testingAt(1000);
        silent.connectionEnded(2000);
        QCOMPARE(silent.state(), RunState::Settling);
        QCOMPARE(silent.tick(11'999), Action::None);
        QVERIFY(!silent.ending());
        QCOMPARE(silent.tick(12'000), Action::None);
        QCOMPARE(silent.ending(), Ending::LostConnection);
        QCOMPARE(silent.reached(), RunState::Testing);

        Lifecycle late = testingAt(1000);
        late.connectionEnded(2000);
        late.crash(11'000);
        (void)late.tick(20'999); // the report has its own time
        QVERIFY(!late.ending());
        (void)late.tick(21'000);
        QCOMPARE(late.ending(), Ending::Crashed);

        Lifecycle rebooted = testingAt(1000);
        rebooted.connectionEnded(2000);
        rebooted.shutdown(u"guest-reset"_s);
        rebooted.qemuGone(true, 0);
        QCOMPARE(rebooted.ending(), Ending::UnexpectedReboot);
    }

    void aConnectionThatEndsAfterTheLastWordIsNotLost()
    {
        Lifecycle life = testingAt(1000);
        life.record({.word = Word::ReproExit, .rest = "0", .atMs = 2000});
        life.record({.word = Word::Done, .rest = {}, .atMs = 2000});
        life.connectionEnded(2001);
        QCOMPARE(life.ending(), Ending::AgentDone);
        QCOMPARE(life.exitCode(), 0);

        Lifecycle crashed = testingAt(1000);
        crashed.crash(2000);
        crashed.connectionEnded(5000);
        (void)crashed.tick(12'000);
        QCOMPARE(crashed.ending(), Ending::Crashed);
    }

    void theWallEndsEverything()
    {
        Lifecycle life{Deadlines{}, 100'000'000, HeartbeatMs};
        life.monitorReady(0);
        life.banner(0);
        life.record({.word = Word::ReproStart, .rest = {}, .atMs = 1000});
        life.output(3'599'999);
        QCOMPARE(life.tick(3'600'000), Action::None);
        QCOMPARE(life.ending(), Ending::WallTime);
    }

    void aFailedSelfTestEndsTheRun()
    {
        Lifecycle life = fresh();
        life.monitorReady(0);
        life.banner(0);
        life.record({.word = Word::SelfTest, .rest = "failed the kernel is tainted (128)", .atMs = 10});
        QCOMPARE(life.ending(), Ending::TestFailed);
    }

    void recordsOutOfTurnChangeNothing()
    {
        Lifecycle life = fresh();
        life.record({.word = Word::Done, .rest = {}, .atMs = 1});
        QCOMPARE(life.state(), RunState::Starting);
        life = testingAt(1000);
        life.crash(2000);
        life.record({.word = Word::Done, .rest = {}, .atMs = 2001});
        QCOMPARE(life.state(), RunState::Settling);
    }
};

QTEST_GUILESS_MAIN(TestLifecycle)
#include "test_lifecycle.moc"
