// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pocketkernel.h"
#include "watchedrun.h"

#include <QTemporaryDir>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

bool seesACrash(QByteArrayView chunk)
{
    return chunk.contains("BUG:") || chunk.contains("Kernel panic");
}

} // namespace

/// The pocket kernel of the demo is a guest like any other.
class TestPocketGuest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-pocket-XXXXXX"_s};
    int m_runs = 0;

    RunRequest request(const QByteArray &reproducer)
    {
        RunRequest wanted;
        wanted.name = u"pocket-%1"_s.arg(++m_runs);
        wanted.folder = m_folder.filePath(u"r%1"_s.arg(m_runs));
        wanted.kernelImage = m_folder.filePath(u"kernel.elf"_s);
        wanted.expectedBanner = "Pocket version ";
        wanted.reproducer = reproducer;
        wanted.memoryMb = 64;
        wanted.plan.settleSeconds = 1;
        wanted.deadlines.settle = 2s;
        return wanted;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray problem = buildPocketKernel(m_folder.path());
        QVERIFY2(problem.isEmpty(), problem.constData());
    }

    void itsReproducerRunsAndEnds()
    {
        WatchedRun run(request("print hello\nexit 3\n"));
        QVERIFY(run.play());
        QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
        QCOMPARE(run.result->exitCode, 3);
        QCOMPARE(run.testOutput, "hello\n");
        QVERIFY(run.result->bannerMs >= 0 && run.result->bootMs >= run.result->bannerMs);
    }

    void itsCrashIsACrash()
    {
        WatchedRun run(request("null\n"), seesACrash);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
        QCOMPARE(run.result->reached, RunState::Testing);
        QVERIFY(run.result->guestPanicked);
        QVERIFY2(run.consoleAtEnd.contains("Kernel Offset: disabled"), run.consoleAtEnd.constData());
    }

    void itsHangReportsOnAnNmi()
    {
        RunRequest wanted = request("hang\n");
        wanted.deadlines.noOutput = 2s;
        WatchedRun run(wanted, seesACrash);
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::NoOutput);
        QVERIFY2(run.consoleAtEnd.mid(run.result->nmiOffset.value_or(0)).contains("NMI"), run.consoleAtEnd.constData());
    }
};

QTEST_GUILESS_MAIN(TestPocketGuest)
#include "test_pocketguest.moc"
