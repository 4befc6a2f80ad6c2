// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/bayes.h"
#include "tests/benchmarks/searchplayer/referee.h"

namespace culprit::bench
{

enum class Mode {
    Auto,          ///< one visit after the other
    Async,         ///< builder and machines side by side
    Deterministic, ///< git's own search: one run a revision, any crash is bad
};

struct Task {
    search::Graph graph;
    std::vector<double> prior;
    search::Costs costs;
    double confidence = 0.99;
    Mode mode = Mode::Auto;
};

struct GameEnd {
    bool stopped = false;                  ///< by the referee
    std::optional<search::Leading> answer; ///< nothing if the search gave up
};

/// Plays one game with the engine's own search.
[[nodiscard]] Result<GameEnd> play(Task task, Referee &referee);

} // namespace culprit::bench
