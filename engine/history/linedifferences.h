// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <string_view>
#include <vector>

namespace culprit::history
{

/// A place where two texts differ: lines of the one in the place of lines of the other, one of them may be none.
struct LineDifference {
    int first = 0; ///< line of the first text, from 0; where none are, the line that follows
    int count = 0;
    int second = 0; ///< of the second text
    int secondCount = 0;
    bool operator==(const LineDifference &) const = default;
};

/// Where two texts differ, ascending, as git's diff has it. Lines end with a line feed. Texts of up to 512 MB each.
[[nodiscard]] Result<std::vector<LineDifference>> lineDifferences(std::string_view first, std::string_view second);

} // namespace culprit::history
