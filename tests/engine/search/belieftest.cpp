// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/belief.h"
#include "tests/engine/search/bruteforce.h"
#include "tests/engine/search/smallgraphs.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace culprit::search;
using namespace culprit::test;

class BeliefTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreChances();
    void equalsBruteForce_data();
    void equalsBruteForce();
    void presenceIsTheSumOverAncestors();
    void fixIsTheMirror();
    void thereAreNoMoreClassesThanRevisions();
    void sureOpinionsExcludeWhatContradicts();
    void contradictingSureOpinionsLeaveNothing();
    void innocentRevisionsAreNoCulprits();
    void unsureOpinionsWeighByTheirOdds();
    void equalKernelsMoveTheWeightAway();
    void priorWeightsScale();
    void aRevisionWithoutPriorIsNoCulprit();
};

namespace
{

Observations randomObservations(std::size_t size, std::mt19937 &random)
{
    Observations seen;
    for (Node node = 0; node < size; ++node) {
        if (random() % 2 == 0) {
            const bool crashes = random() % 2 == 0;
            seen.revisions.push_back({node,
                                      Making::Built,
                                      {crashes ? static_cast<int>(random() % 9) : 0, static_cast<int>(random() % 15),
                                       static_cast<int>(random() % 3)}});
        }
    }
    if (random() % 2 == 0) {
        seen.before = {static_cast<int>(random() % 2), static_cast<int>(random() % 30), static_cast<int>(random() % 2)};
    }
    const auto any = [&] { return static_cast<Node>(random() % size); };
    for (std::size_t i = random() % 3; i > 0; --i) {
        seen.opinions.push_back({any(), random() % 2 == 0, 1 + 20 * evenly(random)});
    }
    if (random() % 3 == 0) {
        seen.equal.push_back({any(), any()});
    }
    return seen;
}

bool near(double one, double other)
{
    return std::abs(one - other) <= 1e-9;
}

bool allNear(const std::vector<double> &one, const std::vector<double> &other)
{
    return std::ranges::equal(one, other, near);
}

Belief beliefOf(const AncestorSums &sums, const Observations &seen, const std::vector<double> &prior = {})
{
    return {sums, seen, prior};
}

} // namespace

// The chances of all ways in which some runs can end add up to 1, at each point.
void BeliefTest::ratesAreChances()
{
    constexpr int runs = 12;
    const Rates rates({5, 80, 3});
    std::vector<double> present(rates.presentPoints(), 0);
    std::vector<double> absent(rates.absentPoints(), 0);
    for (int hits = 0; hits <= runs; ++hits) {
        const double ways = std::exp(std::lgamma(runs + 1) - std::lgamma(hits + 1) - std::lgamma(runs - hits + 1));
        const Counts counts{hits, runs - hits, 0};
        const std::vector<double> ifPresent = rates.present(counts);
        const std::vector<double> ifAbsent = rates.absent(counts);
        for (std::size_t i = 0; i < present.size(); ++i) {
            present[i] += ways * std::exp(ifPresent[i]);
        }
        for (std::size_t i = 0; i < absent.size(); ++i) {
            absent[i] += ways * std::exp(ifAbsent[i]);
        }
        // Missing some more is what it takes from these counts to those with more misses.
        const std::vector<double> more = rates.present({hits, runs - hits + 7, 0});
        for (std::size_t i = 0; i < present.size(); ++i) {
            QVERIFY(std::abs(rates.missPresent(i, counts, 7) - std::exp(more[i] - ifPresent[i])) < 1e-6);
        }
    }
    for (const double sum : present) {
        QVERIFY2(std::abs(sum - 1) < 1e-4, qPrintable(QString::number(sum, 'g', 12)));
    }
    for (const double sum : absent) {
        QVERIFY(near(sum, 1));
    }
    double namesakes = 0;
    for (std::size_t i = 0; i < absent.size(); ++i) {
        QVERIFY(near(rates.missAbsent(i, 3), std::pow(1 - rates.absentRate(i), 3)));
        QVERIFY(rates.absentRate(i) > 0);
        namesakes += std::exp(rates.namesakePrior(i));
    }
    QVERIFY(near(namesakes, 1));
}

