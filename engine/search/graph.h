// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// Position of a revision in a Graph, counted from 0.
using Node = std::uint32_t;

/// One flag per node of a graph.
using NodeFlags = std::vector<bool>;

/// A range of history as small integers: parents come before children, the bad end is the last node, the good ends are
/// outside. Immutable; parents and children are kept as one array each.
class Graph final
{
public:
    /// parents[n] lists the parents of node n that are in the range, in the order of the history, each smaller than n.
    /// dates are seconds since 1970; a search takes newer revisions first. ranks break the ties that dates leave: the
    /// position of each revision's name among all names when sorted (see ranksOf).
    /// An Error of kind Use says which node is wrong.
    [[nodiscard]] static Result<Graph> make(const std::vector<std::vector<Node>> &parents,
                                            std::vector<std::int64_t> dates, std::vector<std::uint32_t> ranks);

    /// At least 1.
    [[nodiscard]] std::size_t size() const { return m_dates.size(); }
    /// The bad end of the range.
    [[nodiscard]] Node last() const { return static_cast<Node>(size() - 1); }
    [[nodiscard]] std::span<const Node> parents(Node node) const { return m_parents.of(node); }
    [[nodiscard]] std::span<const Node> children(Node node) const { return m_children.of(node); }
    [[nodiscard]] std::int64_t date(Node node) const { return m_dates[node]; }
    [[nodiscard]] std::uint32_t rank(Node node) const { return m_ranks[node]; }

    /// A node is its own ancestor.
    [[nodiscard]] bool isAncestor(Node ancestor, Node descendant) const;
    /// The given nodes and everything they contain.
    [[nodiscard]] NodeFlags ancestors(std::span<const Node> nodes) const;
    /// The given nodes and everything that contains one of them.
    [[nodiscard]] NodeFlags descendants(std::span<const Node> nodes) const;

private:
    struct Rows {
        std::vector<std::uint32_t> starts;
        std::vector<Node> nodes;

        [[nodiscard]] std::span<const Node> of(Node node) const
        {
            return std::span(nodes).subspan(starts[node], starts[node + 1] - starts[node]);
        }
    };

    Graph() = default;
    void fillChildren();

    Rows m_parents;
    Rows m_children;
    std::vector<std::int64_t> m_dates;
    std::vector<std::uint32_t> m_ranks;
};

} // namespace culprit::search
