// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/commitgraph.h"
#include "engine/history/idtable.h"
#include "engine/history/objectid.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

struct git_repository;

namespace culprit::history
{

/// The commits of a repository as small numbers with their links: from the commit-graph file those that are in it, from
/// the objects themselves the others. The file's come first, the others in the order in which they were asked for.
class CommitSource final
{
public:
    enum class Use { GraphFile, ObjectsOnly };
    /// The generation of commits that are not in the file.
    static constexpr std::uint64_t unknownGeneration = std::numeric_limits<std::uint64_t>::max();

    /// A repository that is shallow or grafted is not what its commit-graph file says, so that it is left alone.
    CommitSource(git_repository *repository, Use use);

    [[nodiscard]] bool usesGraphFile() const { return m_graph.has_value(); }
    /// After an error: the commit-graph file was found out, the objects may do.
    [[nodiscard]] bool graphFileFailed() const { return m_graphFailed; }

    /// How many are known by now.
    [[nodiscard]] std::uint32_t size() const { return m_graphCount + m_others.size(); }
    [[nodiscard]] std::uint32_t number(const ObjectId &id);
    [[nodiscard]] ObjectId id(std::uint32_t commit) const;
    /// Good until the next call.
    [[nodiscard]] Result<const CommitLinks *> links(std::uint32_t commit);

private:
    struct Kept {
        std::int64_t date = 0;
        std::uint32_t firstParent = 0; ///< in m_keptParents
        std::uint32_t parentCount = 0;
        bool known = false;
    };

    [[nodiscard]] Result<void> readObject(std::uint32_t commit);

    git_repository *m_repository;
    std::optional<CommitGraph> m_graph;
    std::uint32_t m_graphCount = 0;
    bool m_graphFailed = false;
    IdTable m_others;
    std::vector<Kept> m_kept; ///< of the others
    std::vector<std::uint32_t> m_keptParents;
    CommitLinks m_links;
};

} // namespace culprit::history
