// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/mappedfile.h"
#include "engine/history/objectid.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace culprit::history
{

/// How a commit hangs on others, by their places in whatever gave it.
struct CommitLinks {
    std::vector<std::uint32_t> parents;
    std::int64_t date = 0; ///< committer date, seconds since 1970
    /// Higher than that of every parent; between commits of which one contains the other no more is known.
    std::uint64_t generation = 0;
};

/// One file of git's commit-graph (gitformat-commit-graph): the commits of a repository sorted by id, with parents,
/// dates and generation numbers. Every number in it is doubted: what points outside the file is never followed.
class CommitGraphFile final
{
public:
    /// below is the number of commits in the files of the chain under this one, layers the number of those files.
    /// Nothing if there is no such file, or one of another format, or it does not fit its own sizes.
    [[nodiscard]] static std::optional<CommitGraphFile> open(const std::filesystem::path &path, std::uint32_t below,
                                                             std::size_t layers);

    [[nodiscard]] std::uint32_t below() const { return m_below; }
    [[nodiscard]] std::uint32_t count() const { return m_count; }
    [[nodiscard]] bool hasCorrectedDates() const { return !m_dateOffsets.empty(); }

    /// Places count from below().
    [[nodiscard]] std::optional<std::uint32_t> find(const ObjectId &id) const;
    [[nodiscard]] ObjectId id(std::uint32_t place) const;
    /// False if the file makes no sense there. The generation is the corrected commit date (git's version 2) or the
    /// topological level (version 1).
    [[nodiscard]] bool read(std::uint32_t place, bool correctedDates, CommitLinks &links) const;

private:
    using Bytes = std::span<const std::uint8_t>;

    explicit CommitGraphFile(MappedFile file, std::uint32_t below) : m_file(std::move(file)), m_below(below) {}
    [[nodiscard]] bool findChunks(std::size_t layers);
    [[nodiscard]] bool checkSizes();
    [[nodiscard]] bool areIdsSorted() const;
    [[nodiscard]] bool addParent(std::uint32_t parent, CommitLinks &links) const;
    [[nodiscard]] bool addFurtherParents(std::uint32_t edge, CommitLinks &links) const;
    [[nodiscard]] std::optional<std::uint64_t> dateOffset(std::uint32_t row) const;

    MappedFile m_file;
    std::uint32_t m_below;
    std::uint32_t m_count = 0;
    Bytes m_fanout;          ///< OIDF
    Bytes m_ids;             ///< OIDL
    Bytes m_commits;         ///< CDAT
    Bytes m_edges;           ///< EDGE
    Bytes m_dateOffsets;     ///< GDA2
    Bytes m_longDateOffsets; ///< GDO2
};

} // namespace culprit::history
