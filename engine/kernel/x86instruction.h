// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace culprit::kernel
{

/// Where an instruction of an x86 processor ends, and its constant lies. Nothing else of it: that is what lets a whole
/// vmlinux be gone through in a fraction of a second.
struct X86Instruction {
    std::uint8_t length = 0;          ///< bytes, at most 15
    std::uint8_t immediateOffset = 0; ///< from the instruction's first byte
    std::uint8_t immediateSize = 0;   ///< bytes; 0: it has none, or only the distance of a jump or call
    bool passes = false;              ///< loads, stores or pushes its immediate as it is: mov and push

    bool operator==(const X86Instruction &) const = default;
};

/// The instruction that `code` begins with; nothing if it is none, or `code` ends before it does. Legacy, VEX and EVEX
/// encodings (Intel's manual, volume 2, appendix A).
[[nodiscard]] std::optional<X86Instruction> decodeX86(std::span<const std::uint8_t> code, bool is64Bit);

} // namespace culprit::kernel
