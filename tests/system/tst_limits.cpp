// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shortdemo.h"
#include "tests/system/program.h"
#include "tests/system/story.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::demo::DemoSetup;
using culprit::tests::Finished;
using culprit::tests::Program;
using culprit::tests::Story;

/// A session whose setup limits what is done until a person starts it again.
class LimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAreCounted()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        Finished part = program.run({u"run"_s, u"--json"_s, setupWith(program, demo, "run_limit = 12")});
        int parts = 1;
        for (; part.status == 1 && parts < 60; ++parts) {
            const Story story(part.objects());
            QVERIFY2(story.all(u"run-started"_s).size() <= 12, qPrintable(part.output));
            QCOMPARE(story.all(u"run-ended"_s).size(), story.all(u"run-started"_s).size());
            saysWhy(part, u"The limit of 12 runs is reached (run_limit in [search])."_s);
            QCOMPARE(program.leftProcesses(), QStringList());
            part = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        }
        QVERIFY2(part.status == 0, qPrintable(part.output.right(2000) + part.errors));
        QVERIFY(parts > 1);
        QCOMPARE(part.objects().last().value(u"culprit"_s).toString(), demo.history.culprit);
    }

    void buildsAreCountedUnlessTheCacheHasThem()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        Finished part = program.run({u"run"_s, u"--json"_s, setupWith(program, demo, "build_limit = 2")});
        int parts = 1;
        for (; part.status == 1 && parts < 60; ++parts) {
            const Story story(part.objects());
            QList<QJsonObject> made = story.kernels();
            made.removeIf([](const QJsonObject &build) { return build.value(u"cached"_s).toBool(); });
            QVERIFY2(made.size() <= 2, qPrintable(part.output));
            saysWhy(part, u"The limit of 2 builds is reached (build_limit in [search])."_s);
            part = program.run({u"resume"_s, u"--json"_s, u"short.culprit"_s});
        }
        QVERIFY2(part.status == 0, qPrintable(part.output.right(2000) + part.errors));
        QVERIFY(parts > 1);
    }

    void timeEndsWhatRuns()
    {
        const Program program;
        const DemoSetup demo = program.makeDemo();
        const Finished first = program.run({u"run"_s, u"--json"_s, setupWith(program, demo, "time_limit = \"1s\"")});
        QCOMPARE(first.status, 1);
        saysWhy(first, u"(time_limit in [search])."_s);
        const Story story(first.objects());
        QCOMPARE(story.all(u"build-ended"_s).size(), story.all(u"build-started"_s).size());
        QCOMPARE(story.all(u"run-ended"_s).size(), story.all(u"run-started"_s).size());
        QCOMPARE(program.leftProcesses(), QStringList());

        // It goes on from where it was, for as long again.
        const Finished second = program.run({u"resume"_s, u"short.culprit"_s});
        QCOMPARE(second.status, 1);
        QVERIFY2(second.output.contains(u"Once started again, the session goes on for as long."_s) &&
                     second.output.contains(u"To go on: culprit resume "_s),
                 qPrintable(second.output));
    }

private:
    static QString setupWith(const Program &program, const DemoSetup &demo, const QByteArray &limit)
    {
        QByteArray text = culprit::tests::shortSetup(demo);
        const QByteArray key = limit.first(limit.indexOf(' '));
        QByteArrayList lines = text.split('\n');
        lines.removeIf([&key](const QByteArray &line) { return line.startsWith(key + ' '); });
        return program.write(u"short.toml"_s, lines.join('\n').replace("[search]\n", "[search]\n" + limit + '\n'));
    }

    /// In the record as an ordinary pause, and at the end.
    static void saysWhy(const Finished &part, const QString &why)
    {
        const QJsonObject stopped = Story(part.objects()).all(u"engine-stopped"_s).last();
        QVERIFY2(stopped.value(u"reason"_s).toString().contains(why), qPrintable(part.output.right(2000)));
        QCOMPARE(stopped.value(u"failed"_s).toBool(), false);
        QCOMPARE(part.objects().last().value(u"reason"_s), stopped.value(u"reason"_s));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
