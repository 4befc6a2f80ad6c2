// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <cstdint>
#include <string>
#include <vector>

namespace culprit::history
{

/// Position of a commit in a CommitRange.
using CommitIndex = std::uint32_t;

/// What a list of commits shows of each; the whole message and the diff are read by id when wanted.
struct CommitInfo {
    ObjectId id;
    std::vector<CommitIndex> parents; ///< those inside the range, in git's order, each smaller than this commit's index
    std::uint32_t parentCount = 0;    ///< all parents, those outside the range too
    std::string subject;              ///< UTF-8, invalid bytes replaced
    std::string author;               ///< name only
    std::int64_t date = 0;            ///< committer date, seconds since 1970
    std::vector<std::string> tags;    ///< tags that name this commit, without refs/tags/

    bool operator==(const CommitInfo &) const = default;
};

/// A merge base of a range's good end and some of its commits: where their branch left the history of that end.
struct Fork {
    CommitInfo commit;                   ///< outside the range; its parents are not listed
    std::vector<std::uint32_t> contains; ///< the nearest forks that it contains, by place; all before itself
    std::vector<CommitIndex> branch;     ///< the commits whose merge base it is, ascending; one can have several

    bool operator==(const Fork &) const = default;
};

/// The candidates of a bisection: ancestors of the bad end (itself too) that are not ancestors of a good end,
/// parents before children, the bad end last.
struct CommitRange {
    std::vector<CommitInfo> commits;
    CommitInfo bad;                ///< equal to commits.back()
    std::vector<CommitInfo> goods; ///< the good ends, outside the range; their parents are not listed
    /// Where a fix is sought; empty as well if it was not found out. A commit of no branch contains the good end or
    /// shares no history with it.
    std::vector<Fork> forks;

    bool operator==(const CommitRange &) const = default;
};

} // namespace culprit::history
