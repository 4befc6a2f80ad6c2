// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/search/smallgraphs.h"

#include <algorithm>
#include <numeric>

namespace culprit::test
{

using search::Graph;
using search::Node;

Graph graphOf(const std::vector<std::vector<Node>> &parents)
{
    std::vector<std::int64_t> dates(parents.size());
    std::iota(dates.begin(), dates.end(), 1);
    std::vector<std::uint32_t> ranks(parents.size());
    std::iota(ranks.begin(), ranks.end(), 0U);
    return Graph::make(parents, dates, ranks).value();
}

Graph lineOf(std::size_t size)
{
    std::vector<std::vector<Node>> parents(size);
    for (std::size_t node = 1; node < size; ++node) {
        parents[node].push_back(static_cast<Node>(node - 1));
    }
    return graphOf(parents);
}

Graph tangle(std::size_t size, std::size_t window, std::mt19937 &random)
{
    std::vector<std::vector<Node>> parents(size);
    for (std::size_t node = 1; node < size; ++node) {
        for (std::size_t i = random() % 4; i > 0; --i) {
            parents[node].push_back(static_cast<Node>(node - 1 - random() % std::min(node, window)));
        }
    }
    return graphOf(parents);
}

Graph branches(std::size_t size, std::mt19937 &random)
{
    std::vector<std::vector<Node>> parents(1);
    std::vector<Node> line{0};
    while (parents.size() < size) {
        const std::size_t back = std::min<std::size_t>(line.size(), 1 + random() % 4);
        Node tip = line[line.size() - back];
        // One place is kept for the merge.
        const std::size_t length = std::min<std::size_t>(1 + random() % 9, size - parents.size() - 1);
        for (std::size_t i = 0; i < length; ++i) {
            parents.push_back({tip});
            tip = static_cast<Node>(parents.size() - 1);
        }
        parents.push_back(tip == line.back() ? std::vector<Node>{tip} : std::vector<Node>{line.back(), tip});
        line.push_back(static_cast<Node>(parents.size() - 1));
    }
    return graphOf(parents);
}

} // namespace culprit::test
