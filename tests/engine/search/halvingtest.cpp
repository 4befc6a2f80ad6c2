// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/halving.h"
#include "engine/search/skipdodge.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>

using namespace culprit::search;
using State = Choice::State;

class HalvingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCandidateIsTheCulprit();
    void theLastNodeIsBadUntilAnotherIs();
    void namesTheVerdictsThatExcludeEachOther();
    void reportsAGoodBadEnd();
    void parallelBadsGiveTheSmallerRange();
    void onlySkippedListsTheBadEndLast();
    void aLongRangeEndsInItsLogarithm_data();
    void aLongRangeEndsInItsLogarithm();
    void twoMillionCommitsEndInAPlan_data();
    void twoMillionCommitsEndInAPlan();
    void dodgesWithinTheList();
};

namespace
{

Graph graphOf(const std::vector<std::vector<Node>> &parents)
{
    std::vector<std::int64_t> dates(parents.size());
    std::iota(dates.begin(), dates.end(), 1);
    std::vector<std::uint32_t> ranks(parents.size());
    std::iota(ranks.begin(), ranks.end(), 0U);
    return Graph::make(parents, dates, ranks).value();
}

/// One letter per node: g, b, s or a dot.
Evidence evidenceOf(std::string_view letters)
{
    Evidence evidence;
    for (const char letter : letters) {
        evidence.marks.push_back(letter == 'g'   ? Mark::Good
                                 : letter == 'b' ? Mark::Bad
                                 : letter == 's' ? Mark::Skip
                                                 : Mark::None);
    }
    return evidence;
}

const std::vector<std::vector<Node>> chainOfFive{{}, {0}, {1}, {2}, {3}};

} // namespace

void HalvingTest::oneCandidateIsTheCulprit()
{
    const Choice choice = bisect(graphOf(chainOfFive), evidenceOf(".gb.b"));
    QCOMPARE(choice.state, State::Found);
    QCOMPARE(choice.candidates, std::vector<Node>{2});
    QVERIFY(!choice.next);
    QCOMPARE(bisect(graphOf({{}}), {}).candidates, std::vector<Node>{0});
}

void HalvingTest::theLastNodeIsBadUntilAnotherIs()
{
    const Graph graph = graphOf(chainOfFive);
    QCOMPARE(bisect(graph, {}), bisect(graph, evidenceOf("....b")));
    QCOMPARE(bisect(graph, {}).candidates, (std::vector<Node>{0, 1, 2, 3, 4}));
    QCOMPARE(bisect(graph, evidenceOf(".s.b.")).candidates, (std::vector<Node>{0, 1, 2, 3}));
}

void HalvingTest::namesTheVerdictsThatExcludeEachOther()
{
    const Choice choice = bisect(graphOf(chainOfFive), evidenceOf("bb.gb"));
    QCOMPARE(choice.state, State::Contradiction);
    QCOMPARE(choice.contradictions, (std::vector<Contradiction>{{.good = 3, .bad = 0}, {.good = 3, .bad = 1}}));
    QVERIFY(!choice.next);
    QVERIFY(!choice.reason.empty());
}

void HalvingTest::reportsAGoodBadEnd()
{
    const Choice choice = bisect(graphOf(chainOfFive), evidenceOf("....g"));
    QCOMPARE(choice.state, State::Contradiction);
    QCOMPARE(choice.contradictions, (std::vector<Contradiction>{{.good = 4, .bad = 4}}));
}

void HalvingTest::parallelBadsGiveTheSmallerRange()
{
    // 0 - 1 - 2 - 3 and 0 - 4, merged by 5.
    const Choice choice = bisect(graphOf({{}, {0}, {1}, {2}, {0}, {3, 4}}), evidenceOf("...bbb"));
    QCOMPARE(choice.candidates, (std::vector<Node>{0, 4}));
}

void HalvingTest::onlySkippedListsTheBadEndLast()
{
    const Choice choice = bisect(graphOf(chainOfFive), evidenceOf("gsssb"));
    QCOMPARE(choice.state, State::OnlySkipped);
    QCOMPARE(choice.candidates.size(), std::size_t{4});
    QCOMPARE(choice.candidates.back(), Node{4});
    QVERIFY(!choice.next);
}

