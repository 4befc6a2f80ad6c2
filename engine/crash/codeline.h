// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

enum class Architecture { X86_64, X86_32, Arm64, Arm, RiscV64 };

/// The machine code around the instruction pointer, as a report's "Code:" line shows it.
struct MachineCode {
    Architecture architecture = Architecture::X86_64;
    std::vector<std::uint8_t> bytes; ///< as they lie in memory
    std::size_t marked = 0;          ///< the offset of the instruction at fault
    std::size_t unit = 1;            ///< instructions begin at multiples of it

    bool operator==(const MachineCode &) const = default;
};

/// The first code after prefix that is the kernel's own and not a trap made on purpose, which tells nothing (BUG() and
/// WARN()). Nothing for reports of hangs: there the instruction pointer is where the CPU happened to be.
/// (Rules: syzkaller's pkg/report.)
[[nodiscard]] std::optional<MachineCode> findMachineCode(std::string_view report, std::size_t prefix = 0);

/// Whether this program was built with a disassembler.
[[nodiscard]] bool hasDisassembler();
/// One instruction a line with offset and bytes, "*" before the one at fault. Where the first instruction begins is not
/// known: the smallest of 8 offsets from which an instruction begins at the marked byte and all before are valid.
/// Empty when there is none, or no disassembler.
[[nodiscard]] std::string disassemble(const MachineCode &code);

} // namespace culprit::crash
