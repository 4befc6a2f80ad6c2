// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/halving.h"

#include "engine/search/reach.h"
#include "engine/search/skipdodge.h"

#include <algorithm>
#include <array>
#include <bit>
#include <format>
#include <iterator>
#include <limits>
#include <queue>
#include <utility>

namespace culprit::search
{

namespace
{

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// The candidates with what halving needs of them; the vectors by position in nodes, which is ascending.
struct Candidates {
    std::vector<Node> nodes;
    std::vector<std::uint32_t> reach;
    std::vector<std::uint32_t> position; ///< by node of the graph; nowhere for what is no candidate
    std::vector<std::uint32_t> order;    ///< positions in the order in which git weighs them
    bool exact = true;                   ///< see ReachCounts

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(nodes.size()); }
    /// How many candidates the worse verdict leaves out.
    [[nodiscard]] std::uint32_t distance(std::uint32_t at) const { return std::min(reach[at], count() - reach[at]); }
};

std::vector<Mark> fullMarks(const Graph &graph, const Evidence &evidence)
{
    std::vector<Mark> marks = evidence.marks;
    marks.resize(graph.size(), Mark::None);
    return marks;
}

std::vector<Node> marked(const std::vector<Mark> &marks, Mark wanted)
{
    std::vector<Node> nodes;
    for (std::size_t node = 0; node < marks.size(); ++node) {
        if (marks[node] == wanted) {
            nodes.push_back(static_cast<Node>(node));
        }
    }
    return nodes;
}

/// For each of the bad nodes that a good one contains the lowest such good one.
std::vector<Contradiction> contradictionsBetween(const Graph &graph, std::span<const Node> goods,
                                                 std::span<const Node> bads)
{
    std::vector<Node> goodAbove(graph.size(), nowhere);
    for (const Node good : goods) {
        goodAbove[good] = good;
    }
    for (std::size_t left = graph.size(); left-- > 0;) {
        for (const Node parent : graph.parents(static_cast<Node>(left))) {
            goodAbove[parent] = std::min(goodAbove[parent], goodAbove[left]);
        }
    }
    std::vector<Contradiction> found;
    for (const Node bad : bads) {
        if (goodAbove[bad] != nowhere) {
            found.push_back({.good = goodAbove[bad], .bad = bad});
        }
    }
    return found;
}

/// The bad nodes that contain no other bad node: one of them has the fewest candidates.
std::vector<Node> lowestBads(const Graph &graph, std::span<const Node> bads)
{
    const NodeFlags containing = graph.descendants(bads);
    std::vector<Node> lowest;
    std::ranges::copy_if(bads, std::back_inserter(lowest), [&](Node bad) {
        return std::ranges::none_of(graph.parents(bad), [&](Node parent) { return containing[parent]; });
    });
    return lowest;
}

std::vector<Node> candidatesOf(const Graph &graph, Node bad, const NodeFlags &cleared)
{
    const NodeFlags contained = graph.ancestors(std::array{bad});
    std::vector<Node> nodes;
    for (Node node = 0; node <= bad; ++node) {
        if (contained[node] && !cleared[node]) {
            nodes.push_back(node);
        }
    }
    return nodes;
}

std::vector<Node> fewestCandidates(const Graph &graph, std::span<const Node> goods, std::span<const Node> bads)
{
    const NodeFlags cleared = graph.ancestors(goods);
    std::vector<Node> fewest;
    for (const Node bad : lowestBads(graph, bads)) {
        std::vector<Node> nodes = candidatesOf(graph, bad, cleared);
        if (fewest.empty() || nodes.size() < fewest.size()) {
            fewest = std::move(nodes);
        }
    }
    return fewest;
}

/// git walks from the bad end to the newest known commit first, equal dates in the order in which it met them, and
/// weighs in the opposite order.
std::vector<std::uint32_t> weighingOrder(const Graph &graph, const Candidates &candidates)
{
    struct Met {
        std::int64_t date;
        std::uint32_t sequence;
        std::uint32_t at;
    };
    const auto later = [](const Met &a, const Met &b) {
        return a.date != b.date ? a.date < b.date : a.sequence > b.sequence;
    };
    std::priority_queue<Met, std::vector<Met>, decltype(later)> waiting(later);
    std::vector<bool> met(candidates.nodes.size(), false);
    std::uint32_t sequence = 0;
    const auto meet = [&](std::uint32_t at) {
        if (at != nowhere && !met[at]) {
            met[at] = true;
            waiting.push({.date = graph.date(candidates.nodes[at]), .sequence = sequence++, .at = at});
        }
    };
    meet(candidates.count() - 1);
    std::vector<std::uint32_t> order;
    order.reserve(candidates.nodes.size());
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.top().at;
        waiting.pop();
        order.push_back(at);
        for (const Node parent : graph.parents(candidates.nodes[at])) {
            meet(candidates.position[parent]);
        }
    }
    std::ranges::reverse(order);
    return order;
}

