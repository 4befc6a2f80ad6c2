// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/explain.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace culprit::search
{

namespace
{

Prospect prospectOf(const Belief &belief, double chance)
{
    Prospect prospect;
    prospect.chance = chance;
    if (!belief.possible()) {
        return prospect;
    }
    std::vector<double> culprit = belief.culprit();
    std::ranges::sort(culprit, std::ranges::greater());
    prospect.leading = culprit.front();
    for (double sum = 0; prospect.likely < culprit.size() && sum < 0.95; ++prospect.likely) {
        sum += culprit[prospect.likely];
    }
    return prospect;
}

Observations with(Observations seen, Node node, const Counts &more)
{
    auto revision = std::ranges::find(seen.revisions, node, &Observation::node);
    if (revision == seen.revisions.end()) {
        revision = seen.revisions.insert(seen.revisions.end(), Observation{node, Making::Built, {}});
    }
    revision->counts.target += more.target;
    revision->counts.ok += more.ok;
    return seen;
}

} // namespace

Prospects prospectsOf(const BayesSearch &search, const Belief &now, const Observations &seen, const Visit &visit)
{
    if (!now.possible()) {
        return {};
    }
    const double silent = chanceOfSilence(now, seen, visit.node, visit.runs);
    // Of a batch that hits the bug one hit is what is sure.
    const Belief hit = search.belief(with(seen, visit.node, {1, 0, 0}));
    const Belief quiet = search.belief(with(seen, visit.node, {0, visit.runs, 0}));
    return {prospectOf(now, 1), prospectOf(hit, 1 - silent), prospectOf(quiet, silent)};
}

RateEstimate rateOf(const Belief &belief)
{
    const std::vector<double> weights = belief.rateWeights();
    std::map<double, double> points; // the chance of each rate
    RateEstimate estimate;
    for (std::size_t point = 0; point < weights.size(); ++point) {
        const double rate = belief.rates().presentRate(point);
        points[rate] += weights[point];
        estimate.mean += weights[point] * rate;
    }
    // A point stands for the rates as far as halfway to its neighbours.
    double sum = 0;
    bool haveLow = false;
    double below = points.begin()->first;
    for (auto point = points.begin(); point != points.end(); ++point) {
        const auto next = std::next(point);
        const double above = next == points.end() ? 1 : (point->first + next->first) / 2;
        if (sum < 0.95) {
            estimate.high = above;
        }
        sum += point->second;
        if (!haveLow && sum >= 0.05) {
            estimate.low = below;
            haveLow = true;
        }
        below = above;
    }
    return estimate;
}

ToGo toGo(const Belief &belief, const Visit &next, const Costs &costs, double confidence)
{
    double bits = 0;
    for (const double chance : belief.culprit()) {
        bits -= chance > 0 ? chance * std::log2(chance) : 0;
    }
    // The search ends before the last bit of doubt is gone.
    const double doubt = std::clamp(1 - confidence, 1e-6, 0.5);
    const double left = std::max(0.0, bits + doubt * std::log2(doubt) + (1 - doubt) * std::log2(1 - doubt));
    ToGo rest;
    if (next.bits <= 0 || costs.batch <= 0) {
        return rest;
    }
    // A build settles at most one bit and in practice most of one; about half of the revisions are silent ones, which
    // take several times the runs after which the bug would have shown.
    constexpr double bitsOfBuild = 0.85;
    constexpr double runsOfVerdict = 3;
    const bool builds = next.minutes > costs.build;
    rest.builds = builds ? std::max(1.0, left / bitsOfBuild) : left / bitsOfBuild;
    const double verdicts = std::max(rest.builds, 0.5);
    rest.runs = verdicts * std::max(1.0, runsOfVerdict / std::max(0.01, rateOf(belief).mean));
    rest.minutes = rest.builds * costs.build + std::ceil(rest.runs / costs.machines) * costs.batch;
    return rest;
}

std::optional<Support> strongestSupport(const BayesSearch &search, const Observations &seen,
                                        std::span<const Node> answer)
{
    std::optional<Support> strongest;
    for (std::size_t i = 0; i < seen.revisions.size(); ++i) {
        if (seen.revisions[i].counts.target + seen.revisions[i].counts.ok == 0) {
            continue;
        }
        Observations less = seen;
        less.revisions[i].counts = {};
        const Belief belief = search.belief(less);
        double chance = 0;
        for (const Node node : answer) {
            chance += belief.possible() ? belief.culprit()[node] : 0;
        }
        if (!strongest || chance < strongest->without) {
            strongest = Support{seen.revisions[i].node, chance};
        }
    }
    return strongest;
}

} // namespace culprit::search
