// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QJsonArray>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// A person overrules a verdict in the middle of a bisection, by the command line.
class JudgeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadStepCalledGoodMovesTheRange()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        const QString setup = program.writeShortSetup(demo);
        const QString bad = runUntilABadStep(program, setup);
        QVERIFY(!bad.isEmpty());

        const QJsonObject before = planOf(program, {u"--revision"_s, bad, u"--verdict"_s, u"bad"_s});
        const Finished judged = program.run({u"judge"_s, u"short.culprit"_s, u"--revision"_s, bad.first(12),
                                             u"--verdict"_s, u"good"_s, u"--note"_s, u"a try"_s});
        QVERIFY2(judged.status == 0, qPrintable(judged.errors));
        QVERIFY2(judged.output.contains(u"bad → good"_s), qPrintable(judged.output));
        QVERIFY(judged.output.contains(u"candidates → "_s));
        const QJsonObject after = planOf(program, {u"--revision"_s, bad, u"--verdict"_s, u"good"_s});
        QVERIFY(before.value(u"candidates"_s) != after.value(u"candidates"_s));
        QVERIFY(!after.value(u"candidates"_s).toArray().contains(bad));

        // Four judgements were made; undone, the program's own verdict stands again.
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(program.run({u"judge"_s, u"short.culprit"_s, u"--undo"_s}).status, 0);
        }
        QCOMPARE(program.run({u"judge"_s, u"short.culprit"_s, u"--undo"_s}).status, 2);
        const Finished finished = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        QVERIFY2(finished.status == 0, qPrintable(finished.errors));
        QCOMPARE(finished.objects().last().value(u"culprit"_s).toString(), demo.history.culprit);
    }

    void nonsenseIsRefusedAndChangesNothing()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        const QString setup = program.writeShortSetup(demo);
        QVERIFY(!runUntilABadStep(program, setup).isEmpty());
        const QString before = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"json"_s}).output;
        const QList<QStringList> nonsense{{u"--revision"_s, u"ffffffffffff"_s, u"--verdict"_s, u"good"_s},
                                          {u"--revision"_s, u"v1.4"_s, u"--verdict"_s, u"fine"_s},
                                          {u"--run"_s, u"9999"_s, u"--outcome"_s, u"ok"_s},
                                          {u"--revision"_s, u"v1.4"_s, u"--verdict"_s, u"skip"_s, u"--odds"_s, u"9"_s},
                                          {u"--title"_s, u"no such title"_s, u"--relevance"_s, u"target"_s}};
        for (const QStringList &arguments : nonsense) {
            const Finished refused = program.run(QStringList{u"judge"_s, u"short.culprit"_s} + arguments);
            QCOMPARE(refused.status, 2);
            QVERIFY(refused.errors.startsWith(u"culprit: "_s));
        }
        QCOMPARE(program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"json"_s}).output, before);
    }

private:
    [[nodiscard]] static QJsonObject planOf(const Program &program, const QStringList &judgement)
    {
        return program.run(QStringList{u"judge"_s, u"short.culprit"_s, u"--json"_s} + judgement).objects().value(0);
    }

    /// Runs until a revision of the bisection proper has crashed enough to be bad, then interrupts; returns it.
    static QString runUntilABadStep(const Program &program, const QString &setup)
    {
        const auto process = program.start({u"run"_s, u"--json"_s, setup});
        QString bad;
        QHash<QString, int> crashes;
        QHash<qint64, QString> revisions;
        QString end;
        bool ended = false;
        while (!ended && (process->canReadLine() || process->waitForReadyRead(120000))) {
            while (!ended && process->canReadLine()) {
                const QJsonObject event = QJsonDocument::fromJson(process->readLine()).object();
                const QString kind = event.value(u"kind"_s).toString();
                if (kind == u"run-started") {
                    const QString revision = event.value(u"revision"_s).toString();
                    revisions[event.value(u"run"_s).toInteger()] = revision;
                    end = end.isEmpty() ? revision : end;
                    if (!bad.isEmpty() && revision != bad) {
                        ended = true; // the step after the bad one has begun
                    }
                } else if (kind == u"run-ended" && event.value(u"outcome"_s).toString() == u"crashed") {
                    const QString revision = revisions.value(event.value(u"run"_s).toInteger());
                    if (revision != end && ++crashes[revision] >= 2) {
                        bad = revision;
                    }
                }
            }
        }
        ::kill(pid_t(process->processId()), SIGINT);
        process->waitForFinished(20000);
        return ended ? bad : QString();
    }
};

QTEST_GUILESS_MAIN(JudgeTest)
#include "tst_judge.moc"
