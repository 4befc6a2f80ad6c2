// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/buildchance.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace culprit::search
{

namespace
{

constexpr double stretch = 8;          ///< revisions that fail to build in a row, in the mean
constexpr int far = 80;                ///< links after which a neighbour tells nothing
constexpr double mendedBetween = 0.05; ///< chance that a failure was mended and came back for the same reason

/// The nearest tried revision in one direction.
struct Neighbour {
    int links = far;
    bool built = false;
    int cause = 0;
};

/// Along parent links (what each revision contains) or along child links (what contains it).
std::vector<Neighbour> nearest(const Graph &graph, const Observations &seen, bool towardsParents)
{
    std::vector<Neighbour> neighbours(graph.size());
    std::deque<Node> queue;
    for (const Observation &revision : seen.revisions) {
        if (revision.making != Making::Untried) {
            neighbours[revision.node] = {0, revision.making == Making::Built, revision.cause};
            queue.push_back(revision.node);
        }
    }
    while (!queue.empty()) {
        const Node node = queue.front();
        queue.pop_front();
        const Neighbour next{neighbours[node].links + 1, neighbours[node].built, neighbours[node].cause};
        for (const Node other : towardsParents ? graph.children(node) : graph.parents(node)) {
            if (next.links < neighbours[other].links) {
                neighbours[other] = next;
                queue.push_back(other);
            }
        }
    }
    return neighbours;
}

/// Building and not building as a chain of two states, seen at both sides. usual: the share that does not build.
class Chain
{
public:
    explicit Chain(double usual) : m_usual(usual), m_kept(std::max(0.0, 1 - 1 / (stretch * (1 - usual)))) {}
    [[nodiscard]] double builds(const Neighbour &below, const Neighbour &above) const
    {
        const double yes = (1 - m_usual) * chanceOf(below, true) * chanceOf(above, true);
        const double no = m_usual * chanceOf(below, false) * chanceOf(above, false);
        const double builds = yes / (yes + no);
        const bool oneFailure = !below.built && !above.built && below.cause != 0 && below.cause == above.cause;
        return oneFailure ? mendedBetween * builds : builds;
    }

private:
    /// Of the neighbour's state, given the state here.
    [[nodiscard]] double chanceOf(const Neighbour &neighbour, bool here) const
    {
        if (neighbour.links >= far) {
            return 1;
        }
        const double share = neighbour.built ? 1 - m_usual : m_usual;
        const double tie = std::pow(m_kept, neighbour.links);
        return share * (1 - tie) + (neighbour.built == here ? tie : 0);
    }

    double m_usual;
    double m_kept; ///< how much of the state is still known one revision on
};

} // namespace

std::vector<double> buildChances(const Graph &graph, const Observations &seen)
{
    double built = 0;
    double broken = 0;
    for (const Observation &revision : seen.revisions) {
        built += revision.making == Making::Built ? 1 : 0;
        broken += revision.making == Making::Broken ? 1 : 0;
    }
    // Failures come together, so that many in one place are few in the range.
    const double usual = (0.3 + 0.5 * std::min(broken, 6.0)) / (6 + built + std::min(broken, 6.0));
    std::vector<double> chances(graph.size(), 1 - usual);
    if (broken > 0) {
        const Chain chain(usual);
        const std::vector<Neighbour> below = nearest(graph, seen, true);
        const std::vector<Neighbour> above = nearest(graph, seen, false);
        for (std::size_t node = 0; node < chances.size(); ++node) {
            chances[node] = chain.builds(below[node], above[node]);
        }
    }
    for (const Observation &revision : seen.revisions) {
        if (revision.making != Making::Untried) {
            chances[revision.node] = revision.making == Making::Built ? 1 : 0;
        }
    }
    for (const Node node : seen.mute) {
        chances[node] = 0;
    }
    return chances;
}

} // namespace culprit::search
