// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/prior.h"
#include "engine/search/buildchance.h"
#include "tests/engine/search/game.h"
#include "tests/engine/search/smallgraphs.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace culprit;
using namespace culprit::search;
using namespace culprit::test;

namespace
{

/// Builds that a search of a line for the culprit takes; the bug shows in every run.
std::size_t buildsFor(const BayesSearch &search, Node culprit)
{
    HiddenWorld world;
    world.present = search.graph().descendants(std::array{culprit});
    const Game game = play(search, world.referee(1));
    if (!game.ended() || game.end.answer.nodes != std::vector<Node>{culprit}) {
        qFatal("culprit %u was not found", culprit);
    }
    return game.seen.revisions.size();
}

} // namespace

class PriorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheMeanAndTheOrder();
    void noWeightsAreEqualOnes();
    void nobodyHasLessThanAQuarter();
    void costsTwoStepsAtMostWhereItMisleads();
    void savesStepsWhereItIsRight();
    void theSameSearchTakesAnotherPrior();
    void failuresForOneReasonJoin();
};

void PriorTest::keepsTheMeanAndTheOrder()
{
    const std::array weights{12.0, 0.02, 1.0, 1.0, 0.0, 6.0};
    const std::vector<double> prior = boundedPrior(weights);
    QVERIFY(std::abs(std::accumulate(prior.begin(), prior.end(), 0.0) - 6) < 1e-12);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            QCOMPARE(prior[i] < prior[j], weights[i] < weights[j]);
        }
    }
}

void PriorTest::noWeightsAreEqualOnes()
{
    QVERIFY(boundedPrior({}).empty());
    QCOMPARE(boundedPrior(std::array{0.0, 0.0}), (std::vector{1.0, 1.0}));
    QCOMPARE(boundedPrior(std::array{1e308, 1e308}), (std::vector{1.0, 1.0})); // their sum is none
}

void PriorTest::nobodyHasLessThanAQuarter()
{
    std::vector<double> weights(1000, 0.0);
    weights[3] = 1e9;
    const std::vector<double> prior = boundedPrior(weights);
    QVERIFY(std::ranges::min(prior) >= std::exp2(-mostExtraSteps) - 1e-12);
}

void PriorTest::costsTwoStepsAtMostWhereItMisleads()
{
    constexpr Node size = 200;
    const BayesSearch plain(lineOf(size));
    std::vector<double> weights(size, 1.0);
    for (Node node = 40; node < 60; ++node) {
        weights[node] = 1000;
    }
    const BayesSearch misled = plain.withPrior(boundedPrior(weights));
    double more = 0;
    int played = 0;
    for (Node culprit = 3; culprit < size; culprit += 7) {
        if (culprit < 40 || culprit >= 60) {
            more += static_cast<double>(buildsFor(misled, culprit)) - static_cast<double>(buildsFor(plain, culprit));
            ++played;
        }
    }
    QVERIFY2(more / played <= mostExtraSteps, qPrintable(QString::number(more / played)));
    QVERIFY(more > 0); // else nothing was misled
}

void PriorTest::savesStepsWhereItIsRight()
{
    constexpr Node size = 200;
    const BayesSearch plain(lineOf(size));
    std::vector<double> weights(size, 1.0);
    std::size_t with = 0;
    std::size_t without = 0;
    for (Node node = 40; node < 44; ++node) {
        weights[node] = 1000;
    }
    const BayesSearch told = plain.withPrior(boundedPrior(weights));
    for (Node culprit = 40; culprit < 44; ++culprit) {
        with += buildsFor(told, culprit);
        without += buildsFor(plain, culprit);
    }
    QVERIFY2(with + 8 <= without, qPrintable(QStringLiteral("%1 with, %2 without").arg(with).arg(without)));
}

void PriorTest::theSameSearchTakesAnotherPrior()
{
    const BayesSearch plain(lineOf(4));
    const BayesSearch weighed = plain.withPrior({1, 1, 5, 1});
    QCOMPARE(&plain.graph(), &weighed.graph());
    QCOMPARE(plain.belief({}).culprit(), (std::vector{0.25, 0.25, 0.25, 0.25}));
    QCOMPARE(weighed.belief({}).culprit(), (std::vector{0.125, 0.125, 0.625, 0.125}));
}

void PriorTest::failuresForOneReasonJoin()
{
    const Graph graph = lineOf(40);
    const auto chanceBetween = [&](int causeBelow, int causeAbove) {
        Observations seen;
        seen.revisions = {{10, Making::Broken, {}, causeBelow},
                          {22, Making::Broken, {}, causeAbove},
                          {0, Making::Built, {}},
                          {39, Making::Built, {}}};
        return buildChances(graph, seen)[16];
    };
    QVERIFY(chanceBetween(1, 1) < 0.06);
    QVERIFY(chanceBetween(1, 2) > 3 * chanceBetween(1, 1));
    QCOMPARE(chanceBetween(0, 0), chanceBetween(1, 2)); // what is not known says nothing
}

QTEST_GUILESS_MAIN(PriorTest)
#include "priortest.moc"
