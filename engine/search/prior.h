// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace culprit::search
{

/// What a prior that is wrong costs at most: so many builds more than none would take, at one bit a build.
inline constexpr double mostExtraSteps = 2;

/// A prior for BayesSearch from weights that may mislead: with a chance of one in 2^mostExtraSteps they are taken to
/// say nothing, so that no revision has less than that part of an equal share. The mean is 1. Weights: one for each
/// revision, none negative; if they are all 0, or none are given, as many equal ones come back.
[[nodiscard]] std::vector<double> boundedPrior(std::span<const double> weights);

} // namespace culprit::search
