// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitgraphfile.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace culprit::history
{

/// What `git commit-graph write` left in a repository, one file or a chain of them. It holds whole histories: with a
/// commit all that the commit contains.
class CommitGraph final
{
public:
    /// objects is the folder of that name; without a graph there, that of a folder whose objects it borrows (as after
    /// git clone --shared) will do. Nothing if there is no graph, or one that cannot be right.
    [[nodiscard]] static std::optional<CommitGraph> open(const std::filesystem::path &objects);

    [[nodiscard]] std::uint32_t count() const { return m_layers.back().below() + m_layers.back().count(); }
    /// Places count from 0.
    [[nodiscard]] std::optional<std::uint32_t> find(const ObjectId &id) const;
    [[nodiscard]] ObjectId id(std::uint32_t place) const { return layerOf(place).id(place); }
    /// False if the graph makes no sense there.
    [[nodiscard]] bool read(std::uint32_t place, CommitLinks &links) const
    {
        return layerOf(place).read(place, m_correctedDates, links);
    }

private:
    CommitGraph() = default;
    [[nodiscard]] static std::optional<CommitGraph> openAt(const std::filesystem::path &objects);
    [[nodiscard]] bool add(const std::filesystem::path &path);
    [[nodiscard]] bool addChain(const std::filesystem::path &folder);
    [[nodiscard]] const CommitGraphFile &layerOf(std::uint32_t place) const;

    std::vector<CommitGraphFile> m_layers; ///< the lowest first, at least one
    bool m_correctedDates = false;         ///< in all layers
};

} // namespace culprit::history
