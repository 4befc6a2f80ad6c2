// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/firstparents.h"

#include "engine/history/repository.h"

#include <algorithm>
#include <unordered_set>

namespace culprit::app
{

namespace
{

/// The session's range; of one that is limited to paths all of it, for a first parent need not change them.
Result<history::CommitRange> wholeRange(const history::Repository &repository, const session::SessionState &state)
{
    std::vector<history::ObjectId> goods;
    std::ranges::transform(state.range->goods, std::back_inserter(goods), &history::CommitInfo::id);
    return state.setup().kernel.paths.isEmpty() || goods.empty() ? *state.range
                                                                 : repository.outline(state.created.bad, goods);
}

} // namespace

Result<std::vector<bool>> firstParentsOf(const session::SessionState &state)
{
    const auto repository = history::Repository::open(state.setup().kernel.repo.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    const auto whole = wholeRange(*repository, state);
    const auto line = whole ? repository->narrowed(*whole, {.firstParent = true, .paths = {}})
                            : Result<history::CommitRange>(std::unexpected(whole.error()));
    if (!line) {
        return std::unexpected(line.error());
    }
    std::unordered_set<history::ObjectId> ids;
    for (const history::CommitInfo &commit : line->commits) {
        ids.insert(commit.id);
    }
    std::vector<bool> found;
    found.reserve(state.range->commits.size());
    for (const history::CommitInfo &commit : state.range->commits) {
        found.push_back(ids.contains(commit.id));
    }
    return found;
}

} // namespace culprit::app
