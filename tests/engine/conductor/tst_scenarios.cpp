// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/conductor/course.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace culprit;
using namespace culprit::conductor;
using session::Find;
using session::Outcome;
using session::Strategy;

namespace
{

// The history: commits 400 to 905 in a line with a release every hundred; a branch that left it at 500 and is merged
// late, in 850; and a second tree that left it at 600 and never comes back.
constexpr int first = 400;
constexpr int last = 905;
constexpr int forkOfBranch = 500;
constexpr int branch = 5001;
constexpr int branchEnd = 5041;
constexpr int merge = 850;
constexpr int forkOfTree = 600;
constexpr int tree = 6001;
constexpr int treeEnd = 6011;

std::vector<int> parentsOf(int commit)
{
    switch (commit) {
    case first:
        return {};
    case branch:
        return {forkOfBranch};
    case tree:
        return {forkOfTree};
    case merge:
        return {merge - 1, branchEnd - 1};
    default:
        return {commit - 1};
    }
}

/// A commit and all that it contains.
std::set<int> contents(int commit)
{
    std::set<int> all;
    std::vector<int> open{commit};
    while (!open.empty()) {
        const int next = open.back();
        open.pop_back();
        if (all.insert(next).second) {
            std::ranges::copy(parentsOf(next), std::back_inserter(open));
        }
    }
    return all;
}

bool contains(int commit, int other)
{
    return contents(commit).contains(other);
}

/// Parents first.
std::vector<int> allCommits()
{
    std::vector<int> all;
    const auto add = [&all](int begin, int end) {
        for (int commit = begin; commit < end; ++commit) {
            all.push_back(commit);
        }
    };
    add(first, merge);
    add(branch, branchEnd);
    add(merge, last + 1);
    add(tree, treeEnd);
    return all;
}

history::CommitInfo infoOf(int commit)
{
    history::CommitInfo info = ScriptedSession::infoOf(commit);
    if (commit < branch && commit % 100 == 0) {
        info.tags = {"v" + std::to_string(commit / 100) + ".0"};
    }
    return info;
}

std::vector<history::Fork> forksOf(const history::CommitRange &range, int end, const std::vector<int> &commits)
{
    std::vector<history::Fork> forks;
    for (const int at : {forkOfBranch, forkOfTree}) {
        history::Fork fork{infoOf(at), {}, {}};
        for (history::CommitIndex i = 0; i < range.commits.size(); ++i) {
            // The newest commit that both contain.
            std::set<int> both = contents(commits[i]);
            const std::set<int> ends = contents(end);
            std::erase_if(both, [&ends](int commit) { return !ends.contains(commit); });
            if (!both.contains(end) && *both.rbegin() == at) {
                fork.branch.push_back(i);
            }
        }
        if (!fork.branch.empty()) {
            forks.push_back(std::move(fork));
        }
    }
    return forks;
}

/// What `newer` contains and `older` does not.
ScriptedSession session(int newer, int older, Find find)
{
    QFETCH(const Strategy, strategy);
    const std::set<int> inside = contents(newer);
    const std::set<int> before = contents(older);
    history::CommitRange range;
    std::vector<int> commits;
    for (const int commit : allCommits()) {
        if (!inside.contains(commit) || before.contains(commit)) {
            continue;
        }
        history::CommitInfo info = infoOf(commit);
        info.date = 1700000000 + std::int64_t(commits.size());
        for (const int parent : parentsOf(commit)) {
            ++info.parentCount;
            const auto place = std::ranges::find(commits, parent);
            if (place != commits.end()) {
                info.parents.push_back(history::CommitIndex(place - commits.begin()));
            }
        }
        range.commits.push_back(info);
        commits.push_back(commit);
    }
    range.bad = range.commits.back();
    range.goods = {infoOf(older)};
    if (find == Find::Fix) {
        range.forks = forksOf(range, older, commits);
    }
    return {std::move(range), find, strategy};
}

ScriptedSession causeOf(int bad, int good)
{
    return session(bad, good, Find::Cause);
}

ScriptedSession fixOf(int bad, int good)
{
    return session(good, bad, Find::Fix);
}

/// The bug is in every commit that contains the cause and not the fix (0: none).
Shows between(int cause, int fix = 0)
{
    return [=](int commit, int) { return contains(commit, cause) && (fix == 0 || !contains(commit, fix)); };
}

QList<int> commitsFrom(int begin, int end)
{
    QList<int> commits;
    for (int commit = begin; commit < end; ++commit) {
        commits << commit;
    }
    return commits;
}

QList<int> candidatesOf(const ScriptedSession &script, const Plan &plan)
{
    QList<int> commits;
    for (const history::ObjectId &id : plan.candidates) {
        commits << script.commitOf(id);
    }
    std::ranges::sort(commits);
    return commits;
}

void compareFound(const ScriptedSession &script, const Course &course, int commit)
{
    QVERIFY2(course.end.action == Plan::Action::Finished && course.end.culprit, qPrintable(course.end.reason));
    QCOMPARE(script.commitOf(*course.end.culprit), commit);
    QVERIFY2(course.end.confirmed, qPrintable(course.end.reason));
}

void compareNeedsPerson(const Course &course, const QString &part)
{
    QCOMPARE(course.end.action, Plan::Action::NeedsPerson);
    QVERIFY2(course.end.reason.contains(part), qPrintable(course.end.reason));
}

} // namespace

