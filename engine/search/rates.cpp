// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/rates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace culprit::search
{

namespace
{

struct Weighted {
    double value;
    double weight;
};

// Chosen on simulated sessions of many kinds (tests/benchmarks/searchplayer), not fitted to one.
constexpr double always = 0.35; ///< prior chance that the bug shows in (nearly) every run
constexpr std::array alwaysRates{Weighted{0.998, 0.7}, Weighted{0.98, 0.3}};
constexpr int rateCount = 20;
constexpr double lowestRate = 0.01;
constexpr double highestRate = 0.95;
/// Standard deviation of a revision's rate around the session's, in log-odds. Strong drift is held for less likely
/// where the bug is rare: doubting each silent revision would cost more there than it saves.
constexpr std::array drifts{Weighted{0.2, 0.45}, Weighted{0.45, 0.3}, Weighted{0.9, 0.25}};
constexpr double strongDrift = 0.7;
constexpr double rare = 0.2;
constexpr double strongDriftIfRare = 0.4; ///< of its weight

/// Rates of crashes that carry the target's title where the bug is absent.
constexpr std::array absentRates{1e-4, 4e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 2e-2, 3.5e-2, 5e-2, 8e-2, 0.13, 0.2};
constexpr std::array strangerRates{Weighted{3e-4, 0.3}, Weighted{2e-3, 0.1}, Weighted{5e-3, 0.1},
                                   Weighted{1e-2, 0.1}, Weighted{2e-2, 0.1}, Weighted{5e-2, 0.1},
                                   Weighted{0.1, 0.1},  Weighted{0.2, 0.05}, Weighted{0.4, 0.05}};
/// Share of the unrelated crashes that carry the target's title, like Beta(1, 4).
constexpr std::array titleShares{Weighted{0.02, 0.2}, Weighted{0.08, 0.2},  Weighted{0.16, 0.2},
                                 Weighted{0.26, 0.2}, Weighted{0.45, 0.15}, Weighted{0.7, 0.05}};
constexpr std::array namesakeRates{1e-2, 2e-2, 3.5e-2, 5e-2, 8e-2};

/// Stirling's series, for x above 0; std::lgamma takes several times as long.
double logGamma(double x)
{
    double shift = 1;
    for (; x < 7; x += 1) {
        shift *= x;
    }
    constexpr double halfLogTwoPi = 0.91893853320467274;
    return (x - 0.5) * std::log(x) - x + halfLogTwoPi + 1 / (12 * x) - 1 / (360 * x * x * x) -
           (shift == 1 ? 0 : std::log(shift));
}

std::size_t nearestAbsent(double rate)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < absentRates.size(); ++i) {
        if (std::abs(std::log(absentRates[i] / rate)) < std::abs(std::log(absentRates[best] / rate))) {
            best = i;
        }
    }
    return best;
}

} // namespace

Rates::Rates(const Counts &all)
{
    fillPresent();
    fillAbsent(all);
}

void Rates::fillPresent()
{
    for (const auto &[drift, driftWeight] : drifts) {
        for (int i = 0; i < rateCount; ++i) {
            const double mean = lowestRate * std::pow(highestRate / lowestRate, (i + 0.5) / rateCount);
            const double precision = 1 / (drift * drift);
            const double share = drift > strongDrift && mean < rare ? strongDriftIfRare : 1;
            m_present.push_back({mean, precision / (1 - mean), precision / mean,
                                 std::log((1 - always) * driftWeight * share / rateCount), 0});
        }
    }
    constexpr double sharp = 1e4; // an "always" does not drift
    for (const auto &[rate, weight] : alwaysRates) {
        m_present.push_back({rate, sharp * rate, sharp * (1 - rate), std::log(always * weight), 0});
    }
    for (Present &point : m_present) {
        point.logBeta = logGamma(point.alpha) + logGamma(point.beta) - logGamma(point.alpha + point.beta);
    }
}

void Rates::fillAbsent(const Counts &all)
{
    // How strangers came weighs each pair of stranger rate and share with the target's title.
    std::array<double, absentRates.size()> weights{};
    const double misses = all.ok + all.stranger;
    std::vector<double> logs;
    double most = -1e300;
    for (const auto &[rate, weight] : strangerRates) {
        for (const auto &[share, shareWeight] : titleShares) {
            const double seen = rate * (1 - share);
            const double log = std::log(weight * shareWeight) + all.stranger * std::log(seen) +
                               (misses - all.stranger) * std::log1p(-seen);
            logs.push_back(log);
            most = std::max(most, log);
        }
    }
    double sum = 0;
    auto log = logs.begin();
    for (const auto &[rate, weight] : strangerRates) {
        for (const auto &[share, shareWeight] : titleShares) {
            const double chance = std::exp(*log++ - most);
            weights[nearestAbsent(rate * share)] += chance;
            sum += chance;
        }
    }
    for (std::size_t i = 0; i < absentRates.size(); ++i) {
        const double rate = absentRates[i];
        const bool couldBeNamesake = std::ranges::find(namesakeRates, rate) != namesakeRates.end();
        m_absent.push_back({rate, std::log(rate), std::log1p(-rate), std::log(std::max(weights[i] / sum, 1e-12)),
                            couldBeNamesake ? -std::log(static_cast<double>(namesakeRates.size()))
                                            : -std::numeric_limits<double>::infinity()});
    }
}

std::vector<double> Rates::present(const Counts &counts) const
{
    std::vector<double> logs;
    logs.reserve(m_present.size());
    for (const Present &point : m_present) {
        const double sum = point.alpha + point.beta;
        logs.push_back(logGamma(point.alpha + counts.target) + logGamma(point.beta + counts.ok) -
                       logGamma(sum + counts.target + counts.ok) - point.logBeta);
    }
    return logs;
}

std::vector<double> Rates::absent(const Counts &counts) const
{
    std::vector<double> logs;
    logs.reserve(m_absent.size());
    for (const Absent &point : m_absent) {
        logs.push_back(counts.target * point.logHit + counts.ok * point.logMiss);
    }
    return logs;
}

double Rates::missPresent(std::size_t point, const Counts &seen, int runs) const
{
    const Present &rate = m_present[point];
    const double alpha = rate.alpha + seen.target;
    const double beta = rate.beta + seen.ok;
    return std::exp(logGamma(beta + runs) - logGamma(beta) + logGamma(alpha + beta) - logGamma(alpha + beta + runs));
}

double Rates::missAbsent(std::size_t point, int runs) const
{
    return std::exp(runs * m_absent[point].logMiss);
}

} // namespace culprit::search
