// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shortdemo.h"
#include "tests/system/program.h"
#include "tests/system/story.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using culprit::demo::DemoSetup;
using culprit::tests::Finished;
using culprit::tests::Program;
using culprit::tests::Story;

namespace
{

struct Answer {
    int status = -1;
    QString output;
};

Answer git(const DemoSetup &demo, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"git"_s, QStringList{u"-C"_s, demo.history.repository} + arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAll()).trimmed()};
}

QString badEndOf(const QByteArray &setup)
{
    static const QRegularExpression line(u"^bad *= *\"(.*)\"$"_s, QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(setup)).captured(1);
}

/// Kills the program once it has told of an event of this kind.
void killAfter(const QString &kind, QProcess &process)
{
    QDeadlineTimer deadline(15 * 60 * 1000);
    while (!deadline.hasExpired() && process.waitForReadyRead(int(deadline.remainingTime()))) {
        while (process.canReadLine()) {
            if (QJsonDocument::fromJson(process.readLine()).object().value(u"kind"_s) == kind) {
                ::kill(pid_t(process.processId()), SIGKILL);
                process.waitForFinished();
                return;
            }
        }
    }
    QFAIL(qPrintable(u"no event of the kind "_s + kind));
}

} // namespace

/// A confirmed culprit is reverted on the newest end.
class RevertTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanRevertCuresTheBug()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        const QByteArray text = culprit::tests::shortSetup(demo);
        const QString bad = badEndOf(text);
        const QString objectsBefore = git(demo, {u"count-objects"_s, u"-v"_s}).output;
        const auto killed = program.start({u"run"_s, u"--json"_s, program.write(u"short.toml"_s, text)});
        killAfter(u"revert-made"_s, *killed);
        QTRY_VERIFY_WITH_TIMEOUT(program.leftProcesses().isEmpty(), 5000);

        // Whoever goes on makes it again, also where the cache was emptied.
        QVERIFY(QDir(program.path(u"cache/culprit/objects"_s)).removeRecursively());
        const Finished finished = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        const QString reason = finished.objects().last().value(u"reason"_s).toString();
        QVERIFY2(reason.contains(u" cures the bug there (0 of "_s), qPrintable(reason));

        const QJsonObject session = shown(program, u"json"_s);
        const QJsonObject conclusion = session.value(u"conclusion"_s).toObject();
        QCOMPARE(conclusion.value(u"culprit"_s).toString(), demo.history.culprit);
        QCOMPARE(conclusion.value(u"confirmed"_s).toBool(), true);
        const QJsonObject made = conclusion.value(u"revert"_s).toObject();
        QCOMPARE(made.value(u"tip"_s).toString(), bad);
        QCOMPARE(made.value(u"verdict"_s).toString(), u"good"_s);
        const QString revert = made.value(u"commit"_s).toString();
        QVERIFY(Story(finished.objects()).runsOf(revert, u"ok"_s) > 0);

        // The user's repository got nothing of it.
        QVERIFY(git(demo, {u"cat-file"_s, u"-e"_s, revert}).status != 0);
        QCOMPARE(git(demo, {u"count-objects"_s, u"-v"_s}).output, objectsBefore);

        everyFormatTellsOfIt(program, demo, revert);
        aRunOfItIsDoneAgain(program, demo, session, revert);
        aJudgementOfItCounts(program, revert);
    }

    void aConflictIsSaid()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        const QByteArray text = culprit::tests::shortSetup(demo);
        QCOMPARE(git(demo, {u"checkout"_s, u"-q"_s, badEndOf(text)}).status, 0);
        QFile file(demo.history.repository + u"/drivers/pocket/ring.c"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray source = file.readAll();
        QVERIFY(source.contains("\t\tcancel_work(&ring->reap);\n"));
        source.replace("\t\tcancel_work(&ring->reap);\n",
                       "\t\tcancel_work(&ring->reap); /* if it is not done yet */\n");
        QVERIFY(file.seek(0) && file.write(source) == source.size());
        file.close();
        QCOMPARE(git(demo, {u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@example.org"_s, u"commit"_s, u"-q"_s,
                            u"-a"_s, u"-m"_s, u"pocket: ring: say when"_s})
                     .status,
                 0);
        const QString bad = git(demo, {u"rev-parse"_s, u"HEAD"_s}).output;
        const QString setup =
            program.write(u"short.toml"_s, QByteArray(text).replace(badEndOf(text).toUtf8(), bad.toUtf8()));
        const Finished finished = program.run({u"run"_s, setup});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        QVERIFY2(finished.output.contains(u"it conflicts with what came later in drivers/pocket/ring.c."_s),
                 qPrintable(finished.output));
        const QJsonObject conclusion = shown(program, u"json"_s).value(u"conclusion"_s).toObject();
        QCOMPARE(conclusion.value(u"culprit"_s).toString(), demo.history.culprit);
        const QJsonObject made = conclusion.value(u"revert"_s).toObject();
        QVERIFY(made.value(u"commit"_s).isNull());
        QCOMPARE(made.value(u"obstacle"_s).toString(), u"it conflicts with what came later in drivers/pocket/ring.c"_s);
        const QString mail = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"mail"_s}).output.simplified();
        QVERIFY2(mail.contains(u"It is not reverted on"_s), qPrintable(mail));
    }

    void itCanBeLeftOut()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        QByteArray text = culprit::tests::shortSetup(demo);
        QVERIFY(text.contains("revert = true"));
        const Finished finished = program.run(
            {u"run"_s, u"--json"_s, program.write(u"short.toml"_s, text.replace("revert = true", "revert = false"))});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        QVERIFY(Story(finished.objects()).all(u"revert-made"_s).isEmpty());
        QVERIFY(shown(program, u"json"_s).value(u"conclusion"_s).toObject().value(u"revert"_s).isNull());
    }

