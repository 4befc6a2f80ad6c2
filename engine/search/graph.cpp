// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/graph.h"

#include <array>
#include <format>
#include <limits>
#include <utility>

namespace culprit::search
{

namespace
{

Result<void> check(const std::vector<std::vector<Node>> &parents, std::size_t dates, std::size_t ranks)
{
    if (parents.empty()) {
        return wrongUse("A range without revisions cannot be searched: choose another bad or good commit.");
    }
    if (dates != parents.size() || ranks != parents.size()) {
        return wrongUse(std::format("A graph of {} revisions needs as many dates and ranks, but has {} and {}.",
                                    parents.size(), dates, ranks));
    }
    std::size_t edges = 0;
    for (std::size_t node = 0; node < parents.size(); ++node) {
        for (const Node parent : parents[node]) {
            if (parent >= node) {
                return wrongUse(std::format("Revision {} of the graph names {} as its parent, which is not before it.",
                                            node, parent));
            }
        }
        edges += parents[node].size();
    }
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    if (parents.size() > most || edges > most) {
        return wrongUse("The range has too many revisions to be searched: choose a good commit nearer to the bad one.");
    }
    return {};
}

} // namespace

Result<Graph> Graph::make(const std::vector<std::vector<Node>> &parents, std::vector<std::int64_t> dates,
                          std::vector<std::uint32_t> ranks)
{
    if (auto checked = check(parents, dates.size(), ranks.size()); !checked) {
        return std::unexpected(std::move(checked.error()));
    }
    Graph graph;
    graph.m_dates = std::move(dates);
    graph.m_ranks = std::move(ranks);
    graph.m_parents.starts.reserve(parents.size() + 1);
    graph.m_parents.starts.push_back(0);
    for (const std::vector<Node> &row : parents) {
        graph.m_parents.nodes.insert(graph.m_parents.nodes.end(), row.begin(), row.end());
        graph.m_parents.starts.push_back(static_cast<std::uint32_t>(graph.m_parents.nodes.size()));
    }
    graph.fillChildren();
    return graph;
}

void Graph::fillChildren()
{
    m_children.starts.assign(size() + 1, 0);
    for (const Node parent : m_parents.nodes) {
        ++m_children.starts[parent + 1];
    }
    for (std::size_t node = 0; node < size(); ++node) {
        m_children.starts[node + 1] += m_children.starts[node];
    }
    m_children.nodes.resize(m_parents.nodes.size());
    std::vector<std::uint32_t> next(m_children.starts.begin(), m_children.starts.end() - 1);
    for (Node node = 0; node < size(); ++node) {
        for (const Node parent : parents(node)) {
            m_children.nodes[next[parent]++] = node;
        }
    }
}

bool Graph::isAncestor(Node ancestor, Node descendant) const
{
    return ancestor <= descendant && ancestors(std::array{descendant})[ancestor];
}

NodeFlags Graph::ancestors(std::span<const Node> nodes) const
{
    NodeFlags flags(size(), false);
    for (const Node node : nodes) {
        flags[node] = true;
    }
    for (std::size_t left = size(); left-- > 0;) {
        if (flags[left]) {
            for (const Node parent : parents(static_cast<Node>(left))) {
                flags[parent] = true;
            }
        }
    }
    return flags;
}

NodeFlags Graph::descendants(std::span<const Node> nodes) const
{
    NodeFlags flags(size(), false);
    for (const Node node : nodes) {
        flags[node] = true;
    }
    for (Node node = 0; node < size(); ++node) {
        for (const Node parent : parents(node)) {
            if (flags[parent]) {
                flags[node] = true;
            }
        }
    }
    return flags;
}

} // namespace culprit::search
