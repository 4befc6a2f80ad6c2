// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testkernel.h"
#include "watchedrun.h"

#include <QTemporaryDir>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSnapshot : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{u"/tmp/culprit-run-XXXXXX"_s};

    [[nodiscard]] RunRequest request(GuestStart start, const QString &role = u"waits"_s) const
    {
        RunRequest wanted = testRequest(m_folder, role);
        wanted.start = start;
        wanted.snapshot = m_folder.path();
        return wanted;
    }

    [[nodiscard]] QString state() const { return SnapshotFiles(m_folder.path()).state; }

private Q_SLOTS:
    void init() { QFile::remove(state()); }

    void aSavedMachineGoesOnAgainAndAgain()
    {
        WatchedRun saved(request(GuestStart::Save));
        QVERIFY(saved.play());
        QVERIFY2(saved.result->ending == Ending::Saved, qPrintable(saved.result->sentence));
        QVERIFY(saved.consoleAtEnd.contains("Linux version") && !saved.consoleAtEnd.contains("went on"));
        QVERIFY(saved.result->bootMs >= 0);
        QVERIFY(QFileInfo(state()).size() > 0);

        QSet<QByteArray> heard;
        for (const quint32 seed : {7U, 8U, 8U}) {
            RunRequest wanted = request(GuestStart::Saved);
            wanted.plan.seed = seed;
            WatchedRun run(wanted);
            QVERIFY(run.play());
            QVERIFY2(run.result->ending == Ending::AgentDone, qPrintable(run.result->sentence));
            QCOMPARE(run.result->exitCode, 0);
            QCOMPARE(run.consoleAtEnd, "[    2.0] went on\n");
            QVERIFY2(run.testOutput.startsWith("GO " + QByteArray::number(seed) + ' '), run.testOutput.constData());
            QCOMPARE(run.testOutput.trimmed().size(), 5 + 64);
            QVERIFY(qemusIn(wanted.folder).isEmpty());
            heard += run.testOutput;
        }
        QCOMPARE(heard.size(), 3); // the entropy is new each time
        QVERIFY(QFile::exists(state()));
    }

    void aGuestThatCrashesWhileItBootsIsNotSaved()
    {
        WatchedRun run(request(GuestStart::Save, u"bootpanic"_s),
                       [](QByteArrayView chunk) { return chunk.contains("BUG:"); });
        QVERIFY(run.play());
        QCOMPARE(run.result->ending, Ending::Crashed);
        QCOMPARE(run.result->reached, RunState::Booting);
        QVERIFY(!QFile::exists(state()));
    }

    void aMachineThatCannotBeSavedSaysSo()
    {
        QVERIFY(QDir().mkdir(state())); // nobody can write there
        WatchedRun run(request(GuestStart::Save));
        QVERIFY(run.play());
        QVERIFY(QDir().rmdir(state()));
        QCOMPARE(run.result->ending, Ending::NotStarted);
        QVERIFY2(run.result->sentence.contains(u"could not be saved"), qPrintable(run.result->sentence));
    }

    void whatIsNoSavedMachineIsNoVerdict()
    {
        QFile file(state());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) == 9000);
        file.close();
        WatchedRun run(request(GuestStart::Saved));
        QVERIFY(run.play());
        QVERIFY(run.result->ending == Ending::NotStarted || run.result->ending == Ending::LostQemu);
        qInfo().noquote() << run.result->sentence;
        QVERIFY2(run.result->sentence.contains(u"saved machine could not be loaded") ||
                     run.result->sentence.contains(u"migration"),
                 qPrintable(run.result->sentence));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "test_snapshot.moc"
