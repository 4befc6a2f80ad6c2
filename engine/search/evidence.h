// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace culprit::search
{

/// The verdict of one revision, as the search takes it.
enum class Mark : std::uint8_t { None, Good, Bad, Skip };

/// What is known: one mark per node of the graph; nodes past the end of marks have none. While no node is marked bad
/// the last one, the bad end of the range, is held for bad.
struct Evidence {
    std::vector<Mark> marks;

    bool operator==(const Evidence &) const = default;
};

/// A good revision that contains a bad one: one of the two verdicts is wrong, or the bug was fixed and came back.
struct Contradiction {
    Node good = 0;
    Node bad = 0;

    bool operator==(const Contradiction &) const = default;
};

/// What a search makes of the evidence.
struct Choice {
    enum class State : std::uint8_t {
        Test,          ///< next is to be tested
        Found,         ///< the one candidate is the culprit
        OnlySkipped,   ///< one of the candidates is the culprit, all but the first bad one of them are skipped
        Contradiction, ///< the verdicts exclude each other, see contradictions
    };

    State state = State::Contradiction;
    std::optional<Node> next; ///< set for Test
    /// Revisions that can still be the culprit, the bad end of them last. Ascending; for OnlySkipped in git's order.
    std::vector<Node> candidates;
    std::vector<Contradiction> contradictions; ///< one pair for each bad revision that a good one contains
    std::size_t remaining = 0; ///< "revisions left to test after this" as git counts them; 0 unless Test
    int steps = 0;             ///< "roughly K steps" as git estimates them; 0 unless Test
    std::string reason;        ///< one sentence for the window

    bool operator==(const Choice &) const = default;
};

} // namespace culprit::search
