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

private Q_SLOTS:
    void anyMomentWillDo()
    {
        const int kills =
            qEnvironmentVariableIntValue("CULPRIT_KILLS") > 0 ? qEnvironmentVariableIntValue("CULPRIT_KILLS") : 4;
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        QByteArray four = culprit::tests::shortSetup(demo);
        QVERIFY(four.contains("count = \"auto\""));
        const QString setup = program.write(u"short.toml"_s, four.replace("count = \"auto\"", "count = 4"));
        bool hadFour = false;
        QRandomGenerator random(20261123);
        qint64 printed = 0; // the last event that a killed program told of
        int done = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const auto process = program.start(kill == 0 ? QStringList{u"run"_s, u"--json"_s, setup}
                                                         : QStringList{u"resume"_s, u"--json"_s, u"short.culprit"_s});
            // Up to a certain number of events, then a moment more: under load, too, each kill comes at another point.
            // The first one waits for all four machines.
            const int events = 2 + int(random.bounded(kills > 10 ? 5 : 9));
            int seen = 0;
            QDeadlineTimer deadline(120000);
            while ((seen < events || (kill == 0 && !hadFour)) && process->state() == QProcess::Running &&
                   !deadline.hasExpired()) {
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
                                      qPrintable(program.leftProcesses().join(u'\n')), 5000);
            QCOMPARE(program.leftMounts(), QStringList());

            const Finished shown = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"json"_s});
            QVERIFY2(shown.status == 0, qPrintable(shown.errors));
            const auto told = QJsonDocument::fromJson(shown.output.toUtf8()).object().value(u"events"_s).toArray();
            QVERIFY2(told.size() >= printed, qPrintable(u"%1 events kept, %2 told of"_s.arg(told.size()).arg(printed)));
        }
        qInfo("killed %d times, %lld events told of", done, printed);
        QVERIFY(done >= 3);
        QVERIFY(hadFour);
        const Finished finished = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        const QJsonObject result = finished.objects().last();
        QCOMPARE(result.value(u"culprit"_s).toString(), demo.history.culprit);
        QCOMPARE(program.leftProcesses(), QStringList());
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
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
