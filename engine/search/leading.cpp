// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/leading.h"

#include <algorithm>
#include <array>

namespace culprit::search
{

namespace
{

constexpr std::size_t compared = 200;
constexpr double negligible = 1e-7;
constexpr double hopeless = 0.06; ///< chance to build below which a revision is held for one that does not

/// The revisions that contain the node and are not broken.
NodeFlags witnesses(const Graph &graph, Node node, const NodeFlags &broken)
{
    NodeFlags flags = graph.descendants(std::array{node});
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (broken[i]) {
            flags[i] = false;
        }
    }
    return flags;
}

} // namespace

Leading leadingAnswer(const Graph &graph, std::span<const double> buildChance, std::span<const double> culprit)
{
    const auto top = static_cast<Node>(std::ranges::max_element(culprit) - culprit.begin());
    Leading leading{{top}, culprit[top]};
    NodeFlags broken(graph.size(), false);
    bool anyBroken = false;
    for (std::size_t node = 0; node < buildChance.size(); ++node) {
        broken[node] = buildChance[node] < hopeless;
        anyBroken = anyBroken || broken[node];
    }
    if (!anyBroken) {
        return leading;
    }
    const NodeFlags mine = witnesses(graph, top, broken);
    std::vector<Node> others;
    for (Node node = 0; node < culprit.size(); ++node) {
        // One that builds is a witness of its own; it can only go with revisions that it contains.
        if (node != top && culprit[node] > negligible && (broken[node] || mine[node])) {
            others.push_back(node);
        }
    }
    if (others.size() > compared) {
        std::ranges::nth_element(others, others.begin() + compared,
                                 [&](Node a, Node b) { return culprit[a] > culprit[b]; });
        others.resize(compared);
    }
    for (const Node node : others) {
        if (witnesses(graph, node, broken) == mine) {
            leading.nodes.push_back(node);
            leading.probability += culprit[node];
        }
    }
    std::ranges::sort(leading.nodes);
    return leading;
}

} // namespace culprit::search
