// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/estimate.h"
#include "engine/conductor/mergeculprit.h"
#include "engine/conductor/plan.h"
#include "engine/session/subrange.h"
#include "tests/engine/conductor/course.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Verdict;

namespace
{

/// Until the search between them begins.
void proveEnds(ScriptedSession &script)
{
    for (Plan plan = planFor(script.state()); plan.phase < Phase::Bisect; plan = planFor(script.state())) {
        if (script.state().builtBy(plan.revision) == nullptr) {
            script.build(plan.revision);
        }
        script.run(plan.revision, plan.phase == Phase::BadIsBad ? target : QString());
    }
}

} // namespace

class PlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryCulpritOfALine()
    {
        for (int culprit = 0; culprit < 23; ++culprit) {
            auto script = ScriptedSession::line(23);
            const Course course = follow(script, [=](int commit, int) { return commit >= culprit; });
            QCOMPARE(course.end.action, Plan::Action::Finished);
            QCOMPARE(course.end.culprit, std::optional(script.id(culprit)));
            QVERIFY(course.end.confirmed);
        }
    }

    void goesThroughThePhasesInOrder()
    {
        auto script = ScriptedSession::line(40);
        const Course course = follow(script, [](int commit, int) { return commit >= 17; });
        QCOMPARE(course.phases, (QList{Phase::BadIsBad, Phase::GoodIsGood, Phase::Bisect, Phase::Confirm}));
        QCOMPARE(course.tested.first(), 39);
        QCOMPARE(course.tested.at(1), -1);
        QCOMPARE(course.tested.mid(course.tested.size() - 2), (QList{17, 16}));
    }

    void findsAFix()
    {
        for (int fix = 1; fix < 12; ++fix) {
            auto script = ScriptedSession::line(12, session::Find::Fix);
            const Course course = follow(script, [=](int commit, int) { return commit < fix; });
            QCOMPARE(course.end.culprit, std::optional(script.id(fix)));
            QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
        }
    }

    void findsACulpritOnASideBranch()
    {
        // 0 - 1 - 2 - 6 - 7, and 3 - 4 - 5 from 0 merged in 6
        const std::vector<std::vector<history::CommitIndex>> parents{{}, {0}, {1}, {0}, {3}, {4}, {2, 5}, {6}};
        const QList<int> guilty{4, 5, 6, 7};
        ScriptedSession script(parents);
        const Course course = follow(script, [&](int commit, int) { return guilty.contains(commit); });
        QCOMPARE(course.end.culprit, std::optional(script.id(4)));
        QVERIFY(course.end.confirmed);
    }

    /// With paths the bad end stands for all that they leave out.
    void theBadEndIsNotBlamedForWhatPathsLeaveOut()
    {
        for (const session::Strategy strategy : {session::Strategy::Halving, session::Strategy::Bayes}) {
            auto script = ScriptedSession::line(12, session::Find::Cause, strategy);
            const Course whole = follow(script, [](int commit, int) { return commit >= 11; });
            QCOMPARE(whole.end.culprit, std::optional(script.id(11)));
            session::SessionState state = script.state();
            state.created.setup.kernel.paths = {u"fs/ext4"_s, u"mm"_s};
            const Plan plan = planFor(state);
            QVERIFY(plan.action == Plan::Action::Finished);
            QVERIFY(!plan.culprit && !plan.confirmed);
            QVERIFY2(plan.reason.contains(u"fs/ext4, mm"_s) && plan.reason.contains(u"without paths"_s),
                     qPrintable(plan.reason));
        }
    }

    void confirmsAMergeByAllItsParents()
    {
        const std::vector<std::vector<history::CommitIndex>> parents{{}, {0}, {0}, {1, 2}, {3}};
        ScriptedSession script(parents);
        const Course course = follow(script, [&](int commit, int) { return commit >= 3; });
        QCOMPARE(course.end.culprit, std::optional(script.id(3)));
        QVERIFY(course.tested.contains(1) && course.tested.contains(2));
        QVERIFY(endsWithMerge(script.state(), course.end));
        QVERIFY2(course.end.reason.contains(u"It is a merge, none of whose sides has the bug by itself"_s) &&
                     course.end.reason.contains(script.state().nameOf(script.id(2)) + u": 0 of"_s),
                 qPrintable(course.end.reason));
    }

    void testsWhatIsAskedForNext_data()
    {
        QTest::addColumn<session::Strategy>("strategy");
        QTest::newRow("halving") << session::Strategy::Halving;
        QTest::newRow("bayes") << session::Strategy::Bayes;
    }

    /// One that the search would not have taken, however far from the middle.
    void testsWhatIsAskedForNext()
    {
        QFETCH(const session::Strategy, strategy);
        auto script = ScriptedSession::line(40, session::Find::Cause, strategy);
        proveEnds(script);
        const history::ObjectId asked = script.id(3);
        QVERIFY(planFor(script.state()).revision != asked);
        script.add(session::RetestAsked{asked, 4, {}, {}});
        for (int run = 0; run < 4; ++run) {
            const Plan plan = planFor(script.state());
            QCOMPARE(plan.action, Plan::Action::Test);
            QVERIFY2(plan.revision == asked, qPrintable(plan.reason));
            QVERIFY2(plan.reason.contains(u"%1 to go"_s.arg(4 - run)) ||
                         plan.reason.contains(u"%1 runs to go"_s.arg(4 - run)),
                     qPrintable(plan.reason));
            if (run == 0) {
                script.build(asked);
            }
            script.run(asked);
        }
        QVERIFY(planFor(script.state()).revision != asked);
        script.add(session::Undone{script.state().undoable.value(), {}});
        QVERIFY(planFor(script.state()).revision != asked);
    }

    void aSkippedRangeIsLeftAloneUntilItIsTakenBack()
    {
        auto script = ScriptedSession::line(40);
        proveEnds(script);
        const session::SessionState &state = script.state();
        const QList<history::ObjectId> range =
            session::skippable(state, session::commitsBetween(state, script.id(9), script.id(30)));
        QCOMPARE(range.size(), 21);
        const ObjectId next = planFor(state).revision;
        QVERIFY(range.contains(next));
        const session::RangeSkipped skip{u"A..B"_s, range, u"this driver is gone there"_s, {}};
        const Preview preview = previewOf(state, skip);
        QVERIFY2(preview.text.startsWith(u"21 commits are skipped"_s), qPrintable(preview.text));
        script.add(skip);
        QVERIFY(!range.contains(planFor(script.state()).revision));
        QCOMPARE(script.state().revision(next)->note, u"this driver is gone there"_s);
        const Course course = follow(script, [](int commit, int) { return commit >= 17; });
        QVERIFY(!course.end.culprit);
        QCOMPARE(course.end.candidates.size(), 22U);
        script.add(session::Undone{script.state().undoable.value(), {}});
        QCOMPARE(script.state().revision(next)->verdict(), Verdict::Undecided);
        QCOMPARE(follow(script, [](int commit, int) { return commit >= 17; }).end.culprit,
                 std::optional(script.id(17)));
    }

    /// The culprit's parent changes documentation only, and so does the commit before it.
    void anEqualKernelIsNotRunAgain()
    {
        auto script = ScriptedSession::line(40);
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
            QVERIFY2(parent.reason.contains(script.state().nameOf(*parent.twin)), qPrintable(parent.reason));
        }
    }

    void aBadEndWithoutTheBugNeedsAPerson()
    {
        auto script = ScriptedSession::line(9);
        const Course course = follow(script, [](int, int) { return false; });
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QCOMPARE(course.tested, QList{8});
        QVERIFY(course.end.reason.contains(QStringLiteral("does not show")));
    }

    void aGoodEndWithTheBugNeedsAPerson()
    {
        auto script = ScriptedSession::line(9);
        const Course course = follow(script, [](int, int) { return true; });
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QVERIFY(course.end.reason.contains(QStringLiteral("good end")));
    }

    void goesAroundWhatDoesNotBuild()
    {
        auto script = ScriptedSession::line(30);
        const Course course = follow(script, [](int commit, int) { return commit >= 20; }, {12, 13, 14, 15});
        QCOMPARE(course.end.culprit, std::optional(script.id(20)));
    }

    void namesTheCandidatesThatSkipsLeave()
    {
        auto script = ScriptedSession::line(16);
        const Course course = follow(script, [](int commit, int) { return commit >= 9; }, {7, 8, 9, 10});
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(!course.end.culprit);
        QList<int> candidates;
        for (const history::ObjectId &id : course.end.candidates) {
            candidates << script.commitOf(id);
        }
        std::ranges::sort(candidates);
        QCOMPARE(candidates, (QList{7, 8, 9, 10, 11}));
        const QString advice =
            QStringLiteral("Most would be told by %1: its verdict would leave 3 or 2 of them. It does not build: "
                           "main.c:1: error: no.")
                .arg(script.state().nameOf(script.id(9)));
        QVERIFY2(course.end.reason.contains(advice), qPrintable(course.end.reason));

        script.add(session::VerdictJudged{script.id(9), Verdict::Good, {}, {}, 0});
        const Plan after = planFor(script.state());
        QCOMPARE(after.candidates, (std::vector{script.id(10), script.id(11)}));
        QVERIFY2(after.reason.contains(QStringLiteral("its verdict would leave 1 or 1 of them")),
                 qPrintable(after.reason));
    }

    void runsOfAFlakyBugAreEnough()
    {
        auto script = ScriptedSession::line(60);
        // 6 of 10 runs of each bad commit
        const Course course = follow(script, [](int commit, int run) { return commit >= 31 && run % 5 < 3; });
        QCOMPARE(course.end.culprit, std::optional(script.id(31)));
        QVERIFY(course.end.confirmed);
    }

    void aJudgementMovesTheRangeAndUndoBringsItBack()
    {
        auto script = ScriptedSession::line(40);
        const Shows shows = [](int commit, int) { return commit >= 17; };
        Plan plan;
        while ((plan = planFor(script.state())).phase != Phase::Bisect || plan.steps > 3) {
            if (script.state().builtBy(plan.revision)) {
                script.run(plan.revision, shows(script.commitOf(plan.revision), 0) ? target : QString());
            } else {
                script.build(plan.revision);
            }
        }
        const session::RevisionState *bad = nullptr;
        for (const auto &[id, revision] : script.state().revisions) {
            if (revision.verdict() == Verdict::Bad && id != script.state().created.bad) {
                bad = &revision;
            }
        }
        QVERIFY(bad);
        const session::VerdictJudged judgement{bad->id, Verdict::Good, {}, {}};
        const Preview preview = previewOf(script.state(), judgement);
        QVERIFY(preview.before.candidates != preview.after.candidates);
        script.add(judgement);
        const Plan after = planFor(script.state());
        QCOMPARE(after, preview.after);
        QVERIFY(preview.text.contains(QStringLiteral("bad → good")));
        QVERIFY(std::ranges::find(after.candidates, judgement.revision) == after.candidates.end());
        script.add(session::Undone{*script.state().undoable, {}});
        QCOMPARE(planFor(script.state()), plan);
    }

    void aGoodDescendantOfABadCommitIsAConflict()
    {
        auto script = ScriptedSession::line(20);
        script.add(session::VerdictJudged{script.id(19), Verdict::Bad, {}, {}});
        script.add(session::VerdictJudged{script.id(-1), Verdict::Good, {}, {}});
        script.add(session::VerdictJudged{script.id(5), Verdict::Bad, {}, {}});
        const session::VerdictJudged contrary{script.id(12), Verdict::Good, {}, {}};
        const Preview preview = previewOf(script.state(), contrary);
        QCOMPARE(preview.conflicts.size(), std::size_t(1));
        QVERIFY(preview.conflicts.front().contains(script.state().nameOf(script.id(12))));
        QCOMPARE(preview.after.action, Plan::Action::NeedsPerson);
    }

    void aPreviewOfOneCandidateIsNoPlural()
    {
        auto script = ScriptedSession::line(20);
        const auto judge = [&](int commit, Verdict verdict) {
            script.add(session::VerdictJudged{script.id(commit), verdict, {}, {}});
        };
        judge(19, Verdict::Bad);
        judge(-1, Verdict::Good);
        judge(5, Verdict::Bad);
        judge(4, Verdict::Good);
        const QString text =
            previewOf(script.state(), session::VerdictJudged{script.id(12), Verdict::Bad, {}, {}}).text;
        QVERIFY2(text.contains(QStringLiteral("1 candidate → 1")), qPrintable(text));
    }

    void aSecondTestThatFailsOpensTheSearchAgain()
    {
        // The parent of what looks like the culprit shows the bug only from its 11th run on.
        auto script = ScriptedSession::line(30);
        const Course course =
            follow(script, [](int commit, int run) { return commit >= 18 || (commit == 17 && run >= 10); });
        QCOMPARE(course.end.culprit, std::optional(script.id(17)));
    }

    void aheadIsWhatEitherAnswerWouldTest()
    {
        auto script = ScriptedSession::line(64);
        script.add(session::VerdictJudged{script.id(63), Verdict::Bad, {}, {}});
        script.add(session::VerdictJudged{script.id(-1), Verdict::Good, {}, {}});
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.ahead.size(), std::size_t(2));
        for (const Verdict answer : {Verdict::Bad, Verdict::Good}) {
            ScriptedSession other = script;
            other.add(session::VerdictJudged{plan.revision, answer, {}, {}});
            QVERIFY(std::ranges::find(plan.ahead, planFor(other.state()).revision) != plan.ahead.end());
        }
    }

    void anEstimateThatIsUsedUpIsNone()
    {
        auto script = ScriptedSession::line(9);
        script.build(script.id(8));
        for (int i = 0; i < 20; ++i) {
            script.run(script.id(8), QStringLiteral("KASAN: use-after-free Read in f"));
        }
        const Plan plan = planFor(script.state());
        const qint64 last = script.state().lastAt;
        const qint64 remaining = estimateRemaining(script.state(), plan, last);
        QVERIFY(remaining > 1000);
        QCOMPARE(estimateRemaining(script.state(), plan, last + 1000), remaining - 1000);
        // However long this step takes, those after it are still to come.
        QCOMPARE(estimateRemaining(script.state(), plan, last + remaining + 10'000),
                 remaining - stepTime(script.state()));
        QVERIFY(!isLastTest(script.state(), plan));

        Plan ofRevert = plan;
        ofRevert.phase = Phase::Confirm;
        ofRevert.confirmed = true;
        ofRevert.revision = script.id(7);
        const qint64 step = stepTime(script.state());
        QCOMPARE(estimateRemaining(script.state(), ofRevert, last + step - 1000), 1000);
        QCOMPARE(estimateRemaining(script.state(), ofRevert, last + step + 10'000), -1);
        QVERIFY(!isLastTest(script.state(), ofRevert)); // it is not built yet
        ofRevert.revision = script.id(8);
        QVERIFY(isLastTest(script.state(), ofRevert));
    }

    void anInfrastructureMajorityIsNoVerdict()
    {
        auto script = ScriptedSession::line(9);
        script.build(script.id(8));
        for (int i = 0; i < 20; ++i) {
            script.run(script.id(8), Outcome::InfraFailed);
        }
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.action, Plan::Action::NeedsPerson);
        QCOMPARE(plan.revision, script.id(8));
        QCOMPARE(script.state().revision(script.id(8))->verdict(), Verdict::Undecided);

        // Whoever starts again has mended it: the runs are to be had anew.
        script.add(session::EngineStarted{});
        const Plan again = planFor(script.state());
        QCOMPARE(again.action, Plan::Action::Test);
        QCOMPARE(again.runsMissing, 20);
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
