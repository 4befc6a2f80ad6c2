// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <span>
#include <vector>

namespace culprit::search
{

/// The best answer that can be given now.
struct Leading {
    std::vector<Node> nodes; ///< ascending; the likeliest revision and those that no kernel can tell from it
    double probability = 0;  ///< that the culprit is among them
};

/// Revisions that do not build hide which of them is the culprit: two candidates that the same buildable revisions
/// contain cannot be told apart and are answered together. Revisions that hardly can build, by their neighbours, count
/// with those that did not. buildChance: as buildChances() says; culprit: the chance of each revision.
[[nodiscard]] Leading leadingAnswer(const Graph &graph, std::span<const double> buildChance,
                                    std::span<const double> culprit);

} // namespace culprit::search
