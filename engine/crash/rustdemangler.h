// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// The readable name of a Rust symbol of the v0 scheme (RFC 2603, "_R..."), without crate disambiguators; nothing when
/// it is none. Depth and size of hostile symbols are bounded.
[[nodiscard]] std::optional<std::string> demangleRust(std::string_view symbol);

} // namespace culprit::crash
