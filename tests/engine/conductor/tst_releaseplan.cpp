// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/plan.h"
#include "tests/engine/conductor/course.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <QTest>

using namespace culprit;
using namespace culprit::conductor;
using session::Strategy;
using session::Verdict;

/// The search for a good end among releases, with either strategy.
class ReleasePlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksBackToTheNewestGoodRelease_data() { strategies(); }
    void walksBackToTheNewestGoodRelease()
    {
        auto script = walk();
        const Course course = follow(script, [](int commit, int) { return commit >= 33; });
        QCOMPARE(course.phases.first(3), (QList{Phase::BadIsBad, Phase::GoodIsGood, Phase::Bisect}));
        QCOMPARE(course.tested.first(4), (QList{59, 50, 40, 30}));
        QVERIFY(!course.runsOf.contains(20) && !course.runsOf.contains(10));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QCOMPARE(course.end.culprit, std::optional(script.id(33)));
        QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
    }

    void aReleaseThatDoesNotBuildMovesNothing_data() { strategies(); }
    void aReleaseThatDoesNotBuildMovesNothing()
    {
        auto script = walk();
        const Course course = follow(script, [](int commit, int) { return commit >= 33; }, {50, 30});
        QCOMPARE(course.tested.first(5), (QList{59, 50, 40, 30, 20}));
        QCOMPARE(course.end.culprit, std::optional(script.id(33)));
    }

    /// One crash in ten runs is no verdict, and twice as many runs tell that the bug is there.
    void aReleaseInDoubtGetsMoreRuns()
    {
        auto script = ScriptedSession::walk(60, {50, 40, 30}, Strategy::Halving);
        const Course course =
            follow(script, [](int commit, int run) { return commit == 50 ? run == 3 || run > 12 : commit >= 45; });
        QCOMPARE(course.end.culprit, std::optional(script.id(45)));
        QCOMPARE(script.state().revision(script.id(50))->verdict(), Verdict::Bad);
    }

    void saysWhereTheWalkIs_data() { strategies(); }
    void saysWhereTheWalkIs()
    {
        auto script = walk();
        const Plan first = testUntilRelease(script, 50, {});
        QVERIFY2(first.reason.contains(QStringLiteral("v50 first; 4 releases are left after it")),
                 qPrintable(first.reason));
        const Plan second = testUntilRelease(script, 40, {});
        QCOMPARE(second.reason, QStringLiteral("v50 shows the bug; v40 is tried next, 3 releases are left after it."));
        QVERIFY(second.candidates.empty() && !second.doubt);
        const Plan third = testUntilRelease(script, 30, {40});
        QVERIFY2(third.reason.startsWith(QStringLiteral("v40 cannot be tested")) &&
                     third.reason.contains(QStringLiteral("v30 is tried next, 2 releases are left after it")),
                 qPrintable(third.reason));
    }

    void buildsTheNextReleaseAhead_data() { strategies(); }
    void buildsTheNextReleaseAhead()
    {
        auto script = walk();
        QCOMPARE(planFor(script.state()).revision, script.id(59));
        QCOMPARE(planFor(script.state()).ahead, std::vector{script.id(50)});
        QCOMPARE(testUntilRelease(script, 50, {}).ahead, std::vector{script.id(40)});
        script.build(script.id(40));
        QVERIFY(planFor(script.state()).ahead.empty());
    }

    void endsAtTheOldestReleaseWithTheBug_data() { strategies(); }
    void endsAtTheOldestReleaseWithTheBug()
    {
        auto script = walk();
        const Course course = follow(script, [](int, int) { return true; }, {30});
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QCOMPARE(course.end.phase, Phase::Done);
        QVERIFY(!course.end.culprit && course.end.candidates.empty());
        QCOMPARE(course.end.reason, QStringLiteral("The oldest tested release v10 already has the bug; name an older "
                                                   "good revision to go on."));
    }

    void needsAPersonWhereNoReleaseCanBeTested_data() { strategies(); }
    void needsAPersonWhereNoReleaseCanBeTested()
    {
        auto script = walk();
        const Course course = follow(script, [](int, int) { return true; }, {50, 40, 30, 20, 10});
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QVERIFY2(course.end.reason.contains(QStringLiteral("the 5 releases from v50 back to v10 cannot be tested")),
                 qPrintable(course.end.reason));
        auto last = walk();
        const Plan plan = follow(last, [](int, int) { return true; }, {10}).end;
        QCOMPARE(plan.action, Plan::Action::NeedsPerson);
        QVERIFY2(plan.reason.contains(QStringLiteral("v20 shows the bug and the release v10 cannot be tested")),
                 qPrintable(plan.reason));
        last.add(session::VerdictJudged{last.id(10), Verdict::Good, {}, {}});
        QCOMPARE(follow(last, [](int commit, int) { return commit >= 15; }).end.culprit, std::optional(last.id(15)));
    }

    void aJudgementOverridesAndUndoBringsTheWalkBack_data() { strategies(); }
    void aJudgementOverridesAndUndoBringsTheWalkBack()
    {
        auto script = walk();
        const Plan before = testUntilRelease(script, 40, {});
        const session::VerdictJudged good{script.id(20), Verdict::Good, {}, {}};
        QVERIFY2(previewOf(script.state(), good).text.contains(QStringLiteral("next the commits since v20")),
                 qPrintable(previewOf(script.state(), good).text));
        script.add(good);
        const Plan found = planFor(script.state());
        QCOMPARE(found.action, Plan::Action::ReadRange);
        QCOMPARE(found.revision, script.id(20));
        script.add(session::Undone{*script.state().undoable, {}});
        QCOMPARE(planFor(script.state()), before);
        script.add(session::VerdictJudged{script.id(40), Verdict::Bad, {}, {}});
        QCOMPARE(planFor(script.state()).revision, script.id(30));
    }

    void theWalkGoesOnWhereItsGoodEndIsTakenBack_data() { strategies(); }
    void theWalkGoesOnWhereItsGoodEndIsTakenBack()
    {
        const Shows shows = [](int commit, int) { return commit >= 15; };
        auto script = walk();
        testUntilRelease(script, 30, {});
        script.add(session::VerdictJudged{script.id(30), Verdict::Good, {}, {}});
        script.findGoodEnd(planFor(script.state()).revision);
        const Plan wrong = planFor(script.state());
        QCOMPARE(wrong.phase, Phase::Bisect);
        script.add(session::VerdictJudged{script.id(30), Verdict::Bad, {}, {}});
        QCOMPARE(planFor(script.state()).revision, script.id(20));
        script.add(session::Undone{*script.state().undoable, {}});
        QCOMPARE(planFor(script.state()), wrong);
        script.add(session::VerdictJudged{script.id(30), {}, {}, {}});
        const Course course = follow(script, shows);
        QCOMPARE(course.end.culprit, std::optional(script.id(15)));
        QCOMPARE(script.state().created.goods, QList{script.id(10)});
    }

private:
    static void strategies()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("halving") << Strategy::Halving;
        QTest::newRow("bayes") << Strategy::Bayes;
    }

    static ScriptedSession walk()
    {
        QFETCH(const Strategy, strategy);
        return ScriptedSession::walk(60, {50, 40, 30, 20, 10}, strategy);
    }

    /// All that is tested has the bug, but what does not build. The plan for the release, once its turn has come.
    static Plan testUntilRelease(ScriptedSession &script, int release, const QList<int> &unbuildable)
    {
        for (;;) {
            const Plan plan = planFor(script.state());
            const int commit = script.commitOf(plan.revision);
            if (plan.action != Plan::Action::Test || commit == release) {
                return plan;
            }
            if (unbuildable.contains(commit)) {
                script.build(plan.revision, session::BuildOutcome::Failed);
            } else if (!script.state().builtBy(plan.revision)) {
                script.build(plan.revision);
            } else {
                script.run(plan.revision, target);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ReleasePlanTest)
#include "tst_releaseplan.moc"
