// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/showngraph.h"

#include <algorithm>
#include <bit>

namespace culprit::widgets
{

using history::CommitIndex;

namespace
{

constexpr std::size_t mostBits = std::size_t(1) << 26; ///< commits times shown ones
constexpr std::size_t wordBits = 64;

/// For each commit of a range a set of shown ones, which are numbered from 0.
class Sets final
{
public:
    Sets(std::size_t commits, std::size_t shown)
        : m_words((shown + wordBits - 1) / wordBits), m_bits(commits * m_words, 0)
    {
    }

    void add(CommitIndex commit, std::size_t member)
    {
        m_bits[commit * m_words + member / wordBits] |= std::uint64_t(1) << (member % wordBits);
    }

    [[nodiscard]] bool has(CommitIndex commit, std::size_t member) const
    {
        return (m_bits[commit * m_words + member / wordBits] >> (member % wordBits) & 1) != 0;
    }

    void addAll(CommitIndex commit, CommitIndex other)
    {
        for (std::size_t word = 0; word < m_words; ++word) {
            m_bits[commit * m_words + word] |= m_bits[other * m_words + word];
        }
    }

    /// Those of a commit that are in no set of another member of it; `places`: of the members.
    [[nodiscard]] std::vector<std::size_t> outermost(CommitIndex commit, const std::vector<CommitIndex> &places) const
    {
        std::vector<std::uint64_t> inner(m_words, 0);
        eachOf(commit, [&](std::size_t member) {
            for (std::size_t word = 0; word < m_words; ++word) {
                inner[word] |= m_bits[places[member] * m_words + word];
            }
        });
        std::vector<std::size_t> found;
        eachOf(commit, [&](std::size_t member) {
            if ((inner[member / wordBits] >> (member % wordBits) & 1) == 0) {
                found.push_back(member);
            }
        });
        return found;
    }

    template <class Function>
    void eachOf(CommitIndex commit, Function function) const
    {
        for (std::size_t word = 0; word < m_words; ++word) {
            for (std::uint64_t left = m_bits[commit * m_words + word]; left != 0; left &= left - 1) {
                function(word * wordBits + static_cast<std::size_t>(std::countr_zero(left)));
            }
        }
    }

private:
    std::size_t m_words;
    std::vector<std::uint64_t> m_bits;
};

} // namespace

bool ShownGraph::isFeasible(const std::vector<bool> &shown)
{
    return static_cast<std::size_t>(std::ranges::count(shown, true)) * shown.size() <= mostBits;
}

ShownGraph ShownGraph::make(const history::CommitRange &range, std::vector<bool> shown)
{
    const auto count = static_cast<CommitIndex>(shown.size());
    std::vector<std::size_t> number(count, 0);
    std::vector<CommitIndex> places;
    for (CommitIndex i = 0; i < count; ++i) {
        if (shown[i]) {
            number[i] = places.size();
            places.push_back(i);
        }
    }
    // Which shown commits contain each commit; itself not among them. Parents come before their children.
    Sets containers(count, places.size());
    for (CommitIndex i = count; i-- > 0;) {
        for (const CommitIndex parent : range.commits[i].parents) {
            if (parent < i) {
                containers.addAll(parent, i);
                if (shown[i]) {
                    containers.add(parent, number[i]);
                }
            }
        }
    }
    ShownGraph graph;
    graph.parents.resize(count);
    graph.between.assign(count, 0);
    // An edge leads down from each container that contains no other one.
    for (const CommitIndex below : places) {
        for (const std::size_t above : containers.outermost(below, places)) {
            graph.parents[places[above]].push_back(below);
        }
    }
    for (std::vector<CommitIndex> &parents : graph.parents) {
        std::ranges::sort(parents, std::ranges::greater());
    }
    for (CommitIndex hidden = 0; hidden < count; ++hidden) {
        if (shown[hidden]) {
            continue;
        }
        containers.eachOf(hidden, [&](std::size_t above) {
            const auto &parents = graph.parents[places[above]];
            const bool isBelow = std::ranges::any_of(
                parents, [&](CommitIndex parent) { return containers.has(hidden, number[parent]); });
            graph.between[places[above]] += isBelow ? 0 : 1;
        });
    }
    graph.shown = std::move(shown);
    return graph;
}

std::optional<ShownGraph> ShownGraph::ofLine(const history::CommitRange &range, std::vector<bool> shown)
{
    ShownGraph graph;
    graph.parents.resize(shown.size());
    graph.between.assign(shown.size(), 0);
    std::vector<bool> seen(shown.size());
    std::optional<CommitIndex> below;
    // The oldest first: what one of them contains is not new to the next.
    for (CommitIndex commit = 0; commit < shown.size(); ++commit) {
        if (!shown[commit]) {
            continue;
        }
        bool reachesBelow = !below;
        seen[commit] = true;
        std::vector<CommitIndex> open{commit};
        while (!open.empty()) {
            const CommitIndex at = open.back();
            open.pop_back();
            for (const CommitIndex parent : range.commits[at].parents) {
                reachesBelow = reachesBelow || parent == *below;
                if (parent < seen.size() && !seen[parent]) {
                    seen[parent] = true;
                    open.push_back(parent);
                    ++graph.between[commit];
                }
            }
        }
        if (!reachesBelow) {
            return std::nullopt;
        }
        if (below) {
            graph.parents[commit] = {*below};
        }
        below = commit;
    }
    graph.shown = std::move(shown);
    return graph;
}

} // namespace culprit::widgets
