// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rangeprofile.h"

#include <algorithm>
#include <cmath>

namespace culprit::widgets
{

RangeProfile::RangeProfile(const std::vector<double> &chances)
    : m_commits(chances.size()), m_buckets(std::min(chances.size(), mostBuckets))
{
    for (std::size_t place = 0; place < m_commits; ++place) {
        m_buckets[bucketOf(static_cast<history::CommitIndex>(place))] += chances[place];
    }
    m_highest = m_buckets.empty() ? 0 : std::ranges::max(m_buckets);
}

history::CommitIndex RangeProfile::firstOf(std::size_t bucket) const
{
    return static_cast<history::CommitIndex>((bucket * m_commits + size() - 1) / size());
}

std::size_t RangeProfile::bucketOf(history::CommitIndex place) const
{
    return place * size() / m_commits;
}

double RangeProfile::height(std::size_t bucket) const
{
    return m_highest > 0 ? std::sqrt(m_buckets[bucket] / m_highest) : 0;
}

} // namespace culprit::widgets
