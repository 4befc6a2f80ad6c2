// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace culprit::test
{

/// The shapes of history that a search has to cope with.
enum class Shape {
    Linear,
    Kernel,     ///< a main line that merges topic branches, some of which were forked long ago
    Octopus,    ///< merges of three and more
    ManyRoots,  ///< histories that began apart
    Tangle,     ///< parents anywhere
    EqualDates, ///< a kernel-like history in which many commits have one date
};

/// Commits 0..n-1, parents first; the last one contains all others.
struct RandomHistory {
    std::vector<std::vector<std::size_t>> parents;
    std::vector<std::int64_t> dates;
};

[[nodiscard]] RandomHistory randomHistory(Shape shape, std::size_t size, std::mt19937 &random);

} // namespace culprit::test
