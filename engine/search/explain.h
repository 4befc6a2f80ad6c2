// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/bayes.h"

#include <cstddef>
#include <optional>
#include <span>

namespace culprit::search
{

/// Where the search would stand after one answer.
struct Prospect {
    double chance = 0;      ///< of that answer
    std::size_t likely = 0; ///< the fewest revisions that hold the culprit with 95 %
    double leading = 0;     ///< chance of the likeliest one

    bool operator==(const Prospect &) const = default;
};

/// What the next batch of runs of a visit can show.
struct Prospects {
    Prospect now; ///< chance is 1
    Prospect hit; ///< the bug shows
    Prospect silent;

    bool operator==(const Prospects &) const = default;
};

/// now: the belief of what was seen.
[[nodiscard]] Prospects prospectsOf(const BayesSearch &search, const Belief &now, const Observations &seen,
                                    const Visit &visit);

/// How often the bug shows where it is present, in the session as a whole: the mean, and bounds that hold it with 90 %.
struct RateEstimate {
    double mean = 0;
    double low = 0;
    double high = 0;

    bool operator==(const RateEstimate &) const = default;
};

[[nodiscard]] RateEstimate rateOf(const Belief &belief);

/// What is left to do, roughly: by the information that is missing and how often the bug shows.
struct ToGo {
    double builds = 0;
    double runs = 0;
    double minutes = 0; ///< expect between three fifths and five thirds of each

    bool operator==(const ToGo &) const = default;
};

[[nodiscard]] ToGo toGo(const Belief &belief, const Visit &next, const Costs &costs, double confidence);

/// The tested revision without whose runs the leading answer would lose most.
struct Support {
    Node node = 0;
    double without = 0; ///< chance of the leading answer without them

    bool operator==(const Support &) const = default;
};

[[nodiscard]] std::optional<Support> strongestSupport(const BayesSearch &search, const Observations &seen,
                                                      std::span<const Node> answer);

} // namespace culprit::search
