// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/reach.h"

#include "engine/search/strandreach.h"

#include <algorithm>
#include <array>
#include <optional>

namespace culprit::search
{

namespace
{

/// Whether the last node contains all others.
bool endsInOne(const Graph &graph, std::span<const Node> nodes)
{
    const NodeFlags contained = graph.ancestors(std::array{nodes.back()});
    return std::ranges::all_of(nodes, [&contained](Node node) { return contained[node]; });
}

} // namespace

ReachCounts countReach(const Graph &graph, std::span<const Node> nodes, const ReachLimits &limits)
{
    ReachCounts result;
    if (nodes.empty()) {
        return result;
    }
    const Strands strands(graph, nodes);
    const std::uint64_t words = std::uint64_t{strands.count()} * strands.count() / 64;
    std::optional<StrandReach> counted;
    if (endsInOne(graph, nodes)) {
        counted = reachByWalks(strands, limits.steps);
    }
    if (!counted && words <= limits.words) {
        counted = reachByRows(strands);
    }
    if (!counted) {
        result.exact = false;
        counted = reachBySample(strands, limits.samples);
    }
    result.counts.resize(nodes.size());
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const Strand strand = strands.strandOf(at);
        result.counts[at] = (*counted)[strand] - (strands.size(strand) - 1 - strands.offsetOf(at));
    }
    return result;
}

std::uint32_t reachOf(const Graph &graph, std::span<const Node> nodes, Node node)
{
    const NodeFlags contained = graph.ancestors(std::array{node});
    return static_cast<std::uint32_t>(
        std::ranges::count_if(nodes, [&contained](Node other) { return contained[other]; }));
}

} // namespace culprit::search
