// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// The source file to ask maintainers about, relative to the tree, by a report that is symbolized; empty when it names
/// none. It is the first file after prefix (Symbolized::prefix) that is not ignored, or, of those further down, one in
/// a folder below that file's: "fs/ext4/inode.c" after "fs/buffer.c". If all are ignored, the very first. In a report
/// of an RCU stall only what the timer interrupted counts. (Rules: syzkaller's pkg/report.)
[[nodiscard]] std::string guiltyFile(std::string_view report, std::size_t prefix = 0);

/// Files that serve all others, so that what breaks in them was mostly broken elsewhere. Patterns.
[[nodiscard]] std::span<const std::string_view> ignoredFiles();

} // namespace culprit::crash
