// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// Sums over the ancestors of every revision at once. A revision's sum is that of the parent that contains most,
/// itself, and what it contains besides; what that is gets written down once, so that each later sum takes time in
/// proportion to the graph. Making it takes n*n/32 word operations; memory stays below 64 numbers a revision.
class AncestorSums final
{
public:
    explicit AncestorSums(const Graph &graph);

    [[nodiscard]] const Graph &graph() const { return m_graph; }
    /// For each revision the sum of the weights (one for each revision) of its ancestors and of itself.
    [[nodiscard]] std::vector<double> of(std::span<const double> weights) const;

private:
    void chooseBases();
    void collectRest();

    static constexpr Node none = ~Node{0};

    const Graph &m_graph;
    std::vector<Node> m_base;            ///< the parent that contains most; none for a root
    std::vector<std::uint64_t> m_starts; ///< of a revision's rest in m_rest
    std::vector<Node> m_rest;            ///< what a merge contains besides its base and itself
    std::vector<Node> m_walked;          ///< ascending: merges whose rest would be too long to keep
};

} // namespace culprit::search
