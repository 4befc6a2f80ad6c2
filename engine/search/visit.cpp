// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/visit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace culprit::search
{

namespace
{

constexpr std::array batchSteps{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96};
constexpr std::size_t lookedAt = 24; ///< unbuilt revisions that are weighed exactly
constexpr double negligible = 1e-4;  ///< bits
constexpr double nothing = 1e-9;     ///< chance of a class that is passed over
constexpr double settled = 1e-5;     ///< chance of presence, or of absence, that needs no more looks

/// Entropy of a coin, bits.
double entropy(double chance)
{
    return chance <= 0 || chance >= 1 ? 0 : -chance * std::log2(chance) - (1 - chance) * std::log2(1 - chance);
}

constexpr std::size_t steps = batchSteps.size();
using Chances = std::array<double, steps>;

/// For each class the chances that the bug does not show in so many batches, for each of batchSteps, at a revision that
/// has the bug and at one that has not.
struct Silence {
    std::vector<Chances> present;
    std::vector<Chances> absent;
    std::vector<Chances> namesake; ///< at one without the bug where a namesake shows
    std::vector<Chances> presentEntropy;
    std::vector<Chances> absentEntropy;
};

Chances entropies(const Chances &chances)
{
    Chances bits{};
    std::ranges::transform(chances, bits.begin(), entropy);
    return bits;
}

Chances mix(const std::vector<double> &weights, const std::vector<Chances> &points)
{
    Chances chances{};
    for (std::size_t point = 0; point < weights.size(); ++point) {
        for (std::size_t step = 0; step < steps; ++step) {
            chances[step] += weights[point] * points[point][step];
        }
    }
    return chances;
}

/// maybePresent: if the bug may be present there; else the chances for that are left out. Only the first `upTo` of
/// batchSteps are filled.
Silence silenceAfter(const Belief &belief, const Counts &seen, int machines, bool maybePresent = true,
                     std::size_t upTo = steps)
{
    const Rates &rates = belief.rates();
    std::vector<Chances> present(rates.presentPoints());
    std::vector<Chances> absent(rates.absentPoints());
    for (std::size_t step = 0; step < upTo; ++step) {
        const int runs = batchSteps[step] * machines;
        for (std::size_t point = 0; maybePresent && point < present.size(); ++point) {
            present[point][step] = rates.missPresent(point, seen, runs);
        }
        for (std::size_t point = 0; point < absent.size(); ++point) {
            absent[point][step] = rates.missAbsent(point, runs);
        }
    }
    Silence silence;
    for (const Belief::Class &group : belief.classes()) {
        silence.present.push_back(maybePresent ? mix(group.present, present) : Chances{});
        silence.absent.push_back(mix(group.absent, absent));
        silence.namesake.push_back(mix(group.namesake, absent));
        silence.presentEntropy.push_back(entropies(silence.present.back()));
        silence.absentEntropy.push_back(entropies(silence.absent.back()));
    }
    return silence;
}

/// What silence tells about the culprit, and the chance of it.
struct Outlook {
    Chances bits{};
    Chances silent{};
};

Outlook outlookOf(const Belief &belief, const Belief::Look &look, const Silence &silence)
{
    Outlook outlook;
    Chances known{};
    for (std::size_t i = 0; i < look.present.size(); ++i) {
        const Belief::Class &group = belief.classes()[i];
        const double present = look.present[i];
        const double absent = std::max(0.0, group.posterior - present);
        if (group.posterior < nothing) {
            continue;
        }
        const double namesake = absent > nothing ? Belief::namesakeAt(group, look.share) : 0;
        const bool mixed = namesake > negligible;
        for (std::size_t step = 0; step < steps; ++step) {
            const double usual = silence.absent[i][step];
            const double ifAbsent = mixed ? namesake * silence.namesake[i][step] + (1 - namesake) * usual : usual;
            outlook.silent[step] += present * silence.present[i][step] + absent * ifAbsent;
            known[step] += present * silence.presentEntropy[i][step] +
                           absent * (mixed ? entropy(ifAbsent) : silence.absentEntropy[i][step]);
        }
    }
    for (std::size_t step = 0; step < steps; ++step) {
        outlook.bits[step] = std::max(0.0, entropy(outlook.silent[step]) - known[step]);
    }
    return outlook;
}

/// Mean batches used of at most each of batchSteps, from the chances of silence.
Chances meanBatches(const Chances &silent)
{
    Chances mean{};
    mean[0] = 1;
    for (std::size_t step = 1; step < steps; ++step) {
        const int more = batchSteps[step] - batchSteps[step - 1];
        // Batch n+1 is run if n were silent: n from the last step on to this one, by the trapezium between them.
        const double slope = (silent[step] - silent[step - 1]) / more;
        mean[step] = mean[step - 1] + more * silent[step - 1] + slope * more * (more - 1) / 2;
    }
    return mean;
}

/// The best number of batches at a revision.
Visit weigh(const Outlook &outlook, double buildMinutes, double builds, double batchMinutes)
{
    const Chances batches = meanBatches(outlook.silent);
    Visit best;
    for (std::size_t step = 0; step < steps; ++step) {
        Visit visit;
        visit.batches = batchSteps[step];
        visit.builds = builds;
        visit.bits = builds * outlook.bits[step];
        visit.minutes = buildMinutes + builds * batchMinutes * batches[step];
        if (visit.bitsPerMinute() > best.bitsPerMinute()) {
            best = visit;
        }
    }
    return best;
}

/// Fewer runs than machines tell as much where the bug shows often: no more are started than add something.
int runsOfBatch(const Belief &belief, const Visit &visit, const Counts &seen, int machines)
{
    const Belief::Look look = belief.lookAt(visit.node);
    const auto bits = [&](int runs) {
        return outlookOf(belief, look, silenceAfter(belief, seen, runs, true, 1)).bits.front();
    };
    const double enough = 0.985 * bits(machines);
    int few = 0;
    int many = machines;
    while (many - few > 1) {
        const int runs = (few + many) / 2;
        (bits(runs) < enough ? few : many) = runs;
    }
    return many;
}

struct Place {
    Node node;
    double value;
};

/// The value of a visit by the presence of the bug alone, all classes taken together.
class RoughValue
{
public:
    RoughValue(const Belief &belief, const Silence &silence, const Costs &costs)
    {
        Chances present{};
        Chances absent{};
        for (std::size_t i = 0; i < belief.classes().size(); ++i) {
            for (std::size_t step = 0; step < steps; ++step) {
                present[step] += belief.classes()[i].posterior * silence.present[i][step];
                absent[step] += belief.classes()[i].posterior * silence.absent[i][step];
            }
        }
        for (int part = 1; part < parts; ++part) {
            const double presence = static_cast<double>(part) / parts;
            Outlook outlook;
            for (std::size_t step = 0; step < steps; ++step) {
                outlook.silent[step] = presence * present[step] + (1 - presence) * absent[step];
                outlook.bits[step] = entropy(outlook.silent[step]) - presence * entropy(present[step]) -
                                     (1 - presence) * entropy(absent[step]);
            }
            m_values[static_cast<std::size_t>(part)] = weigh(outlook, costs.build, 1, costs.batch).bitsPerMinute();
        }
    }
    [[nodiscard]] double at(double presence) const
    {
        const double place = std::clamp(presence, 0.0, 1.0) * parts;
        const auto low = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(parts - 1));
        const double rest = place - static_cast<double>(low);
        return m_values[low] * (1 - rest) + m_values[low + 1] * rest;
    }

private:
    static constexpr int parts = 64;
    std::array<double, parts + 1> m_values{};
};

/// Unbuilt revisions that promise most, best first, and one where the bug is most likely absent: runs there teach how
/// often its title comes without it.
std::vector<Node> promising(const Belief &belief, const Silence &silence, std::span<const double> buildChance,
                            const std::vector<bool> &built, const Costs &costs)
{
    const RoughValue rough(belief, silence, costs);
    std::vector<Place> places;
    std::optional<Node> cleanest;
    for (Node node = 0; node < buildChance.size(); ++node) {
        if (built[node] || buildChance[node] <= 0) {
            continue;
        }
        const double presence = belief.presence()[node];
        if (buildChance[node] > 0.5 && (!cleanest || presence < belief.presence()[*cleanest])) {
            cleanest = node;
        }
        if (entropy(presence) > negligible) {
            places.push_back({node, rough.at(presence) * buildChance[node]});
        }
    }
    const auto better = [](const Place &a, const Place &b) {
        return a.value > b.value || (a.value == b.value && a.node < b.node);
    };
    const std::size_t kept = std::min(places.size(), lookedAt);
    std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(kept), better);
    places.resize(kept);
    std::vector<Node> nodes;
    for (const Place &place : places) {
        nodes.push_back(place.node);
    }
    if (cleanest && std::ranges::find(nodes, *cleanest) == nodes.end()) {
        nodes.push_back(*cleanest);
    }
    return nodes;
}

} // namespace

