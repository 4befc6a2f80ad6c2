// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/state.h"
#include "engine/session/doubt.h"
#include "tests/engine/session/randompayloads.h"
#include "tests/engine/session/script.h"

#include <QRandomGenerator>
#include <QTest>

using namespace culprit;
using namespace culprit::session;

class StateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldIsStepByStepTheSame();
    void hostileEventsArePassedOver();
    void numbersRunsAndKeepsOrder();
    void deathOfEngineCancelsWhatRan();
    void judgementsCanBeUndoneInAnyOrder();
    void undoStackIsAStack();
    void newJudgementClearsRedo();
    void undoMatchesASimpleModel();
    void namesCommits();
    void releasesAreTriedUntilOneIsGood_data();
    void releasesAreTriedUntilOneIsGood();
    void anEarlierStateHasItsOwnRange();
    void aGoodEndCountsWhileItIsGood_data();
    void aGoodEndCountsWhileItIsGood();
    void weightsGoWithTheirRange();
    void foldWithGoodEndsIsStepByStepTheSame();
};

namespace
{

const QString bug = QStringLiteral("KASAN: use-after-free Read in f");

void strategies()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::newRow("halving") << Strategy::Halving;
    QTest::newRow("bayes") << Strategy::Bayes;
}

/// The bad end has the bug and so has release 80, release 40 has not.
Script walked(Strategy strategy)
{
    Script script({80, 40, 0}, strategy);
    script.build(Script::bad);
    script.runs(20, Script::bad, Outcome::Crashed, bug);
    script.build(80);
    script.runs(10, 80, Outcome::Crashed, bug);
    script.build(40);
    script.runs(10, 40, Outcome::Ok);
    return script;
}

} // namespace

