// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/skipdodge.h"

#include <cmath>
#include <cstdint>

namespace culprit::search
{

namespace
{

constexpr std::int32_t modulus = 32768;

/// git's square root: Newton steps in single precision until a step is below one half, so it may be one too high.
std::int32_t coarseRoot(std::int32_t value)
{
    if (value <= 0) {
        return 0;
    }
    const float target = static_cast<float>(value);
    float guess = target;
    float change = 0;
    do {
        const float better = (guess + target / guess) / 2;
        change = std::fabs(better - guess);
        guess = better;
    } while (change >= 0.5F);
    return static_cast<std::int32_t>(guess);
}

} // namespace

std::size_t skipDodge(std::size_t count)
{
    const auto seed = static_cast<std::uint32_t>(count) * 1103515245U + 12345U;
    const auto random = static_cast<std::int32_t>((seed / 65536U) % static_cast<std::uint32_t>(modulus));
    // git multiplies in 32 bits, which wraps from 65,537 revisions on.
    const auto product =
        static_cast<std::int32_t>(static_cast<std::uint32_t>(count) * static_cast<std::uint32_t>(random));
    const std::int32_t index = product / modulus * coarseRoot(random) / coarseRoot(modulus);
    // A number outside the list is no revision: git stays with the first.
    return index > 0 && static_cast<std::size_t>(index) < count ? static_cast<std::size_t>(index) : 0;
}

} // namespace culprit::search
