// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/score.h"

#include <algorithm>
#include <array>
#include <format>
#include <functional>

namespace culprit::bench
{

using namespace search;

namespace
{

constexpr double slowBatch = 9.4; ///< minutes, as a public bisection log shows them
constexpr double strongClaim = 0.95;

/// Commits that the same working builds contain as the culprit, itself too.
std::size_t alike(const World &world, const Graph &graph)
{
    const auto witnesses = [&](Node node) {
        NodeFlags flags = graph.descendants(std::array{node});
        for (std::size_t i = 0; i < flags.size(); ++i) {
            flags[i] = flags[i] && !world.broken[i];
        }
        return flags;
    };
    const NodeFlags culprits = witnesses(world.culprit);
    std::size_t count = 0;
    for (Node node = 0; node < graph.size(); ++node) {
        count += witnesses(node) == culprits ? 1U : 0U;
    }
    return count;
}

std::size_t mayName(const World &world, const Graph &graph)
{
    if (std::ranges::find(world.broken, true) == world.broken.end()) {
        return 1;
    }
    const std::size_t count = alike(world, graph);
    return count == 1 ? 1 : 2 * count;
}

using Value = std::function<double(const Played &)>;

double sum(const std::vector<Played> &games, const Value &value)
{
    double all = 0;
    for (const Played &game : games) {
        all += value(game);
    }
    return all;
}

double mean(const std::vector<Played> &games, const Value &value)
{
    return games.empty() ? 0 : sum(games, value) / static_cast<double>(games.size());
}

double high(const std::vector<Played> &games, const Value &value)
{
    std::vector<double> values;
    std::ranges::transform(games, std::back_inserter(values), value);
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() * 95 / 100];
}

std::string claims(const std::vector<Played> &games)
{
    std::vector<Played> made;
    std::ranges::copy_if(games, std::back_inserter(made), &Played::answered);
    const Value strong = [](const Played &game) { return game.confidence >= strongClaim ? 1 : 0; };
    const Value strongAndRight = [&](const Played &game) { return game.correct ? strong(game) : 0; };
    const Value off = [](const Played &game) {
        const double miss = game.confidence - (game.correct ? 1 : 0);
        return miss * miss;
    };
    return std::format("{:.4f}\t{}\t{:.0f}\t{:.0f}\t{:.4f}", mean(made, &Played::confidence), made.size(),
                       sum(made, strong), sum(made, strongAndRight), mean(made, off));
}

} // namespace

Played scoreOf(const World &world, const Graph &graph, const GameEnd &end, const Bill &bill, Mode mode)
{
    Played game;
    game.capped = end.stopped;
    game.bill = bill;
    const Costs &costs = world.scenario.costs;
    game.wall = mode == Mode::Async ? bill.clock : costs.build * bill.builds + costs.batch * bill.batches;
    game.wallSlow = costs.build * bill.builds + slowBatch * bill.batches;
    if (end.answer) {
        const std::vector<Node> &nodes = end.answer->nodes;
        game.answered = true;
        game.named = nodes.size();
        game.confidence = end.answer->probability;
        game.correct = std::ranges::find(nodes, world.culprit) != nodes.end() && nodes.size() <= mayName(world, graph);
    }
    return game;
}

std::string columns()
{
    return "scenario\ttopo\tn\tp\tq\ts\ttitle\town\tpvar\tqmode\tprior\tP\tR\tstrategy\ttrials\t"
           "correct\texact\tanswered\tset_size\tbuilds\tbuilds_p95\tfailed_builds\truns\truns_p95\tbatches\t"
           "wall\twall_p95\twall_R9.4\tconf\tclaims\tclaims95\tright95\tbrier\tcapped\tcpu_ms\t"
           "aborted_builds\tbuild_minutes";
}

std::string rowOf(const Scenario &scenario, std::size_t commits, const std::vector<Played> &games)
{
    const Value builds = [](const Played &game) { return game.bill.builds; };
    const Value runs = [](const Played &game) { return game.bill.runs; };
    const auto share = [&games](const auto &flag) {
        return mean(games, [&flag](const Played &game) { return std::invoke(flag, game) ? 1 : 0; });
    };
    const double answered = sum(games, [](const Played &game) { return game.answered ? 1 : 0; });
    const double named = sum(games, [](const Played &game) { return static_cast<double>(game.named); });
    std::string row =
        std::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\tengine\t{}\t", scenario.id, scenario.topo,
                    commits, scenario.p, scenario.q, scenario.s, scenario.title, scenario.own, scenario.pvar,
                    scenario.qmode, scenario.prior, scenario.costs.machines, scenario.costs.batch, games.size());
    row += std::format("{:.4f}\t{:.4f}\t{:.4f}\t{:.2f}\t", share(&Played::correct),
                       share([](const Played &game) { return game.correct && game.named == 1; }),
                       share(&Played::answered), answered > 0 ? named / answered : 0);
    row += std::format("{:.2f}\t{:.0f}\t{:.2f}\t{:.1f}\t{:.0f}\t{:.1f}\t", mean(games, builds), high(games, builds),
                       mean(games, [](const Played &game) { return game.bill.failedBuilds; }), mean(games, runs),
                       high(games, runs), mean(games, [](const Played &game) { return game.bill.batches; }));
    row += std::format("{:.1f}\t{:.1f}\t{:.1f}\t{}\t", mean(games, &Played::wall), high(games, &Played::wall),
                       mean(games, &Played::wallSlow), claims(games));
    row += std::format("{:.0f}\t{:.1f}\t{:.2f}\t{:.1f}",
                       sum(games, [](const Played &game) { return game.capped ? 1 : 0; }), mean(games, &Played::cpu),
                       mean(games, [](const Played &game) { return game.bill.abortedBuilds; }),
                       mean(games, [](const Played &game) { return game.bill.buildMinutes; }));
    return row;
}

} // namespace culprit::bench
