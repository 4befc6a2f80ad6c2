// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace culprit::history
{

using Version = std::array<std::uint32_t, 3>;

/// Of the tag of a release, v6.1 (its last part is 0) or v6.1.7; nothing for v6.1-rc3 and all else.
[[nodiscard]] std::optional<Version> versionOf(std::string_view tag);

} // namespace culprit::history
