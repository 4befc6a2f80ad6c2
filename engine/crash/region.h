// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/rules.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// Where a console's first crash begins.
struct CrashBegin {
    const Family *family = nullptr;
    std::size_t offset = 0;
};

[[nodiscard]] std::optional<CrashBegin> findCrash(std::string_view console);

/// The part of a console that belongs to a crash.
struct Region {
    /// Lines of the same context just before the header, and the report from the header on: messages without prefix,
    /// each line with its break.
    std::string before;
    std::string report;
    /// How much of report may shape the title: up to the next crash.
    std::size_t titleEnd = 0;
    /// End of the last header line, an offset in the console.
    std::size_t endOffset = 0;
};

[[nodiscard]] Region cutRegion(std::string_view console, const CrashBegin &begin);

} // namespace culprit::crash
