// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace culprit::search
{

/// When the revision that halves best is skipped, git takes another of the count that are left, sorted best first: this
/// one, by a pseudo-random rule that prefers the better half. Less than count, or 0.
[[nodiscard]] std::size_t skipDodge(std::size_t count);

} // namespace culprit::search
