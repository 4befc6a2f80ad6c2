// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/belief.h"

#include <optional>
#include <span>

namespace culprit::search
{

/// What work costs in this session. Minutes, all above 0.
struct Costs {
    double build = 5; ///< to build a revision
    double batch = 1; ///< for runs side by side, as many as machines
    int machines = 1; ///< runs that fit side by side

    bool operator==(const Costs &) const = default;
};

/// One look at a revision: build it unless that is done, then run it batch by batch until the bug shows or `batches`
/// have ended.
struct Visit {
    Node node = 0;
    int runs = 0;       ///< of the first batch; after it everything is weighed again
    int batches = 0;    ///< at most
    double bits = 0;    ///< information about the culprit that it is expected to give
    double minutes = 0; ///< that it is expected to take
    double builds = 1;  ///< chance that the revision builds

    [[nodiscard]] double bitsPerMinute() const { return minutes > 0 ? bits / minutes : 0; }
    bool operator==(const Visit &) const = default;
};

/// Which revisions may be visited.
enum class Reach : std::uint8_t { Any, Built, Unbuilt };

/// The visit that gives most information a minute; nothing if none gives any. buildChance as buildChances() says; with
/// Reach::Built the build costs nothing.
[[nodiscard]] std::optional<Visit> bestVisit(const Graph &graph, const Belief &belief, const Observations &seen,
                                             std::span<const double> buildChance, const Costs &costs,
                                             Reach reach = Reach::Any);

/// What a visit of this very revision would give.
[[nodiscard]] Visit visitOf(const Belief &belief, const Observation &revision, double buildChance, const Costs &costs);

/// Chance that the bug does not show in so many more runs of the revision.
[[nodiscard]] double chanceOfSilence(const Belief &belief, const Observations &seen, Node node, int runs);

} // namespace culprit::search
