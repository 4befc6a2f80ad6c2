// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace culprit::search
{

/// The position of each name among all names when sorted: what Graph::make takes as ranks. Equal names keep their
/// order.
template <class Name>
[[nodiscard]] std::vector<std::uint32_t> ranksOf(const std::vector<Name> &names)
{
    std::vector<std::uint32_t> sorted(names.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::ranges::stable_sort(sorted, {}, [&names](std::uint32_t index) -> const Name & { return names[index]; });
    std::vector<std::uint32_t> ranks(names.size());
    for (std::uint32_t place = 0; place < sorted.size(); ++place) {
        ranks[sorted[place]] = place;
    }
    return ranks;
}

} // namespace culprit::search
