// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/conductor/course.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::conductor;
using session::Find;
using session::RevertMade;
using session::Strategy;
using session::Verdict;

namespace
{

constexpr int size = 24;
constexpr int tip = size - 1;
constexpr int guilty = 9;
constexpr int revert = firstRevert + guilty;

ScriptedSession scriptOf(Strategy strategy, Find find)
{
    auto script = ScriptedSession::line(size, find, strategy);
    script.wantRevert();
    return script;
}

/// A bug that shows in every run where it is.
Shows bugOf(Find find, bool isInRevert)
{
    return [=](int commit, int) {
        return commit == revert ? isInRevert : find == Find::Fix ? commit < guilty : commit >= guilty;
    };
}

} // namespace

/// The culprit is reverted on the newest end, after it was confirmed.
class RevertPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheLastTest_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<Find>("find");
        QTest::addColumn<bool>("isInRevert");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, Find find, bool isInRevert, const QString &said) {
            QTest::addRow("halving, %s", name) << Strategy::Halving << find << isInRevert << said;
            QTest::addRow("bayes, %s", name) << Strategy::Bayes << find << isInRevert << said;
        };
        row("cured", Find::Cause, false, u" cures the bug there (0 of "_s);
        row("not cured", Find::Cause, true, u" does not cure the bug there ("_s);
        row("back", Find::Fix, true, u" brings the bug back there ("_s);
        row("not back", Find::Fix, false, u" does not bring the bug back there (0 of "_s);
    }

    void itIsTheLastTest()
    {
        QFETCH(const Strategy, strategy);
        QFETCH(const Find, find);
        QFETCH(const bool, isInRevert);
        QFETCH(const QString, said);
        ScriptedSession script = scriptOf(strategy, find);
        const Course course = follow(script, bugOf(find, isInRevert));
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QCOMPARE(course.end.culprit, std::optional(script.id(guilty)));
        QVERIFY(course.end.confirmed);
        QCOMPARE(course.tested.last(), revert);
        QCOMPARE(course.tested.count(revert), 1);
        QVERIFY2(course.end.reason.contains(u"Reverting it on "_s) && course.end.reason.contains(said),
                 qPrintable(course.end.reason));
        const RevertMade *made = script.state().revertOf(script.id(guilty));
        QVERIFY(made != nullptr && made->tip == script.id(tip));
        QCOMPARE(script.state().revision(script.id(revert))->verdict(), isInRevert ? Verdict::Bad : Verdict::Good);
        // As many as for culprit and parents by halving; by probability so many that silence can be believed.
        const int runs = course.runsOf.at(revert);
        QVERIFY2(strategy == Strategy::Halving ? runs >= 10 && runs <= 20 : runs >= 1 && runs <= 10,
                 qPrintable(QString::number(runs)));
        QVERIFY(!script.state().flaky);
    }

    void aRareBugTakesMoreSilentRuns()
    {
        ScriptedSession script = scriptOf(Strategy::Bayes, Find::Cause);
        const Course course =
            follow(script, [](int commit, int run) { return commit >= guilty && commit != revert && run % 4 == 1; });
        QCOMPARE(course.end.culprit, std::optional(script.id(guilty)));
        QVERIFY2(course.end.reason.contains(u"cures"_s), qPrintable(course.end.reason));
        QVERIFY(course.runsOf.at(revert) > 10);
        QVERIFY(script.state().revision(script.id(revert))->presence.value() < 0.01);
    }

    void theCulpritIsConfirmedMeanwhile()
    {
        ScriptedSession script = scriptOf(Strategy::Halving, Find::Cause);
        Course course = follow(script, bugOf(Find::Cause, false));
        script.add(RevertMade{script.id(guilty), script.id(tip), script.id(revert + 1), {}});
        const Plan plan = planFor(script.state());
        QCOMPARE(plan.action, Plan::Action::Test);
        QCOMPARE(plan.phase, Phase::Confirm);
        QCOMPARE(plan.revision, script.id(revert + 1));
        QCOMPARE(plan.culprit, course.end.culprit);
        QVERIFY(plan.confirmed);
    }

    void nothingIsRevertedUnlessAskedFor()
    {
        auto script = ScriptedSession::line(size);
        const Course course = follow(script, bugOf(Find::Cause, false));
        QVERIFY(course.end.confirmed);
        QVERIFY(!course.tested.contains(revert));
        QVERIFY(script.state().reverts.empty());
    }

    void anObstacleIsSaid_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("halving") << Strategy::Halving;
        QTest::newRow("bayes") << Strategy::Bayes;
    }

    void anObstacleIsSaid()
    {
        QFETCH(const Strategy, strategy);
        ScriptedSession script = scriptOf(strategy, Find::Cause);
        script.add(RevertMade{script.id(guilty), script.id(tip), {}, u"it is a merge"_s});
        const Course course = follow(script, bugOf(Find::Cause, false));
        QVERIFY(course.end.confirmed);
        QVERIFY2(course.end.reason.contains(u"It is not reverted on "_s) &&
                     course.end.reason.contains(u": it is a merge."),
                 qPrintable(course.end.reason));
    }

    void aKernelThatDoesNotBuildIsSaid_data() { anObstacleIsSaid_data(); }

    void aKernelThatDoesNotBuildIsSaid()
    {
        QFETCH(const Strategy, strategy);
        ScriptedSession script = scriptOf(strategy, Find::Cause);
        const Course course = follow(script, bugOf(Find::Cause, false), {revert});
        QCOMPARE(course.end.action, Plan::Action::Finished);
        QVERIFY(course.end.confirmed);
        QVERIFY2(course.end.reason.contains(u"cannot be tested"_s) && course.end.reason.contains(u"error: no"_s),
                 qPrintable(course.end.reason));
    }

    void theSameKernelIsNotRunAgain_data() { anObstacleIsSaid_data(); }

    void theSameKernelIsNotRunAgain()
    {
        QFETCH(const Strategy, strategy);
        ScriptedSession script = scriptOf(strategy, Find::Cause);
        const auto kernels = [](int commit) {
            return commit == revert ? QString::number(guilty - 1) : QString::number(commit);
        };
        const Course course = follow(script, bugOf(Find::Cause, true), {}, kernels);
        QVERIFY(course.end.confirmed);
        QCOMPARE(course.runsOf.count(revert), std::size_t{0});
        QVERIFY2(course.end.reason.contains(u"cures the bug there"_s) &&
                     course.end.reason.contains(u"which is the same kernel"_s),
                 qPrintable(course.end.reason));
    }

    /// Judgements of the revert and of what it rests on, and their undoing.
    void judgementsMoveIt_data() { anObstacleIsSaid_data(); }

    void judgementsMoveIt()
    {
        QFETCH(const Strategy, strategy);
        ScriptedSession script = scriptOf(strategy, Find::Cause);
        const Plan before = follow(script, bugOf(Find::Cause, false)).end;
        const auto undo = [&script] { script.add(session::Undone{*script.state().undoable, {}}); };

        script.add(session::VerdictJudged{script.id(revert), Verdict::Bad, {}, {}, 0});
        Plan plan = planFor(script.state());
        QCOMPARE(plan.action, Plan::Action::Finished);
        QCOMPARE(plan.culprit, std::optional(script.id(guilty)));
        QVERIFY2(plan.reason.contains(u"does not cure the bug there (as was judged by hand)"_s),
                 qPrintable(plan.reason));
        undo();
        QCOMPARE(planFor(script.state()), before);

        // Another culprit has another revert.
        script.add(session::VerdictJudged{script.id(guilty), Verdict::Good, {}, {}, 0});
        const Course other = follow(script, bugOf(Find::Cause, false));
        QCOMPARE(other.end.culprit, std::optional(script.id(guilty + 1)));
        QVERIFY(script.state().revertOf(script.id(guilty + 1)) != nullptr);
        QVERIFY(other.tested.contains(revert + 1));
        undo();
        plan = planFor(script.state());
        QCOMPARE(plan.action, Plan::Action::Finished);
        QCOMPARE(plan.culprit, std::optional(script.id(guilty)));
        QVERIFY2(plan.reason.contains(u"cures the bug there"_s), qPrintable(plan.reason));
    }

    void itIsNamedByWhatItIs()
    {
        ScriptedSession script = scriptOf(Strategy::Halving, Find::Cause);
        script.add(RevertMade{script.id(guilty), script.id(tip), script.id(revert), {}});
        QCOMPARE(script.state().nameOf(script.id(revert)),
                 u"%1 with %2 reverted"_s.arg(script.state().nameOf(script.id(tip)),
                                              QString::fromStdString(script.id(guilty).shortHex())));
        // Made anew with another commit, the latest counts.
        script.add(RevertMade{script.id(guilty), script.id(tip), {}, u"it is a merge"_s});
        QVERIFY(script.state().revertThatMade(script.id(revert)) == nullptr);
        QVERIFY(script.state().revertThatMade({}) == nullptr);
        QCOMPARE(script.state().revertOf(script.id(guilty))->obstacle, u"it is a merge"_s);
        QVERIFY(script.state().revertOf(script.id(guilty + 1)) == nullptr);
    }
};

QTEST_GUILESS_MAIN(RevertPlanTest)
#include "tst_revertplan.moc"
