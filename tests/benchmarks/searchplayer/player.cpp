// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/player.h"

#include "engine/search/halving.h"

#include <algorithm>

namespace culprit::bench
{

using namespace search;

namespace
{

const GameEnd stopped{true, std::nullopt};
const GameEnd gaveUp{};

Observation &at(Observations &seen, Node node)
{
    const auto found = std::ranges::find(seen.revisions, node, &Observation::node);
    return found != seen.revisions.end() ? *found : seen.revisions.emplace_back(Observation{node, Making::Untried, {}});
}

void add(Counts &counts, const Counts &more)
{
    counts.target += more.target;
    counts.ok += more.ok;
    counts.stranger += more.stranger;
}

struct Terms {
    Costs costs;
    double confidence;
};

Result<GameEnd> playAuto(const BayesSearch &search, const Terms &terms, Referee &referee)
{
    Observations seen;
    for (;;) {
        const Advice advice = search.advise(seen, terms.costs, terms.confidence);
        if (advice.state == Advice::State::Impossible) {
            return gaveUp;
        }
        if (advice.ended()) {
            return GameEnd{false, advice.answer};
        }
        const Node node = advice.visit->node;
        auto end = referee.visit(node, advice.visit->runs);
        if (!end) {
            return std::unexpected(std::move(end.error()));
        }
        if (!*end) {
            return stopped;
        }
        Observation &revision = at(seen, node);
        revision.making = (*end)->built ? Making::Built : Making::Broken;
        add(revision.counts, (*end)->counts);
        seen.opinions.insert(seen.opinions.end(), (*end)->said.begin(), (*end)->said.end());
    }
}

/// What is seen, under way and late in a game with a clock.
struct Clocked {
    Observations seen;
    UnderWay underWay;
    double now = 0;
    double buildBegan = 0;

    void follow(const Orders &orders, Referee &referee)
    {
        if (orders.build && orders.build != underWay.building) {
            referee.startBuild(*orders.build);
            underWay.building = orders.build;
            buildBegan = now;
        }
        if (orders.run && !underWay.running) {
            referee.startRuns(orders.run->node, orders.run->runs);
            underWay.running = orders.run->node;
            underWay.runs = orders.run->runs;
        }
    }
    void take(const Event &event)
    {
        now = event.minutes;
        Observation &revision = at(seen, event.node);
        if (event.what == Event::What::Ran) {
            add(revision.counts, event.counts);
            underWay.running.reset();
        } else {
            revision.making = event.what == Event::What::Built ? Making::Built : Making::Broken;
            underWay.building.reset();
        }
    }
};

Result<GameEnd> playAsync(const BayesSearch &search, const Terms &terms, Referee &referee)
{
    Clocked game;
    for (;;) {
        const Belief now = search.belief(game.seen);
        const Advice advice = search.advise(now, game.seen, terms.costs, terms.confidence);
        if (advice.state == Advice::State::Impossible) {
            return gaveUp;
        }
        game.underWay.builtFor = game.now - game.buildBegan;
        if (!advice.ended()) {
            game.follow(search.orders(now, game.seen, advice, game.underWay, terms.costs), referee);
        }
        if (advice.ended() || (!game.underWay.running && !game.underWay.building)) {
            return GameEnd{false, advice.answer};
        }
        auto events = referee.wait();
        if (!events) {
            return std::unexpected(std::move(events.error()));
        }
        if (!*events) {
            return stopped;
        }
        for (const Event &event : **events) {
            game.take(event);
        }
    }
}

Result<GameEnd> playDeterministic(const Graph &graph, Referee &referee)
{
    Evidence evidence{std::vector<Mark>(graph.size(), Mark::None)};
    for (;;) {
        const Choice choice = bisect(graph, evidence);
        if (choice.state == Choice::State::Contradiction) {
            return gaveUp;
        }
        if (choice.state != Choice::State::Test) {
            return GameEnd{false, Leading{choice.candidates, 1}};
        }
        auto end = referee.visit(*choice.next, 1);
        if (!end) {
            return std::unexpected(std::move(end.error()));
        }
        if (!*end) {
            return stopped;
        }
        const Counts &counts = (*end)->counts;
        evidence.marks[*choice.next] = !(*end)->built                        ? Mark::Skip
                                       : counts.target + counts.stranger > 0 ? Mark::Bad
                                                                             : Mark::Good;
    }
}

} // namespace

Result<GameEnd> play(Task task, Referee &referee)
{
    if (task.mode == Mode::Deterministic) {
        return playDeterministic(task.graph, referee);
    }
    const BayesSearch search(std::move(task.graph), std::move(task.prior));
    const Terms terms{task.costs, task.confidence};
    return task.mode == Mode::Async ? playAsync(search, terms, referee) : playAuto(search, terms, referee);
}

} // namespace culprit::bench
