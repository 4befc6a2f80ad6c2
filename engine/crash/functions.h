// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// What is known of kernel functions, as data.
namespace culprit::crash
{

/// Infrastructure: never to blame. Patterns.
[[nodiscard]] std::span<const std::string_view> infrastructure();
/// Entry points: a stall is blamed on the function just before one of them. Patterns.
[[nodiscard]] std::span<const std::string_view> entryPoints();
/// Functions that wait: a hung task is blamed on the first one that is none of them. Patterns.
[[nodiscard]] std::span<const std::string_view> waiting();
/// What the compiler and the syscall wrappers put before the name of a syscall, longest first.
[[nodiscard]] std::span<const std::string_view> syscallPrefixes();

} // namespace culprit::crash
