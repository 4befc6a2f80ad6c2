// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// Where a build's debug information is.
struct DebugFiles {
    std::filesystem::path vmlinux;
    /// Modules by name.
    std::map<std::string, std::filesystem::path> modules{};
    /// Searched, with subfolders, for modules that are not among them.
    std::vector<std::filesystem::path> moduleFolders{};
    /// The kernel tree as it was named at build time. Empty: found from the debug information.
    std::filesystem::path sourceFolder{};
};

/// A report with source positions, and what came of it.
struct Symbolized {
    enum class Outcome {
        Done,               ///< what could be found was found: see resolved
        NothingToDo,        ///< the report names no code
        NoKernel,           ///< the vmlinux cannot be read
        NoDebugInformation, ///< the vmlinux has none
        OtherBuild,         ///< the report is of a kernel that is not this vmlinux
    };
    Outcome outcome = Outcome::Done;
    /// The report: as it was but for the build ids unless something was resolved.
    std::string text{};
    /// Where the lines that precede the crash end in text.
    std::size_t prefix = 0;
    /// The code at fault, disassembled (disassemble() of codeline.h), from the report alone; mostly empty.
    std::string code{};
    /// Lines that name a place in the code, and those of them that have got a source position.
    std::size_t places = 0;
    std::size_t resolved = 0;
    /// What could not be done and why, one sentence each, plain text.
    std::vector<std::string> notes{};

    bool operator==(const Symbolized &) const = default;
};

/// Turns the places of reports, name+0xOFFSET/0xSIZE, into source positions: the line becomes "name+0xOFFSET/0xSIZE
/// FILE:LINE", and a line "inlinedname FILE:LINE [inline]" goes before it for each function that was inlined there,
/// innermost first. All else of a line stays, "? " marks too; build ids of modules go. (The form is that of syzbot's
/// reports.)
///
/// Files are opened when they are first needed and kept, so use one Symbolizer for all reports of a build. It reads up
/// to a gigabyte: not for the GUI thread, and not for two threads at once. Nothing is ever started and no server asked.
class Symbolizer final
{
public:
    explicit Symbolizer(DebugFiles files);
    Symbolizer(Symbolizer &&) noexcept;
    Symbolizer &operator=(Symbolizer &&) noexcept;
    ~Symbolizer();

    /// report: lines without time stamps, as Report::text; prefix as Report::textPrefix.
    [[nodiscard]] Symbolized symbolize(std::string_view report, std::size_t prefix = 0);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::crash
