// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/verdictpolicy.h"
#include "tests/engine/session/script.h"

#include <QTest>

using namespace culprit;
using namespace culprit::session;

namespace
{

const QString bug = QStringLiteral("KASAN: use-after-free Read in f");
const QString face = QStringLiteral("general protection fault in g");
const QString noise = QStringLiteral("WARNING: ODEBUG bug in h");

} // namespace

class PolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data();
    void knownAnswers();
    void badIsSaidEarly();
    void earlyVerdictIsTheFinalOne();
    void oneRunDecidesAlone();
    void moreRunsThanWantedCount();
    void runsWantedAtEndsAndWhenFlaky();
    void retestAddsRuns();
    void failedBuildIsSkipped();
    void dominantTitleOfBadEndIsTarget();
    void setupTitleIsTheOnlyTarget();
    void titleOfGoodEndIsUnrelated();
    void strayOfBadEndIsUnrelated();
    void bugOnGoodEndStaysTarget();
    void strayOnGoodRevisionIsUnrelated();
    void sharedNameIsTarget();
    void otherFaceIsTarget();
    void userOverrulesTitle();
    void bootFailureIsNoHit();
    void judgedOutcomeCounts();

private:
    static RevisionState at(const SessionState &state, int commit) { return *state.revision(Script::commit(commit)); }
};

// The cases of syzkaller's own tests: total, flaky, good, bad, infra, skip.
void PolicyTest::knownAnswers_data()
{
    QTest::addColumn<QList<int>>("n");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, const QList<int> &numbers, Verdict verdict) {
        QTest::newRow(name) << numbers << static_cast<int>(verdict);
    };
    row("mostly infra", {10, 0, 0, 1, 8, 1}, Verdict::Undecided);
    row("half good", {10, 0, 5, 0, 3, 2}, Verdict::Good);
    row("two hits", {10, 0, 4, 2, 2, 2}, Verdict::Bad);
    row("too few conclusive", {10, 0, 2, 2, 3, 3}, Verdict::Skip);
    row("flaky, ten good", {20, 1, 10, 0, 3, 7}, Verdict::Skip);
    row("flaky, fifteen good", {20, 1, 15, 0, 3, 2}, Verdict::Good);
    row("flaky, one hit", {20, 1, 6, 1, 0, 13}, Verdict::Skip);
    row("flaky, three hits", {20, 1, 7, 3, 0, 10}, Verdict::Bad);
    row("one hit of ten", {10, 0, 9, 1, 0, 0}, Verdict::Skip);
}

void PolicyTest::knownAnswers()
{
    QFETCH(QList<int>, n);
    QFETCH(int, verdict);
    Tally tally;
    tally.ok = n[2];
    tally.target = n[3];
    tally.infra = n[4];
    tally.boot = n[5];
    const PolicyVerdict judged = judgeTally(tally, n[0], n[1] == 1);
    QCOMPARE(static_cast<int>(judged.verdict), verdict);
    QCOMPARE(judged.infrastructure, verdict == static_cast<int>(Verdict::Undecided));
    QCOMPARE(judged.runsMissing, 0);
    QVERIFY(judged.reason.contains(QStringLiteral("%1 hit the bug").arg(tally.target)));
}

void PolicyTest::badIsSaidEarly()
{
    Tally tally;
    tally.target = 3;
    tally.ok = 1;
    QCOMPARE(judgeTally(tally, 10, false).verdict, Verdict::Undecided);
    QCOMPARE(judgeTally(tally, 10, false).runsMissing, 6);
    tally.ok = 2;
    QCOMPARE(judgeTally(tally, 10, false).verdict, Verdict::Bad);
    QCOMPARE(judgeTally(tally, 10, false).runsMissing, 0);
    Tally good;
    good.ok = 9;
    QCOMPARE(judgeTally(good, 10, false).verdict, Verdict::Undecided);
    good.ok = 10;
    QCOMPARE(judgeTally(good, 10, false).verdict, Verdict::Good);
    Tally boot;
    boot.boot = 6;
    QCOMPARE(judgeTally(boot, 10, false).verdict, Verdict::Skip);
}

