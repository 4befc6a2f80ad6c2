// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace culprit::crash
{

/// Replaces what differs from run to run (addresses ADDR, numbers NUM, CPUs, lines LINE, IP addresses) and makes the
/// title one line of at most 120 printable bytes with single spaces.
[[nodiscard]] std::string normaliseTitle(std::string_view title);
/// A time stamp inside a title: two messages ran into each other.
[[nodiscard]] bool holdsTimestamp(std::string_view title);

} // namespace culprit::crash
