// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/rangeindex.h"

#include <algorithm>

namespace culprit::crash
{

namespace
{

/// Ranges that overlap more deeply than this are made up; the search stays fast on them.
constexpr std::size_t deepestOverlap = 256;

} // namespace

void RangeIndex::add(std::uint64_t low, std::uint64_t high, std::uint64_t value)
{
    if (low < high) {
        m_ranges.push_back({low, high, value, high});
    }
}

void RangeIndex::sort()
{
    std::ranges::stable_sort(m_ranges, {}, &Range::low);
    std::uint64_t highest = 0;
    for (Range &range : m_ranges) {
        highest = std::max(highest, range.high);
        range.highest = highest;
    }
}

std::optional<std::uint64_t> RangeIndex::find(std::uint64_t address) const
{
    auto at = std::ranges::upper_bound(m_ranges, address, {}, &Range::low);
    const Range *best = nullptr;
    for (std::size_t seen = 0; at != m_ranges.begin() && seen < deepestOverlap; ++seen) {
        --at;
        if (at->highest <= address) {
            break;
        }
        if (address < at->high && (best == nullptr || at->high - at->low < best->high - best->low)) {
            best = &*at;
        }
    }
    return best != nullptr ? std::optional(best->value) : std::nullopt;
}

} // namespace culprit::crash