/// Whatever the missing runs end in, an early verdict stays.
void PolicyTest::earlyVerdictIsTheFinalOne()
{
    int early = 0;
    for (const int wanted : {1, 2, 3, 5, 10, 13}) {
        for (const bool flaky : {false, true}) {
            for (int code = 0; code < 8 * 8 * 8 * 8; ++code) {
                const Tally tally{.target = code % 8, .ok = code / 8 % 8, .boot = code / 64 % 8, .infra = code / 512};
                const int missing = wanted - tally.ended();
                const PolicyVerdict now = judgeTally(tally, wanted, flaky);
                if (missing <= 0 || now.runsMissing > 0) {
                    continue;
                }
                ++early;
                for (int target = 0; target <= missing; ++target) {
                    for (int ok = 0; target + ok <= missing; ++ok) {
                        for (int boot = 0; target + ok + boot <= missing; ++boot) {
                            Tally end = tally;
                            end.target += target;
                            end.ok += ok;
                            end.boot += boot;
                            end.infra += missing - target - ok - boot;
                            const PolicyVerdict last = judgeTally(end, wanted, flaky);
                            QCOMPARE(last.verdict, now.verdict);
                            QCOMPARE(last.infrastructure, now.infrastructure);
                        }
                    }
                }
            }
        }
    }
    QVERIFY(early > 100);
}

void PolicyTest::oneRunDecidesAlone()
{
    Setup setup;
    setup.test.runs = 1;
    Script script(setup);
    script.run(Script::bad, Outcome::Crashed, bug);
    script.run(0, Outcome::Ok);
    script.run(50, Outcome::Crashed, bug);
    script.run(25, Outcome::Ok);
    script.run(30, Outcome::BootFailed);
    const SessionState state = script.state();
    QCOMPARE(at(state, Script::bad).verdict(), Verdict::Bad);
    QCOMPARE(at(state, 0).verdict(), Verdict::Good);
    QCOMPARE(at(state, 50).verdict(), Verdict::Bad);
    QCOMPARE(at(state, 25).verdict(), Verdict::Good);
    QCOMPARE(at(state, 30).verdict(), Verdict::Skip);
    QCOMPARE(at(state, 50).runsWanted, 1);
}

void PolicyTest::moreRunsThanWantedCount()
{
    Tally tally;
    tally.target = 2;
    tally.ok = 22;
    QCOMPARE(judgeTally(tally, 10, false).verdict, Verdict::Skip); // 4 of 24 are wanted
    tally.target = 4;
    QCOMPARE(judgeTally(tally, 10, false).verdict, Verdict::Bad);
}

void PolicyTest::runsWantedAtEndsAndWhenFlaky()
{
    Script script;
    script.build(50);
    QCOMPARE(at(script.state(), Script::bad).runsWanted, 20);
    QCOMPARE(at(script.state(), 0).runsWanted, 20);
    QCOMPARE(at(script.state(), 50).runsWanted, 10);
    script.runs(7, Script::bad, Outcome::Crashed, bug);
    script.runs(3, Script::bad, Outcome::Ok);
    QVERIFY(!script.state().flaky);
    script.runs(2, 50, Outcome::Crashed, bug);
    script.runs(8, 50, Outcome::Ok);
    script.build(60);
    QVERIFY(script.state().flaky);                            // 9 hits of 20
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Bad); // judged as it was when it was tested
    QCOMPARE(at(script.state(), 60).runsWanted, 20);
    QCOMPARE(at(script.state(), 0).runsWanted, 20);
}

void PolicyTest::retestAddsRuns()
{
    Script script;
    script.runs(10, 50, Outcome::Ok);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Good);
    const EventSeq asked = script.add(RetestAsked{Script::commit(50), 5, {}, {}});
    QCOMPARE(at(script.state(), 50).runsWanted, 15);
    QCOMPARE(at(script.state(), 50).runsMissing, 5);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Undecided);
    script.add(Undone{asked, {}});
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Good);
}

