// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/ancestorsums.h"

#include "engine/search/reach.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

namespace culprit::search
{

namespace
{

constexpr std::size_t wordBits = 64;
constexpr std::size_t rowWords = 8;
constexpr std::size_t rowBits = rowWords * wordBits;
using Row = std::array<std::uint64_t, rowWords>;

/// What each node contains of the rowBits nodes from first on; rows of the nodes before first are empty.
void fillBlock(const Graph &graph, std::size_t first, std::vector<Row> &rows)
{
    for (std::size_t node = first; node < graph.size(); ++node) {
        Row row{};
        for (const Node parent : graph.parents(static_cast<Node>(node))) {
            if (parent >= first) {
                for (std::size_t word = 0; word < rowWords; ++word) {
                    row[word] |= rows[parent][word];
                }
            }
        }
        if (node < first + rowBits) {
            row[(node - first) / wordBits] |= std::uint64_t{1} << ((node - first) % wordBits);
        }
        rows[node] = row;
    }
}

} // namespace

AncestorSums::AncestorSums(const Graph &graph)
    : m_graph(graph), m_base(graph.size(), none), m_starts(graph.size() + 1, 0)
{
    chooseBases();
    collectRest();
}

void AncestorSums::chooseBases()
{
    std::vector<Node> all(m_graph.size());
    std::iota(all.begin(), all.end(), Node{0});
    // Exact counts: they are the sizes of what is written down.
    const std::vector<std::uint32_t> counts =
        countReach(m_graph, all, {.words = std::numeric_limits<std::uint64_t>::max()}).counts;
    const std::uint64_t most = 48 * m_graph.size() + (std::uint64_t{1} << 16U);
    std::uint64_t kept = 0;
    for (const Node node : all) {
        const auto parents = m_graph.parents(node);
        if (!parents.empty()) {
            m_base[node] = *std::ranges::max_element(parents, {}, [&](Node parent) { return counts[parent]; });
            std::uint64_t rest = counts[node] - 1 - counts[m_base[node]];
            if (rest > 0 && kept + rest > most) {
                m_walked.push_back(node);
                rest = 0;
            }
            kept += rest;
        }
        m_starts[node + 1] = kept;
    }
    m_rest.resize(kept);
}

void AncestorSums::collectRest()
{
    std::vector<Row> rows(m_rest.empty() ? 0 : m_graph.size());
    std::vector<std::uint64_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t first = 0; first < rows.size(); first += rowBits) {
        fillBlock(m_graph, first, rows);
        for (std::size_t node = first; node < rows.size(); ++node) {
            if (m_starts[node] == m_starts[node + 1]) {
                continue;
            }
            const Node base = m_base[node];
            for (std::size_t word = 0; word < rowWords; ++word) {
                std::uint64_t bits = rows[node][word] & ~(base >= first ? rows[base][word] : 0);
                for (; bits != 0; bits &= bits - 1) {
                    const std::size_t found =
                        first + word * wordBits + static_cast<std::size_t>(std::countr_zero(bits));
                    if (found != node) {
                        m_rest[next[node]++] = static_cast<Node>(found);
                    }
                }
            }
        }
    }
}

std::vector<double> AncestorSums::of(std::span<const double> weights) const
{
    std::vector<double> sums(m_graph.size());
    auto walked = m_walked.begin();
    for (Node node = 0; node < sums.size(); ++node) {
        if (walked != m_walked.end() && *walked == node) {
            ++walked;
            const NodeFlags inside = m_graph.ancestors(std::array{node});
            for (Node ancestor = 0; ancestor <= node; ++ancestor) {
                sums[node] += inside[ancestor] ? weights[ancestor] : 0;
            }
            continue;
        }
        double sum = weights[node] + (m_base[node] == none ? 0 : sums[m_base[node]]);
        for (std::uint64_t at = m_starts[node]; at < m_starts[node + 1]; ++at) {
            sum += weights[m_rest[at]];
        }
        sums[node] = sum;
    }
    return sums;
}

} // namespace culprit::search
