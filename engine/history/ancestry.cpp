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

/// Walks down from the descendant as far as generations leave the question open.
Result<bool> contains(CommitSource &source, std::uint32_t descendant, std::uint32_t ancestor)
{
    const auto target = source.links(ancestor);
    if (!target) {
        return std::unexpected(target.error());
    }
    const std::uint64_t lowest = (*target)->generation;
    std::vector<bool> met(source.size(), false);
    std::priority_queue<std::pair<std::uint64_t, std::uint32_t>> waiting;
    waiting.emplace(CommitSource::unknownGeneration, descendant);
    while (!waiting.empty()) {
        const std::uint32_t commit = waiting.top().second;
        waiting.pop();
        if (commit == ancestor) {
            return true;
        }
        const auto links = source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        if ((*links)->generation < lowest) {
            continue;
        }
        met.resize(std::max<std::size_t>(met.size(), source.size()), false);
        const std::vector<std::uint32_t> parents = (*links)->parents;
        for (const std::uint32_t parent : parents) {
            if (!met[parent]) {
                met[parent] = true;
                const auto above = source.links(parent);
                if (!above) {
                    return std::unexpected(above.error());
                }
                waiting.emplace((*above)->generation, parent);
            }
        }
    }
    return false;
}

} // namespace

Result<bool> Repository::isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const
{
    if (ancestor == descendant) {
        return true;
    }
    // libgit2 takes minutes where the two are some 100,000 commits apart.
    if (CommitSource source(m_repository.get(), CommitSource::Use::GraphFile); source.usesGraphFile()) {
        const std::uint32_t above = source.number(descendant);
        if (const Result<bool> answer = contains(source, above, source.number(ancestor))) {
            return answer;
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
