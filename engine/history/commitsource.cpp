// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitsource.h"

#include "engine/history/git.h"

#include <filesystem>

namespace culprit::history
{

namespace
{

std::optional<CommitGraph> graphOf(git_repository *repository)
{
    const std::filesystem::path folder = git_repository_commondir(repository);
    std::error_code code;
    if (std::filesystem::exists(folder / "shallow", code) ||
        std::filesystem::exists(folder / "info" / "grafts", code)) {
        return std::nullopt;
    }
    return CommitGraph::open(folder / "objects");
}

} // namespace

CommitSource::CommitSource(git_repository *repository, Use use)
    : m_repository(repository),
      m_graph(use == Use::GraphFile ? graphOf(repository) : std::nullopt),
      m_graphCount(m_graph ? m_graph->count() : 0)
{
}

std::uint32_t CommitSource::number(const ObjectId &id)
{
    if (m_graph) {
        if (const auto place = m_graph->find(id)) {
            return *place;
        }
    }
    const std::uint32_t number = m_others.number(id);
    m_kept.resize(m_others.size());
    return m_graphCount + number;
}

ObjectId CommitSource::id(std::uint32_t commit) const
{
    return commit < m_graphCount ? m_graph->id(commit) : m_others.id(commit - m_graphCount);
}

Result<const CommitLinks *> CommitSource::links(std::uint32_t commit)
{
    if (commit < m_graphCount) {
        if (!m_graph->read(commit, m_links)) {
            m_graphFailed = true;
            return failedOutside("The commit-graph file of the repository is damaged: write it again with git "
                                 "commit-graph write.");
        }
        return &m_links;
    }
    const std::uint32_t other = commit - m_graphCount;
    if (!m_kept[other].known) {
        if (auto read = readObject(commit); !read) {
            return std::unexpected(std::move(read.error()));
        }
    }
    const Kept &kept = m_kept[other];
    const auto parents = m_keptParents.begin() + kept.firstParent;
    m_links.parents.assign(parents, parents + kept.parentCount);
    m_links.date = kept.date;
    m_links.generation = unknownGeneration;
    return &m_links;
}

Result<void> CommitSource::readObject(std::uint32_t commit)
{
    const auto object = git::lookUp(m_repository, id(commit));
    if (!object) {
        return std::unexpected(object.error());
    }
    const unsigned parents = git_commit_parentcount(object->get());
    const Kept kept{.date = git_commit_time(object->get()),
                    .firstParent = static_cast<std::uint32_t>(m_keptParents.size()),
                    .parentCount = parents,
                    .known = true};
    for (unsigned parent = 0; parent < parents; ++parent) {
        m_keptParents.push_back(number(git::toId(*git_commit_parent_id(object->get(), parent))));
    }
    m_kept[commit - m_graphCount] = kept;
    return {};
}

} // namespace culprit::history
