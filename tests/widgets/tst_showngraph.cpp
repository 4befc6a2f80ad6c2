// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample.h"
#include "widgets/showngraph.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <set>

using namespace culprit;
using namespace culprit::widgets;
using history::CommitIndex;

namespace
{

std::set<CommitIndex> ancestors(const history::CommitRange &range, CommitIndex commit)
{
    std::set<CommitIndex> found;
    std::vector<CommitIndex> open{commit};
    while (!open.empty()) {
        const CommitIndex at = open.back();
        open.pop_back();
        for (const CommitIndex parent : range.commits[at].parents) {
            if (found.insert(parent).second) {
                open.push_back(parent);
            }
        }
    }
    return found;
}

} // namespace

class ShownGraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// By the definition, on tangled histories.
    void edgesAreThoseOfTheDefinition()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            const auto made =
                sample::randomRange(40 + static_cast<std::uint32_t>(random() % 60), static_cast<std::uint32_t>(round));
            const history::CommitRange &range = *made;
            const std::size_t count = range.commits.size();
            std::vector<bool> shown(count);
            for (std::size_t i = 0; i < count; ++i) {
                shown[i] = random() % 100 < (round % 2 == 0 ? 10U : 70U);
            }
            shown[count - 1] = true;
            std::vector<std::set<CommitIndex>> below;
            for (CommitIndex i = 0; i < count; ++i) {
                below.push_back(ancestors(range, i));
            }
            const ShownGraph graph = ShownGraph::make(range, shown);
            for (CommitIndex commit = 0; commit < count; ++commit) {
                std::vector<CommitIndex> expected;
                for (const CommitIndex other : below[commit]) {
                    const bool isHidden = std::ranges::any_of(below[commit], [&](CommitIndex between) {
                        return shown[between] && below[between].contains(other);
                    });
                    if (shown[commit] && shown[other] && !isHidden) {
                        expected.push_back(other);
                    }
                }
                std::ranges::sort(expected, std::ranges::greater());
                QCOMPARE(graph.parents[commit], expected);
                const auto passed = std::ranges::count_if(below[commit], [&](CommitIndex other) {
                    return !shown[other] && std::ranges::none_of(expected, [&](CommitIndex parent) {
                        return below[parent].contains(other);
                    });
                });
                QCOMPARE(graph.between[commit], shown[commit] ? static_cast<std::uint32_t>(passed) : 0U);
            }
        }
    }

    /// By the general way, and only where each shown commit contains the older ones.
    void aLineIsDrawnInOneWalk()
    {
        std::mt19937 random(11);
        int lines = 0;
        int others = 0;
        for (std::uint32_t round = 0; round < 60; ++round) {
            const auto made = round % 2 == 0 ? sample::kernelRange(80, round) : sample::randomRange(40, round);
            const history::CommitRange &range = *made;
            std::vector<bool> shown(range.commits.size());
            for (std::optional<CommitIndex> at = static_cast<CommitIndex>(shown.size() - 1); at;) {
                shown[*at] = random() % 4 != 0;
                const auto &parents = range.commits[*at].parents;
                at = parents.empty() ? std::nullopt : std::optional(parents.front());
            }
            if (round % 4 == 1) {
                shown[random() % shown.size()] = true;
            }
            bool isLine = true;
            std::vector<CommitIndex> older;
            for (CommitIndex commit = 0; commit < shown.size(); ++commit) {
                if (shown[commit]) {
                    const std::set<CommitIndex> below = ancestors(range, commit);
                    isLine = isLine && std::ranges::all_of(older, [&](CommitIndex it) { return below.contains(it); });
                    older.push_back(commit);
                }
            }
            const auto line = ShownGraph::ofLine(range, shown);
            QCOMPARE(line.has_value(), isLine);
            if (line) {
                const ShownGraph graph = ShownGraph::make(range, shown);
                QCOMPARE(line->parents, graph.parents);
                QCOMPARE(line->between, graph.between);
                QCOMPARE(line->shown, graph.shown);
            }
            ++(isLine ? lines : others);
        }
        QVERIFY(lines > 30 && others > 3);
    }

    void nothingShownIsNoEdge()
    {
        const ShownGraph graph = ShownGraph::make(*sample::randomRange(20, 3), std::vector<bool>(20, false));
        QVERIFY(std::ranges::all_of(graph.parents, &std::vector<CommitIndex>::empty));
        QVERIFY(ShownGraph::isFeasible(std::vector<bool>(100'000, false)));
        QVERIFY(!ShownGraph::isFeasible(std::vector<bool>(100'000, true)));
    }
};

QTEST_APPLESS_MAIN(ShownGraphTest)
#include "tst_showngraph.moc"
