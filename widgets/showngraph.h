// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitrange.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace culprit::widgets
{

/// A range of which some commits are not shown: the edges lead over those to the next ones that are.
struct ShownGraph {
    std::vector<bool> shown; ///< by index into CommitRange::commits
    /// Of shown commits: the newest shown ancestors, none of which contains another.
    std::vector<std::vector<history::CommitIndex>> parents;
    /// Of shown commits: how many that are not shown it contains and none of its `parents` does.
    std::vector<std::uint32_t> between;
    bool firstParentsOnly = false; ///< merges have parents that are left out on purpose

    /// Whether it can be made in some ten ms; takes the more memory the more of a long range is shown.
    [[nodiscard]] static bool isFeasible(const std::vector<bool> &shown);
    [[nodiscard]] static ShownGraph make(const history::CommitRange &range, std::vector<bool> shown);
    /// The same in the time of one walk, however long the range; nothing unless each shown commit contains all older
    /// ones.
    [[nodiscard]] static std::optional<ShownGraph> ofLine(const history::CommitRange &range, std::vector<bool> shown);
};

} // namespace culprit::widgets
