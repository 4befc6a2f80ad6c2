// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedrun.h"

#include "engine/machine/guestagent.h"
#include "engine/machine/initramfs.h"
#include "engine/process/childprocess.h"

#include <QTemporaryDir>

using namespace culprit;
using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Boots the Linux image named by $CULPRIT_TEST_KERNEL (x86-64, with everything a guest needs built in).
class TestLinuxGuest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-linux-XXXXXX"_s};
    QString m_agent;
    int m_runs = 0;

    RunRequest request(const QByteArray &script)
    {
        RunRequest wanted;
        wanted.name = u"linux-%1"_s.arg(++m_runs);
        wanted.folder = m_folder.filePath(u"r%1"_s.arg(m_runs));
        wanted.kernelImage = qEnvironmentVariable("CULPRIT_TEST_KERNEL");
        wanted.reproducer = script;
        wanted.plan = {.seconds = 4, .repeat = false, .settleSeconds = 1, .heartbeatSeconds = 1, .seed = 42};
        wanted.guest = InitramfsGuest{{linuxArchive(m_agent, needsShell(script)).value_or(QByteArray())}};
        return wanted;
    }

    /// A program that makes the agent stand still: process 1 takes no SIGSTOP but from a debugger.
    QByteArray holder()
    {
        process::Command command;
        command.program = u"gcc"_s;
        command.arguments = {u"-static"_s, u"-O1"_s, u"-o"_s, m_folder.filePath(u"holder"_s), u"-xc"_s, u"-"_s};
        command.input = "#include <sys/ptrace.h>\n#include <unistd.h>\n"
                        "int main(void)\n{\n"
                        "    if (ptrace(PTRACE_ATTACH, 1, 0, 0) != 0) return 1;\n"
                        "    for (;;) pause();\n}\n";
        process::ChildProcess compiler;
        bool isDone = false;
        connect(&compiler, &process::ChildProcess::finished, this, [&isDone] { isDone = true; });
        compiler.start(command);
        QFile program(m_folder.filePath(u"holder"_s));
        const bool isMade = QTest::qWaitFor([&isDone] { return isDone; }, 60'000) && program.open(QIODevice::ReadOnly);
        return isMade ? program.readAll() : QByteArray();
    }

    /// ms that so many pairs of runs take, of Save so many single ones; 0 if one failed.
    qint64 playPairs(GuestStart start, int pairs, int settle)
    {
        QElapsedTimer clock;
        clock.start();
        for (int pair = 0; pair < pairs; ++pair) {
            std::vector<std::unique_ptr<WatchedRun>> runs;
            for (int i = 0; i < (start == GuestStart::Save ? 1 : 2); ++i) {
                RunRequest wanted = request("exit 0\n");
                wanted.plan.settleSeconds = settle;
                wanted.cpus = 1;
                wanted.memoryMb = 256;
                wanted.start = start;
                wanted.snapshot = m_folder.path();
                runs.push_back(std::make_unique<WatchedRun>(wanted));
                runs.back()->run->start();
            }
            for (const auto &run : runs) {
                if (!run->wait() || run->result->ending == Ending::NotStarted) {
                    return 0;
                }
            }
        }
        return clock.elapsed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("CULPRIT_TEST_KERNEL")) {
            QSKIP("set CULPRIT_TEST_KERNEL to the path of a bzImage");
        }
        GuestAgent agent(m_folder.filePath(u"cache"_s));
        std::optional<Result<QString>> made;
        connect(&agent, &GuestAgent::finished, this, [&made](const Result<QString> &r) { made = r; });
        agent.start();
        QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), 120'000);
        QVERIFY2(made->has_value(), made->has_value() ? "" : made->error().message.c_str());
        m_agent = **made;
    }

    void aScriptRunsAsRootWithItsSeed()
    {
        WatchedRun run(request("echo uid $(id -u) seed $CULPRIT_SEED; cat /proc/sys/kernel/ostype; exit 7\n"));
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QCOMPARE(run.result->exitCode, 7);
        QCOMPARE(run.testOutput, "uid 0 seed 42\nLinux\n");
        QVERIFY(!run.result->kernelRelease.isEmpty());
        QVERIFY(run.result->bannerMs >= 0 && run.result->bootMs >= run.result->bannerMs);
        qInfo() << "banner" << run.result->bannerMs << "boot" << run.result->bootMs << "total" << run.result->totalMs;
    }

    void aReproducerIsEndedByTheClockAndItsChildrenToo()
    {
        WatchedRun run(request("setsid sleep 1000 & sleep 1000\n"));
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QVERIFY(!run.result->exitCode);
        QVERIFY(run.result->heartbeats >= 2);
    }

    void aReproducerIsRepeatedWhileTimeIsLeft()
    {
        RunRequest wanted = request("echo once; sleep 1\n");
        wanted.plan.repeat = true;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QVERIFY2(run.testOutput.count("once") >= 2, run.testOutput.constData());
    }

    void processesWithoutEndAreNoHang_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("that stay") << QByteArray("f() { f & f; }\nf\n");
        QTest::newRow("that end") << QByteArray("while :; do : & : & : & : & done\n");
    }

    void processesWithoutEndAreNoHang()
    {
        QFETCH(const QByteArray, script);
        RunRequest wanted = request(script);
        wanted.plan.seconds = 20;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
    }

    void aClockThatJumpsChangesNothing()
    {
        WatchedRun run(
            request("date -s '2001-01-01 00:00:00'\nsleep 1\ndate -s '2037-01-01 00:00:00'\nsleep 1\nexit 7\n"));
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QCOMPARE(run.result->exitCode, 7);
        QVERIFY(run.testOutput.contains("2001") && run.testOutput.contains("2037"));
    }

    void aPanicIsReportedToItsLastLine()
    {
        WatchedRun run(request("echo c > /proc/sysrq-trigger\n"),
                       [](QByteArrayView chunk) { return chunk.contains("BUG:") || chunk.contains("Kernel panic"); });
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
        QCOMPARE(run.result->reached, RunState::Testing);
        QVERIFY(run.consoleAtEnd.contains("sysrq: Trigger a crash"));
        // The last thing a panic prints before it resets.
        QVERIFY(run.consoleAtEnd.contains("Kernel panic - not syncing") && run.consoleAtEnd.contains("Kernel Offset:"));
    }

    void aHungGuestReportsOnAnNmi()
    {
        RunRequest wanted = request(holder());
        wanted.plan.seconds = 600;
        wanted.deadlines.noOutput = 5s;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NoOutput);
        QVERIFY(run.result->nmiOffset);
        QVERIFY2(run.consoleAtEnd.mid(*run.result->nmiOffset).contains("NMI"), "no report of the NMI");
    }

    void runsFromASnapshotHaveASeedAndEntropyOfTheirOwn()
    {
        const QByteArray script = "echo seed $CULPRIT_SEED; head -c 16 /dev/urandom | md5sum\n";
        RunRequest boots = request(script);
        boots.start = GuestStart::Save;
        boots.snapshot = m_folder.path();
        WatchedRun saved(boots);
        QVERIFY(saved.play());
        QVERIFY2(saved.result->ending == Ending::Saved, qPrintable(saved.result->sentence));
        QVERIFY(saved.testOutput.isEmpty());
        qInfo() << "saved after" << saved.result->totalMs
                << "ms:" << QFileInfo(SnapshotFiles(m_folder.path()).state).size() << "bytes";

        QSet<QByteArray> outputs;
        for (const quint32 seed : {1U, 2U, 2U}) {
            RunRequest wanted = request(script);
            wanted.start = GuestStart::Saved;
            wanted.snapshot = m_folder.path();
            wanted.plan.seed = seed;
            WatchedRun run(wanted);
            QVERIFY(run.play());
            QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
            QVERIFY2(run.testOutput.startsWith("seed " + QByteArray::number(seed) + '\n'), run.testOutput.constData());
            outputs += run.testOutput;
        }
        QCOMPARE(outputs.size(), 3);
    }

    /// No assertion: how much quicker they are, two at once as a session would run them.
    void twentyRunsFromASnapshotAgainstTwentyBoots()
    {
        for (const int settle : {0, 1}) {
            const qint64 cold = playPairs(GuestStart::Cold, 10, settle);
            const qint64 saving = playPairs(GuestStart::Save, 1, settle);
            const qint64 saved = playPairs(GuestStart::Saved, 10, settle);
            QVERIFY(cold > 0 && saving > 0 && saved > 0);
            qInfo("settling %d s: 20 boots %lld ms; saving %lld ms and 20 runs from it %lld ms: ratio %.2f", settle,
                  qlonglong(cold), qlonglong(saving), qlonglong(saved), double(saving + saved) / double(cold));
        }
    }

    void tooLittleMemoryIsNoVerdict()
    {
        RunRequest wanted = request("exit 0\n");
        wanted.memoryMb = 16;
        wanted.deadlines.boot = 10s;
        WatchedRun run(wanted);
        QVERIFY(run.play());
        QVERIFY2(run.result->reached < RunState::Testing, qPrintable(run.result->sentence));
        qInfo().noquote() << word(run.result->ending) << run.result->sentence;
    }
};

QTEST_GUILESS_MAIN(TestLinuxGuest)
#include "test_linuxguest.moc"
