// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::history
{

/// Consecutive lines of a file, counted from 1.
struct LineSpan {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    [[nodiscard]] std::uint32_t last() const { return count == 0 ? first : first + count - 1; }
    [[nodiscard]] bool contains(std::uint32_t line) const { return line >= first && line - first < count; }
    bool operator==(const LineSpan &) const = default;
};

struct Hunk {
    std::size_t file = 0; ///< in PatchHunks::files
    LineSpan before;
    LineSpan after;
    std::string heading;  ///< what stands after the second @@: mostly the function that begins above it
    std::size_t line = 0; ///< of the patch, from 0: where its @@ stands
    std::string signs;    ///< of the lines below that: ' ', '+', '-' or '\'

    bool operator==(const Hunk &) const = default;
};

struct PatchFile {
    std::string oldPath;  ///< empty: the patch adds the file
    std::string newPath;  ///< empty: the patch deletes it
    std::size_t line = 0; ///< of the patch, from 0: where it begins

    bool operator==(const PatchFile &) const = default;
};

struct PatchHunks {
    std::vector<PatchFile> files;
    std::vector<Hunk> hunks;

    bool operator==(const PatchHunks &) const = default;
};

/// Of a unified diff as git writes it, whole or cut off anywhere; takes any text.
[[nodiscard]] PatchHunks hunksOf(std::string_view patch);

/// The hunk that a line of the patch is part of, its @@ line too.
[[nodiscard]] std::optional<std::size_t> hunkAt(const PatchHunks &patch, std::size_t line);

/// The file of that path, after or before the change. A path from the root of the file system on is one that ends in
/// the file's whole path; "./" and "../" in front count for nothing.
[[nodiscard]] std::optional<std::size_t> fileNamed(const PatchHunks &patch, std::string_view path);

/// The hunk of a file that has a line of it as it is after the change, else the one nearest to that line.
[[nodiscard]] std::optional<std::size_t> nearestHunk(const PatchHunks &patch, std::size_t file, std::uint32_t line);

/// Those whose heading has the name as a whole word.
[[nodiscard]] std::vector<std::size_t> hunksHeaded(const PatchHunks &patch, std::string_view function);

/// Where, counted in lines of the patch, a line of the file as it is after the change stands; nothing if the hunk does
/// not have it.
[[nodiscard]] std::optional<std::size_t> lineInPatch(const Hunk &hunk, std::uint32_t line);

} // namespace culprit::history
