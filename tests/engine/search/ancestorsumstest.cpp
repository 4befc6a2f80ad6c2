// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/ancestorsums.h"
#include "tests/engine/search/smallgraphs.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace culprit::search;
using namespace culprit::test;

class AncestorSumsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomHistories_data();
    void randomHistories();
    void oddShapes_data();
    void oddShapes();
    void whatIsTooLongToKeepIsWalked();
};

namespace
{

std::vector<double> randomWeights(std::size_t size, std::mt19937 &random)
{
    std::vector<double> weights(size);
    for (double &weight : weights) {
        weight = random() % 5 == 0 ? 0 : evenly(random);
    }
    return weights;
}

double sumByWalk(const Graph &graph, Node node, const std::vector<double> &weights)
{
    const NodeFlags inside = graph.ancestors(std::array{node});
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += inside[i] ? weights[i] : 0;
    }
    return sum;
}

/// Every step-th node and the last one.
void compare(const Graph &graph, std::size_t step, std::mt19937 &random)
{
    const std::vector<double> weights = randomWeights(graph.size(), random);
    const std::vector<double> sums = AncestorSums(graph).of(weights);
    QCOMPARE(sums.size(), graph.size());
    for (Node node = graph.last() % step; node < graph.size(); node += static_cast<Node>(step)) {
        const double expected = sumByWalk(graph, node, weights);
        QVERIFY2(std::abs(sums[node] - expected) <= 1e-9 * (1 + expected), qPrintable(QString::number(node)));
    }
}

} // namespace

void AncestorSumsTest::randomHistories_data()
{
    QTest::addColumn<quint32>("size");
    QTest::addColumn<quint32>("window");
    for (const quint32 size : {1U, 2U, 13U, 511U, 512U, 513U, 1100U}) {
        for (const quint32 window : {3U, 40U, 2000U}) {
            QTest::addRow("%u revisions, %u back", size, window) << size << window;
        }
    }
}

void AncestorSumsTest::randomHistories()
{
    QFETCH(const quint32, size);
    QFETCH(const quint32, window);
    std::mt19937 random(size + window);
    compare(tangle(size, window, random), 1 + size / 200, random);
    compare(branches(size, random), 1 + size / 200, random);
}

void AncestorSumsTest::oddShapes_data()
{
    QTest::addColumn<std::vector<std::vector<Node>>>("parents");
    using Parents = std::vector<std::vector<Node>>;
    QTest::newRow("only roots") << Parents{{}, {}, {}};
    QTest::newRow("octopus of roots") << Parents{{}, {}, {}, {}, {0, 1, 2, 3}};
    QTest::newRow("octopus twice over") << Parents{{}, {0}, {0}, {0}, {1, 2, 3}, {3, 2, 1}, {4, 5}};
    QTest::newRow("criss-cross") << Parents{{}, {0}, {0}, {1, 2}, {2, 1}, {3, 4}, {4, 3}, {5, 6}};
    QTest::newRow("parent that contains the other") << Parents{{}, {0}, {1}, {2, 0}, {0, 2, 3}};
    QTest::newRow("one parent twice") << Parents{{}, {0, 0}, {}, {2, 2, 1}};
}

void AncestorSumsTest::oddShapes()
{
    QFETCH(const std::vector<std::vector<Node>>, parents);
    std::mt19937 random(3);
    compare(graphOf(parents), 1, random);
}

// Each of the merges contains one of two long lines besides the other, which is more than may be written down.
void AncestorSumsTest::whatIsTooLongToKeepIsWalked()
{
    constexpr Node length = 1500;
    std::vector<std::vector<Node>> parents(2 * length);
    for (Node node = 1; node < length; ++node) {
        parents[node] = {node - 1};
        parents[length + node] = {length + node - 1};
    }
    for (int i = 0; i < 300; ++i) {
        parents.push_back({length - 1, 2 * length - 1});
    }
    parents.push_back({2 * length, 2 * length + 299});
    std::mt19937 random(5);
    compare(graphOf(parents), 7, random);
}

QTEST_GUILESS_MAIN(AncestorSumsTest)
#include "ancestorsumstest.moc"
