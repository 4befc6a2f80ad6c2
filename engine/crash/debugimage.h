// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/crash/sourcepaths.h"
#include "engine/crash/textsymbols.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// One source position of an instruction. Of inlined functions the innermost comes first; the last is the function
/// that the linker knows.
struct SourceFrame {
    std::string function; ///< as the linker would name it; empty when unknown
    std::string file;     ///< as the compiler names it, absolute if it tells its folder; empty when unknown
    int line = 0;         ///< counts from 1; 0: the compiler could not tell
    bool inlined = false;

    bool operator==(const SourceFrame &) const = default;
};

/// The functions and source positions of one ELF file: a vmlinux or a kernel module. Reads what it needs when it is
/// needed, and keeps it. Not for two threads at once. Whatever the file holds, every call ends in bounded time and
/// memory; what cannot be read counts as not there.
class DebugImage final
{
public:
    /// An error of kind Outside when there is no such file or it is no ELF file that can be read.
    [[nodiscard]] static Result<DebugImage> open(const std::filesystem::path &path);

    DebugImage(DebugImage &&) noexcept;
    DebugImage &operator=(DebugImage &&) noexcept;
    ~DebugImage();

    /// Hexadecimal digits, empty when the file has none.
    [[nodiscard]] const std::string &buildId() const;
    [[nodiscard]] bool hasDebugInformation() const;
    [[nodiscard]] const TextSymbols &symbols() const;
    /// Of all units; empty without debug information.
    [[nodiscard]] SourcePaths sourcePaths(std::string_view sourceFolder) const;

    /// Of the instruction that holds the address; as `addr2line -afi`. Empty when the debug information does not cover
    /// it. Valid until this goes.
    [[nodiscard]] const std::vector<SourceFrame> &frames(std::uint64_t address);
    /// Gives as much work as a report may cost to the calls of frames() that follow. Only a file made to be slow
    /// exhausts it; frames() is then empty.
    void refresh();

private:
    class Private;
    explicit DebugImage(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace culprit::crash
