// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// What a report's form says, before normalising.
struct Description {
    std::string title{};
    std::vector<std::string> alternatives{};
    std::string function{};
    bool corrupted = false;
    /// No form fits: the title is the header line itself.
    bool raw = false;
    Trust trust = Trust::NeedsStack;
};

/// Reads the report by the forms of its family. An empty title when the report does not hold the family's header.
[[nodiscard]] Description describe(std::string_view report, const Family &family);

} // namespace culprit::crash
