// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitsource.h"
#include "engine/history/git.h"
#include "engine/history/repository.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <queue>
#include <utility>

namespace culprit::history
{

namespace
{

std::vector<ObjectId> idsOf(const git_oidarray &array)
{
    std::vector<ObjectId> ids;
    for (const git_oid &oid : std::span(array.ids, array.count)) {
        ids.push_back(git::toId(oid));
    }
    return ids;
}

struct Waiting {
    std::uint64_t generation = 0;
    std::int64_t date = 0;
    std::uint32_t commit = 0;

    auto operator<=>(const Waiting &) const = default;
};

/// Walks down from a commit until all that are asked for are met, or as far as generations leave that open.
class AncestorSearch final
{
public:
    explicit AncestorSearch(CommitSource &source) : m_source(source) {}

    /// Those of the commits that the descendant contains; itself is one.
    Result<std::vector<std::uint32_t>> run(std::uint32_t descendant, std::vector<std::uint32_t> commits,
                                           const std::stop_token &stop)
    {
        std::vector<std::uint32_t> found;
        m_open = std::move(commits);
        Result<void> read = findLowest().and_then([&] { return add(descendant); });
        while (read && !m_open.empty() && !m_waiting.empty()) {
            if (stop.stop_requested()) {
                return failedOutside("Reading the history was cancelled.");
            }
            const Waiting next = m_waiting.top();
            m_waiting.pop();
            if (std::erase(m_open, next.commit) > 0) {
                found.push_back(next.commit);
                read = findLowest();
            }
            if (read && next.generation >= m_lowest) {
                read = addParents(next.commit);
            }
        }
        return read.transform([&found] { return std::move(found); });
    }

private:
    Result<void> findLowest()
    {
        m_lowest = CommitSource::unknownGeneration;
        for (const std::uint32_t commit : m_open) {
            const auto links = m_source.links(commit);
            if (!links) {
                return std::unexpected(links.error());
            }
            m_lowest = std::min(m_lowest, (*links)->generation);
        }
        return {};
    }

    Result<void> add(std::uint32_t commit)
    {
        m_met.resize(std::max<std::size_t>(m_met.size(), m_source.size()), false);
        if (m_met[commit]) {
            return {};
        }
        m_met[commit] = true;
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        m_waiting.push({.generation = (*links)->generation, .date = (*links)->date, .commit = commit});
        return {};
    }

    Result<void> addParents(std::uint32_t commit)
    {
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        const std::vector<std::uint32_t> parents = (*links)->parents;
        for (const std::uint32_t parent : parents) {
            if (auto added = add(parent); !added) {
                return added;
            }
        }
        return {};
    }

    CommitSource &m_source;
    std::vector<std::uint32_t> m_open;
    std::uint64_t m_lowest = 0; ///< generation of those
    std::vector<bool> m_met;
    std::priority_queue<Waiting> m_waiting; ///< newest first
};

} // namespace

Result<bool> Repository::isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const
{
    if (ancestor == descendant) {
        return true;
    }
    // libgit2 takes minutes where the two are some 100,000 commits apart.
    if (CommitSource source(m_repository.get(), CommitSource::Use::GraphFile); source.usesGraphFile()) {
        const std::uint32_t above = source.number(descendant);
        if (const auto found = AncestorSearch(source).run(above, {source.number(ancestor)}, {})) {
            return !found->empty();
        }
    }
    const git_oid above = git::toOid(descendant);
    const git_oid below = git::toOid(ancestor);
    const int answer = git_graph_descendant_of(m_repository.get(), &above, &below);
    if (answer < 0) {
        return git::failure(
            std::format("Whether {} contains {} cannot be read", descendant.shortHex(), ancestor.shortHex()));
    }
    return answer == 1;
}

Result<std::vector<ObjectId>> Repository::containedIn(const ObjectId &descendant, std::span<const ObjectId> commits,
                                                      const std::stop_token &stop) const
{
    if (commits.empty()) {
        return std::vector<ObjectId>();
    }
    const auto find = [&](CommitSource::Use use) -> Result<std::vector<ObjectId>> {
        CommitSource source(m_repository.get(), use);
        const std::uint32_t above = source.number(descendant);
        std::vector<std::uint32_t> numbers;
        std::ranges::transform(commits, std::back_inserter(numbers),
                               [&source](const ObjectId &id) { return source.number(id); });
        const auto found = AncestorSearch(source).run(above, std::move(numbers), stop);
        if (!found) {
            return std::unexpected(found.error());
        }
        std::vector<ObjectId> result;
        std::ranges::copy_if(commits, std::back_inserter(result),
                             [&](const ObjectId &id) { return std::ranges::contains(*found, source.number(id)); });
        return result;
    };
    const auto found = find(CommitSource::Use::GraphFile);
    return found || stop.stop_requested() ? found : find(CommitSource::Use::ObjectsOnly);
}

Result<std::vector<ObjectId>> Repository::mergeBases(const ObjectId &one, const ObjectId &other) const
{
    const git_oid first = git::toOid(one);
    const git_oid second = git::toOid(other);
    git_oidarray bases{};
    const int status = git_merge_bases(&bases, m_repository.get(), &first, &second);
    if (status < 0 && status != GIT_ENOTFOUND) {
        return git::failure(
            std::format("The common history of {} and {} cannot be read", one.shortHex(), other.shortHex()));
    }
    std::vector<ObjectId> ids = idsOf(bases);
    git_oidarray_dispose(&bases);
    return ids;
}

Result<std::vector<ObjectId>> Repository::mergeBasesToTest(const ObjectId &bad, std::span<const ObjectId> goods) const
{
    bool allContained = true;
    for (const ObjectId &good : goods) {
        const Result<bool> contained = isAncestor(good, bad);
        if (!contained) {
            return std::unexpected(contained.error());
        }
        allContained = allContained && *contained;
    }
    if (allContained) {
        return std::vector<ObjectId>{};
    }
    std::vector<git_oid> ends{git::toOid(bad)};
    std::ranges::transform(goods, std::back_inserter(ends), git::toOid);
    git_oidarray bases{};
    const int status = git_merge_bases_many(&bases, m_repository.get(), ends.size(), ends.data());
    if (status < 0 && status != GIT_ENOTFOUND) {
        return git::failure("The common history of the good and bad ends cannot be read");
    }
    std::vector<ObjectId> ids = idsOf(bases);
    git_oidarray_dispose(&bases);
    std::erase_if(ids, [goods](const ObjectId &id) { return std::ranges::find(goods, id) != goods.end(); });
    return ids;
}

} // namespace culprit::history
