// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// A place in the kernel's code as a report writes it: name+0xOFFSET/0xSIZE, then " [module]" or " [module buildid]".
/// Views into the line it was made from; offsets count its bytes.
struct CodePlace {
    std::string_view name;
    std::uint64_t offset = 0; ///< bytes from the begin of the function
    std::uint64_t size = 0;   ///< bytes of the function as kallsyms counts them: up to the next symbol
    std::string_view module;  ///< empty: the kernel proper
    std::string_view buildId; ///< of the module, hexadecimal digits; mostly empty
    std::size_t begin = 0;    ///< of the name
    std::size_t end = 0;      ///< after the size
    /// Where " [module buildid]" ends; `end` when there is no module.
    std::size_t moduleEnd = 0;
    /// The instruction at fault itself, as in RIP: and pc : lines; else the address to which a call returns.
    bool exact = false;
    /// A source file follows already.
    bool resolved = false;
};

/// The first place in a line without line break.
[[nodiscard]] std::optional<CodePlace> findPlace(std::string_view line);

/// The line without the build id of its module.
[[nodiscard]] std::string withoutBuildId(std::string_view line, const CodePlace &place);

/// The kernel's own build id as the "CPU: .. Comm: .." line of a report ends in it (CONFIG_STACKTRACE_BUILD_ID);
/// empty when the line has none.
[[nodiscard]] std::string_view kernelBuildId(std::string_view line);

} // namespace culprit::crash
