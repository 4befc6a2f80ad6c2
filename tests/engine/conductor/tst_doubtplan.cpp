// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/session/doubt.h"
#include "tests/engine/conductor/course.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace culprit;
using namespace culprit::conductor;
using session::Find;
using session::Strategy;
using session::Verdict;

namespace
{

ScriptedSession lineUnderDoubt(int size, Find find = Find::Cause)
{
    return ScriptedSession::line(size, find, Strategy::Bayes);
}

/// A bug that shows in this share of the runs from the culprit on; the same for the same seed.
Shows flaky(int culprit, double rate, unsigned seed)
{
    return [=, random = std::mt19937(seed)](int commit, int) mutable {
        return commit >= culprit && std::uniform_real_distribution(0.0, 1.0)(random) < rate;
    };
}

} // namespace

class DoubtPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryCulpritOfALine()
    {
        for (int culprit = 0; culprit < 23; ++culprit) {
            auto script = lineUnderDoubt(23);
            const Course course = follow(script, [=](int commit, int) { return commit >= culprit; });
            QCOMPARE(course.end.action, Plan::Action::Finished);
            QCOMPARE(course.end.culprit, std::optional(script.id(culprit)));
            QVERIFY(course.end.confirmed);
            QVERIFY(course.end.doubt->confidence >= 0.99);
            QVERIFY2(course.end.reason.contains(QStringLiteral("probability")), qPrintable(course.end.reason));
        }
    }

    void findsAFix()
    {
        for (int fix = 1; fix < 12; ++fix) {
            auto script = lineUnderDoubt(12, Find::Fix);
            const Course course = follow(script, [=](int commit, int) { return commit < fix; });
            QCOMPARE(course.end.action, Plan::Action::Finished);
            QCOMPARE(course.end.culprit, std::optional(script.id(fix)));
        }
    }

    /// Nine of ten at 99 %: fewer would be a fault, not bad luck.
    void findsARareBug()
    {
        int right = 0;
        for (unsigned seed = 1; seed <= 10; ++seed) {
            auto script = lineUnderDoubt(60);
            const int culprit = int(seed * 5 % 60);
            const Course course = follow(script, flaky(culprit, 0.3, seed));
            QCOMPARE(course.end.action, Plan::Action::Finished);
            right += course.end.culprit == script.id(culprit) ? 1 : 0;
        }
        QVERIFY2(right >= 9, qPrintable(QString::number(right)));
    }

    void goesThroughThePhasesInOrder()
    {
        auto script = lineUnderDoubt(40);
        const Course course = follow(script, [](int commit, int) { return commit >= 17; });
        QList<Phase> phases = course.phases;
        QVERIFY(std::ranges::is_sorted(phases));
        QCOMPARE(phases.first(), Phase::BadIsBad);
        QCOMPARE(phases.at(1), Phase::GoodIsGood);
        QCOMPARE(course.tested.first(), 39);
        QCOMPARE(course.tested.at(1), -1);
        QVERIFY(course.tested.contains(17) && course.tested.contains(16));
    }

    void verdictsFollowFromEverythingThatWasSeen()
    {
        auto script = lineUnderDoubt(40);
        const Course course = follow(script, [](int commit, int) { return commit >= 17; });
        for (const auto &[id, revision] : script.state().revisions) {
            const int commit = script.commitOf(id);
            QCOMPARE(revision.verdict(), commit >= 17 ? Verdict::Bad : Verdict::Good);
            QVERIFY(commit == 39 || revision.presence.has_value());
        }
        const auto &culprit = course.end.doubt->culprit;
        QVERIFY(std::abs(std::accumulate(culprit.begin(), culprit.end(), 0.0) - 1) < 1e-9);
        QVERIFY(culprit[17] > 0.99);
        QVERIFY(course.end.doubt->presence[16] < 0.01);
        QVERIFY(course.end.doubt->support == script.id(16) || course.end.doubt->support == script.id(17));
        QVERIFY(course.end.doubt->withoutSupport < 0.9);
    }

    void theRateIsLearnt()
    {
        auto script = lineUnderDoubt(60);
        const Course course = follow(script, flaky(30, 0.4, 3));
        const search::RateEstimate &rate = course.end.doubt->rate;
        QVERIFY(rate.low < 0.4 && 0.4 < rate.high);
        QVERIFY(rate.high - rate.low < 0.6);
    }

    void commitsThatDoNotBuildAreAnsweredTogether()
    {
        auto script = lineUnderDoubt(30);
        const QList<int> broken{14, 15, 16};
        const Course course = follow(script, [](int commit, int) { return commit >= 15; }, broken);
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(!course.end.culprit);
        QCOMPARE(course.end.candidates, (std::vector{script.id(14), script.id(15), script.id(16), script.id(17)}));
    }

    void aBadEndWithoutTheBugNeedsAPerson()
    {
        auto script = lineUnderDoubt(9);
        const Course course = follow(script, [](int, int) { return false; });
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QCOMPARE(course.tested, QList{8});
        QVERIFY(course.end.reason.contains(QStringLiteral("does not show")));
    }

    void aGoodEndWithTheBugNeedsAPerson()
    {
        auto script = lineUnderDoubt(9);
        const Course course = follow(script, [](int, int) { return true; });
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QCOMPARE(course.tested, (QList{8, -1}));
        QVERIFY(course.end.reason.contains(QStringLiteral("at the good end")));
    }

    void namesWhatWouldTellSkipsApart()
    {
        auto script = lineUnderDoubt(16);
        const Course course = follow(script, [](int commit, int) { return commit >= 9; }, {7, 8, 9, 10});
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(!course.end.culprit);
        QCOMPARE(course.end.candidates.size(), std::size_t{5});
        const QString advice = QStringLiteral("Most would be told by %1: its verdict would leave 3 or 2 of them.")
                                   .arg(script.state().nameOf(script.id(9)));
        QVERIFY2(course.end.reason.contains(advice), qPrintable(course.end.reason));
        QVERIFY2(course.end.reason.contains(QStringLiteral("main.c:1: error: no")), qPrintable(course.end.reason));
    }

    /// Silent revisions of the range speak for the good end as well, so that it needs few runs itself...
    void theGoodEndIsTrustedFirst()
    {
        auto script = lineUnderDoubt(60);
        const Course course = follow(script, flaky(40, 0.2, 7));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        const session::RevisionState &good = script.state().revisions.at(script.id(-1));
        QCOMPARE(good.verdict(), Verdict::Good);
        QVERIFY(*good.presence < session::goodEndTrusted && *good.presence > session::goodEndProven);
        QVERIFY2(good.tally.ended() < 20, qPrintable(QString::number(good.tally.ended())));
    }

    /// ... unless the culprit comes right after it.
    void theGoodEndIsProvenIfTheAnswerRestsOnIt()
    {
        auto script = lineUnderDoubt(60);
        const Course course = follow(script, flaky(0, 0.2, 7));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QCOMPARE(course.end.culprit, std::optional(script.id(0)));
        QVERIFY(*script.state().revisions.at(script.id(-1)).presence <= session::goodEndProven);
        QCOMPARE(course.phases.last(), Phase::Confirm);
    }

    /// The culprit's parent changes documentation only, and so does the commit before it.
    void anEqualKernelIsNotRunAgain()
    {
        auto script = lineUnderDoubt(40);
        const Course course = follow(
            script, [](int commit, int) { return commit >= 17; }, {},
            [](int commit) { return commit >= 14 && commit < 17 ? QStringLiteral("5e").repeated(32) : QString(); });
        QCOMPARE(course.end.culprit, std::optional(script.id(17)));
        QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
        const auto wasRun = [&](int commit) { return course.runsOf.contains(commit); };
        QCOMPARE(int(wasRun(14)) + int(wasRun(15)) + int(wasRun(16)), 1);
        // Whatever was built of them has the verdict, and says whose it is.
        const session::RevisionState &parent = script.state().revisions.at(script.id(16));
        QCOMPARE(parent.verdict(), Verdict::Good);
        if (parent.twin) {
            QVERIFY2(course.end.reason.contains(QStringLiteral("the same kernel")), qPrintable(course.end.reason));
            QVERIFY2(parent.reason.contains(script.state().nameOf(*parent.twin)), qPrintable(parent.reason));
        }
    }

    void aJudgementIsNeverContradicted()
    {
        auto script = lineUnderDoubt(40);
        const auto shows = [](int commit, int) { return commit >= 17; };
        Course course = follow(script, shows);
        // A person who is sure that commit 25 is good moves the culprit above it.
        script.add(session::VerdictJudged{script.id(25), Verdict::Good, {}, {}});
        const Plan after = planFor(script.state());
        for (int commit = 0; commit <= 25; ++commit) {
            QCOMPARE(after.doubt->culprit[std::size_t(commit)], 0.0);
        }
        script.add(session::Undone{*script.state().undoable, {}});
        QCOMPARE(planFor(script.state()), course.end);
    }

    void weightsAreTheChancesBeforeAnyTest()
    {
        auto script = lineUnderDoubt(40);
        session::CommitsWeighed weighed;
        weighed.groups = {{12'000, QStringLiteral("touches a.c"), QStringLiteral("17")},
                          {20, QStringLiteral("touches nothing"), QStringLiteral("20-29,31,500")}};
        script.add(weighed);
        const Plan plan = planFor(script.state());
        const std::vector<double> &culprit = plan.doubt->culprit;
        QVERIFY(culprit[17] > 6 * culprit[0]);
        QVERIFY(culprit[20] < culprit[0] && culprit[20] >= 1.0 / 4 / 40 - 1e-9);
        QCOMPARE(culprit[31], culprit[20]);
        QCOMPARE(culprit[30], culprit[0]);
        const auto suspicion = session::suspicionOf(script.state(), script.id(17));
        QCOMPARE(suspicion->reason, QStringLiteral("touches a.c"));
        QVERIFY(std::abs(suspicion->factor - culprit[17] * 40) < 1e-9);
        QVERIFY(!session::suspicionOf(script.state(), script.id(0)));
        // They mislead, and the culprit is found all the same.
        for (const int place : {3, 25}) {
            auto misled = lineUnderDoubt(40);
            misled.add(weighed);
            const Course course = follow(misled, [=](int commit, int) { return commit >= place; });
            QCOMPARE(course.end.culprit, std::optional(misled.id(place)));
        }
    }

    void commitsBetweenAlikeKernelsWeighLess()
    {
        using session::BuildOutcome;
        auto script = lineUnderDoubt(40);
        const auto built = [&script](int commit, const char *signature, const char *masked) {
            script.build(script.id(commit), BuildOutcome::Built, QString::fromLatin1(signature),
                         QString::fromLatin1(masked));
        };
        built(10, "s10", "m1");
        QVERIFY(!session::suspicionOf(script.state(), script.id(10)));
        built(14, "s14", "m1"); // only lines moved from 11 to 14
        built(20, "s20", "m2");
        built(22, "s20", "m2"); // the very same kernel is the twins' affair
        built(30, "s30", "");   // not told
        built(35, "s35", "");
        const std::vector<double> culprit = planFor(script.state()).doubt->culprit;
        for (int commit = 0; commit < 40; ++commit) {
            const auto suspicion = session::suspicionOf(script.state(), script.id(commit));
            QCOMPARE(suspicion.has_value(), commit > 10 && commit <= 14);
            if (suspicion) {
                QVERIFY2(suspicion->factor >= 0.25 && suspicion->factor < 0.35,
                         qPrintable(QString::number(suspicion->factor)));
                QVERIFY(culprit[std::size_t(commit)] < culprit[5] * 0.35);
                QVERIFY2(suspicion->reason.startsWith(
                             commit == 14 ? QStringLiteral("makes a kernel that differs from the one of ")
                                          : QStringLiteral("lies between ")),
                         qPrintable(suspicion->reason));
                QVERIFY(suspicion->reason.contains(QString::fromStdString(script.id(10).shortHex())));
                QVERIFY(suspicion->reason.endsWith(QStringLiteral("in nothing but what can be line numbers")));
            }
        }
        // Built once more, one of them is another kernel after all: the search goes on without the weights.
        auto taken = script;
        taken.build(taken.id(14), BuildOutcome::Built, QStringLiteral("s14"), QStringLiteral("m3"));
        QVERIFY(!session::suspicionOf(taken.state(), taken.id(12)));
        QVERIFY(planFor(taken.state()).doubt);
        // It never decides: neither does it free the commits of suspicion, nor does it move a run from one to the
        // other.
        QVERIFY(!script.state().revision(script.id(14))->twin);
        for (const int place : {12, 14, 25}) {
            auto misled = lineUnderDoubt(40);
            misled.build(misled.id(10), BuildOutcome::Built, QStringLiteral("s10"), QStringLiteral("m1"));
            misled.build(misled.id(14), BuildOutcome::Built, QStringLiteral("s14"), QStringLiteral("m1"));
            const Course course = follow(misled, [=](int commit, int) { return commit >= place; });
            QCOMPARE(course.end.culprit, std::optional(misled.id(place)));
        }
    }

    void alikeKernelsBesideOtherWeights()
    {
        using session::BuildOutcome;
        auto script = lineUnderDoubt(40);
        script.build(script.id(-1), BuildOutcome::Built, QStringLiteral("s0"), QStringLiteral("m"));
        script.build(script.id(2), BuildOutcome::Built, QStringLiteral("s2"), QStringLiteral("m"));
        session::CommitsWeighed weighed;
        weighed.groups = {{12'000, QStringLiteral("touches a.c"), QStringLiteral("1,17")},
                          {20, QStringLiteral("touches nothing"), QStringLiteral("2")}};
        script.add(weighed);
        const auto reasonOf = [&script](int commit) {
            const auto suspicion = session::suspicionOf(script.state(), script.id(commit));
            return suspicion ? suspicion->reason : QString();
        };
        QVERIFY(reasonOf(0).startsWith(QStringLiteral("lies between "))); // from the end outside the range on
        QVERIFY(reasonOf(1).startsWith(QStringLiteral("lies between ")));
        QCOMPARE(reasonOf(2), QStringLiteral("touches nothing"));
        QCOMPARE(reasonOf(17), QStringLiteral("touches a.c"));
        QCOMPARE(reasonOf(3), QString());
        // A build of the same revision that tells otherwise takes it back.
        script.build(script.id(2), BuildOutcome::Built, QStringLiteral("s2"), QStringLiteral("another"));
        QCOMPARE(reasonOf(0), QString());
        QCOMPARE(reasonOf(1), QStringLiteral("touches a.c"));
    }

    void whatSomebodyThinksIsEvidence()
    {
        auto script = lineUnderDoubt(40);
        QVERIFY(follow(script, [](int commit, int) { return commit >= 17; }).end.culprit);
        const Plan before = planFor(script.state());
        auto fresh = lineUnderDoubt(40);
        const Plan unknown = planFor(fresh.state());
        fresh.add(session::VerdictJudged{fresh.id(19), Verdict::Good, {}, {}, 9});
        const Plan after = planFor(fresh.state());
        // Half of the suspicion lay on either side; nine to one it lies above now.
        QVERIFY(std::abs(unknown.doubt->presence[19] - 0.5) < 0.01);
        QVERIFY(std::abs(after.doubt->presence[19] - 0.1) < 0.01);
        QVERIFY(after.doubt->culprit[5] > 0);
        QVERIFY(!fresh.state().revision(fresh.id(19))->judged);
        QCOMPARE(fresh.state().revision(fresh.id(19))->verdict(), Verdict::Undecided);
        // Runs outweigh it.
        script.add(session::VerdictJudged{script.id(17), Verdict::Good, {}, {}, 9});
        QCOMPARE(planFor(script.state()).doubt->leading, before.doubt->leading);
        script.add(session::VerdictJudged{script.id(17), std::nullopt, {}, {}});
        QCOMPARE(planFor(script.state()).doubt->culprit, before.doubt->culprit);
        // Who halves believes each verdict.
        auto halving = ScriptedSession::line(40);
        halving.add(session::VerdictJudged{halving.id(19), Verdict::Good, {}, {}, 9});
        QCOMPARE(halving.state().revision(halving.id(19))->judged, std::optional(Verdict::Good));
    }

    void aRevisionBuiltAheadGetsNoMoreRuns()
    {
        auto script = lineUnderDoubt(40);
        Plan plan = planFor(script.state());
        while (plan.phase != Phase::Bisect) {
            script.state().builtBy(plan.revision)
                ? script.run(plan.revision, plan.revision == script.id(39) ? target : QString())
                : script.build(plan.revision);
            plan = planFor(script.state());
        }
        script.build(plan.revision);
        const Plan ahead = planFor(script.state());
        QCOMPARE(ahead.revision, plan.revision);
        QVERIFY2(!ahead.reason.contains(QStringLiteral("more runs")), qPrintable(ahead.reason));
        script.run(plan.revision);
        const Plan later = planFor(script.state());
        QCOMPARE(later.reason.contains(QStringLiteral("more runs")), later.revision == plan.revision);
    }

    void contradictingJudgementsNeedAPerson()
    {
        auto script = lineUnderDoubt(40);
        QVERIFY(follow(script, [](int commit, int) { return commit >= 17; }).end.culprit);
        script.add(session::VerdictJudged{script.id(20), Verdict::Good, {}, {}});
        script.add(session::VerdictJudged{script.id(10), Verdict::Bad, {}, {}});
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.action, Plan::Action::NeedsPerson);
        QVERIFY2(plan.reason.contains(QStringLiteral("contradict")), qPrintable(plan.reason));
    }

    void runsThatAreAskedForAreMade()
    {
        auto script = lineUnderDoubt(40);
        const auto shows = [](int commit, int) { return commit >= 17; };
        QVERIFY(follow(script, shows).end.culprit);
        const int before = script.state().revision(script.id(17))->tally.ended();
        script.add(session::RetestAsked{script.id(17), 7, {}, {}});
        const Course course = follow(script, shows);
        QCOMPARE(course.tested, QList{17});
        QCOMPARE(script.state().revision(script.id(17))->tally.ended(), before + 7);
        QCOMPARE(course.end.culprit, std::optional(script.id(17)));
    }

    void aKernelThatEqualsTheGoodEndsIsGood()
    {
        auto script = lineUnderDoubt(40);
        const QString same = QStringLiteral("%1").arg(7, 64, 10, QLatin1Char('0'));
        script.build(script.id(-1), session::BuildOutcome::Built, same);
        script.build(script.id(12), session::BuildOutcome::Built, same);
        const Plan plan = planFor(script.state());
        QVERIFY(plan.doubt->presence[12] < 0.001);
        QVERIFY(std::abs(plan.doubt->culprit[13] - 1.0 / 27) < 0.001);
        // Two equal kernels within the range leave out what lies between them.
        const QString other = QStringLiteral("%1").arg(8, 64, 10, QLatin1Char('0'));
        script.build(script.id(20), session::BuildOutcome::Built, other);
        script.build(script.id(30), session::BuildOutcome::Built, other);
        const Plan less = planFor(script.state());
        QVERIFY(less.doubt->culprit[25] < 0.001);
        QVERIFY(std::abs(less.doubt->culprit[13] - 1.0 / 17) < 0.001);
    }

    void theReasonTellsTheProspects()
    {
        auto script = lineUnderDoubt(40);
        const auto shows = [](int commit, int) { return commit >= 17; };
        Plan plan = planFor(script.state());
        std::map<int, int> runs;
        while (plan.phase != Phase::Bisect) {
            if (!script.state().builtBy(plan.revision)) {
                script.build(plan.revision);
            } else {
                const int commit = script.commitOf(plan.revision);
                script.run(plan.revision, shows(commit, runs[commit]++) ? target : QString());
            }
            plan = planFor(script.state());
        }
        const search::Prospects &prospects = plan.doubt->prospects;
        QVERIFY(std::abs(prospects.hit.chance + prospects.silent.chance - 1) < 1e-9);
        QVERIFY(prospects.hit.likely < prospects.now.likely);
        QVERIFY(prospects.silent.likely < prospects.now.likely);
        QVERIFY(plan.doubt->bits > 0.5);
        QVERIFY(plan.doubt->toGo.builds > 2 && plan.doubt->toGo.builds < 15);
        QVERIFY(plan.doubt->toGo.minutes > 0);
    }
};

QTEST_GUILESS_MAIN(DoubtPlanTest)
#include "tst_doubtplan.moc"
