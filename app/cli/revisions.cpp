// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/revisions.h"

#include "engine/history/repository.h"

#include <algorithm>

namespace culprit::app
{

namespace
{

constexpr std::size_t shortestHash = 4;

/// Commits of the range and its ends whose hash begins with `name` or that a tag of that name names.
std::vector<history::ObjectId> matches(const history::CommitRange &range, const std::string &name)
{
    std::vector<history::ObjectId> found;
    const auto look = [&](const history::CommitInfo &commit) {
        const bool byHash = name.size() >= shortestHash && commit.id.hex().starts_with(name);
        if ((byHash || std::ranges::contains(commit.tags, name)) && !std::ranges::contains(found, commit.id)) {
            found.push_back(commit.id);
        }
    };
    std::ranges::for_each(range.commits, look);
    std::ranges::for_each(range.goods, look);
    return found;
}

} // namespace

std::vector<history::ObjectId> revisionsNamed(const session::SessionState &state, const QString &name)
{
    return state.range ? matches(*state.range, name.toStdString()) : std::vector<history::ObjectId>();
}

Result<history::ObjectId> revisionIn(const session::SessionState &state, const QString &name)
{
    const std::string text = name.toStdString();
    for (const session::RevertMade &made : state.reverts) {
        if (!made.commit.isNull() && text.size() >= shortestHash && made.commit.hex().starts_with(text)) {
            return made.commit;
        }
    }
    if (state.range) {
        const auto found = matches(*state.range, text);
        if (found.size() == 1) {
            return found.front();
        }
        if (found.size() > 1) {
            return wrongUse("\"" + text + "\" begins the hashes of " + std::to_string(found.size()) +
                            " commits of the session: write more digits.");
        }
    }
    const auto repository = history::Repository::open(state.setup().kernel.repo.toStdString());
    if (!repository) {
        return wrongUse("\"" + text + "\" is no commit of the session: give the first digits of a hash, or a tag.");
    }
    const auto id = repository->resolve(text);
    if (!id) {
        return std::unexpected(id.error());
    }
    if (!matches(*state.range, id->hex()).empty()) {
        return *id;
    }
    return wrongUse("\"" + text + "\" is commit " + id->shortHex() + ", which is outside the session's range.");
}

} // namespace culprit::app