void HalvingTest::aLongRangeEndsInItsLogarithm_data()
{
    QTest::addColumn<unsigned>("mergePercent");
    QTest::newRow("linear") << 0U;
    QTest::newRow("kernel") << 8U;
}

void HalvingTest::aLongRangeEndsInItsLogarithm()
{
    QFETCH(const unsigned, mergePercent);
    constexpr std::size_t size = 20'000;
    std::mt19937 random(3);
    std::vector<std::vector<Node>> parents(size);
    for (std::size_t node = 1; node < size; ++node) {
        parents[node].push_back(static_cast<Node>(node - 1));
        if (random() % 100 < mergePercent && node > 500) {
            parents[node].push_back(static_cast<Node>(node - 2 - random() % 400));
        }
    }
    const Graph graph = graphOf(parents);
    const Node culprit = 12'345;
    const NodeFlags broken = graph.descendants(std::vector<Node>{culprit});
    Evidence evidence{.marks = std::vector<Mark>(size, Mark::None)};
    Choice choice = bisect(graph, evidence);
    const int promised = choice.steps;
    int tests = 0;
    for (; choice.state == State::Test; ++tests) {
        QVERIFY(choice.remaining < choice.candidates.size());
        evidence.marks[*choice.next] = broken[*choice.next] ? Mark::Bad : Mark::Good;
        choice = bisect(graph, evidence);
    }
    QCOMPARE(choice.state, State::Found);
    QCOMPARE(choice.candidates, std::vector<Node>{culprit});
    QVERIFY2(tests <= promised + 4, qPrintable(QString::number(tests)));
}

void HalvingTest::twoMillionCommitsEndInAPlan_data()
{
    QTest::addColumn<bool>("tangled");
    QTest::addColumn<int>("secondsPerCommit");
    QTest::addColumn<bool>("skipped");
    QTest::newRow("equal dates") << false << 0 << false;
    QTest::newRow("clocks that run backwards") << false << -1 << false;
    QTest::newRow("clocks that run backwards, a skip") << false << -1 << true;
    QTest::newRow("tangled") << true << 1 << false;
    QTest::newRow("tangled, a skip") << true << 1 << true;
}

void HalvingTest::twoMillionCommitsEndInAPlan()
{
    QFETCH(const bool, tangled);
    QFETCH(const int, secondsPerCommit);
    QFETCH(const bool, skipped);
    constexpr std::size_t size = 2'000'000;
    std::mt19937 random(5);
    std::vector<std::vector<Node>> parents(size);
    std::vector<std::int64_t> dates(size, 0);
    for (std::size_t node = 1; node < size; ++node) {
        parents[node].push_back(static_cast<Node>(node - 1));
        if (tangled && node > 2) {
            parents[node].front() = static_cast<Node>(node - 1 - random() % 2);
            parents[node].push_back(static_cast<Node>(node - 1 - random() % std::min<std::size_t>(node, 1000)));
        }
        dates[node] = secondsPerCommit * static_cast<std::int64_t>(node);
    }
    std::vector<std::uint32_t> ranks(size);
    std::iota(ranks.begin(), ranks.end(), 0U);
    const Graph graph = Graph::make(parents, dates, ranks).value();
    Evidence evidence{.marks = std::vector<Mark>(size, Mark::None)};
    evidence.marks[size / 2] = skipped ? Mark::Skip : Mark::None;
    const Choice choice = bisect(graph, evidence);
    QCOMPARE(choice.state, State::Test);
    const NodeFlags contained = graph.ancestors(std::vector<Node>{*choice.next});
    const auto bad = std::ranges::count(contained, true);
    if (!skipped) {
        QCOMPARE(choice.remaining, choice.candidates.size() - static_cast<std::size_t>(bad) - 1);
        QVERIFY(bad > 0.45 * static_cast<double>(choice.candidates.size()));
        QVERIFY(bad < 0.55 * static_cast<double>(choice.candidates.size()));
    }
    QVERIFY(bad > 0 && static_cast<std::size_t>(bad) < choice.candidates.size());
}

void HalvingTest::dodgesWithinTheList()
{
    for (std::size_t count = 1; count < 200'000; count += 1 + count / 50) {
        QVERIFY(skipDodge(count) < count);
    }
}

QTEST_GUILESS_MAIN(HalvingTest)
#include "halvingtest.moc"
