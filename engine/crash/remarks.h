// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What a console is searched for besides crashes, as data.
namespace culprit::crash
{

enum class Remark : std::uint8_t {
    Panicked,       ///< the kernel stopped for good
    Disconnected,   ///< the console was cut off: what it tells lacks parts
    MachineTrouble, ///< the test machine or its programs failed by themselves
};

struct RemarkRule {
    /// A line with this text makes the remark..
    std::string_view text;
    Remark remark = Remark::MachineTrouble;
    /// ..where this pattern matches too; an empty one always does.
    std::string_view pattern{};
};

[[nodiscard]] std::span<const RemarkRule> remarkRules();

} // namespace culprit::crash
