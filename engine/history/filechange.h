// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace culprit::history
{

/// What a commit did to one file, against its first parent.
struct FileChange {
    enum class Status : std::uint8_t { Added, Deleted, Modified, Renamed, TypeChanged };

    std::string path;    ///< UTF-8, invalid bytes replaced; the old path of a deleted file
    std::string oldPath; ///< for Renamed, else empty
    Status status = Status::Modified;
    bool binary = false;
    std::size_t added = 0;   ///< lines; 0 for a binary file
    std::size_t removed = 0; ///< lines; 0 for a binary file

    bool operator==(const FileChange &) const = default;
};

} // namespace culprit::history
