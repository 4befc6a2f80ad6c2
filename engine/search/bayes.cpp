// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/bayes.h"

#include "engine/search/buildchance.h"

#include <algorithm>
#include <cmath>

namespace culprit::search
{

namespace
{

constexpr int hitsToLearn = 3;       ///< crashes of the bad end that teach the rate
constexpr int runsToLearn = 10;      ///< and runs: three crashes in three runs are not yet "always"
constexpr int mostToLearn = 120;     ///< runs of an end that hardly ever crashes
constexpr double leastBits = 0.0001; ///< a visit that tells less is not worth making
constexpr double idleBits = 1e-5;    ///< what idle machines may be used for
constexpr double buildBits = 0.01;   ///< a visit that tells less is not worth a build ahead of need
constexpr double doubtAlone = 0.6;   ///< share of the doubt allowed for where one machine runs alone
constexpr double littleRate = 0.25;  ///< of what more runs on built revisions give: less is not worth a build

Observation observationAt(const Observations &seen, Node node)
{
    const auto found = std::ranges::find(seen.revisions, node, &Observation::node);
    return found == seen.revisions.end() ? Observation{node, Making::Untried, {}} : *found;
}

Observation &observationIn(Observations &seen, Node node)
{
    const auto found = std::ranges::find(seen.revisions, node, &Observation::node);
    return found == seen.revisions.end() ? seen.revisions.emplace_back(Observation{node, Making::Untried, {}}) : *found;
}

/// A person who is sure of the bug at a revision leaves the bad end outside the range: nothing is tested there any
/// more.
bool isBadEndMoot(const Graph &graph, const Observations &seen)
{
    return std::ranges::any_of(seen.opinions, [&graph](const Opinion &opinion) {
        return opinion.present && std::isinf(opinion.odds) && opinion.node != graph.last();
    });
}

std::optional<Visit> visitToLearn(const Observations &seen, Node badEnd, const Costs &costs)
{
    const Observation end = observationAt(seen, badEnd);
    const Counts &counts = end.counts;
    if (end.making == Making::Broken || counts.ended() >= mostToLearn ||
        (counts.target >= hitsToLearn && counts.ended() >= runsToLearn)) {
        return std::nullopt;
    }
    Visit visit;
    visit.node = badEnd;
    visit.runs = counts.target >= hitsToLearn ? std::min(costs.machines, runsToLearn - counts.ended()) : costs.machines;
    visit.batches = 1;
    visit.minutes = costs.batch + (end.making == Making::Built ? 0 : costs.build);
    return visit;
}

/// Adds to `then` the likelier end of so many runs.
void expectLikelier(const Belief &now, const Observations &seen, Node node, int runs, Observations &then)
{
    const bool hit = now.possible() && chanceOfSilence(now, seen, node, runs) < 0.5;
    Observation &revision = observationIn(then, node);
    if (hit) {
        revision.counts.target += 1;
    } else {
        revision.counts.ok += runs;
    }
}

} // namespace

BayesSearch::BayesSearch(Graph graph, std::vector<double> prior)
    : m_graph(std::make_shared<const Graph>(std::move(graph))),
      m_sums(std::make_shared<const AncestorSums>(*m_graph)),
      m_prior(std::move(prior))
{
}

BayesSearch::BayesSearch(const BayesSearch &other, std::vector<double> prior)
    : m_graph(other.m_graph), m_sums(other.m_sums), m_prior(std::move(prior))
{
}

BayesSearch BayesSearch::withPrior(std::vector<double> prior) const
{
    return {*this, std::move(prior)};
}

double endsAt(double confidence, const Costs &costs)
{
    return costs.machines > 1 ? confidence : 1 - (1 - confidence) * doubtAlone;
}

Advice BayesSearch::advise(const Belief &now, const Observations &seen, const Costs &costs, double confidence) const
{
    Advice advice;
    if (!now.possible()) {
        return advice;
    }
    const std::vector<double> buildChance = buildChances(*m_graph, seen);
    advice.answer = leadingAnswer(*m_graph, buildChance, now.culprit());
    if (m_graph->size() > 1 && !seen.fix && !isBadEndMoot(*m_graph, seen)) {
        advice.visit = visitToLearn(seen, m_graph->last(), costs);
        if (advice.visit) {
            advice.state = Advice::State::Learn;
            return advice;
        }
    }
    if (advice.answer.probability >= endsAt(confidence, costs)) {
        advice.state = Advice::State::Found;
        return advice;
    }
    advice.visit = bestVisit(*m_graph, now, seen, buildChance, costs);
    advice.state = Advice::State::Visit;
    if (!advice.visit || advice.visit->bits < leastBits * advice.visit->builds) {
        advice.visit.reset();
        advice.state = Advice::State::Exhausted;
    }
    return advice;
}

Orders BayesSearch::orders(const Belief &now, const Observations &seen, const Advice &advice, const UnderWay &underWay,
                           const Costs &costs) const
{
    Orders orders = worthwhile(now, seen, advice, underWay, costs);
    const bool standsStill = !orders.run && !orders.build && !underWay.running && !underWay.building;
    if (standsStill && advice.visit) { // hardly worth it is better than nothing
        if (observationAt(seen, advice.visit->node).making == Making::Built) {
            orders.run = advice.visit;
        } else {
            orders.build = advice.visit->node;
        }
    }
    return orders;
}

Orders BayesSearch::worthwhile(const Belief &now, const Observations &seen, const Advice &advice,
                               const UnderWay &underWay, const Costs &costs) const
{
    Orders orders;
    const std::vector<double> buildChance = buildChances(*m_graph, seen);
    const auto isBuilt = [&](Node node) { return observationAt(seen, node).making == Making::Built; };
    const bool learns = advice.state == Advice::State::Learn;
    if (!underWay.running) {
        orders.run = learns ? advice.visit : bestVisit(*m_graph, now, seen, buildChance, costs, Reach::Built);
        if (orders.run && (!isBuilt(orders.run->node) || (!learns && orders.run->bits < idleBits))) {
            orders.run.reset();
        }
    }
    if (learns && !isBuilt(advice.visit->node)) {
        orders.build = advice.visit->node;
        return orders;
    }

    // What the builder should have ready is what will be wanted once the runs have ended the likelier way.
    Observations then = seen;
    if (underWay.running) {
        expectLikelier(now, seen, *underWay.running, underWay.runs, then);
    } else if (orders.run) {
        expectLikelier(now, seen, orders.run->node, orders.run->runs, then);
    }
    const Belief later = belief(then);
    if (!later.possible()) {
        return orders;
    }
    const std::optional<Visit> next = bestVisit(*m_graph, later, then, buildChance, costs, Reach::Unbuilt);
    const std::optional<Visit> stay = bestVisit(*m_graph, later, then, buildChance, costs, Reach::Built);
    const double least = stay && !learns ? littleRate * stay->bitsPerMinute() : 0;
    if (underWay.building) {
        Costs rest = costs;
        rest.build = std::max(0.05 * costs.build, costs.build - underWay.builtFor);
        const Visit goOn =
            visitOf(later, observationAt(then, *underWay.building), buildChance[*underWay.building], rest);
        if (goOn.bits > 0 && (!next || goOn.bitsPerMinute() >= next->bitsPerMinute())) {
            orders.build = underWay.building;
            return orders;
        }
    }
    if (next && next->bits >= buildBits && next->bitsPerMinute() >= least) {
        orders.build = next->node;
    }
    return orders;
}

} // namespace culprit::search