Candidates weigh(const Graph &graph, std::vector<Node> nodes)
{
    Candidates candidates{.nodes = std::move(nodes), .reach = {}, .position = {}, .order = {}, .exact = true};
    candidates.position.assign(graph.size(), nowhere);
    for (std::uint32_t at = 0; at < candidates.count(); ++at) {
        candidates.position[candidates.nodes[at]] = at;
    }
    ReachCounts counted = countReach(graph, candidates.nodes);
    candidates.reach = std::move(counted.counts);
    candidates.exact = counted.exact;
    candidates.order = weighingOrder(graph, candidates);
    return candidates;
}

/// git stops at the first commit it finds halfway; in a long range within a thousandth of that.
bool isHalfway(std::uint32_t reach, std::uint32_t count)
{
    const std::int64_t off = std::abs(2 * std::int64_t{reach} - std::int64_t{count});
    return off <= 1 || off < std::int64_t{count} / 1024;
}

/// The first commit halfway, in the order in which git comes to know the weights: merges, then whatever follows a
/// commit of known weight, round after round. Commits without a parent among the candidates are never asked.
std::uint32_t firstHalfway(const Graph &graph, const Candidates &candidates)
{
    std::vector<std::uint32_t> place(candidates.nodes.size()); // in git's order
    for (std::uint32_t i = 0; i < candidates.count(); ++i) {
        place[candidates.order[i]] = i;
    }
    std::vector<std::uint32_t> round(candidates.nodes.size(), 0); // in which the weight becomes known
    auto first = std::pair(nowhere, nowhere);
    for (std::uint32_t at = 0; at < candidates.count(); ++at) {
        std::size_t parents = 0;
        std::uint32_t parent = nowhere;
        for (const Node node : graph.parents(candidates.nodes[at])) {
            if (candidates.position[node] != nowhere) {
                parent = candidates.position[node];
                ++parents;
            }
        }
        if (parents == 1) {
            // A round takes the commits in order, so that it may also know one whose parent it has just come to know.
            round[at] = round[parent] + (round[parent] == 0 || place[parent] > place[at] ? 1 : 0);
        }
        if (parents > 0 && isHalfway(candidates.reach[at], candidates.count())) {
            first = std::min(first, std::pair(round[at], place[at]));
        }
    }
    return first.second == nowhere ? nowhere : candidates.order[first.second];
}

/// Without skips: the first commit halfway, else the first of those that halve best.
std::uint32_t bestUnskipped(const Graph &graph, const Candidates &candidates)
{
    const std::uint32_t halfway = firstHalfway(graph, candidates);
    if (halfway != nowhere) {
        return halfway;
    }
    return *std::ranges::max_element(candidates.order, {}, [&](std::uint32_t at) { return candidates.distance(at); });
}

/// git's estimate of how many tests follow the next one.
int stepsFor(std::size_t candidates)
{
    if (candidates < 3) {
        return 0;
    }
    const int whole = static_cast<int>(std::bit_width(candidates)) - 1;
    const std::size_t power = std::size_t{1} << whole;
    return power < 3 * (candidates - power) ? whole : whole - 1;
}

Choice found(Candidates candidates)
{
    Choice choice;
    choice.state = Choice::State::Found;
    choice.reason = "Every other revision of the range is ruled out.";
    choice.candidates = std::move(candidates.nodes);
    return choice;
}