/// What syzkaller's own tests of its bisection demand, played to this planner with either strategy.
class ScenariosTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void causeFound_data() { strategies(); }
    void causeFound()
    {
        auto script = causeOf(last, 700);
        compareFound(script, follow(script, between(802)), 802);
    }

    void causeFoundWithAFlakyReproducer_data() { strategies(); }
    void causeFoundWithAFlakyReproducer()
    {
        auto script = causeOf(last, 700);
        const Shows always = between(802);
        const Course course = follow(script, [&](int commit, int run) { return run % 5 == 3 && always(commit, run); });
        compareFound(script, course, 802);
    }

    void notReproducible_data() { strategies(); }
    void notReproducible()
    {
        auto script = causeOf(last, 700);
        const Course course = follow(script, [](int, int) { return false; });
        compareNeedsPerson(course, QStringLiteral("does not show at the bad end"));
        QCOMPARE(course.tested, QList{last});
    }

    void brokenRevisionsInTheMiddle_data() { strategies(); }
    void brokenRevisionsInTheMiddle()
    {
        auto script = causeOf(last, 700);
        const Course course = follow(script, between(802), commitsFrom(795, 809));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(!course.end.culprit);
        QCOMPARE(candidatesOf(script, course.end), commitsFrom(795, 810));
    }

    void fixFound_data() { strategies(); }
    void fixFound()
    {
        auto script = fixOf(700, last);
        compareFound(script, follow(script, between(450, 803)), 803);
    }

    /// The branch left the history before the bug came.
    void fixFoundThoughABranchNeverHadTheBug_data() { strategies(); }
    void fixFoundThoughABranchNeverHadTheBug()
    {
        auto script = fixOf(700, last);
        compareFound(script, follow(script, between(650, 803)), 803);
        auto late = fixOf(700, last);
        compareFound(late, follow(late, between(650, 880)), 880);
    }

    void fixFoundAmongStrayCrashes_data() { strayTitles(); }
    void fixFoundAmongStrayCrashes()
    {
        QFETCH(const QString, title);
        auto script = fixOf(700, last);
        const Shows bug = between(450, 803);
        const Course course = followRuns(script, [&](int commit, int run) {
            return bug(commit, run) ? Ran{Outcome::Crashed, target}
                   : run % 5 == 2   ? Ran{Outcome::Crashed, title}
                                    : Ran{};
        });
        compareFound(script, course, 803);
    }

    void fixOfSuchACrashFound_data() { strayTitles(); }
    void fixOfSuchACrashFound()
    {
        QFETCH(const QString, title);
        auto script = fixOf(700, last);
        const Shows bug = between(450, 803);
        const Course course = followRuns(
            script, [&](int commit, int run) { return bug(commit, run) ? Ran{Outcome::Crashed, title} : Ran{}; });
        compareFound(script, course, 803);
    }

    void goodEndOfAFixThatDoesNotBuild_data() { strategies(); }
    void goodEndOfAFixThatDoesNotBuild()
    {
        auto script = fixOf(700, last);
        const Course course = follow(script, between(450, 803), {last});
        compareNeedsPerson(course, QStringLiteral("cannot be tested"));
        QVERIFY2(course.end.reason.contains(QStringLiteral("choose another good end")), qPrintable(course.end.reason));
    }

    void goodEndOfAFixThatCrashes_data() { strategies(); }
    void goodEndOfAFixThatCrashes()
    {
        auto script = fixOf(700, last);
        const Course course = follow(script, between(450));
        compareNeedsPerson(course, QStringLiteral("shows at the good end"));
        QCOMPARE(course.tested, (QList{700, last}));
    }

    void fixInconclusive_data() { strategies(); }
    void fixInconclusive()
    {
        auto script = fixOf(700, last);
        const Course course = follow(script, between(450, 803), commitsFrom(798, 806));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(!course.end.culprit);
        QCOMPARE(candidatesOf(script, course.end), commitsFrom(798, 807));
    }

    /// Two commits with one kernel, one of them or none the culprit by what its runs say.
    void sameBinary_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<int>("culprit");
        QTest::addColumn<int>("same"); ///< has the kernel of its parent
        for (const Strategy strategy : {Strategy::Halving, Strategy::Bayes}) {
            const char *name = strategy == Strategy::Halving ? "halving" : "bayes";
            for (const int culprit : {802, 800, last}) {
                for (const int same : {culprit - 1, culprit, culprit + 1}) {
                    if (same <= last) {
                        QTest::addRow("%s, culprit %d, same kernel at %d", name, culprit, same)
                            << strategy << culprit << same;
                    }
                }
            }
        }
    }
    void sameBinary()
    {
        QFETCH(const int, culprit);
        QFETCH(const int, same);
        auto script = causeOf(last, 700);
        const auto kernel = [same](int commit) {
            return QString::number(commit == same ? same - 1 : commit).rightJustified(64, u'0');
        };
        const Course course = follow(script, between(culprit), {}, kernel);
        if (same != culprit) {
            compareFound(script, course, culprit);
            return;
        }
        // No commit is named whose kernel is its parent's.
        if (course.end.culprit) {
            QVERIFY(script.commitOf(*course.end.culprit) != same || !course.end.confirmed);
        }
    }

    void culpritAtARelease_data() { strategies(); }
    void culpritAtARelease()
    {
        auto script = causeOf(last, 700);
        const Course course = follow(script, between(800));
        compareFound(script, course, 800);
        QVERIFY2(course.end.reason.contains(QStringLiteral("v8.0")), qPrintable(course.end.reason));
    }

    void culpritAfterARelease_data() { strategies(); }
    void culpritAfterARelease()
    {
        auto script = causeOf(last, 700);
        compareFound(script, follow(script, between(801)), 801);
        auto next = causeOf(last, 700); // right after the good end
        compareFound(next, follow(next, between(701)), 701);
    }

    void culpritAtTheLastCommit_data() { strategies(); }
    void culpritAtTheLastCommit()
    {
        auto script = causeOf(last, 700);
        compareFound(script, follow(script, between(last)), last);
    }

    void culpritOnABranchFromBeforeTheGoodEnd_data() { strategies(); }
    void culpritOnABranchFromBeforeTheGoodEnd()
    {
        auto script = causeOf(last, 700);
        const Course course = follow(script, between(branch + 20));
        compareFound(script, course, branch + 20);
        QVERIFY(course.runsOf.contains(branch + 19));
        QVERIFY(script.state().builtBy(script.id(branch + 19)));
    }

    void infrastructureFails_data() { strategies(); }
    void infrastructureFails()
    {
        auto script = causeOf(last, 700);
        const Shows bug = between(802);
        const Course course = followRuns(script, [&](int commit, int run) {
            return run % 5 < 4        ? Ran{Outcome::InfraFailed, {}}
                   : bug(commit, run) ? Ran{Outcome::Crashed, target}
                                      : Ran{};
        });
        compareNeedsPerson(course, QStringLiteral("Mend the machine"));
    }

    /// The bad end is of a tree that was never merged; the fix is sought in the main line.
    void fixAcrossTrees_data() { strategies(); }
    void fixAcrossTrees()
    {
        auto script = fixOf(treeEnd - 1, last);
        const Course course = follow(script, between(550, 803));
        compareFound(script, course, 803);
        QCOMPARE(course.tested.at(2), forkOfTree);
    }

    void noFixAcrossTrees_data() { strategies(); }
    void noFixAcrossTrees()
    {
        auto script = fixOf(treeEnd - 1, last);
        const Course course = follow(script, between(tree + 4));
        compareNeedsPerson(course, QStringLiteral("never had the bug"));
        QVERIFY2(course.end.reason.contains(QStringLiteral("v6.0")), qPrintable(course.end.reason));
    }

    void brokenMergeBaseAcrossTrees_data() { strategies(); }
    void brokenMergeBaseAcrossTrees()
    {
        auto script = fixOf(treeEnd - 1, last);
        const Course course = follow(script, between(550, 803), {forkOfTree});
        compareNeedsPerson(course, QStringLiteral("nobody can tell"));
    }

private:
    static void strategies()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("halving") << Strategy::Halving;
        QTest::newRow("bayes") << Strategy::Bayes;
    }

    static void strayTitles()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<QString>("title");
        const QString fatal = QStringLiteral("SYZFATAL: executor failed NUM times");
        const QString lost = QStringLiteral("lost connection to test machine");
        QTest::newRow("halving, SYZFATAL") << Strategy::Halving << fatal;
        QTest::newRow("bayes, SYZFATAL") << Strategy::Bayes << fatal;
        QTest::newRow("halving, lost connection") << Strategy::Halving << lost;
        QTest::newRow("bayes, lost connection") << Strategy::Bayes << lost;
    }
};

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_scenarios.moc"
