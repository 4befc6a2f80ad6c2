// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace culprit::crash
{

/// The readable name of a Rust (v0) or C++ symbol; any other name as it is.
[[nodiscard]] std::string demangle(std::string_view symbol);

} // namespace culprit::crash