void StateTest::foldIsStepByStepTheSame()
{
    Script script;
    QRandomGenerator random(8);
    const QStringList titles{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")};
    for (int i = 0; i < 300; ++i) {
        const int commit = random.bounded(101);
        switch (random.bounded(9)) {
        case 8:
            script.add(CommitsWeighed{{{random.bounded(5000), QStringLiteral("r"), QString::number(commit)}}});
            break;
        case 0:
            script.build(commit, static_cast<BuildOutcome>(1 + random.bounded(4)));
            break;
        case 1:
            script.add(VerdictJudged{Script::commit(commit), static_cast<Verdict>(random.bounded(4)), {}, {}});
            break;
        case 2:
            script.add(Undone{EventSeq{random.bounded(1 + static_cast<int>(script.events().size()))}, {}});
            break;
        case 3:
            script.add(TitleJudged{titles[random.bounded(3)], Relevance::Unrelated, {}, {}});
            break;
        case 4:
            script.startRun(commit);
            break;
        case 5:
            script.add(EngineStarted{});
            break;
        default:
            script.run(commit, static_cast<Outcome>(1 + random.bounded(6)), titles[random.bounded(3)]);
        }
    }
    SessionState stepwise = fold({}, {script.range()});
    std::size_t done = 0;
    for (const Event &event : script.events()) {
        stepwise = extend(std::move(stepwise), event);
        ++done;
        if (done % 10 == 0) {
            QVERIFY(stepwise == fold(std::span(script.events()).first(done), {script.range()}));
        }
    }
    QVERIFY(stepwise == script.state());
    QCOMPARE(stepwise.last, script.events().back().seq);
    QCOMPARE(stepwise.range.get(), script.range().get());
}

void StateTest::hostileEventsArePassedOver()
{
    RandomPayloads random(99);
    for (int round = 0; round < 20; ++round) {
        std::vector<Event> events;
        for (std::size_t i = 0; i < 100; ++i) {
            events.push_back(
                {EventSeq{static_cast<qint64>(i) + 1}, 5, random.next((i * 7) % std::variant_size_v<Payload>)});
        }
        QCOMPARE(fold(events, {}).last.value, 100);
    }
    Script script;
    script.add(RunEnded{});
    script.add(BuildEnded{});
    script.add(Undone{EventSeq{1}, {}});
    script.add(OutcomeJudged{RunId{5}, Outcome::Ok, {}, {}});
    script.add(SessionCreated{});
    const SessionState state = script.state();
    QVERIFY(state.runs.empty() && state.builds.empty() && state.judgements.empty());
    QCOMPARE(state.created.bad, Script::commit(Script::bad));
}

void StateTest::numbersRunsAndKeepsOrder()
{
    Script script;
    script.build(100);
    script.build(0);
    script.run(100, Outcome::Ok);
    script.run(0, Outcome::Ok);
    const RunId third = script.run(100, Outcome::Ok);
    script.add(VerdictJudged{Script::commit(7), Verdict::Good, QStringLiteral("seen"), {}});
    const SessionState state = script.state();
    QCOMPARE(state.runs.at(third).number, 2);
    QVERIFY(state.order == std::vector({Script::commit(100), Script::commit(0), Script::commit(7)}));
    QCOMPARE(state.revision(Script::commit(7))->verdict(), Verdict::Good);
    QCOMPARE(state.revision(Script::commit(7))->note, QStringLiteral("seen"));
    QVERIFY(state.builtBy(Script::commit(100)) != nullptr);
    QVERIFY(state.builtBy(Script::commit(7)) == nullptr);
    QVERIFY(state.revision(Script::commit(8)) == nullptr);
}

void StateTest::deathOfEngineCancelsWhatRan()
{
    Script script;
    script.add(EngineStarted{});
    script.add(BuildStarted{BuildId{1}, Script::commit(50), LogId{}, {}});
    const RunId run = script.startRun(100);
    QCOMPARE(script.state().revision(Script::commit(100))->tally.running, 1);
    QVERIFY(script.state().engineActive);
    script.add(EngineStarted{});
    RunEnded late;
    late.run = run;
    script.add(late);
    const SessionState state = script.state();
    QCOMPARE(state.runs.at(run).outcome(), Outcome::Cancelled);
    QCOMPARE(state.runs.at(run).ended->reason, QStringLiteral("the program ended before the run did"));
    QCOMPARE(state.builds.at(BuildId{1}).outcome(), BuildOutcome::Cancelled);
    QCOMPARE(state.revision(Script::commit(100))->tally, Tally{});
    script.add(EngineStopped{QStringLiteral("paused"), false});
    QVERIFY(!script.state().engineActive);
    QVERIFY(script.state().stopped.has_value());
}

void StateTest::judgementsCanBeUndoneInAnyOrder()
{
    Script script;
    const auto verdict = [&script](int commit) { return script.state().revision(Script::commit(commit))->judged; };
    const EventSeq first = script.add(VerdictJudged{Script::commit(5), Verdict::Good, {}, {}});
    const EventSeq second = script.add(VerdictJudged{Script::commit(5), Verdict::Bad, {}, {}});
    const EventSeq undoFirst = script.add(Undone{first, {}});
    QVERIFY(verdict(5) == Verdict::Bad);
    const EventSeq undoSecond = script.add(Undone{second, {}});
    QVERIFY(!verdict(5));
    script.add(Undone{second, {}}); // already taken back: nothing happens
    script.add(Undone{undoFirst, {}});
    QVERIFY(verdict(5) == Verdict::Good);
    const EventSeq redoSecond = script.add(Undone{undoSecond, {}});
    QVERIFY(verdict(5) == Verdict::Bad);
    script.add(Undone{redoSecond, {}});
    QVERIFY(verdict(5) == Verdict::Good);
    script.add(VerdictJudged{Script::commit(5), std::nullopt, {}, {}});
    QVERIFY(!verdict(5));
}

void StateTest::undoStackIsAStack()
{
    Script script;
    const auto undo = [&script] { script.add(Undone{script.state().undoable.value(), {}}); };
    const auto redo = [&script] { script.add(Undone{script.state().redoable.value(), {}}); };
    const auto judged = [&script] {
        QString text;
        for (int commit : {1, 2, 3}) {
            text += script.state().revision(Script::commit(commit))->judged ? u'x' : u'.';
        }
        return text;
    };
    QVERIFY(!script.state().undoable && !script.state().redoable);
    for (int commit : {1, 2, 3}) {
        script.add(VerdictJudged{Script::commit(commit), Verdict::Good, {}, {}});
    }
    QVERIFY(!script.state().redoable);
    undo();
    QCOMPARE(judged(), QStringLiteral("xx."));
    undo();
    QCOMPARE(judged(), QStringLiteral("x.."));
    redo();
    QCOMPARE(judged(), QStringLiteral("xx."));
    undo();
    undo();
    QCOMPARE(judged(), QStringLiteral("..."));
    QVERIFY(!script.state().undoable);
    redo();
    redo();
    redo();
    QCOMPARE(judged(), QStringLiteral("xxx"));
    QVERIFY(!script.state().redoable);
}

void StateTest::newJudgementClearsRedo()
{
    Script script;
    const EventSeq first = script.add(VerdictJudged{Script::commit(1), Verdict::Good, {}, {}});
    script.add(Undone{first, {}});
    QVERIFY(script.state().redoable.has_value());
    const EventSeq second = script.add(VerdictJudged{Script::commit(2), Verdict::Good, {}, {}});
    QVERIFY(!script.state().redoable);
    QVERIFY(script.state().undoable == second);
}

void StateTest::undoMatchesASimpleModel()
{
    QRandomGenerator random(4);
    Script script;
    std::vector<int> done;   // what is judged, oldest first
    std::vector<int> undone; // what redo would bring back, latest last
    for (int i = 0; i < 200; ++i) {
        const SessionState state = script.state();
        QCOMPARE(state.undoable.has_value(), !done.empty());
        QCOMPARE(state.redoable.has_value(), !undone.empty());
        const int choice = random.bounded(5);
        if (choice < 2 && state.undoable) {
            script.add(Undone{*state.undoable, {}});
            undone.push_back(done.back());
            done.pop_back();
        } else if (choice < 4 && state.redoable) {
            script.add(Undone{*state.redoable, {}});
            done.push_back(undone.back());
            undone.pop_back();
        } else {
            const int commit = random.bounded(1, 100);
            if (std::ranges::find(done, commit) != done.end()) {
                continue;
            }
            script.add(VerdictJudged{Script::commit(commit), Verdict::Skip, {}, {}});
            done.push_back(commit);
            undone.clear();
        }
        const SessionState after = script.state();
        const auto judged =
            std::ranges::count_if(after.revisions, [](const auto &item) { return item.second.judged.has_value(); });
        QCOMPARE(static_cast<std::size_t>(judged), done.size());
        for (const int commit : done) {
            QVERIFY(after.revision(Script::commit(commit))->judged == Verdict::Skip);
        }
    }
}

void StateTest::namesCommits()
{
    const SessionState state = Script().state();
    QCOMPARE(state.nameOf(Script::commit(0)), QStringLiteral("v1"));
    const QString hash = QString::fromStdString(Script::commit(7).shortHex());
    QCOMPARE(state.nameOf(Script::commit(7)), hash + QStringLiteral(" (\"change 7\")"));
    QCOMPARE(state.nameOf(ObjectId()), QStringLiteral("000000000000"));
}

void StateTest::releasesAreTriedUntilOneIsGood_data()
{
    strategies();
}

void StateTest::releasesAreTriedUntilOneIsGood()
{
    QFETCH(const Strategy, strategy);
    Script script = walked(strategy);
    const SessionState before = script.state();
    QVERIFY(before.seeksGoodEnd());
    QCOMPARE(before.range->commits.size(), std::size_t(1));
    QCOMPARE(before.revision(Script::commit(Script::bad))->verdict(), Verdict::Bad);
    QCOMPARE(before.revision(Script::commit(80))->verdict(), Verdict::Bad);
    QCOMPARE(before.revision(Script::commit(40))->verdict(), Verdict::Good);
    QCOMPARE(before.nameOf(Script::commit(80)), QStringLiteral("v80"));
    script.foundGoodEnd(40);
    const SessionState after = script.state();
    QVERIFY(!after.seeksGoodEnd());
    QCOMPARE(after.created.goods, QList{Script::commit(40)});
    QCOMPARE(after.range->commits.size(), std::size_t(60));
    QCOMPARE(after.revision(Script::commit(80))->verdict(), Verdict::Bad);
}

void StateTest::anEarlierStateHasItsOwnRange()
{
    Script script = walked(Strategy::Bayes);
    const std::size_t walk = script.events().size();
    script.foundGoodEnd(40);
    const std::size_t found = script.events().size();
    script.add(VerdictJudged{Script::commit(40), Verdict::Bad, {}, {}});
    script.add(VerdictJudged{Script::commit(0), Verdict::Good, {}, {}});
    script.foundGoodEnd(0);
    const auto at = [&script](std::size_t events) {
        return fold(std::span(script.events()).first(events), script.ranges());
    };
    QVERIFY(at(walk).seeksGoodEnd());
    QCOMPARE(at(walk).range->commits.size(), std::size_t(1));
    QCOMPARE(at(found).range->commits.size(), std::size_t(60));
    QCOMPARE(script.state().range->commits.size(), std::size_t(100));
    QCOMPARE(script.state().created.goods, QList{Script::commit(0)});
}

void StateTest::aGoodEndCountsWhileItIsGood_data()
{
    strategies();
}

void StateTest::aGoodEndCountsWhileItIsGood()
{
    QFETCH(const Strategy, strategy);
    Script script = walked(strategy);
    script.foundGoodEnd(40);
    const EventSeq judgement = script.add(VerdictJudged{Script::commit(40), Verdict::Bad, {}, {}});
    QVERIFY(script.state().seeksGoodEnd());
    QCOMPARE(script.state().range->commits.size(), std::size_t(1));
    script.add(Undone{judgement, {}});
    QVERIFY(!script.state().seeksGoodEnd());
    QCOMPARE(script.state().range->commits.size(), std::size_t(60));

    // Another one is found meanwhile: the latest counts.
    const EventSeq again = script.add(VerdictJudged{Script::commit(40), Verdict::Bad, {}, {}});
    script.add(VerdictJudged{Script::commit(0), Verdict::Good, {}, {}});
    script.foundGoodEnd(0);
    script.add(Undone{again, {}});
    QCOMPARE(script.state().created.goods, QList{Script::commit(0)});
    QCOMPARE(script.state().revision(Script::commit(40))->verdict(), Verdict::Good);
}

void StateTest::weightsGoWithTheirRange()
{
    Script script = walked(Strategy::Bayes);
    script.foundGoodEnd(40);
    script.add(CommitsWeighed{{{5000, QStringLiteral("r"), QStringLiteral("7")}}});
    QVERIFY(script.state().weighed);
    QCOMPARE(script.state().search->reasons.size(), 1);
    script.add(VerdictJudged{Script::commit(40), Verdict::Skip, {}, {}});
    QVERIFY(script.state().search->reasons.isEmpty());
    script.add(VerdictJudged{Script::commit(0), Verdict::Good, {}, {}});
    script.foundGoodEnd(0);
    QVERIFY(!script.state().weighed);
    QVERIFY(script.state().search->reasons.isEmpty());
}

void StateTest::foldWithGoodEndsIsStepByStepTheSame()
{
    QRandomGenerator random(12);
    for (const Strategy strategy : {Strategy::Halving, Strategy::Bayes}) {
        Script script = walked(strategy);
        const QList<int> releases{80, 40, 0};
        for (int i = 0; i < 60; ++i) {
            const int release = releases[random.bounded(3)];
            switch (random.bounded(4)) {
            case 0:
                script.foundGoodEnd(release);
                break;
            case 1:
                script.add(VerdictJudged{Script::commit(release), static_cast<Verdict>(random.bounded(4)), {}, {}});
                break;
            case 2:
                script.add(Undone{EventSeq{random.bounded(1 + static_cast<int>(script.events().size()))}, {}});
                break;
            default:
                script.run(release, random.bounded(2) == 0 ? Outcome::Ok : Outcome::Crashed, bug);
            }
        }
        SessionState stepwise = fold({}, script.ranges());
        std::size_t done = 0;
        for (const Event &event : script.events()) {
            stepwise = extend(std::move(stepwise), event);
            QVERIFY(stepwise == fold(std::span(script.events()).first(++done), script.ranges()));
        }
    }
}

QTEST_GUILESS_MAIN(StateTest)
#include "statetest.moc"
