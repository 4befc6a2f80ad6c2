// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/observations.h"

#include <cstddef>
#include <random>
#include <utility>
#include <vector>

namespace culprit::test
{

[[nodiscard]] search::Graph graphOf(const std::vector<std::vector<search::Node>> &parents);

[[nodiscard]] search::Graph lineOf(std::size_t size);

/// Roots, merges and octopuses: up to three parents each, at most window nodes back. The last node need not contain
/// all.
[[nodiscard]] search::Graph tangle(std::size_t size, std::size_t window, std::mt19937 &random);

/// Branches of a few revisions each, forked from a line of merges and merged into it.
[[nodiscard]] search::Graph branches(std::size_t size, std::mt19937 &random);

/// Evenly from 0 to 1, the same with every standard library.
[[nodiscard]] inline double evenly(std::mt19937 &random)
{
    return static_cast<double>(random()) / 4294967296.0;
}

[[nodiscard]] inline search::Observations saw(std::vector<search::Observation> revisions,
                                              std::vector<search::Opinion> opinions = {})
{
    search::Observations seen;
    seen.revisions = std::move(revisions);
    seen.opinions = std::move(opinions);
    return seen;
}

} // namespace culprit::test
