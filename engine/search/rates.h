// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/observations.h"

#include <cstddef>
#include <span>
#include <vector>

namespace culprit::search
{

/// What is not known about how often the bug shows, as weighted points, so that it can be integrated out.
///
/// Where the bug is present a run hits it with a rate that is Beta distributed around the session's own: from revision
/// to revision rates drift. A present point is a session rate (0.01 to 0.95 evenly in its logarithm, or "always") and
/// an amount of drift. Where it is absent a run can still end in a crash with the bug's title: an absent point is the
/// rate of that, never 0. Strangers that come everywhere teach how often that may be, and tell nothing else.
///
/// Besides, the bug may have a namesake: another bug with the same title and a culprit of its own, at one of the absent
/// points' rates from there on.
class Rates final
{
public:
    /// Prior chance that there is a namesake, and that it is older than the range.
    static constexpr double namesake = 0.012;
    static constexpr double olderNamesake = 0.15;

    /// all: the counts of all runs of the session.
    explicit Rates(const Counts &all);

    [[nodiscard]] std::size_t presentPoints() const { return m_present.size(); }
    [[nodiscard]] std::size_t absentPoints() const { return m_absent.size(); }
    /// The session's rate at a point, 0 to 1.
    [[nodiscard]] double presentRate(std::size_t point) const { return m_present[point].mean; }
    [[nodiscard]] double absentRate(std::size_t point) const { return m_absent[point].rate; }
    /// Logarithms of the prior weights.
    [[nodiscard]] double presentPrior(std::size_t point) const { return m_present[point].logPrior; }
    [[nodiscard]] double absentPrior(std::size_t point) const { return m_absent[point].logPrior; }

    /// The same for the rates of a namesake, minus infinity for those that it cannot have.
    [[nodiscard]] double namesakePrior(std::size_t point) const { return m_absent[point].logNamesake; }

    /// Logarithm of the chance of such counts at one revision that has the bug, one for each point.
    [[nodiscard]] std::vector<double> present(const Counts &counts) const;
    /// The same for a revision without it.
    [[nodiscard]] std::vector<double> absent(const Counts &counts) const;
    /// Chance that the next `runs` runs of a revision that has the bug, and was seen to end like this, all miss it.
    [[nodiscard]] double missPresent(std::size_t point, const Counts &seen, int runs) const;
    [[nodiscard]] double missAbsent(std::size_t point, int runs) const;

private:
    struct Present {
        double mean = 0;
        double alpha = 0; ///< of the Beta distribution of the revisions' rates around the mean
        double beta = 0;
        double logPrior = 0;
        double logBeta = 0; ///< of alpha and beta
    };
    struct Absent {
        double rate = 0;
        double logHit = 0;
        double logMiss = 0;
        double logPrior = 0;
        double logNamesake = 0;
    };

    void fillPresent();
    void fillAbsent(const Counts &all);

    std::vector<Present> m_present;
    std::vector<Absent> m_absent;
};

} // namespace culprit::search
