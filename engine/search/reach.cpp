// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/reach.h"

#include <array>
#include <bit>
#include <cstddef>
#include <limits>

namespace culprit::search
{

namespace
{

constexpr std::size_t wordBits = 64;
constexpr std::size_t rowWords = 8;
constexpr std::size_t rowBits = rowWords * wordBits;
using Row = std::array<std::uint64_t, rowWords>;

/// The parents of each node, by position in the list of nodes; positions[starts[i]..starts[i+1]) belong to node i.
struct Parents {
    std::vector<std::size_t> starts{0};
    std::vector<std::size_t> positions;
    bool merges = false; ///< some node has two or more
};

Parents parentsAmong(const Graph &graph, std::span<const Node> nodes)
{
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> position(graph.size(), none);
    Parents parents;
    parents.starts.reserve(nodes.size() + 1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        position[nodes[i]] = i;
        for (const Node parent : graph.parents(nodes[i])) {
            if (position[parent] != none) {
                parents.positions.push_back(position[parent]);
            }
        }
        parents.merges = parents.merges || parents.positions.size() > parents.starts.back() + 1;
        parents.starts.push_back(parents.positions.size());
    }
    return parents;
}

/// Counts, for every node, which of the rowBits nodes from first on it contains. Only merges need the counting.
void countBlock(const Parents &parents, std::size_t first, std::vector<Row> &rows, std::vector<std::uint32_t> &counts)
{
    for (std::size_t i = first; i < counts.size(); ++i) {
        Row row{};
        const std::size_t begin = parents.starts[i];
        const std::size_t end = parents.starts[i + 1];
        for (std::size_t at = begin; at < end; ++at) {
            const std::size_t parent = parents.positions[at];
            if (parent < first) {
                continue;
            }
            for (std::size_t word = 0; word < rowWords; ++word) {
                row[word] |= rows[parent][word];
            }
        }
        if (i < first + rowBits) {
            row[(i - first) / wordBits] |= std::uint64_t{1} << ((i - first) % wordBits);
        }
        rows[i] = row;
        if (end - begin > 1) {
            for (const std::uint64_t word : row) {
                counts[i] += static_cast<std::uint32_t>(std::popcount(word));
            }
        }
    }
}

} // namespace

std::vector<std::uint32_t> reach(const Graph &graph, std::span<const Node> nodes)
{
    const Parents parents = parentsAmong(graph, nodes);
    std::vector<std::uint32_t> counts(nodes.size(), 0);
    std::vector<Row> rows(nodes.size());
    for (std::size_t first = 0; parents.merges && first < nodes.size(); first += rowBits) {
        countBlock(parents, first, rows, counts);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t begin = parents.starts[i];
        switch (parents.starts[i + 1] - begin) {
        case 0:
            counts[i] = 1;
            break;
        case 1:
            counts[i] = counts[parents.positions[begin]] + 1;
            break;
        default:
            break;
        }
    }
    return counts;
}

} // namespace culprit::search