void PolicyTest::failedBuildIsSkipped()
{
    Script script;
    script.build(50, BuildOutcome::Cancelled);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Undecided);
    script.build(50, BuildOutcome::Failed, QStringLiteral("a.c:1: error: no"));
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Skip);
    QCOMPARE(at(script.state(), 50).runsMissing, 0);
    QVERIFY(at(script.state(), 50).reason.contains(QStringLiteral("a.c:1: error: no")));
    script.build(50, BuildOutcome::InfraFailed);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Undecided);
    script.build(50);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Undecided);
    QCOMPARE(at(script.state(), 50).runsMissing, 10);
}

void PolicyTest::dominantTitleOfBadEndIsTarget()
{
    Script script;
    script.runs(6, Script::bad, Outcome::Crashed, bug);
    script.runs(3, Script::bad, Outcome::Crashed, face);
    script.runs(1, Script::bad, Outcome::Crashed, noise);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(bug).relevance(), Relevance::Target);
    QCOMPARE(state.titles.at(face).relevance(), Relevance::Target);
    QCOMPARE(state.titles.at(noise).relevance(), Relevance::Undecided);
    QVERIFY(state.titles.at(bug).reason.contains(QStringLiteral("6 of 10 crashes")));
    QCOMPARE(state.titles.at(noise).reason, QStringLiteral("Seen in 1 run on 1 revision: too little to tell."));
    QCOMPARE(at(state, Script::bad).tally.target, 9);
    QCOMPARE(at(state, Script::bad).tally.other, 1);
    QCOMPARE(at(state, Script::bad).verdict(), Verdict::Undecided); // 9 conclusive runs, 10 are needed
}

void PolicyTest::setupTitleIsTheOnlyTarget()
{
    Setup setup;
    setup.test.title = face;
    Script script(setup);
    script.runs(8, Script::bad, Outcome::Crashed, bug);
    script.runs(2, Script::bad, Outcome::Crashed, face);
    script.run(Script::bad, Outcome::Crashed, QStringLiteral("other name"), {face});
    script.runs(3, 0, Outcome::Crashed, face);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(bug).relevance(), Relevance::Undecided);
    QCOMPARE(state.titles.at(face).relevance(), Relevance::Target);
    QCOMPARE(state.titles.at(QStringLiteral("other name")).relevance(), Relevance::Target);
    QCOMPARE(at(state, 0).tally.target, 3);
}

void PolicyTest::titleOfGoodEndIsUnrelated()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(17, 0, Outcome::Ok);
    script.runs(3, 0, Outcome::Crashed, noise);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(noise).relevance(), Relevance::Unrelated);
    QVERIFY(state.titles.at(noise).reason.contains(QStringLiteral("good end v1")));
    QCOMPARE(at(state, 0).verdict(), Verdict::Good);
}

void PolicyTest::strayOfBadEndIsUnrelated()
{
    Script script;
    script.runs(5, Script::bad, Outcome::Crashed, bug);
    script.runs(2, Script::bad, Outcome::Crashed, noise);
    script.runs(5, Script::bad, Outcome::Ok);
    QCOMPARE(script.state().titles.at(noise).relevance(), Relevance::Target);
    script.runs(19, 0, Outcome::Ok);
    script.run(0, Outcome::Crashed, noise);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(noise).relevance(), Relevance::Unrelated);
    QCOMPARE(state.titles.at(bug).relevance(), Relevance::Target);
    QCOMPARE(at(state, 0).verdict(), Verdict::Good);
    QCOMPARE(at(state, Script::bad).verdict(), Verdict::Bad);
}

