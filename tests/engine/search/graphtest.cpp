// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/graph.h"
#include "engine/search/ranks.h"
#include "engine/search/reach.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace culprit::search;

class GraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void knowsParentsAndChildren();
    void answersAncestry();
    void reachIsTheNumberOfAncestors_data();
    void reachIsTheNumberOfAncestors();
    void reachOfATangleIsEstimated();
    void ranksFollowTheNames();
};

namespace
{

Graph graphOf(const std::vector<std::vector<Node>> &parents)
{
    std::vector<std::uint32_t> ranks(parents.size());
    std::iota(ranks.begin(), ranks.end(), 0U);
    return Graph::make(parents, std::vector<std::int64_t>(parents.size()), ranks).value();
}

/// Up to two parents each, at most window nodes back.
Graph tangle(std::size_t size, std::size_t window, std::mt19937 &random)
{
    std::vector<std::vector<Node>> parents(size);
    for (std::size_t node = 1; node < size; ++node) {
        for (std::size_t i = 0; i < random() % 3; ++i) {
            parents[node].push_back(static_cast<Node>(node - 1 - random() % std::min<std::size_t>(node, window)));
        }
    }
    return graphOf(parents);
}

std::vector<Node> listed(const NodeFlags &flags)
{
    std::vector<Node> nodes;
    for (Node node = 0; node < flags.size(); ++node) {
        if (flags[node]) {
            nodes.push_back(node);
        }
    }
    return nodes;
}

} // namespace

void GraphTest::refusesWhatIsNoRange_data()
{
    QTest::addColumn<std::vector<std::vector<Node>>>("parents");
    QTest::addColumn<std::size_t>("dates");
    QTest::addColumn<QString>("says");
    using Parents = std::vector<std::vector<Node>>;
    QTest::newRow("empty") << Parents{} << std::size_t{0} << QStringLiteral("without revisions");
    QTest::newRow("own parent") << Parents{{}, {1}} << std::size_t{2} << QStringLiteral("Revision 1");
    QTest::newRow("parent after child") << Parents{{}, {2}, {0}} << std::size_t{3} << QStringLiteral("Revision 1");
    QTest::newRow("parent out of range") << Parents{{}, {}, {77}} << std::size_t{3} << QStringLiteral("names 77");
    QTest::newRow("too few dates") << Parents{{}, {0}} << std::size_t{1} << QStringLiteral("as many dates");
}

void GraphTest::refusesWhatIsNoRange()
{
    QFETCH(const std::vector<std::vector<Node>>, parents);
    QFETCH(const std::size_t, dates);
    QFETCH(const QString, says);
    const auto graph =
        Graph::make(parents, std::vector<std::int64_t>(dates), std::vector<std::uint32_t>(parents.size()));
    QVERIFY(!graph);
    QCOMPARE(graph.error().kind, culprit::Error::Kind::Use);
    QVERIFY2(QString::fromStdString(graph.error().message).contains(says), graph.error().message.c_str());
}

void GraphTest::knowsParentsAndChildren()
{
    const Graph graph = graphOf({{}, {0}, {0}, {1, 2}});
    QCOMPARE(std::vector<Node>(graph.parents(3).begin(), graph.parents(3).end()), (std::vector<Node>{1, 2}));
    QCOMPARE(std::vector<Node>(graph.children(0).begin(), graph.children(0).end()), (std::vector<Node>{1, 2}));
    QVERIFY(graph.parents(0).empty());
    QVERIFY(graph.children(graph.last()).empty());
}

void GraphTest::answersAncestry()
{
    //  0 - 1 - 3 - 4
    //    \ 2 /   5 (a root of its own, merged by 6)
    const Graph graph = graphOf({{}, {0}, {0}, {1, 2}, {3}, {}, {4, 5}});
    QVERIFY(graph.isAncestor(0, 4));
    QVERIFY(graph.isAncestor(4, 4));
    QVERIFY(!graph.isAncestor(1, 2));
    QVERIFY(!graph.isAncestor(4, 0));
    QVERIFY(!graph.isAncestor(5, 4));
    QCOMPARE(listed(graph.ancestors(std::vector<Node>{2, 5})), (std::vector<Node>{0, 2, 5}));
    QCOMPARE(listed(graph.descendants(std::vector<Node>{2})), (std::vector<Node>{2, 3, 4, 6}));
}

void GraphTest::reachIsTheNumberOfAncestors_data()
{
    QTest::addColumn<quint64>("steps");
    QTest::newRow("by walks") << quint64{1'000'000};
    QTest::newRow("by rows") << quint64{0};
}

void GraphTest::reachIsTheNumberOfAncestors()
{
    QFETCH(const quint64, steps);
    std::mt19937 random(7);
    for (const std::size_t size : {1U, 2U, 63U, 64U, 511U, 512U, 513U, 1600U}) {
        for (const std::size_t window : {3U, 30U, 2000U}) {
            const Graph graph = tangle(size, window, random);
            std::vector<Node> all(size);
            std::iota(all.begin(), all.end(), 0U);
            const std::vector<Node> contained = listed(graph.ancestors(std::vector<Node>{graph.last()}));
            for (const std::vector<Node> &nodes : {all, contained}) {
                const ReachCounts counted = countReach(graph, nodes, {.steps = steps});
                QVERIFY(counted.exact);
                for (std::size_t at = 0; at < nodes.size(); at += 1 + size / 64) {
                    QCOMPARE(counted.counts[at], listed(graph.ancestors(std::vector<Node>{nodes[at]})).size());
                    QCOMPARE(counted.counts[at], reachOf(graph, nodes, nodes[at]));
                }
            }
        }
    }
}

void GraphTest::reachOfATangleIsEstimated()
{
    std::mt19937 random(11);
    const Graph graph = tangle(20'000, 1000, random);
    std::vector<Node> nodes(graph.size());
    std::iota(nodes.begin(), nodes.end(), 0U);
    const ReachCounts exact = countReach(graph, nodes);
    const ReachCounts estimated = countReach(graph, nodes, {.steps = 0, .words = 0});
    QVERIFY(exact.exact);
    QVERIFY(!estimated.exact);
    std::size_t far = 0;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        QVERIFY(estimated.counts[at] >= 1 && estimated.counts[at] <= nodes.size());
        const auto off = std::abs(qint64{estimated.counts[at]} - qint64{exact.counts[at]});
        far += off * 50 > static_cast<qint64>(nodes.size()) ? 1U : 0U;
    }
    QCOMPARE(far, std::size_t{0});
}

void GraphTest::ranksFollowTheNames()
{
    QCOMPARE(ranksOf(std::vector<int>{30, 10, 20}), (std::vector<std::uint32_t>{2, 0, 1}));
}

QTEST_GUILESS_MAIN(GraphTest)
#include "graphtest.moc"
