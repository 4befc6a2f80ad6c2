// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// How many nodes each node contains, itself too.
struct ReachCounts {
    std::vector<std::uint32_t> counts; ///< by position in the list of nodes
    bool exact = true; ///< else counts of merges are estimated: off by a hundredth of all nodes, rarely by two
};

/// How much work counting may take before another way is tried.
struct ReachLimits {
    std::uint64_t steps = 60'000'000;  ///< from strand to strand, ways that share nothing
    std::uint64_t words = 500'000'000; ///< of 64 ancestors
    std::uint32_t samples = 8192;      ///< nodes counted where both are not enough
};

/// For each of the given nodes how many of them it contains. The nodes are ascending and closed: what lies between two
/// of them is one of them.
///
/// A node contains the newest commit of the line of first parents that it contains, with everything in that, and what
/// was forked since: that is walked, which is short in histories like the kernel's. Where it is not, ancestors are
/// counted as rows of bits, n*n/64 words for n strands; where there are too many of those a sample of them is. Takes
/// some 100 bytes a node and at most a few seconds.
[[nodiscard]] ReachCounts countReach(const Graph &graph, std::span<const Node> nodes, const ReachLimits &limits = {});

/// Its counts alone.
[[nodiscard]] inline std::vector<std::uint32_t> reach(const Graph &graph, std::span<const Node> nodes)
{
    return countReach(graph, nodes).counts;
}

/// The number of the given nodes that node contains, exactly. Takes a walk over the graph.
[[nodiscard]] std::uint32_t reachOf(const Graph &graph, std::span<const Node> nodes, Node node);

} // namespace culprit::search
