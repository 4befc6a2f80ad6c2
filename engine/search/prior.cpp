// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/prior.h"

#include <cmath>
#include <numeric>

namespace culprit::search
{

std::vector<double> boundedPrior(std::span<const double> weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> prior(weights.size(), 1.0);
    if (!(sum > 0) || !std::isfinite(sum)) {
        return prior;
    }
    const double mean = sum / static_cast<double>(weights.size());
    const double misled = std::exp2(-mostExtraSteps);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        prior[i] = misled + (1 - misled) * weights[i] / mean;
    }
    return prior;
}

} // namespace culprit::search
