// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/report.h"

#include <optional>
#include <string_view>

namespace culprit::crash
{

/// Finds the first crash of a Linux console; nothing when there is none. The console is bytes: NUL and broken UTF-8
/// are data, carriage returns are ignored. Time is linear in its size. Safe to call from several threads.
/// Titles that only the test machine's monitor can give ("lost connection", "no output") never come from here.
[[nodiscard]] std::optional<Report> extract(std::string_view console);

} // namespace culprit::crash
