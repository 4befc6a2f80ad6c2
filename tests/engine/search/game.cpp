// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/search/game.h"

#include "tests/engine/search/smallgraphs.h"

#include <algorithm>
#include <memory>

namespace culprit::test
{

using namespace search;

namespace
{

Observation &of(Observations &seen, Node node)
{
    const auto found = std::ranges::find(seen.revisions, node, &Observation::node);
    return found != seen.revisions.end() ? *found : seen.revisions.emplace_back(Observation{node, Making::Untried, {}});
}

} // namespace

Game play(const BayesSearch &search, const Referee &referee, const GameRules &rules)
{
    Game game;
    for (int visits = 0;; ++visits) {
        rules.say(game.seen, visits);
        game.end = search.advise(game.seen, rules.costs, rules.confidence);
        if (game.ended() || visits == rules.mostVisits) {
            return game;
        }
        const Node node = game.end.visit->node;
        Observation &revision = of(game.seen, node);
        game.brokenVisits += revision.making == Making::Broken ? 1 : 0;
        game.visited.push_back(node);
        const Ending ending = referee(node, game.end.visit->runs);
        revision.making = ending ? Making::Built : Making::Broken;
        if (ending) {
            revision.counts.target += ending->target;
            revision.counts.ok += ending->ok;
            revision.counts.stranger += ending->stranger;
            game.runs += ending->ended();
        }
    }
}

Referee HiddenWorld::referee(unsigned seed) const
{
    return [world = *this, random = std::make_shared<std::mt19937>(seed)](Node node, int runs) -> Ending {
        if (!world.broken.empty() && world.broken[node]) {
            return std::nullopt;
        }
        Counts counts;
        for (int i = 0; i < runs; ++i) {
            if (world.present[node] && evenly(*random) < world.rate) {
                ++counts.target;
            } else if (evenly(*random) < world.stranger) {
                ++(evenly(*random) < 0.2 ? counts.target : counts.stranger);
            } else {
                ++counts.ok;
            }
        }
        return counts;
    };
}

} // namespace culprit::test
