// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"
#include "tests/system/story.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;
using culprit::tests::Story;

namespace
{

QString git(const QString &repository, const QStringList &arguments)
{
    QProcess process;
    process.start(u"git"_s, QStringList{u"-C"_s, repository} + arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/// The demo's settings without a good revision.
QString writeSetup(const Program &program, const culprit::demo::DemoSetup &demo)
{
    QFile file(demo.setupFile);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(demo.setupFile));
    }
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression left(u"^(good|runs) *=.*\n"_s, QRegularExpression::MultilineOption);
    text.remove(left);
    text.replace(u"[test]\n"_s, u"[test]\nruns = 8\n"_s);
    return program.write(u"nogood.toml"_s, text.toUtf8());
}

} // namespace

/// A bisection whose setup names no good revision.
class NoGoodTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void releasesAreTriedUntilOneIsGood()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        const QString bad = git(demo.history.repository, {u"rev-parse"_s, u"v1.3^{commit}"_s});
        const QString good = git(demo.history.repository, {u"rev-parse"_s, u"v1.2^{commit}"_s});
        const Finished finished = program.run({u"run"_s, u"--json"_s, writeSetup(program, demo)});
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(2000) + finished.errors));
        const QList<QJsonObject> objects = finished.objects();
        QCOMPARE(objects.last().value(u"culprit"_s).toString(), demo.history.culprit);
        const Story story(objects);
        QVERIFY(story.runsOf(bad, u"crashed"_s) > 0);
        QVERIFY(story.runsOf(good, u"ok"_s) > 0);
        const QList<QJsonObject> found = story.all(u"good-end-found"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().value(u"release"_s).toObject().value(u"tag"_s).toString(), u"v1.2"_s);
        QCOMPARE(program.leftProcesses(), QStringList());

        // Told again as it stands, and as it stood before the good end was known.
        const QString before = QString::number(found.first().value(u"event"_s).toInteger() - 1);
        const Finished then = program.run({u"show"_s, u"nogood.culprit"_s, u"--at"_s, before});
        QVERIFY2(then.output.contains(u"no release without the bug is known yet"_s), qPrintable(then.output));
        const Finished syz = program.run({u"show"_s, u"nogood.culprit"_s, u"--as"_s, u"syz"_s});
        QVERIFY2(syz.output.contains(u"testing release v1.3\n"_s) && syz.output.contains(u"testing release v1.2\n"_s) &&
                     syz.output.contains(u"# git bisect start %1 %2\n"_s.arg(bad, good)),
                 qPrintable(syz.output));
        const Finished text = program.run({u"show"_s, u"nogood.culprit"_s, u"--as"_s, u"git"_s});
        QVERIFY2(text.output.contains(u"git bisect bad "_s + bad) && text.output.contains(u"git bisect good "_s + good),
                 qPrintable(text.output));
    }

    void aBugOlderThanEveryReleaseIsNoCulprit()
    {
        const Program program;
        const culprit::demo::DemoSetup demo = program.makeDemo();
        git(demo.history.repository, {u"tag"_s, u"-d"_s, u"v1.0"_s, u"v1.1"_s, u"v1.2"_s});
        const Finished finished = program.run({u"run"_s, writeSetup(program, demo)});
        QVERIFY2(finished.status == 1, qPrintable(finished.output + finished.errors));
        QVERIFY2(finished.output.contains(u"The oldest tested release v1.3 already has the bug"_s),
                 qPrintable(finished.output));

        // A person who says otherwise opens the search again.
        const Finished judged =
            program.run({u"judge"_s, u"nogood.culprit"_s, u"--revision"_s, u"v1.3"_s, u"--verdict"_s, u"good"_s});
        QVERIFY2(judged.status == 0 && judged.output.contains(u"v1.3 is free of the bug"_s),
                 qPrintable(judged.output + judged.errors));
    }
};

QTEST_GUILESS_MAIN(NoGoodTest)
#include "tst_nogood.moc"
