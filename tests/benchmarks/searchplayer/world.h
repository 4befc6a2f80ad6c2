// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/visit.h"
#include "tests/benchmarks/searchplayer/historytext.h"

#include <cstdint>
#include <string>
#include <vector>

namespace culprit::bench
{

/// What kind of world it is: the "# key=value..." line of its text.
struct Scenario {
    std::string id = "custom";
    std::string topo = "kernel"; ///< shape of the history
    double p = 1;                ///< chance that a run shows the bug where it is present
    double q = 0;                ///< chance that a run ends in an unrelated crash
    double s = 0;                ///< share of commits that do not build
    double title = 0.2;          ///< chance that an unrelated crash carries the bug's title
    double own = 1;              ///< chance that the bug's crash carries its title
    double pvar = 0;             ///< drift of p: standard deviation in log-odds
    std::string qmode = "iid";
    std::string prior = "uniform";
    search::Costs costs{6.7, 1, 10}; ///< keys B, R and P

    bool operator==(const Scenario &) const = default;
};

/// A hidden world: a history, its culprit and how every run ends. Its text has a scenario line, "seed NUMBER",
/// "culprit COMMIT" and for each commit "C INDEX DATE ID PRIOR RATE BROKEN PARENT...", parents first, the bad end last.
/// Empty lines and lines that start with # are comments otherwise.
struct World {
    Scenario scenario;
    std::uint64_t seed = 0;
    search::Node culprit = 0;
    HistoryText history;
    std::vector<double> rates; ///< chance that a run at the commit shows the bug if it is present
    std::vector<bool> broken;
};

/// An Error names the file and the line.
[[nodiscard]] Result<World> readWorld(const std::string &file);

} // namespace culprit::bench
