// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// A strand of a Strands.
using Strand = std::uint32_t;

/// A part of a graph as lines of nodes in which each but the first has one parent, which has no other child. Whoever
/// contains a node of another strand contains that strand from its first node on, and what follows a strand follows
/// its last node: ancestry between strands is ancestry between nodes. Strands are numbered parents first. A kernel
/// history has about one for six commits.
class Strands final
{
public:
    /// The nodes are ascending and closed: what lies between two of them is one of them.
    Strands(const Graph &graph, std::span<const Node> nodes);

    [[nodiscard]] std::size_t count() const { return m_sizes.size(); }
    /// How many nodes it has.
    [[nodiscard]] std::uint32_t size(Strand strand) const { return m_sizes[strand]; }
    [[nodiscard]] std::span<const Strand> parents(Strand strand) const
    {
        return std::span(m_parents).subspan(m_starts[strand], m_starts[strand + 1] - m_starts[strand]);
    }
    /// Of a node, by its position among the nodes.
    [[nodiscard]] Strand strandOf(std::size_t position) const { return m_strands[position]; }
    /// How many nodes of its strand come before it.
    [[nodiscard]] std::uint32_t offsetOf(std::size_t position) const { return m_offsets[position]; }

private:
    std::vector<Strand> m_strands;
    std::vector<std::uint32_t> m_offsets;
    std::vector<std::uint32_t> m_sizes;
    std::vector<std::uint32_t> m_starts{0};
    std::vector<Strand> m_parents;
};

} // namespace culprit::search
