// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/search/game.h"
#include "tests/engine/search/smallgraphs.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace culprit::search;
using namespace culprit::test;

/// Whole sessions against hidden worlds of some 200 revisions: half of the runs hit the bug, one in fifty ends in
/// another crash.
class PlayedGameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAtTheCulprit();
    void aBrokenStretchIsGoneAround();
    void sureHintsAreKept_data();
    void sureHintsAreKept();
};

namespace
{

constexpr std::size_t size = 200;

struct Setting {
    Graph graph;
    Node culprit;
    HiddenWorld world;
};

Setting settingOf(unsigned seed)
{
    std::mt19937 random(seed);
    Graph graph = branches(size, random);
    const auto culprit = static_cast<Node>(random() % size);
    HiddenWorld world{graph.descendants(std::array{culprit}), 0.5, 0.02};
    return {std::move(graph), culprit, std::move(world)};
}

} // namespace

void PlayedGameTest::endsAtTheCulprit()
{
    int right = 0;
    std::size_t visits = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Setting setting = settingOf(seed);
        const Game game = play(BayesSearch(setting.graph), setting.world.referee(seed));
        QVERIFY(game.ended());
        QCOMPARE(game.end.state, Advice::State::Found);
        QVERIFY(game.end.answer.probability >= 0.99);
        right += game.end.answer.nodes == std::vector<Node>{setting.culprit} ? 1 : 0;
        visits += game.visited.size();
    }
    QVERIFY2(right >= 18, qPrintable(QString::number(right)));
    // Eight halvings and the bad end, each now and then looked at twice.
    QVERIFY2(visits <= 20 * 18, qPrintable(QString::number(visits)));
}

void PlayedGameTest::aBrokenStretchIsGoneAround()
{
    int right = 0;
    for (unsigned seed = 21; seed <= 30; ++seed) {
        Setting setting = settingOf(seed);
        setting.world.broken.assign(size, false);
        for (Node node = setting.culprit > 4 ? setting.culprit - 4 : 0;
             node < std::min<Node>(setting.culprit + 3, size - 1); ++node) {
            setting.world.broken[node] = true;
        }
        const Game game = play(BayesSearch(setting.graph), setting.world.referee(seed));
        QVERIFY(game.ended());
        QCOMPARE(game.brokenVisits, 0);
        right += std::ranges::find(game.end.answer.nodes, setting.culprit) != game.end.answer.nodes.end() ? 1 : 0;
    }
    QVERIFY2(right >= 9, qPrintable(QString::number(right)));
}

void PlayedGameTest::sureHintsAreKept_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 40; seed < 60; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void PlayedGameTest::sureHintsAreKept()
{
    QFETCH(const quint32, seed);
    const Setting setting = settingOf(seed);
    const Graph &graph = setting.graph;
    std::mt19937 random(seed);
    NodeFlags left(size, true);
    std::vector<NodeFlags> leftAt; ///< before each visit
    GameRules rules;
    rules.say = [&](Observations &seen, int visits) {
        if (visits % 3 == 2 && seen.opinions.size() < 3) {
            const auto node = static_cast<Node>(random() % size);
            const bool present = setting.world.present[node];
            seen.opinions.push_back({node, present, Opinion::sure});
            const NodeFlags inside = graph.ancestors(std::array{node});
            for (std::size_t i = 0; i < size; ++i) {
                left[i] = left[i] && inside[i] == present;
            }
        }
        leftAt.push_back(left);
    };
    const Game game = play(BayesSearch(graph), setting.world.referee(seed), rules);
    QVERIFY(game.ended());
    QVERIFY(game.end.state != Advice::State::Impossible);
    for (const Node node : game.end.answer.nodes) {
        QVERIFY(left[node]);
    }
    for (std::size_t visit = 0; visit < game.visited.size(); ++visit) {
        if (game.visited[visit] == graph.last()) {
            continue;
        }
        const NodeFlags inside = graph.ancestors(std::array{game.visited[visit]});
        bool some = false;
        bool all = true;
        for (std::size_t i = 0; i < size; ++i) {
            some = some || (leftAt[visit][i] && inside[i]);
            all = all && (!leftAt[visit][i] || inside[i]);
        }
        QVERIFY2(some && !all, qPrintable(QStringLiteral("visit %1").arg(visit)));
    }
}

QTEST_GUILESS_MAIN(PlayedGameTest)
#include "playedgametest.moc"
