// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"

#include <algorithm>
#include <format>
#include <iterator>

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

} // namespace

Result<bool> Repository::isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const
{
    if (ancestor == descendant) {
        return true;
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
