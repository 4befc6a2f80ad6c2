// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// What a line of a console or report says of a place in the sources.
struct FrameSource {
    std::string function;   ///< empty: not named; without ".isra.0" and the like
    std::string file;       ///< as it is written there; empty: the line has an address only
    std::uint32_t line = 0; ///< counted from 1; 0 without a file

    bool operator==(const FrameSource &) const = default;
};

/// Of "func+0x12/0x34 net/ipv4/tcp.c:1234", "func net/ipv4/tcp.c:1234 [inline]", "WARNING: ... at fs/ext4/inode.c:123",
/// a compiler's message, or "func+0x12/0x34" alone. Nothing if the line names no place.
[[nodiscard]] std::optional<FrameSource> frameSourceOf(std::string_view line);

} // namespace culprit::crash
