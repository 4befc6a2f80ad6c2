// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <algorithm>
#include <format>
#include <functional>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace culprit::history
{

namespace
{

using TagNames = std::unordered_map<ObjectId, std::vector<std::string>>;

/// A commit as the walk met it, its parents still by id.
struct Met {
    CommitInfo info;
    std::vector<ObjectId> parents;
};

Result<Met> read(git_repository *repository, const ObjectId &id, const TagNames &tags)
{
    const auto commit = git::lookUp(repository, id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const git_signature *author = git_commit_author(commit->get());
    Met met;
    met.info.id = id;
    met.info.parentCount = git_commit_parentcount(commit->get());
    met.info.subject = subjectOf(git::messageOf(commit->get()), git::encodingOf(commit->get()));
    met.info.author = author != nullptr ? toLine(author->name, git::encodingOf(commit->get())) : std::string();
    met.info.date = git_commit_time(commit->get());
    if (const auto names = tags.find(id); names != tags.end()) {
        met.info.tags = names->second;
    }
    for (unsigned parent = 0; parent < met.info.parentCount; ++parent) {
        met.parents.push_back(git::toId(*git_commit_parent_id(commit->get(), parent)));
    }
    return met;
}

Result<std::vector<Met>> walk(git_repository *repository, const ObjectId &bad, std::span<const ObjectId> goods,
                              const TagNames &tags)
{
    git::RevisionWalk walk;
    const git_oid from = git::toOid(bad);
    bool started = git::make(walk, git_revwalk_new, repository) == 0 && git_revwalk_push(walk.get(), &from) == 0;
    for (const ObjectId &good : goods) {
        const git_oid hidden = git::toOid(good);
        started = started && git_revwalk_hide(walk.get(), &hidden) == 0;
    }
    if (!started) {
        return git::failure("The history cannot be read");
    }
    std::vector<Met> commits;
    git_oid oid{};
    int status = 0;
    while ((status = git_revwalk_next(&oid, walk.get())) == 0) {
        auto met = read(repository, git::toId(oid), tags);
        if (!met) {
            return std::unexpected(std::move(met.error()));
        }
        commits.push_back(std::move(*met));
    }
    if (status != GIT_ITEROVER) {
        return git::failure("The history cannot be read");
    }
    return commits;
}

/// Parents before children; of those that could come next the oldest, then the one with the lower id.
std::vector<CommitInfo> sorted(std::vector<Met> commits)
{
    std::unordered_map<ObjectId, std::size_t> places;
    for (std::size_t i = 0; i < commits.size(); ++i) {
        places.emplace(commits[i].info.id, i);
    }
    std::vector<std::vector<std::size_t>> children(commits.size());
    std::vector<std::size_t> missing(commits.size(), 0); // parents not yet placed
    for (std::size_t i = 0; i < commits.size(); ++i) {
        std::erase_if(commits[i].parents, [&places](const ObjectId &parent) { return !places.contains(parent); });
        for (const ObjectId &parent : commits[i].parents) {
            children[places.at(parent)].push_back(i);
            ++missing[i];
        }
    }
    const auto comesLater = [&commits](std::size_t a, std::size_t b) {
        const CommitInfo &one = commits[a].info;
        const CommitInfo &other = commits[b].info;
        return std::tie(one.date, one.id) > std::tie(other.date, other.id);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(comesLater)> ready(comesLater);
    for (std::size_t i = 0; i < commits.size(); ++i) {
        if (missing[i] == 0) {
            ready.push(i);
        }
    }
    std::vector<CommitInfo> result;
    std::vector<CommitIndex> index(commits.size(), 0);
    while (!ready.empty()) {
        const std::size_t next = ready.top();
        ready.pop();
        index[next] = static_cast<CommitIndex>(result.size());
        result.push_back(commits[next].info);
        for (const ObjectId &parent : commits[next].parents) {
            result.back().parents.push_back(index[places.at(parent)]);
        }
        for (const std::size_t child : children[next]) {
            if (--missing[child] == 0) {
                ready.push(child);
            }
        }
    }
    return result;
}

TagNames namesByCommit(const std::vector<Tag> &tags)
{
    TagNames names;
    for (const Tag &tag : tags) {
        names[tag.commit].push_back(tag.name);
    }
    return names;
}

/// Why bad and good span no range, if so.
Result<void> checkEnds(const Repository &repository, git_repository *git, const ObjectId &bad, const ObjectId &good)
{
    if (bad == good) {
        return wrongUse(std::format("The bad and the good commit are the same, {}: choose a good commit that does not "
                                    "have the bug.",
                                    git::label(git, bad)));
    }
    const Result<std::vector<ObjectId>> bases = repository.mergeBases(bad, good);
    if (!bases) {
        return std::unexpected(bases.error());
    }
    if (bases->empty()) {
        return wrongUse(std::format("The bad commit {} and the good commit {} have no common history: choose two "
                                    "commits of one history.",
                                    git::label(git, bad), git::label(git, good)));
    }
    if (bases->front() == bad) {
        return wrongUse(std::format("The bad commit {} is an ancestor of the good commit {}: to find the commit that "
                                    "fixed it, swap them and set find = \"fix\".",
                                    git::label(git, bad), git::label(git, good)));
    }
    return {};
}

} // namespace

Result<CommitRange> Repository::range(const ObjectId &bad, std::span<const ObjectId> goods) const
{
    if (goods.empty()) {
        return wrongUse("A range needs a good commit: name one that does not have the bug.");
    }
    for (const ObjectId &good : goods) {
        if (auto checked = checkEnds(*this, m_repository.get(), bad, good); !checked) {
            return std::unexpected(std::move(checked.error()));
        }
    }
    const Result<std::vector<Tag>> allTags = tags();
    if (!allTags) {
        return std::unexpected(allTags.error());
    }
    const TagNames names = namesByCommit(*allTags);
    auto met = walk(m_repository.get(), bad, goods, names);
    if (!met) {
        return std::unexpected(std::move(met.error()));
    }
    CommitRange range;
    range.commits = sorted(std::move(*met));
    range.bad = range.commits.back();
    for (const ObjectId &good : goods) {
        auto end = read(m_repository.get(), good, names);
        if (!end) {
            return std::unexpected(std::move(end.error()));
        }
        range.goods.push_back(std::move(end->info));
    }
    return range;
}

} // namespace culprit::history
