// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/bayes.h"

#include <functional>
#include <vector>

namespace culprit::test
{

/// How a visit ended: nothing if the revision does not build.
using Ending = std::optional<search::Counts>;

/// Whoever knows how the runs end.
using Referee = std::function<Ending(search::Node node, int runs)>;

struct GameRules {
    search::Costs costs{.build = 6.7, .batch = 1, .machines = 10};
    double confidence = 0.99;
    int mostVisits = 300;
    /// Called before each advice with the number of visits so far.
    std::function<void(search::Observations &, int)> say = [](search::Observations &, int) {};
};

/// A session from its first visit to its end, or to as many visits as the rules allow.
struct Game {
    search::Observations seen;
    search::Advice end;
    std::vector<search::Node> visited;
    int runs = 0;
    int brokenVisits = 0; ///< visits of revisions that were known not to build

    [[nodiscard]] bool ended() const { return end.ended(); }
};

[[nodiscard]] Game play(const search::BayesSearch &search, const Referee &referee, const GameRules &rules = {});

/// A world with a culprit: where it is present a run hits it with a chance of `rate`, else a run ends in another crash
/// with a chance of `stranger`, one in five of which carries the bug's title.
struct HiddenWorld {
    search::NodeFlags present;
    double rate = 1;
    double stranger = 0;
    search::NodeFlags broken = {}; ///< empty: all build

    [[nodiscard]] Referee referee(unsigned seed) const;
};

} // namespace culprit::test