private:
    static QJsonObject shown(const Program &program, const QString &format)
    {
        return QJsonDocument::fromJson(program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, format}).output.toUtf8())
            .object();
    }

    static void everyFormatTellsOfIt(const Program &program, const DemoSetup &demo, const QString &revert)
    {
        for (const QString &format : {u"text"_s, u"html"_s, u"mail"_s}) {
            const QString told = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, format}).output.simplified();
            QVERIFY2(told.contains(u"cures the bug there (0 of "_s), qPrintable(format + told));
        }
        const QString text = program.run({u"show"_s, u"short.culprit"_s}).output;
        QVERIFY2(text.contains(u"%1 (\"Revert \"pocket: ring:"_s.arg(revert.left(12))), qPrintable(text));
        const QString log = program.run({u"show"_s, u"short.culprit"_s, u"--as"_s, u"git"_s}).output;
        QVERIFY2(log.contains(u"# revert, good: [%1]"_s.arg(revert)), qPrintable(log));
        const Answer replayed = git(demo, {u"bisect"_s, u"replay"_s, program.write(u"bisect.log"_s, log.toUtf8())});
        QVERIFY2(replayed.output.contains(demo.history.culprit + u" is the first bad commit"_s),
                 qPrintable(replayed.output));
        git(demo, {u"bisect"_s, u"reset"_s});
    }

    /// By the kernel as long as the cache has it, then by what makes it.
    static void aRunOfItIsDoneAgain(const Program &program, const DemoSetup &demo, const QJsonObject &session,
                                    const QString &revert)
    {
        QString run;
        for (const QJsonValue &each : session.value(u"runs"_s).toArray()) {
            if (each.toObject().value(u"commit"_s) == revert && each.toObject().value(u"outcome"_s) == u"ok"_s) {
                run = QString::number(each.toObject().value(u"run"_s).toInteger());
            }
        }
        const QStringList arguments{u"show"_s, u"short.culprit"_s, u"--as"_s, u"shell"_s, u"--run"_s, run};
        const Finished kept = program.run(arguments);
        QVERIFY2(kept.status == 0 && !kept.output.contains(u"git revert"_s), qPrintable(kept.output + kept.errors));
        QVERIFY(QDir(program.path(u"cache/culprit/builds"_s)).removeRecursively());
        const Finished gone = program.run(arguments);
        QVERIFY2(gone.output.contains(u"git revert --no-commit "_s + demo.history.culprit),
                 qPrintable(gone.output + gone.errors));
    }

    static void aJudgementOfItCounts(const Program &program, const QString &revert)
    {
        const Finished judged = program.run({u"judge"_s, u"short.culprit"_s, u"--revision"_s, revert.left(12),
                                             u"--verdict"_s, u"bad"_s, u"--note"_s, u"seen on real hardware"_s});
        QVERIFY2(judged.status == 0 && judged.output.contains(u"does not cure the bug there (as was judged by hand)"_s),
                 qPrintable(judged.output + judged.errors));
    }
};

QTEST_GUILESS_MAIN(RevertTest)
#include "tst_revert.moc"
