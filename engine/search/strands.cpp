// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/strands.h"

#include <algorithm>
#include <limits>

namespace culprit::search
{

namespace
{

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// The position of each node among the given ones.
std::vector<std::uint32_t> positionsOf(const Graph &graph, std::span<const Node> nodes)
{
    std::vector<std::uint32_t> positions(graph.size(), nowhere);
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        positions[nodes[at]] = static_cast<std::uint32_t>(at);
    }
    return positions;
}

} // namespace

Strands::Strands(const Graph &graph, std::span<const Node> nodes) : m_strands(nodes.size()), m_offsets(nodes.size())
{
    const std::vector<std::uint32_t> positions = positionsOf(graph, nodes);
    const auto isInside = [&positions](Node node) { return positions[node] != nowhere; };
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const std::span<const Node> parents = graph.parents(nodes[at]);
        const auto inside = std::ranges::count_if(parents, isInside);
        if (inside == 1) {
            const Node parent = *std::ranges::find_if(parents, isInside);
            if (std::ranges::count_if(graph.children(parent), isInside) == 1) {
                m_strands[at] = m_strands[positions[parent]];
                m_offsets[at] = m_sizes[m_strands[at]]++;
                continue;
            }
        }
        m_strands[at] = static_cast<Strand>(m_sizes.size());
        m_sizes.push_back(1);
        for (const Node parent : parents) {
            if (isInside(parent)) {
                m_parents.push_back(m_strands[positions[parent]]);
            }
        }
        m_starts.push_back(static_cast<std::uint32_t>(m_parents.size()));
    }
}

} // namespace culprit::search