/// weighed is the commit that halves best, by which git counts; tested is another one where that is skipped.
Choice test(Candidates candidates, std::uint32_t weighed, std::uint32_t tested)
{
    Choice choice;
    choice.state = Choice::State::Test;
    const std::uint32_t count = candidates.count();
    const std::uint32_t reach = candidates.reach[tested];
    choice.next = candidates.nodes[tested];
    choice.remaining = count - candidates.reach[weighed] - 1;
    choice.steps = stepsFor(count);
    choice.reason = std::format("Of {} candidates a good verdict leaves {} and a bad one {}{}.", count, count - reach,
                                reach, weighed == tested ? "" : "; the revision that halves them best is skipped");
    choice.candidates = std::move(candidates.nodes);
    return choice;
}

/// Makes sure of the counts that are told.
void recount(const Graph &graph, Candidates &candidates, std::uint32_t at)
{
    if (!candidates.exact) {
        candidates.reach[at] = reachOf(graph, candidates.nodes, candidates.nodes[at]);
    }
}

Choice chooseUnskipped(const Graph &graph, Candidates candidates)
{
    if (candidates.count() == 1) {
        return found(std::move(candidates));
    }
    const std::uint32_t best = bestUnskipped(graph, candidates);
    recount(graph, candidates, best);
    return test(std::move(candidates), best, best);
}

Choice onlySkipped(const Candidates &candidates, std::span<const std::uint32_t> skipped)
{
    Choice choice;
    choice.state = Choice::State::OnlySkipped;
    for (const std::uint32_t at : skipped) {
        choice.candidates.push_back(candidates.nodes[at]);
    }
    choice.candidates.push_back(candidates.nodes.back());
    choice.reason =
        std::format("Only skipped revisions are left to test: the culprit is one of {}.", choice.candidates.size());
    return choice;
}

/// With skips git sorts all candidates, best first, and looks further where the best one is skipped.
Choice chooseAmongSkipped(const Graph &graph, const std::vector<Mark> &marks, Candidates candidates)
{
    std::vector<std::uint32_t> sorted = candidates.order;
    std::ranges::sort(sorted, {}, [&](std::uint32_t at) {
        return std::pair(candidates.count() - candidates.distance(at), graph.rank(candidates.nodes[at]));
    });
    const auto isSkipped = [&](std::uint32_t at) { return marks[candidates.nodes[at]] == Mark::Skip; };
    const std::uint32_t best = sorted.front();
    const std::uint32_t bad = candidates.count() - 1;
    recount(graph, candidates, best);
    if (!isSkipped(best)) {
        return best == bad ? found(std::move(candidates)) : test(std::move(candidates), best, best);
    }
    std::vector<std::uint32_t> skipped;
    std::vector<std::uint32_t> open;
    std::ranges::partition_copy(sorted, std::back_inserter(skipped), std::back_inserter(open), isSkipped);
    if (open.empty() || open.front() == bad) {
        return onlySkipped(candidates, skipped);
    }
    std::size_t at = skipDodge(open.size());
    if (open[at] == bad) {
        --at;
    }
    recount(graph, candidates, open[at]);
    return test(std::move(candidates), best, open[at]);
}

Choice contradicted(std::vector<Contradiction> contradictions)
{
    Choice choice;
    choice.state = Choice::State::Contradiction;
    choice.contradictions = std::move(contradictions);
    choice.reason =
        choice.contradictions.size() == 1
            ? "A revision judged good contains one judged bad: overrule one of the two verdicts."
            : std::format("{} revisions judged bad are contained in ones judged good: overrule the wrong verdicts.",
                          choice.contradictions.size());
    return choice;
}

} // namespace

Choice bisect(const Graph &graph, const Evidence &evidence)
{
    std::vector<Mark> marks = fullMarks(graph, evidence);
    const std::vector<Node> goods = marked(marks, Mark::Good);
    std::vector<Node> bads = marked(marks, Mark::Bad);
    if (bads.empty()) {
        bads.push_back(graph.last());
    }
    if (auto contradictions = contradictionsBetween(graph, goods, bads); !contradictions.empty()) {
        return contradicted(std::move(contradictions));
    }
    Candidates candidates = weigh(graph, fewestCandidates(graph, goods, bads));
    marks[candidates.nodes.back()] = Mark::Bad;
    if (std::ranges::find(marks, Mark::Skip) == marks.end()) {
        return chooseUnskipped(graph, std::move(candidates));
    }
    return chooseAmongSkipped(graph, marks, std::move(candidates));
}

} // namespace culprit::search