Visit visitOf(const Belief &belief, const Observation &revision, double buildChance, const Costs &costs)
{
    const bool built = revision.making == Making::Built;
    Visit visit =
        weigh(outlookOf(belief, belief.lookAt(revision.node), silenceAfter(belief, revision.counts, costs.machines)),
              built ? 0 : costs.build, built ? 1 : buildChance, costs.batch);
    visit.node = revision.node;
    if (visit.bits > 0) {
        visit.runs = runsOfBatch(belief, visit, revision.counts, costs.machines);
    }
    return visit;
}

std::optional<Visit> bestVisit(const Graph &graph, const Belief &belief, const Observations &seen,
                               std::span<const double> buildChance, const Costs &costs, Reach reach)
{
    std::vector<bool> built(graph.size(), false);
    for (const Observation &revision : seen.revisions) {
        built[revision.node] = revision.making == Making::Built;
    }
    Visit best;
    Counts bestSeen;
    const auto consider = [&](Node node, const Counts &counts, const Silence &silence, double buildMinutes) {
        if (belief.presence()[node] <= 0 || belief.presence()[node] >= 1) {
            return; // a person is sure of it
        }
        Visit visit =
            weigh(outlookOf(belief, belief.lookAt(node), silence), buildMinutes, buildChance[node], costs.batch);
        visit.node = node;
        if (visit.bitsPerMinute() > best.bitsPerMinute()) {
            best = visit;
            bestSeen = counts;
        }
    };
    if (reach != Reach::Unbuilt) {
        for (const Observation &revision : seen.revisions) {
            const double presence = belief.presence()[revision.node];
            if (revision.making == Making::Built && !revision.isTwin && presence < 1 - settled) {
                consider(revision.node, revision.counts,
                         silenceAfter(belief, revision.counts, costs.machines, presence > settled), 0);
            }
        }
    }
    if (reach != Reach::Built) {
        const Silence silence = silenceAfter(belief, {}, costs.machines);
        for (const Node node : promising(belief, silence, buildChance, built, costs)) {
            consider(node, {}, silence, costs.build);
        }
    }
    if (best.bits <= 0) {
        return std::nullopt;
    }
    best.runs = runsOfBatch(belief, best, bestSeen, costs.machines);
    return best;
}

double chanceOfSilence(const Belief &belief, const Observations &seen, Node node, int runs)
{
    const auto revision = std::ranges::find(seen.revisions, node, &Observation::node);
    const Counts counts = revision == seen.revisions.end() ? Counts{} : revision->counts;
    return outlookOf(belief, belief.lookAt(node), silenceAfter(belief, counts, runs, true, 1)).silent.front();
}

} // namespace culprit::search
