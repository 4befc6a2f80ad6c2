// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/explain.h"
#include "tests/engine/search/smallgraphs.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace culprit::search;
using namespace culprit::test;

class ExplainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prospectsAreWhatWouldBeSeen();
    void impossibleEvidenceHasNoProspects();
    void theRateIsThatOfTheRuns_data();
    void theRateIsThatOfTheRuns();
    void lessIsToGoAsMoreIsKnown();
    void theAnswerLeansOnItsNeighbour();
};

namespace
{

const Costs costs{.build = 6, .batch = 1, .machines = 5};

Observations halfway()
{
    return saw({{63, Making::Built, {8, 2, 0}}, {20, Making::Built, {0, 15, 0}}, {40, Making::Built, {6, 4, 0}}});
}

} // namespace

void ExplainTest::prospectsAreWhatWouldBeSeen()
{
    const BayesSearch search(lineOf(64));
    const Observations seen = halfway();
    const Visit visit = search.advise(seen, costs, 0.99).visit.value();
    const Prospects prospects = prospectsOf(search, search.belief(seen), seen, visit);
    QCOMPARE(prospects.now.chance, 1.0);
    QVERIFY(std::abs(prospects.hit.chance + prospects.silent.chance - 1) < 1e-12);
    QVERIFY(prospects.hit.chance > 0.2 && prospects.hit.chance < 0.8);
    // 20 candidates are left, and 10 or so after either answer.
    QVERIFY(prospects.now.likely >= 18 && prospects.now.likely <= 24);
    QVERIFY(prospects.hit.likely < prospects.now.likely * 3 / 4);
    QVERIFY(prospects.silent.likely < prospects.now.likely);
    QVERIFY(prospects.hit.leading > prospects.now.leading);

    Observations hit = seen;
    hit.revisions.push_back({visit.node, Making::Built, {1, 0, 0}});
    QCOMPARE(prospectsOf(search, search.belief(hit), hit, visit).now.likely, prospects.hit.likely);
}

void ExplainTest::impossibleEvidenceHasNoProspects()
{
    const BayesSearch search(lineOf(8));
    const Observations seen = saw({}, {{2, true, Opinion::sure}, {5, false, Opinion::sure}});
    QCOMPARE(prospectsOf(search, search.belief(seen), seen, Visit{.node = 4, .runs = 3}), Prospects{});
}

void ExplainTest::theRateIsThatOfTheRuns_data()
{
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("misses");
    QTest::newRow("nearly always") << 40 << 0;
    QTest::newRow("often") << 28 << 12;
    QTest::newRow("now and then") << 12 << 28;
    QTest::newRow("rarely") << 4 << 96;
}

void ExplainTest::theRateIsThatOfTheRuns()
{
    QFETCH(const int, hits);
    QFETCH(const int, misses);
    const BayesSearch search(lineOf(8));
    const RateEstimate few = rateOf(search.belief(saw({{7, Making::Built, {hits / 4, misses / 4, 0}}})));
    const RateEstimate many =
        rateOf(search.belief(saw({{7, Making::Built, {hits, misses, 0}}, {6, Making::Built, {hits, misses, 0}}})));
    const double share = static_cast<double>(hits) / (hits + misses);
    QVERIFY(many.low <= share && many.high >= share);
    QVERIFY(std::abs(many.mean - share) < 0.1);
    QVERIFY(many.low <= many.mean && many.mean <= many.high);
    QVERIFY(many.high - many.low <= few.high - few.low);
}

void ExplainTest::lessIsToGoAsMoreIsKnown()
{
    const BayesSearch search(lineOf(64));
    const auto left = [&](const Observations &seen) {
        const Advice advice = search.advise(seen, costs, 0.99);
        return toGo(search.belief(seen), advice.visit.value(), costs, 0.99);
    };
    const ToGo early = left(saw({{63, Making::Built, {8, 2, 0}}}));
    const ToGo late = left(halfway());
    QVERIFY(early.builds >= 3 && early.builds <= 20);
    QVERIFY(early.minutes > early.builds * costs.build);
    QVERIFY(early.runs > 0);
    QVERIFY(late.minutes < early.minutes && late.minutes > 0);
}

void ExplainTest::theAnswerLeansOnItsNeighbour()
{
    const BayesSearch search(lineOf(10));
    Observations seen =
        saw({{9, Making::Built, {8, 2, 0}}, {4, Making::Built, {0, 15, 0}}, {5, Making::Built, {6, 4, 0}}});
    const Belief belief = search.belief(seen);
    QVERIFY(belief.culprit()[5] > 0.9);
    const auto support = strongestSupport(search, seen, std::array{Node{5}});
    QVERIFY(support);
    // Without the clean runs below it any older revision may be it; without its own crashes any up to the bad end.
    QVERIFY(support->node == 4 || support->node == 5);
    QVERIFY(support->without < 0.3);
    for (const Node node : {Node{4}, Node{5}}) {
        Observations less = seen;
        std::erase_if(less.revisions, [node](const Observation &revision) { return revision.node == node; });
        QVERIFY(search.belief(less).culprit()[5] >= support->without - 1e-9);
    }
    QVERIFY(!strongestSupport(search, {}, std::array{Node{5}}));
}

QTEST_GUILESS_MAIN(ExplainTest)
#include "explaintest.moc"
