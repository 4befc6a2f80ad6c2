// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/session/doubt.h"
#include "engine/session/forks.h"
#include "tests/engine/conductor/course.h"

#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::conductor;
using session::Find;
using session::Strategy;
using session::Verdict;

namespace
{

constexpr int branch = 6; ///< 0-5: the main line after the bad end
constexpr int merge = 16; ///< 6-15: a branch; 16: its merge
constexpr int fixed = 20; ///< 17-25: the main line, where 20 is the fix
constexpr int size = 26;
constexpr int base = -3;        ///< where the branch left the history before the bad end
constexpr int earlierBase = -4; ///< a fork that `base` contains

using Parents = std::vector<std::vector<history::CommitIndex>>;

Parents parents()
{
    Parents parents;
    for (history::CommitIndex commit = 0; commit < size; ++commit) {
        parents.push_back(commit == 0 || commit == branch ? Parents::value_type{} : Parents::value_type{commit - 1});
    }
    parents[merge] = {branch - 1, merge - 1};
    return parents;
}

history::Fork forkAt(int commit, int first, int end, std::vector<std::uint32_t> contains = {})
{
    history::Fork made{ScriptedSession::infoOf(commit), std::move(contains), {}};
    for (int i = first; i < end; ++i) {
        made.branch.push_back(history::CommitIndex(i));
    }
    return made;
}

bool isOnBranch(int commit)
{
    return commit >= branch && commit < merge;
}

/// The bug is in the main line until it is fixed; the branch never had it.
bool shows(int commit)
{
    return commit < fixed && !isOnBranch(commit) && commit != base && commit != earlierBase;
}

/// The same, but what the branch brings is the fix. It is silent all the same, and its fork is asked.
bool showsUntilMerge(int commit)
{
    return commit < merge && shows(commit);
}

void test(ScriptedSession &script, int commit, bool bug)
{
    script.build(script.id(commit));
    for (int run = 0; run < 40; ++run) {
        script.run(script.id(commit), bug ? target : QString());
    }
}

void untilForkIsAsked(ScriptedSession &script)
{
    for (int guard = 0; guard < 2000; ++guard) {
        const Plan plan = planFor(script.state());
        const int commit = script.commitOf(plan.revision);
        if (plan.action != Plan::Action::Test || commit < -1) {
            return;
        }
        if (!script.state().builtBy(plan.revision)) {
            script.build(plan.revision);
        }
        script.run(plan.revision, showsUntilMerge(commit) ? target : QString());
    }
}

const session::RevisionState *silentOnBranch(const ScriptedSession &script)
{
    for (const auto &[id, revision] : script.state().revisions) {
        if (isOnBranch(script.commitOf(id)) && revision.tally.ok > 0) {
            return &revision;
        }
    }
    return nullptr;
}

bool tested(const Course &course, int commit)
{
    return course.runsOf.contains(commit);
}

} // namespace

class ForksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchFromBeforeTheBugIsNotTheFix_data() { strategies(); }
    void aBranchFromBeforeTheBugIsNotTheFix()
    {
        ScriptedSession script = session({forkAt(base, branch, merge)});
        const Course course = follow(script, [](int commit, int) { return shows(commit); });
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QCOMPARE(course.end.culprit, std::optional(script.id(fixed)));
        QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
        if (std::ranges::any_of(course.tested, isOnBranch)) {
            QVERIFY(tested(course, base));
        }
    }

    void theForkIsTestedBeforeItsBranchCounts_data() { strategies(); }
    void theForkIsTestedBeforeItsBranchCounts()
    {
        ScriptedSession script = session({forkAt(base, branch, merge)});
        untilForkIsAsked(script);
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.revision, script.id(base));
        QCOMPARE(plan.phase, Phase::Bisect);
        QVERIFY2(plan.reason.contains(QStringLiteral("whether")) &&
                     plan.reason.contains(script.state().nameOf(script.id(base))),
                 qPrintable(plan.reason));
        QVERIFY(plan.candidates.size() > 1);

        // The bug is not there: what was run of the branch says so, and none of it can be the fix.
        test(script, base, false);
        const session::RevisionState *silent = silentOnBranch(script);
        QVERIFY(silent);
        QVERIFY2(silent->reason.contains(QStringLiteral("never had the bug")), qPrintable(silent->reason));
        QCOMPARE(silent->verdict(), Verdict::Good);
        for (const history::ObjectId &id : planFor(script.state()).candidates) {
            QVERIFY(!isOnBranch(script.commitOf(id)));
        }
        const Course course = follow(script, [](int commit, int) { return showsUntilMerge(commit); });
        QCOMPARE(course.end.culprit, std::optional(script.id(merge)));
        QVERIFY2(course.end.reason.contains(QStringLiteral("never had the bug")), qPrintable(course.end.reason));
        for (const int commit : course.tested) {
            QVERIFY(!isOnBranch(commit) && commit != base);
        }
    }

    void aFixOnABranchThatHadTheBugIsFound_data() { strategies(); }
    void aFixOnABranchThatHadTheBugIsFound()
    {
        // The branch fixes the bug in its fifth commit and brings that to the main line.
        const auto shows = [](int commit, int) { return isOnBranch(commit) ? commit < branch + 4 : commit < merge; };
        ScriptedSession script = session({forkAt(base, branch, merge)});
        const Course course = follow(script, shows);
        QCOMPARE(course.end.culprit, std::optional(script.id(branch + 4)));
        QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
    }

    void aForkWithTheBugLetsItsBranchCount_data() { strategies(); }
    void aForkWithTheBugLetsItsBranchCount()
    {
        // All of the branch is fixed by its first commit.
        const auto shows = [](int commit, int) { return !isOnBranch(commit) && commit < merge; };
        ScriptedSession script = session({forkAt(base, branch, merge)});
        const Course course = follow(script, shows);
        QVERIFY(tested(course, base));
        QCOMPARE(course.end.culprit, std::optional(script.id(branch)));
        QVERIFY2(course.end.phase == Phase::Done, qPrintable(course.end.reason));
    }

    void aForkThatDoesNotBuildDoesNotHideAFix_data() { strategies(); }
    void aForkThatDoesNotBuildDoesNotHideAFix()
    {
        ScriptedSession script = session({forkAt(base, branch, merge)});
        const Course course = follow(script, [](int commit, int) { return shows(commit); }, {base});
        QCOMPARE(course.end.culprit, std::optional(script.id(fixed)));
        QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
    }

    void aForkThatDoesNotBuildLeavesItsBranchOpen_data() { strategies(); }
    void aForkThatDoesNotBuildLeavesItsBranchOpen()
    {
        ScriptedSession script = session({forkAt(base, branch, merge)});
        untilForkIsAsked(script);
        script.build(script.id(base), session::BuildOutcome::Failed);
        const session::RevisionState *silent = silentOnBranch(script);
        QVERIFY(silent);
        QCOMPARE(silent->verdict(), Verdict::Skip);
        QVERIFY2(silent->reason.contains(QStringLiteral("cannot be tested")), qPrintable(silent->reason));

        const auto shows = [](int commit, int) { return showsUntilMerge(commit); };
        const Course left = follow(script, shows);
        QCOMPARE(left.end.action, Plan::Action::Finished);
        QVERIFY(std::ranges::contains(left.end.candidates, script.id(merge)));
        QVERIFY(std::ranges::contains(left.end.candidates, script.id(branch)));
        QVERIFY2(left.end.reason.contains(QStringLiteral("nobody can tell")), qPrintable(left.end.reason));
        // A person can.
        script.add(session::VerdictJudged{script.id(base), Verdict::Good, {}, {}});
        const Course judged = follow(script, shows);
        QCOMPARE(judged.end.culprit, std::optional(script.id(merge)));
        QVERIFY2(judged.end.reason.contains(QStringLiteral("never had the bug")), qPrintable(judged.end.reason));
    }

    /// A branch that merged the main line once more after the bug had come.
    void anyForkWithTheBugDoes_data() { strategies(); }
    void anyForkWithTheBugDoes()
    {
        const auto shows = [](int commit, int) {
            const bool onBranch = commit >= branch + 3 && commit < branch + 7;
            const bool onMainLine = commit < merge && !isOnBranch(commit) && commit != earlierBase;
            return onBranch || onMainLine;
        };
        ScriptedSession script =
            session({forkAt(earlierBase, branch, branch + 3), forkAt(base, branch + 3, merge, {0})});
        const Course course = follow(script, shows);
        QCOMPARE(course.end.culprit, std::optional(script.id(branch + 7)));
    }

    void oneCommitCanHaveSeveralForks_data() { strategies(); }
    void oneCommitCanHaveSeveralForks()
    {
        // Neither has the bug, and neither contains the other: both are tested before the branch is left out.
        ScriptedSession script = session({forkAt(earlierBase, branch, merge), forkAt(base, branch, merge)});
        untilForkIsAsked(script);
        test(script, base, false);
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.revision, script.id(earlierBase));
        test(script, earlierBase, false);
        const Course course = follow(script, [](int commit, int) { return showsUntilMerge(commit); });
        QCOMPARE(course.end.culprit, std::optional(script.id(merge)));
    }

    void forksSpeakForOneAnother()
    {
        ScriptedSession script(parents(), Find::Fix, Strategy::Halving,
                               {forkAt(earlierBase, branch, branch + 3), forkAt(base, branch + 3, merge, {0})});
        const auto past = [&script](int commit) {
            return session::Forks(script.state()).past(history::CommitIndex(commit));
        };
        QCOMPARE(past(branch), session::Past::Unknown);
        QCOMPARE(past(0), session::Past::HadBug);
        script.add(session::VerdictJudged{script.id(base), Verdict::Good, {}, {}});
        QCOMPARE(past(merge - 1), session::Past::NeverHadBug);
        QCOMPARE(past(branch), session::Past::NeverHadBug); // what it contains lacks the bug too
        script.add(session::VerdictJudged{script.id(base), Verdict::Skip, {}, {}});
        QCOMPARE(past(merge - 1), session::Past::Untellable);
        QCOMPARE(past(branch), session::Past::Unknown);
        script.add(session::VerdictJudged{script.id(earlierBase), Verdict::Bad, {}, {}});
        QCOMPARE(past(merge - 1), session::Past::HadBug); // it contains one that has the bug
    }

    void aSkippedAncestorIsNoProof()
    {
        ScriptedSession script(parents(), Find::Fix, Strategy::Halving, {forkAt(base, branch, merge)});
        const auto past = [&script](int commit) {
            return session::Forks(script.state()).past(history::CommitIndex(commit));
        };
        script.build(script.id(branch), session::BuildOutcome::Failed);
        QCOMPARE(past(branch + 1), session::Past::Unknown);
        script.add(session::VerdictJudged{script.id(branch), Verdict::Bad, {}, {}});
        QCOMPARE(past(branch + 1), session::Past::HadBug);
        QCOMPARE(past(merge), session::Past::HadBug);
    }

    void asLongAsForksAreUnknownRunsAreNoEvidence()
    {
        ScriptedSession script(parents(), Find::Fix, Strategy::Bayes, {forkAt(base, branch, merge)});
        test(script, -1, true);
        test(script, size - 1, false);
        const std::vector<double> before = planFor(script.state()).doubt->culprit;
        test(script, merge - 1, false);
        QCOMPARE(planFor(script.state()).doubt->culprit, before);
        script.add(session::VerdictJudged{script.id(base), Verdict::Bad, {}, {}});
        const std::vector<double> counted = planFor(script.state()).doubt->culprit;
        QVERIFY(counted[branch] > 2 * before[branch]);
        script.add(session::VerdictJudged{script.id(base), Verdict::Good, {}, {}});
        const std::vector<double> never = planFor(script.state()).doubt->culprit;
        for (int commit = branch; commit < merge; ++commit) {
            QCOMPARE(never[std::size_t(commit)], 0.0);
        }
        QVERIFY(never[fixed] > before[fixed]);
        QCOMPARE(planFor(script.state()).doubt->presence[merge - 1], 0.0);
    }

    /// As in sessions from before forks were kept: the branch is taken for fixed.
    void whereForksAreNotKnownTheBranchIsBlamed()
    {
        ScriptedSession script(parents(), Find::Fix, Strategy::Halving);
        const Course course = follow(script, [](int commit, int) { return showsUntilMerge(commit); });
        QCOMPARE(course.end.culprit, std::optional(script.id(branch)));
    }

    /// A kernel of the branch without the bug, and the same one where the main line took the cause back.
    void aKernelMeansFixedOnTheMainLineOnly_data() { strategies(); }
    void aKernelMeansFixedOnTheMainLineOnly()
    {
        ScriptedSession script = session({forkAt(base, branch, merge)});
        const Course course = follow(
            script, [](int commit, int) { return shows(commit); }, {},
            [](int commit) {
                return commit >= fixed || commit == base || isOnBranch(commit) ? QStringLiteral("5e").repeated(32)
                                                                               : QString();
            });
        QCOMPARE(course.end.culprit, std::optional(script.id(fixed)));
    }

    void aGoodEndThatNeverHadTheBugEndsTheSession_data() { strategies(); }
    void aGoodEndThatNeverHadTheBugEndsTheSession()
    {
        ScriptedSession script = acrossTrees();
        const Course course = follow(script, [](int commit, int) { return commit == -1; });
        QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
        QVERIFY2(course.end.reason.contains(QStringLiteral("never had the bug")), qPrintable(course.end.reason));
        QVERIFY(tested(course, base));
        QCOMPARE(course.tested.size(), 3);
    }

    void aGoodEndOfAnotherBranchIsSearchedFromTheMergeBaseOn_data() { strategies(); }
    void aGoodEndOfAnotherBranchIsSearchedFromTheMergeBaseOn()
    {
        ScriptedSession script = acrossTrees();
        const Course course = follow(script, [](int commit, int) { return commit < 7; });
        QCOMPARE(course.end.culprit, std::optional(script.id(7)));
        QCOMPARE(course.tested.at(2), base);

        ScriptedSession broken = acrossTrees();
        const Course untold = follow(broken, [](int commit, int) { return commit < 7; }, {base});
        QCOMPARE(untold.end.action, Plan::Action::NeedsPerson);
        QVERIFY2(untold.end.reason.contains(QStringLiteral("nobody can tell")), qPrintable(untold.end.reason));
    }

    void theCauseIsSoughtWithoutForks_data() { strategies(); }
    void theCauseIsSoughtWithoutForks()
    {
        QFETCH(const Strategy, strategy);
        ScriptedSession script(parents(), Find::Cause, strategy, {forkAt(base, branch, merge)});
        const Course course = follow(script, [](int commit, int) { return commit >= fixed; });
        QCOMPARE(course.end.culprit, std::optional(script.id(fixed)));
        QVERIFY(!tested(course, base));
    }

private:
    static void strategies()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("halving") << Strategy::Halving;
        QTest::newRow("bayes") << Strategy::Bayes;
    }

    static ScriptedSession session(std::vector<history::Fork> forks)
    {
        QFETCH(const Strategy, strategy);
        return ScriptedSession(parents(), Find::Fix, strategy, std::move(forks));
    }

    /// The good end is of another tree: no commit of the range contains the bad end.
    static ScriptedSession acrossTrees()
    {
        QFETCH(const Strategy, strategy);
        Parents line(12);
        for (history::CommitIndex commit = 1; commit < line.size(); ++commit) {
            line[commit] = {commit - 1};
        }
        return ScriptedSession(line, Find::Fix, strategy, {forkAt(base, 0, int(line.size()))});
    }
};

QTEST_GUILESS_MAIN(ForksTest)
#include "tst_forks.moc"
