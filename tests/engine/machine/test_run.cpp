// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestmemory.h"
#include "testkernel.h"
#include "watchedrun.h"

#include <QDir>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-run-XXXXXX"_s};

    [[nodiscard]] RunRequest request(const QString &role) const { return testRequest(m_folder, role); }

private Q_SLOTS:
    void theReproducersStatusArrivesAndNothingStays()
    {
        RunRequest wanted = request(u"exit7"_s);
        const QString folder = wanted.folder;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        const RunResult &result = *run.result;
        QCOMPARE(result.ending, Ending::AgentDone);
        QCOMPARE(result.exitCode, 7);
        QVERIFY2(result.sentence.contains(u"status 7"_s), qPrintable(result.sentence));
        QCOMPARE(result.records.size(), 5);
        QCOMPARE(result.kernelRelease, u"0.1-test"_s);
        QCOMPARE(result.reached, RunState::Testing);
        QVERIFY(result.bannerMs >= 0 && result.bootMs >= 0 && result.totalMs >= result.bootMs);
        QCOMPARE(result.argv.first(), u"qemu-system-x86_64"_s);
        QCOMPARE(run.testOutput, "hello from the reproducer\n");
        QCOMPARE(result.testOutput, run.testOutput);
        QVERIFY(run.consoleAtEnd.contains("Linux version 0.1-test"));
        QCOMPARE(result.consoleBytes, run.consoleAtEnd.size());
        QCOMPARE(run.states.last(), RunState::Finished);
        QVERIFY(qemusIn(folder).isEmpty());
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
        run.run.reset();
        QVERIFY(!QFile::exists(folder));
    }

    void aPanicIsACrashWithItsWholeReport()
    {
        WatchedRun run(request(u"panic"_s), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
        QCOMPARE(run.result->reached, RunState::Testing);
        QVERIFY(run.result->guestPanicked);
        QVERIFY(run.result->crashOffset);
        QVERIFY(!run.result->nmiOffset);
        QVERIFY(run.consoleAtEnd.endsWith("---[ end Kernel panic ]---\n"));
        QVERIFY(run.isInOrder);

        WatchedRun unwatched(request(u"bootpanic"_s));
        QVERIFY(unwatched.play());
        QCOMPARE(unwatched.result->ending, Ending::Crashed);
        QCOMPARE(unwatched.result->reached, RunState::Booting);
    }

    void aReportThatEndsNothingEndsTheRun()
    {
        WatchedRun run(request(u"report"_s), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
        QVERIFY(!run.result->guestPanicked);
        QVERIFY(run.states.contains(RunState::Settling));
    }

    void aCrashAfterTheReproducerCounts()
    {
        WatchedRun run(request(u"latecrash"_s), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
    }

    void aSilentGuestIsAskedByNmiForAReport()
    {
        RunRequest wanted = request(u"spin"_s);
        wanted.deadlines.noOutput = 1s;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NoOutput);
        QVERIFY(run.result->nmiOffset);
        QVERIFY(run.consoleAtEnd.mid(*run.result->nmiOffset).contains("NMI received"));
        QVERIFY(run.consoleAtEnd.endsWith("---[ end Kernel panic ]---\n"));
    }

    void theMemoryOfSomeHungGuestsIsKept()
    {
        const QTemporaryDir kept;
        const QString prefix = kept.filePath(u"session-"_s);
        const QString unfinished = prefix + u"run-3.kdump"_s + unfinishedDump;
        QVERIFY(QFile(unfinished).open(QIODevice::WriteOnly));
        removeUnfinished({kept.filePath(u"other-"_s), 1});
        removeUnfinished({kept.filePath(u"sess"_s), 1});
        removeUnfinished({kept.filePath(u"session"_s), 1});
        QVERIFY(QFile::exists(unfinished));
        const QString ofAnother = prefix + u"2-run-3.kdump"_s + unfinishedDump;
        QVERIFY(QFile(ofAnother).open(QIODevice::WriteOnly));
        removeUnfinished({prefix, 1});
        QVERIFY(QFile::exists(ofAnother) && QFile::remove(ofAnother));
        QVERIFY(!QFile::exists(unfinished));
        QVERIFY(QFile(unfinished).open(QIODevice::WriteOnly));
        QVERIFY(QFile::exists(unfinished));
        removeUnfinished({prefix, 1});
        QVERIFY(!QFile::exists(unfinished));
        for (const bool isFirst : {true, false}) {
            RunRequest wanted = request(u"spin"_s);
            wanted.deadlines.noOutput = 1s;
            wanted.memoryDumps = {prefix, 1};
            WatchedRun run(wanted, seesABug);
            QVERIFY(run.play());
            QCOMPARE(run.result->ending, Ending::NoOutput);
            const QString file = prefix + wanted.name + u".kdump"_s;
            QCOMPARE(run.result->memoryDump, isFirst ? file : QString());
            QCOMPARE(run.result->sentence.endsWith(u"Its memory is in %1."_s.arg(file)), isFirst);
            // It was asked for a report after that.
            QVERIFY(run.consoleAtEnd.mid(*run.result->nmiOffset).contains("NMI received"));
            QVERIFY(run.consoleAtEnd.endsWith("---[ end Kernel panic ]---\n"));
        }
        const QStringList files = QDir(kept.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile dump(kept.filePath(files.first()));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        QCOMPARE(dump.read(8), "KDUMP   ");
        QCOMPARE(dump.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void memoryThatCannotBeKeptChangesNothingElse()
    {
        RunRequest wanted = request(u"spin"_s);
        wanted.deadlines.noOutput = 1s;
        wanted.memoryDumps = {m_folder.filePath(u"missing/session-"_s), 1};
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NoOutput);
        QVERIFY(run.result->nmiOffset);
        QVERIFY2(run.result->sentence.contains(u"memory is not kept: "_s), qPrintable(run.result->sentence));
    }

    void aFullDiskIsNoHang()
    {
        for (const QString &role : {u"spin"_s, u"beat"_s, u"bootspin"_s}) {
            RunRequest wanted = request(role);
            wanted.leastRoom = qint64{1} << 60; // no disk has that
            WatchedRun run(wanted, seesABug);
            QVERIFY(run.play());
            QCOMPARE(run.result->ending, Ending::HostFull);
            QVERIFY2(run.result->sentence.contains(u"make room"_s), qPrintable(run.result->sentence));
            QVERIFY(qemusIn(wanted.folder).isEmpty());
        }
    }

    void aRunThatTheHostStarvedProvesNothing_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<Ending>("ending");
        QTest::newRow("ok") << u"beat"_s << Ending::HostStarved;
        QTest::newRow("hang") << u"spin"_s << Ending::HostStarved;
        QTest::newRow("boot") << u"bootspin"_s << Ending::HostStarved;
        QTest::newRow("crash") << u"panic"_s << Ending::Crashed;
    }

    void aRunThatTheHostStarvedProvesNothing()
    {
        QFETCH(const QString, role);
        QFETCH(const Ending, ending);
        RunRequest wanted = request(role);
        wanted.plan.seconds = 1;
        wanted.plan.settleSeconds = 0;
        wanted.deadlines.overTest = 1s;
        wanted.deadlines.noOutput = 1s;
        wanted.deadlines.boot = 1s;
        wanted.host.stat = m_folder.filePath(u"stat"_s);
        const auto tell = [&wanted](const QByteArray &line) {
            QFile file(wanted.host.stat);
            return file.open(QIODevice::WriteOnly) && file.write(line) == line.size();
        };
        QVERIFY(tell("cpu  1000 0 0 0 0 0 0 1000 0 0\n"));
        WatchedRun run(wanted, seesABug);
        run.run->start();
        QVERIFY(tell("cpu  1400 0 0 0 0 0 0 2600 0 0\n"));
        QVERIFY(run.wait());
        QCOMPARE(run.result->ending, ending);
        QCOMPARE(run.result->sentence.contains(u"80 % of the processor time"_s), ending == Ending::HostStarved);
    }

    void aBootThatStaysStuckIsAskedToo()
    {
        RunRequest wanted = request(u"bootspin"_s);
        wanted.deadlines.boot = 1s;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::BootStuck);
        QCOMPARE(run.result->reached, RunState::Booting);
        QVERIFY(run.consoleAtEnd.contains("NMI received"));
    }

    void aGuestThatLivesOnPastItsTimeDidNotCrash()
    {
        RunRequest wanted = request(u"beat"_s);
        wanted.plan.seconds = 1;
        wanted.plan.settleSeconds = 0;
        wanted.deadlines.overTest = 1s;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::TimeUp);
        QVERIFY(run.result->heartbeats > 0);
        QVERIFY(!run.result->nmiOffset);
    }

    void aResetWithoutAReportIsItsOwnEnding_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("words");
        QTest::newRow("reset") << u"reset"_s << u"rebooted without"_s;
        QTest::newRow("triple fault") << u"triple"_s << u"rebooted without"_s;
        QTest::newRow("power") << u"off"_s << u"switched itself off without"_s;
    }

    void aResetWithoutAReportIsItsOwnEnding()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, words);
        WatchedRun run(request(role), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::UnexpectedReboot);
        QVERIFY2(run.result->sentence.contains(words), qPrintable(run.result->sentence));
    }

    void noBannerIsNoBoot()
    {
        RunRequest wanted = request(u"nobanner"_s);
        wanted.deadlines.firmware = 1s;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::BootNoBanner);
        QCOMPARE(run.result->reached, RunState::Firmware);

        RunRequest other = request(u"exit7"_s);
        other.expectedBanner = "Other kernel";
        WatchedRun unexpected(other);
        QVERIFY(unexpected.play());
        QCOMPARE(unexpected.result->bannerMs, -1);
    }

    void aFailedSelfTestIsToldApart()
    {
        WatchedRun run(request(u"selftest"_s), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::TestFailed);
    }

    void aFloodIsCompleteThoughItsReaderStalls()
    {
        WatchedRun run(request(u"flood"_s), seesABug);
        int stalls = 0;
        QObject::connect(run.run.get(), &Run::console, run.run.get(), [&stalls] {
            if (stalls++ < 5) {
                QThread::msleep(500); // plays a window that is busy
            }
        });
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::AgentDone);
        const QList<QByteArray> lines = run.consoleAtEnd.split('\n');
        qsizetype next = 1;
        for (const QByteArray &line : lines) {
            if (line.startsWith("[    1.0] line " + QByteArray::number(next) + " of a flood") &&
                line.endsWith("whoever reads them")) {
                ++next;
            }
        }
        QCOMPARE(next, 20'001);
        QVERIFY(run.isInOrder);
        QVERIFY(stalls >= 5);
    }

    void tooMuchConsoleEndsTheRun()
    {
        RunRequest wanted = request(u"flood"_s);
        wanted.floodLimit = 256 * 1024;
        WatchedRun run(wanted, seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Flood);
        QVERIFY(run.consoleAtEnd.size() < 2 * 1024 * 1024);

        RunRequest agentPort = request(u"garbage"_s);
        agentPort.floodLimit = 64 * 1024;
        WatchedRun other(agentPort);
        QVERIFY(other.play());
        QCOMPARE(other.result->ending, Ending::Flood);
    }

    void garbageFromTheGuestDoesNoHarm()
    {
        WatchedRun run(request(u"garbage"_s), seesABug);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::AgentDone);
        QCOMPARE(run.result->exitCode, 0);
        QVERIFY(run.result->testOutput.size() <= 64 * 1024);
        QVERIFY(run.testOutput.size() > 80'000);
        QCOMPARE(run.result->heartbeats, 1);
    }

    void whatKeepsARunFromStartingIsSaid()
    {
        QStringList sentences;
        const auto expectNotStarted = [&sentences](const RunRequest &wanted, const QString &word) {
            WatchedRun run(wanted);
            QVERIFY(run.play());
            QCOMPARE(run.result->ending, Ending::NotStarted);
            QVERIFY2(run.result->sentence.contains(word), qPrintable(run.result->sentence));
            sentences += run.result->sentence;
        };
        RunRequest badKernel = request(u"exit7"_s);
        badKernel.kernelImage = m_folder.filePath(u"notes.txt"_s);
        QFile file(badKernel.kernelImage);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) > 0);
        file.close();
        expectNotStarted(badKernel, u"notes.txt"_s);

        RunRequest noKernel = request(u"exit7"_s);
        noKernel.kernelImage = u"/no/bzImage"_s;
        expectNotStarted(noKernel, u"/no/bzImage"_s);

        RunRequest noQemu = request(u"exit7"_s);
        noQemu.qemu = u"no-such-qemu"_s;
        expectNotStarted(noQemu, u"qemu-system-x86"_s);

        RunRequest deep = request(u"exit7"_s);
        deep.folder = m_folder.filePath(QString(120, u'd'));
        expectNotStarted(deep, u"too long"_s);
        QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), 4);
    }

    void tooLittleMemoryIsSuspected()
    {
        RunRequest wanted = request(u"nobanner"_s);
        wanted.memoryMb = 40;
        wanted.deadlines.firmware = 1s;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QVERIFY2(run.result->sentence.contains(u"40 MB"_s), qPrintable(run.result->sentence));
    }

    void aKilledQemuIsNobodysVerdict()
    {
        const RunRequest wanted = request(u"beat"_s);
        WatchedRun run(wanted, seesABug);
        run.run->start();
        QTRY_COMPARE_WITH_TIMEOUT(run.run->state(), RunState::Testing, 60'000);
        const QList<pid_t> pids = qemusIn(wanted.folder);
        QCOMPARE(pids.size(), 1);
        kill(pids.first(), SIGKILL);
        QVERIFY(run.wait());
        QCOMPARE(run.result->ending, Ending::LostQemu);
        QVERIFY(run.result->sentence.contains(u"signal 9"_s));
    }

    void aRunCanBeCancelled()
    {
        const RunRequest wanted = request(u"beat"_s);
        WatchedRun run(wanted, seesABug);
        run.run->start();
        QTRY_COMPARE_WITH_TIMEOUT(run.run->state(), RunState::Testing, 60'000);
        run.run->stop();
        QVERIFY(run.wait());
        QCOMPARE(run.result->ending, Ending::Cancelled);
        QVERIFY(qemusIn(wanted.folder).isEmpty());

        WatchedRun early(request(u"beat"_s));
        early.run->start();
        early.run->stop();
        QVERIFY(early.wait());
        QCOMPARE(early.result->ending, Ending::Cancelled);
    }

    void aMachineDiesWithItsRun()
    {
        const RunRequest wanted = request(u"beat"_s);
        WatchedRun run(wanted);
        run.run->start();
        QTRY_COMPARE_WITH_TIMEOUT(run.run->state(), RunState::Testing, 60'000);
        QVERIFY(!qemusIn(wanted.folder).isEmpty());
        run.run.reset();
        QTRY_VERIFY(qemusIn(wanted.folder).isEmpty());
        QVERIFY(!QFile::exists(wanted.folder));
    }

    void twoMachinesShareNothing()
    {
        WatchedRun seven(request(u"exit7"_s));
        WatchedRun panic(request(u"panic"_s), seesABug);
        seven.run->start();
        panic.run->start();
        QVERIFY(seven.wait() && panic.wait());
        QCOMPARE(seven.result->ending, Ending::AgentDone);
        QVERIFY(!seven.consoleAtEnd.contains("panic"));
        QCOMPARE(panic.result->ending, Ending::Crashed);
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "test_run.moc"