void BeliefTest::equalsBruteForce_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void BeliefTest::equalsBruteForce()
{
    QFETCH(const quint32, seed);
    std::mt19937 random(seed);
    const std::size_t size = 1 + random() % 12;
    const Graph graph = random() % 2 == 0 ? tangle(size, 1 + random() % 6, random) : branches(size, random);
    Observations seen = randomObservations(size, random);
    seen.fix = random() % 3 == 0;
    std::vector<double> prior(size, 1);
    if (random() % 2 == 0) {
        for (double &weight : prior) {
            weight = 0.05 + evenly(random);
        }
    }
    const AncestorSums sums(graph);
    const Belief belief = beliefOf(sums, seen, prior);
    const BruteForce expected(graph, seen, prior);
    QVERIFY(belief.possible());
    QVERIFY(allNear(belief.culprit(), expected.culprit()));
    QVERIFY(allNear(belief.presence(), expected.presence()));
    QVERIFY(near(std::accumulate(belief.culprit().begin(), belief.culprit().end(), 0.0), 1));
}

void BeliefTest::presenceIsTheSumOverAncestors()
{
    std::mt19937 random(2);
    const Graph graph = tangle(150, 12, random);
    const AncestorSums sums(graph);
    Observations seen;
    for (const Node node : {20U, 60U, 90U, 130U}) {
        seen.revisions.push_back({node, Making::Built, {node > 70 ? 4 : 0, 6, 0}});
    }
    const Belief belief = beliefOf(sums, seen);
    for (Node node = 0; node < graph.size(); ++node) {
        const NodeFlags inside = graph.ancestors(std::array{node});
        double sum = 0;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            sum += inside[i] ? belief.culprit()[i] : 0;
        }
        QVERIFY(near(belief.presence()[node], sum));
    }
}

// A search for a fix that sees the bug up to a revision and not after it.
void BeliefTest::fixIsTheMirror()
{
    const Graph graph = lineOf(10);
    const AncestorSums sums(graph);
    Observations seen;
    seen.fix = true;
    seen.before = {8, 2, 0};
    seen.revisions = {{5, Making::Built, {7, 3, 0}}, {6, Making::Built, {0, 40, 0}}};
    const Belief fix = beliefOf(sums, seen);
    QVERIFY(fix.culprit()[6] > 0.95);
    QVERIFY(fix.presence()[5] > 0.95);
    QVERIFY(fix.presence()[6] < 0.05);
    for (Node node = 0; node < graph.size(); ++node) {
        const double fixed = std::accumulate(fix.culprit().begin(), fix.culprit().begin() + node + 1, 0.0);
        QVERIFY(near(fix.presence()[node], 1 - fixed));
    }

    // What a person says of the bug turns around with it.
    Observations said;
    said.opinions = {{3, true, Opinion::sure}, {7, false, Opinion::sure}};
    QVERIFY(!beliefOf(sums, said).possible());
    said.fix = true;
    const Belief between = beliefOf(sums, said);
    QVERIFY(between.possible());
    for (Node node = 0; node < graph.size(); ++node) {
        QVERIFY(near(between.culprit()[node], node > 3 && node <= 7 ? 0.25 : 0));
    }
}

// The time that a belief takes grows with the square of the classes: each tested revision may add few.
void BeliefTest::thereAreNoMoreClassesThanRevisions()
{
    std::mt19937 random(4);
    const Graph graph = tangle(150, 12, random);
    const AncestorSums sums(graph);
    Observations seen;
    for (Node node = 10; node < 150; ++node) {
        seen.revisions.push_back({node, Making::Built, {node > 70 ? 4 : 0, 6, 0}});
        seen.opinions.push_back({node, node > 70, 3});
    }
    const Belief belief = beliefOf(sums, seen);
    QVERIFY(belief.classes().size() <= graph.size());
    QCOMPARE_GT(belief.classes().size(), seen.revisions.size() / 2);
}

void BeliefTest::sureOpinionsExcludeWhatContradicts()
{
    // 1-2 and 3-4 are branches of 0; 5 merges them.
    const Graph graph = graphOf({{}, {0}, {1}, {0}, {3}, {2, 4}, {5}});
    const AncestorSums sums(graph);
    Observations seen;
    seen.revisions = {{2, Making::Built, {9, 1, 0}}}; // whatever the runs say
    seen.opinions = {{2, false, Opinion::sure}, {5, true, Opinion::sure}};
    const Belief belief = beliefOf(sums, seen);
    for (const Node node : {0U, 1U, 2U, 6U}) {
        QCOMPARE(belief.culprit()[node], 0.0);
    }
    QCOMPARE(belief.presence()[2], 0.0);
    QVERIFY(near(belief.presence()[5], 1));
    QVERIFY(near(belief.culprit()[3] + belief.culprit()[4] + belief.culprit()[5], 1));
}

