// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// Where a report says that the kernel was. Each name once, in the report's order, a bounded number of them.
struct Backtrace {
    std::vector<std::string> functions; ///< without infrastructure, entry points and frames the unwinder is not sure of
    std::vector<std::string> files;     ///< source files that it names, relative to the tree

    bool operator==(const Backtrace &) const = default;
};

/// report: as Report::text has it.
[[nodiscard]] Backtrace backtraceOf(std::string_view report);

} // namespace culprit::crash
