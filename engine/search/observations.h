// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace culprit::search
{

/// How the runs of one revision ended. Runs that failed for reasons outside the kernel are not counted.
struct Counts {
    int target = 0;   ///< crashes whose title belongs to the session's bug
    int ok = 0;       ///< no crash
    int stranger = 0; ///< crashes with another title

    [[nodiscard]] int ended() const { return target + ok + stranger; }
    bool operator==(const Counts &) const = default;
};

enum class Making : std::uint8_t { Untried, Built, Broken };

/// What was seen of one revision.
struct Observation {
    Node node = 0;
    Making making = Making::Untried;
    Counts counts;
    int cause = 0;       ///< why it is broken: revisions with one number for the same reason; 0 if that is not known
    bool isTwin = false; ///< has the kernel of another revision, which is run in its place

    bool operator==(const Observation &) const = default;
};

/// What somebody says about one revision without runs to show for it: a person's judgement, an imported verdict.
struct Opinion {
    static constexpr double sure = std::numeric_limits<double>::infinity();

    Node node = 0;
    bool present = false; ///< says that the revision has the bug
    double odds = sure;   ///< that it is right: 9 means nine times out of ten; sure is never contradicted

    bool operator==(const Opinion &) const = default;
};

/// Two revisions whose kernels are the same: both have the bug or neither has.
struct EqualKernels {
    Node one = 0;
    Node other = 0;

    bool operator==(const EqualKernels &) const = default;
};

/// Everything that a search under doubt is told.
struct Observations {
    std::vector<Observation> revisions; ///< at most one for each revision, in any order
    std::vector<Opinion> opinions;
    std::vector<EqualKernels> equal;
    Counts before; ///< runs of the ends before the range, which are outside the graph
    /// What is looked for: false, the commit since which the bug is there; true, the one since which it is gone. Then
    /// the ends before the range have the bug, and "the culprit" is the fix.
    bool fix = false;
    std::vector<Node> mute;     ///< revisions whose runs would tell nothing, so that none is visited
    std::vector<Node> innocent; ///< revisions that cannot be the culprit, with all that they contain

    bool operator==(const Observations &) const = default;
};

} // namespace culprit::search
