// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/relevance.h"
#include "tests/engine/session/script.h"

#include <QTest>

using namespace culprit;
using namespace culprit::session;

namespace
{

const QString freeing = QStringLiteral("INFO: task hung in css_free_rwork_fn");
const QString executing = QStringLiteral("INFO: task hung in call_usermodehelper_exec");
const QString ringExit = QStringLiteral("WARNING in io_ring_exit_work");
const QString nodeSwitch = QStringLiteral("WARNING in io_rsrc_node_switch");
const QString stray = QStringLiteral("WARNING: ODEBUG bug in netdev_run_todo");

/// The runs of a bisection of 2021 by syzbot, of a bug in io_uring that shows as hung tasks: until the one stray crash
/// that its rules took for the bug.
void playSample(Script &script)
{
    const auto test = [&script](int commit, int ok, const std::vector<std::pair<QString, int>> &crashes) {
        script.runs(ok, commit, Outcome::Ok);
        for (const auto &[title, count] : crashes) {
            script.runs(count, commit, Outcome::Crashed, title);
        }
    };
    test(Script::bad, 6, {{freeing, 8}, {executing, 4}, {ringExit, 2}});
    test(99, 3, {{executing, 3}, {freeing, 3}, {ringExit, 1}});
    test(0, 10, {});
    test(80, 2, {{nodeSwitch, 1}, {executing, 3}, {freeing, 4}});
    test(5, 10, {});
    test(10, 10, {});
    test(75, 3, {{nodeSwitch, 1}, {executing, 6}});
    test(15, 10, {});
    test(70, 4, {{freeing, 4}, {executing, 2}});
    test(65, 5, {{executing, 4}, {freeing, 1}});
    test(60, 1, {{executing, 4}, {freeing, 5}});
    test(20, 10, {});
    test(25, 10, {});
    test(50, 9, {{stray, 1}});
}

} // namespace

/// Which crash titles are the session's bug where a session searches by probability.
class RelevanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strayWhereTheBugWouldShowIsUnrelated();
    void companionsOfTheBugAreTargets();
    void companionSeenWithoutTheBugIsNone();
    void fewCrashesMakeNoCompanion();
    void sameFunctionIsTheSameBug();
    void troubleOfTheTestIsUnrelated();
    void titleOfTheSetupStandsAlone();
};

void RelevanceTest::strayWhereTheBugWouldShowIsUnrelated()
{
    Script script(Setup{}, Strategy::Bayes);
    playSample(script);
    const SessionState state = script.state();
    const TitleState &title = state.titles.at(stray);
    QCOMPARE(title.relevance(), Relevance::Unrelated);
    QVERIFY2(title.reason.contains(QStringLiteral("9 of 10 runs ended well")), qPrintable(title.reason));
    QVERIFY2(title.reason.contains(QStringLiteral("in 0.00")), qPrintable(title.reason)); // percent
    const RevisionState &revision = state.revisions.at(Script::commit(50));
    QCOMPARE(revision.verdict(), Verdict::Good);
    QVERIFY(*revision.presence < 0.01);
}

void RelevanceTest::companionsOfTheBugAreTargets()
{
    Script script(Setup{}, Strategy::Bayes);
    playSample(script);
    for (const int commit : {53, 55, 56}) {
        script.runs(10, commit, Outcome::Ok);
    }
    const SessionState state = script.state();
    for (const QString &title : {freeing, executing, ringExit, nodeSwitch}) {
        QCOMPARE(state.titles.at(title).relevance(), Relevance::Target);
    }
    for (const QString &title : {ringExit, nodeSwitch}) {
        QVERIFY(state.titles.at(title).reason.contains(
            QStringLiteral("io_... came 5 times on 4 revisions, only where the bug shows")));
    }
}

void RelevanceTest::companionSeenWithoutTheBugIsNone()
{
    Script script(Setup{}, Strategy::Bayes);
    playSample(script);
    script.runs(20, 55, Outcome::Ok);
    script.run(55, Outcome::Crashed, ringExit);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(ringExit).relevance(), Relevance::Unrelated);
    QCOMPARE(state.titles.at(nodeSwitch).relevance(), Relevance::Undecided);
}

void RelevanceTest::fewCrashesMakeNoCompanion()
{
    Script script(Setup{}, Strategy::Bayes);
    script.runs(10, Script::bad, Outcome::Crashed, freeing);
    script.run(Script::bad, Outcome::Crashed, ringExit);
    script.runs(4, 50, Outcome::Crashed, freeing);
    script.runs(10, 0, Outcome::Ok);
    QCOMPARE(script.state().titles.at(ringExit).relevance(), Relevance::Undecided);
}

void RelevanceTest::sameFunctionIsTheSameBug()
{
    const QString read = QStringLiteral("KASAN: use-after-free Read in frob_put");
    const QString fault = QStringLiteral("general protection fault in frob_put");
    QCOMPARE(functionIn(fault), QStringLiteral("frob_put"));
    QCOMPARE(functionIn(QStringLiteral("WARNING: kernel stack regs has bad value")), QString());
    Script script(Setup{}, Strategy::Bayes);
    script.runs(10, Script::bad, Outcome::Crashed, read);
    script.run(50, Outcome::Crashed, fault);
    const SessionState state = script.state();
    QCOMPARE(state.titles.at(fault).relevance(), Relevance::Target);
    QVERIFY(state.titles.at(fault).reason.contains(read));
}

/// Even where they come often beside the bug.
void RelevanceTest::troubleOfTheTestIsUnrelated()
{
    const QString lost = QStringLiteral("lost connection to test machine");
    const auto runWith = [&lost](Script &script, int commit) {
        const RunId id = script.startRun(commit);
        RunEnded ended;
        ended.run = id;
        ended.outcome = Outcome::Crashed;
        ended.title = lost;
        ended.type = QStringLiteral("LOST_CONNECTION");
        script.add(ended);
    };
    Script script(Setup{}, Strategy::Bayes);
    script.runs(10, Script::bad, Outcome::Crashed, freeing);
    for (const int commit : {50, 60}) {
        script.runs(3, commit, Outcome::Crashed, freeing);
        runWith(script, commit);
    }
    QCOMPARE(script.state().titles.at(lost).relevance(), Relevance::Unrelated);
    runWith(script, Script::bad); // then the bug may well break connections
    QVERIFY(script.state().titles.at(lost).relevance() != Relevance::Unrelated);
}

void RelevanceTest::titleOfTheSetupStandsAlone()
{
    Setup setup;
    setup.test.title = freeing;
    Script script(setup, Strategy::Bayes);
    playSample(script);
    QCOMPARE(script.state().titles.at(ringExit).relevance(), Relevance::Undecided);
}

QTEST_GUILESS_MAIN(RelevanceTest)
#include "relevancetest.moc"
