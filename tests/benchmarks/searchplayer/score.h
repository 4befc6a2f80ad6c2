// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/searchplayer/player.h"
#include "tests/benchmarks/searchplayer/worldreferee.h"

#include <string>
#include <vector>

namespace culprit::bench
{

/// How one game ended and what it took.
struct Played {
    bool answered = false;
    bool capped = false;   ///< stopped by the referee
    std::size_t named = 0; ///< commits in the answer
    bool correct = false;  ///< the culprit is among them, and they are not many more than builds can tell apart
    double confidence = 0; ///< claimed
    double wall = 0;       ///< minutes
    double wallSlow = 0;   ///< the same decisions with batches of 9.4 minutes
    double cpu = 0;        ///< milliseconds of the player
    Bill bill;
};

/// The score of one game. An answer may name twice the commits that no build that works can tell from the culprit, and
/// the culprit alone where all can be told.
[[nodiscard]] Played scoreOf(const World &world, const search::Graph &graph, const GameEnd &end, const Bill &bill,
                             Mode mode);

/// Tab separated, with the names of the columns of rowOf.
[[nodiscard]] std::string columns();
/// One scenario's games together: shares, means, 95th percentiles.
[[nodiscard]] std::string rowOf(const Scenario &scenario, std::size_t commits, const std::vector<Played> &games);

} // namespace culprit::bench
