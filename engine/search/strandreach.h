// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/strands.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace culprit::search
{

/// By strand: how many nodes its last node contains, itself too.
using StrandReach = std::vector<std::uint32_t>;

/// By walks down to the line of first parents of the last strand, which must contain all others. Nothing if that takes
/// more than maxSteps steps.
[[nodiscard]] std::optional<StrandReach> reachByWalks(const Strands &strands, std::uint64_t maxSteps);

/// By rows of bits, one bit for each strand.
[[nodiscard]] StrandReach reachByRows(const Strands &strands);

/// By rows of bits, one bit for each of some nodes drawn at random, always the same ones.
[[nodiscard]] StrandReach reachBySample(const Strands &strands, std::uint32_t samples);

} // namespace culprit::search
