// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shortdemo.h"
#include "tests/system/program.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// SIGKILL at random moments: nothing stays, nothing is lost, the search ends where it would have ended.
class KillTest final : public QObject
{
    Q_OBJECT

    static constexpr int mostKillsOfASession = 50;
    static constexpr int patient = 60'000; // ms

private Q_SLOTS:
    /// CULPRIT_KILLS asks for more of them, over as many sessions as that takes.
    void anyMomentWillDo()
    {
        const int asked = qEnvironmentVariableIntValue("CULPRIT_KILLS");
        const int kills = asked > 0 ? asked : 4;
        QRandomGenerator random(20261123);
        int done = 0;
        int sessions = 0;
        for (; done < kills; ++sessions) {
            const int before = done;
            killOneSession(random, sessions == 0, std::min(kills, before + mostKillsOfASession), done);
            if (QTest::currentTestFailed()) {
                return;
            }
            QVERIFY2(done >= std::min(before + 3, kills), qPrintable(u"killed %1 times only"_s.arg(done - before)));
        }
        qInfo("killed %d times in %d sessions", done, sessions);
    }

    void interruptStopsCleanly()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        const QString setup = program.writeShortSetup(demo);
        const auto process = program.start({u"run"_s, u"--json"_s, setup});
        QByteArray output;
        while (!output.contains("run-started") && process->waitForReadyRead(120000)) {
            output += process->readAllStandardOutput();
        }
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(20000));
        output += process->readAllStandardOutput();
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 1);
        QVERIFY(output.contains("engine-stopped"));
        QCOMPARE(program.leftProcesses(), QStringList());
        QVERIFY(!QFile::exists(program.path(u"short.culprit-wal"_s)));
    }

private:
    /// Kills one session again and again until `done` is `kills` or it found its culprit, which it has to in the end.
    static void killOneSession(QRandomGenerator &random, bool isFirst, int kills, int &done)
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        QByteArray four = culprit::tests::shortSetup(demo);
        QVERIFY(four.contains("count = \"auto\""));
        const QString setup = program.write(u"short.toml"_s, four.replace("count = \"auto\"", "count = 4"));
        bool hadFour = !isFirst;
        qint64 printed = 0; // the last event that a killed program told of
        for (bool started = false; done < kills; started = true) {
            const auto process = program.start(!started ? QStringList{u"run"_s, u"--json"_s, setup}
                                                        : QStringList{u"resume"_s, u"--json"_s, u"short.culprit"_s});
            // Up to a certain number of events, then a moment more: under load, too, each kill comes at another point.
            // The first one waits for all four machines.
            const int events = 2 + int(random.bounded(9));
            int seen = 0;
            QDeadlineTimer deadline(120000);
            while ((seen < events || !hadFour) && process->state() == QProcess::Running && !deadline.hasExpired()) {
                if (process->canReadLine() || process->waitForReadyRead(1000)) {
                    while (process->canReadLine()) {
                        const auto object = QJsonDocument::fromJson(process->readLine()).object();
                        if (object.contains(u"event"_s)) {
                            hadFour = hadFour || object.value(u"machine"_s).toInt() == 3;
                            printed = std::max(printed, object.value(u"event"_s).toInteger());
                            ++seen;
                        }
                    }
                }
            }
            if (process->state() != QProcess::Running) {
                break; // it found the culprit before we got to kill it
            }
            QThread::msleep(quint32(random.bounded(150)));
            ::kill(pid_t(process->processId()), SIGKILL);
            process->waitForFinished();
            ++done;
            QTRY_VERIFY2_WITH_TIMEOUT(program.leftProcesses().isEmpty(),
                                      qPrintable(program.leftProcesses().join(u'\n')), patient);
            QCOMPARE(program.leftMounts(), QStringList());

            const Finished shown = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"json"_s});
            QVERIFY2(shown.status == 0, qPrintable(shown.errors));
            const auto told = QJsonDocument::fromJson(shown.output.toUtf8()).object().value(u"events"_s).toArray();
            QVERIFY2(told.size() >= printed, qPrintable(u"%1 events kept, %2 told of"_s.arg(told.size()).arg(printed)));
        }
        QVERIFY(hadFour);
        const Finished finished = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        const QJsonObject result = finished.objects().last();
        QCOMPARE(result.value(u"culprit"_s).toString(), demo.history.culprit);
        QCOMPARE(program.leftProcesses(), QStringList());
        qInfo("%d kills so far, %lld events told of in this session", done, printed);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
