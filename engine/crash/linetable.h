// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/debugunits.h"

#include <elfutils/libdw.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The line tables of DWARF 2 to 5, private to debugimage.cpp. Read here and not by libdw, which crashes on tables that
/// name no files (0.192).
namespace culprit::crash::dwarf
{

/// The sections that line tables need; views into the file.
struct LineSections {
    std::string_view lines;       ///< .debug_line
    std::string_view lineStrings; ///< .debug_line_str
    std::string_view strings;     ///< .debug_str
    bool bigEndian = false;

    [[nodiscard]] static LineSections of(Dwarf *dwarf);
};

/// Which line each instruction of a unit comes from.
class LineTable final
{
public:
    /// The table at an offset of .debug_line; what cannot be read of it is left out.
    LineTable(const LineSections &sections, std::uint64_t offset, Steps &steps);

    struct Place {
        std::uint64_t file = 0; ///< for path()
        std::uint64_t line = 0;
    };
    [[nodiscard]] std::optional<Place> find(std::uint64_t address) const;
    /// As the compiler named it: mostly relative to the folder it was started in. Empty for an unknown number.
    [[nodiscard]] std::string path(std::uint64_t file) const;

private:
    friend class LineReader;

    struct File {
        std::string_view name;
        std::uint64_t folder = 0;
    };
    struct Row {
        std::uint64_t address = 0;
        std::uint32_t file = 0;
        std::uint32_t line = 0;
        bool end = false; ///< the first address after a sequence of rows
    };

    std::vector<std::string_view> m_folders;
    std::vector<File> m_files;
    std::vector<Row> m_rows; ///< by address
};

} // namespace culprit::crash::dwarf