void PolicyTest::bugOnGoodEndStaysTarget()
{
    Script script;
    script.runs(7, Script::bad, Outcome::Crashed, bug);
    script.runs(3, Script::bad, Outcome::Crashed, face);
    script.runs(5, 0, Outcome::Crashed, bug);
    script.runs(5, 0, Outcome::Crashed, face);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(bug).relevance(), Relevance::Target);
    QCOMPARE(state.titles.at(face).relevance(), Relevance::Target);
    QCOMPARE(at(state, 0).verdict(), Verdict::Bad);
}

/// The wrong turn of the sample log: one unrelated warning in ten runs.
void PolicyTest::strayOnGoodRevisionIsUnrelated()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(9, 50, Outcome::Ok);
    script.run(50, Outcome::Crashed, noise);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(noise).relevance(), Relevance::Unrelated);
    QVERIFY(state.titles.at(noise).reason.contains(QStringLiteral("9 of 10")));
    QCOMPARE(at(state, 50).verdict(), Verdict::Good);
}

void PolicyTest::sharedNameIsTarget()
{
    Script script;
    script.runs(9, Script::bad, Outcome::Crashed, bug);
    script.run(50, Outcome::Crashed, face, {QStringLiteral("bad-access in f"), bug});
    script.run(60, Outcome::Crashed, noise, {QStringLiteral("bad-access in f")});
    script.runs(9, 60, Outcome::Ok);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(face).relevance(), Relevance::Target);
    QCOMPARE(state.titles.at(noise).relevance(), Relevance::Target); // by way of the other
    QVERIFY(state.titles.at(face).reason.contains(bug));
}

void PolicyTest::otherFaceIsTarget()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(3, 50, Outcome::Crashed, bug);
    script.runs(2, 50, Outcome::Crashed, face);
    QCOMPARE(script.state().titles.at(face).relevance(), Relevance::Undecided);
    script.runs(3, 25, Outcome::Crashed, bug);
    script.runs(1, 25, Outcome::Crashed, face);
    QCOMPARE(script.state().titles.at(face).relevance(), Relevance::Target);
    QVERIFY(script.state().titles.at(face).reason.contains(QStringLiteral("2 revisions")));
}

void PolicyTest::userOverrulesTitle()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(8, 50, Outcome::Ok);
    script.runs(2, 50, Outcome::Crashed, noise);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Good);
    const EventSeq judged = script.add(TitleJudged{noise, Relevance::Target, {}, {}});
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Bad);
    QCOMPARE(script.state().titles.at(noise).automatic, Relevance::Unrelated);
    script.add(Undone{judged, {}});
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Good);
    script.add(TitleJudged{bug, Relevance::Unrelated, {}, {}});
    QCOMPARE(at(script.state(), Script::bad).tally.target, 0);
    script.add(TitleJudged{QStringLiteral("never seen"), Relevance::Target, {}, {}});
    QCOMPARE(script.state().titles.at(QStringLiteral("never seen")).relevance(), Relevance::Target);
    QCOMPARE(script.state().titles.at(QStringLiteral("never seen")).runs, 0);
}

void PolicyTest::bootFailureIsNoHit()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(10, 50, Outcome::BootFailed, bug);
    const SessionState state = script.state();
    QCOMPARE(at(state, 50).tally.boot, 10);
    QCOMPARE(at(state, 50).verdict(), Verdict::Skip);
    QCOMPARE(state.titles.at(bug).runs, 10);
}

void PolicyTest::judgedOutcomeCounts()
{
    Script script;
    script.runs(10, Script::bad, Outcome::Crashed, bug);
    script.runs(8, 50, Outcome::Ok);
    const RunId hit = script.run(50, Outcome::Crashed, bug);
    const RunId lost = script.run(50, Outcome::BootFailed);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Skip);
    const EventSeq judged = script.add(OutcomeJudged{hit, Outcome::Ok, {}, {}});
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Good);
    script.add(Undone{judged, {}});
    script.add(OutcomeJudged{lost, Outcome::Crashed, {}, {}}); // without a title: the bug is meant
    QCOMPARE(at(script.state(), 50).tally.target, 2);
    QCOMPARE(at(script.state(), 50).verdict(), Verdict::Bad);
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "policytest.moc"
