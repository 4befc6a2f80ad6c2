// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::history
{

/// Consecutive lines of a file and the commit that changed all of them last.
struct BlamedLines {
    ObjectId commit;
    std::uint32_t first = 0; ///< counted from 1, in the file that was asked about
    std::uint32_t count = 0;
    std::string author;    ///< name only, UTF-8, invalid bytes replaced
    std::int64_t time = 0; ///< the author's, seconds since 1970
    std::string subject;   ///< UTF-8, invalid bytes replaced
    /// The history at hand begins with the commit: in a shallow clone the lines may be older.
    bool isOldest = false;

    bool operator==(const BlamedLines &) const = default;
};

/// What `git blame --porcelain` wrote; an error of kind Outside if that is something else or has no lines.
[[nodiscard]] Result<std::vector<BlamedLines>> readBlame(std::string_view porcelain);

} // namespace culprit::history