void BeliefTest::innocentRevisionsAreNoCulprits()
{
    // 1-2 and 3-4 are branches of 0; 5 merges them.
    const Graph graph = graphOf({{}, {0}, {1}, {0}, {3}, {2, 4}, {5}});
    const AncestorSums sums(graph);
    Observations seen;
    seen.revisions = {{6, Making::Built, {0, 9, 0}}};
    seen.before = {9, 1, 0};
    seen.fix = true;
    seen.innocent = {4}; // and with it 3 and 0
    const Belief belief = beliefOf(sums, seen);
    QVERIFY(belief.possible());
    for (const Node node : {0U, 3U, 4U}) {
        QCOMPARE(belief.culprit()[node], 0.0);
    }
    for (const Node node : {1U, 2U, 5U, 6U}) {
        QVERIFY(belief.culprit()[node] > 0);
    }
    QVERIFY(std::abs(std::reduce(belief.culprit().begin(), belief.culprit().end()) - 1) < 1e-9);
}

void BeliefTest::contradictingSureOpinionsLeaveNothing()
{
    const Graph graph = lineOf(6);
    const AncestorSums sums(graph);
    Observations seen;
    seen.revisions = {{5, Making::Built, {9, 1, 0}}};
    seen.opinions = {{2, true, Opinion::sure}, {4, false, Opinion::sure}};
    const Belief belief = beliefOf(sums, seen);
    QVERIFY(!belief.possible());
    QCOMPARE(belief.culprit(), std::vector<double>(6, 0));
    QCOMPARE(belief.presence(), std::vector<double>(6, 0));

    // The bad end held for good leaves nothing either; an unsure voice against a sure one does.
    seen.opinions = {{5, false, Opinion::sure}};
    QVERIFY(!beliefOf(sums, seen).possible());
    seen.opinions = {{2, true, Opinion::sure}, {4, false, 1000}};
    QVERIFY(beliefOf(sums, seen).possible());
}

void BeliefTest::unsureOpinionsWeighByTheirOdds()
{
    const Graph graph = lineOf(4);
    const AncestorSums sums(graph);
    Observations seen;
    seen.opinions = {{1, true, 9}};
    const Belief belief = beliefOf(sums, seen);
    QVERIFY(near(belief.presence()[1], 0.9));
    seen.opinions.push_back({1, false, 9});
    QVERIFY(near(beliefOf(sums, seen).presence()[1], 0.5));
}

void BeliefTest::equalKernelsMoveTheWeightAway()
{
    const Graph graph = lineOf(10);
    const AncestorSums sums(graph);
    Observations seen;
    seen.equal = {{6, 2}};
    const Belief belief = beliefOf(sums, seen);
    for (Node node = 0; node < graph.size(); ++node) {
        const bool between = node > 2 && node <= 6;
        QVERIFY(std::abs(belief.culprit()[node] - (between ? 0 : 1.0 / 6)) < 1e-5);
    }
    QVERIFY(std::abs(belief.presence()[6] - belief.presence()[2]) < 1e-5);
}

void BeliefTest::priorWeightsScale()
{
    const Graph graph = lineOf(5);
    const AncestorSums sums(graph);
    Observations seen;
    seen.revisions = {{1, Making::Built, {0, 4, 0}}, {3, Making::Built, {3, 3, 0}}};
    const std::vector<double> prior{1, 2, 3, 4, 5};
    const std::vector<double> large{100, 200, 300, 400, 500};
    QVERIFY(allNear(beliefOf(sums, seen, prior).culprit(), beliefOf(sums, seen, large).culprit()));
    QVERIFY(allNear(beliefOf(sums, seen).culprit(), beliefOf(sums, seen, std::vector<double>(5, 7)).culprit()));
    // Among revisions that no run tells apart the prior alone decides.
    const Belief weighed = beliefOf(sums, seen, prior);
    QVERIFY(near(weighed.culprit()[2] / weighed.culprit()[3], 3.0 / 4));
    QVERIFY(allNear(beliefOf(sums, {}, prior).culprit(), {1 / 15.0, 2 / 15.0, 3 / 15.0, 4 / 15.0, 5 / 15.0}));
}

void BeliefTest::aRevisionWithoutPriorIsNoCulprit()
{
    const Graph graph = lineOf(4);
    const AncestorSums sums(graph);
    Observations seen;
    seen.revisions = {{0, Making::Built, {0, 50, 0}}, {1, Making::Built, {9, 1, 0}}};
    const Belief belief = beliefOf(sums, seen, {1, 0, 1, 1});
    QVERIFY(belief.possible());
    QCOMPARE(belief.culprit()[1], 0.0);
    QVERIFY(!beliefOf(sums, seen, {0, 0, 0, 0}).possible());
}

QTEST_GUILESS_MAIN(BeliefTest)
#include "belieftest.moc"
