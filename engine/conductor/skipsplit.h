// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"
#include "engine/session/state.h"

#include <optional>
#include <span>

namespace culprit::conductor
{

/// A skipped revision among commits that nothing tells apart, and what its verdict would leave of them.
struct SkipSplit {
    search::Node revision = 0;
    std::size_t contained = 0; ///< left if it is on the newer side of the change: it and what it contains
    std::size_t others = 0;    ///< left if it is not

    bool operator==(const SkipSplit &) const = default;
};

/// The one that would leave the fewest at worst, of several the newest. Nothing if none of them is skipped, or the
/// verdict of each is all but known.
[[nodiscard]] std::optional<SkipSplit> bestSplit(const session::SessionState &state, const search::Graph &graph,
                                                 std::span<const search::Node> suspects);

/// That revision, why it cannot be tested and what its verdict would leave; sentences with a blank before them, empty
/// if there is none.
[[nodiscard]] QString whatWouldSplit(const session::SessionState &state, const search::Graph &graph,
                                     std::span<const search::Node> suspects);

} // namespace culprit::conductor
