// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitrange.h"

#include <cstddef>
#include <vector>

namespace culprit::widgets
{

/// A chance for each commit of a range, summed into no more buckets than a ribbon can show.
class RangeProfile final
{
public:
    static constexpr std::size_t mostBuckets = 256;

    RangeProfile() = default;
    explicit RangeProfile(const std::vector<double> &chances);

    [[nodiscard]] bool isEmpty() const { return m_buckets.empty(); }
    [[nodiscard]] std::size_t size() const { return m_buckets.size(); }
    [[nodiscard]] history::CommitIndex firstOf(std::size_t bucket) const; ///< firstOf(size()): how many commits
    [[nodiscard]] std::size_t bucketOf(history::CommitIndex place) const;
    /// That it is one of the bucket's commits.
    [[nodiscard]] double chance(std::size_t bucket) const { return m_buckets[bucket]; }
    /// 0 to 1, the highest bucket 1; the square root of the chance, so that what is unlikely is seen as well.
    [[nodiscard]] double height(std::size_t bucket) const;

    bool operator==(const RangeProfile &) const = default;

private:
    std::size_t m_commits = 0;
    double m_highest = 0;
    std::vector<double> m_buckets;
};

} // namespace culprit::widgets
