// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

struct git_repository;

namespace culprit::history
{

/// A commit as a walk over whole histories comes by it.
struct HistoryRow {
    ObjectId id;
    std::vector<ObjectId> parents;
    std::int64_t date = 0; ///< committer date, seconds since 1970

    bool operator==(const HistoryRow &) const = default;
};

/// Reads histories of any length in slices, children before parents; of those that could come next the newest first.
/// With a commit-graph file a slice takes the time of its rows. Without one the first slice waits for all commits to be
/// read, some 15 s for 1.4 million; then too some 100 MB are kept.
class HistoryWalk final
{
public:
    /// See Repository::walk.
    HistoryWalk(git_repository *repository, std::span<const ObjectId> tips);
    HistoryWalk(HistoryWalk &&) noexcept;
    HistoryWalk &operator=(HistoryWalk &&) noexcept;
    ~HistoryWalk();

    /// Up to count rows more; none at the end. stop ends it with an error of kind Outside; the next call goes on.
    [[nodiscard]] Result<std::vector<HistoryRow>> next(std::size_t count, const std::stop_token &stop = {});

private:
    class Sorter;

    git_repository *m_repository;
    std::vector<ObjectId> m_tips;
    std::unique_ptr<Sorter> m_sorter;
    std::vector<HistoryRow> m_rows; ///< read and not yet given
    bool m_begun = false;           ///< some were given
};

} // namespace culprit::history
