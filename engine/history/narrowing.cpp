// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/narrowing.h"

#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <algorithm>
#include <format>
#include <optional>
#include <unordered_map>
#include <utility>

namespace culprit::history
{

namespace
{

using Entry = std::unique_ptr<git_tree_entry, git::Free<git_tree_entry_free>>;

/// What the tree of a commit has at each of the paths; nothing where there is nothing.
using Content = std::vector<std::optional<ObjectId>>;

/// Parents that count, of a commit that changes what is asked for; or the one parent that it is like there.
struct Links {
    bool isSame = false; ///< as `parents` (or, without any, an empty tree): it is left out
    std::vector<CommitIndex> parents;
};

/// git's own simplification of history (git-rev-list, "Default mode"), but for parents that a history of many roots
/// hides from it by wrong clocks.
class Simplifier final
{
public:
    Simplifier(git_repository *repository, const CommitRange &range, const Narrowing &narrowing)
        : m_repository(repository), m_narrowing(narrowing)
    {
        for (CommitIndex i = 0; i < range.commits.size(); ++i) {
            m_places.emplace(range.commits[i].id, i);
        }
        for (const CommitInfo &good : range.goods) {
            m_ends.push_back(good.id);
        }
    }

    Result<Links> links(const CommitInfo &commit)
    {
        auto parents = parentsOf(commit.id);
        if (!parents) {
            return std::unexpected(parents.error());
        }
        if (m_narrowing.paths.empty()) {
            return Links{false, placesOf(*parents)};
        }
        return simplified(commit.id, *parents);
    }

private:
    Result<std::vector<ObjectId>> parentsOf(const ObjectId &id)
    {
        const auto commit = git::lookUp(m_repository, id);
        if (!commit) {
            return std::unexpected(commit.error());
        }
        std::vector<ObjectId> parents;
        const unsigned int count = git_commit_parentcount(commit->get());
        for (unsigned int i = 0; i < (m_narrowing.firstParent ? std::min(count, 1U) : count); ++i) {
            parents.push_back(git::toId(*git_commit_parent_id(commit->get(), i)));
        }
        return parents;
    }

    [[nodiscard]] std::vector<CommitIndex> placesOf(const std::vector<ObjectId> &ids) const
    {
        std::vector<CommitIndex> places;
        for (const ObjectId &id : ids) {
            if (const auto place = m_places.find(id); place != m_places.end()) {
                places.push_back(place->second);
            }
        }
        return places;
    }

    Result<Links> simplified(const ObjectId &id, const std::vector<ObjectId> &parents)
    {
        const auto own = contentOf(id);
        if (!own) {
            return std::unexpected(own.error());
        }
        bool hasNear = false; // parents of the range or its good ends
        bool differsNear = false;
        bool differsFar = false;
        for (const ObjectId &parent : parents) {
            const auto content = contentOf(parent);
            if (!content) {
                return std::unexpected(content.error());
            }
            const bool isNear = m_places.contains(parent) || std::ranges::contains(m_ends, parent);
            if (*content == *own && isNear) {
                return Links{true, placesOf({parent})};
            }
            hasNear = hasNear || isNear;
            (isNear ? differsNear : differsFar) |= *content != *own;
        }
        const bool isEmptyRoot =
            parents.empty() && std::ranges::none_of(*own, [](const auto &entry) { return entry.has_value(); });
        const bool isSame = parents.empty() ? isEmptyRoot : !(hasNear ? differsNear : differsFar);
        return Links{isSame, placesOf(parents)};
    }

    Result<Content> contentOf(const ObjectId &id)
    {
        if (const auto known = m_contents.find(id); known != m_contents.end()) {
            return known->second;
        }
        const auto commit = git::lookUp(m_repository, id);
        if (!commit) {
            return std::unexpected(commit.error());
        }
        git::Tree tree;
        if (git::make(tree, git_commit_tree, commit->get()) < 0) {
            return git::failure(std::format("The tree of {} cannot be read", id.shortHex()));
        }
        Content content;
        for (const std::string &path : m_narrowing.paths) {
            Entry entry;
            const int status = git::make(entry, git_tree_entry_bypath, tree.get(), path.c_str());
            if (status < 0 && status != GIT_ENOTFOUND) {
                return git::failure(std::format("{} of {} cannot be read", toLine(path), id.shortHex()));
            }
            content.push_back(status < 0 ? std::nullopt : std::optional(git::toId(*git_tree_entry_id(entry.get()))));
        }
        return m_contents.emplace(id, std::move(content)).first->second;
    }

    git_repository *m_repository;
    const Narrowing &m_narrowing;
    std::unordered_map<ObjectId, CommitIndex> m_places;
    std::vector<ObjectId> m_ends;
    std::unordered_map<ObjectId, Content> m_contents;
};

/// Names as a tree has them: "./fs/ext4/" is "fs/ext4". An error of kind Use for what is a pattern to git.
Result<std::vector<std::string>> plainPaths(const std::vector<std::string> &paths)
{
    std::vector<std::string> plain;
    for (std::string path : paths) {
        if (path.find_first_of("*?[\\") != std::string::npos || path.starts_with(':') || path.starts_with('/') ||
            path.contains("..") || path.contains('\0')) {
            return wrongUse(std::format(
                "The path {} is not a plain one: name files and folders from the top of the tree on.", toLine(path)));
        }
        while (path.starts_with("./")) {
            path.erase(0, 2);
        }
        while (path.ends_with('/')) {
            path.pop_back();
        }
        if (path.empty() || path == ".") {
            return wrongUse("A path that is the whole tree leaves nothing out: name files or folders in it.");
        }
        plain.push_back(std::move(path));
    }
    return plain;
}

/// The commits that the last one still contains, those left out replaced by what they are like.
CommitRange collected(const CommitRange &range, const std::vector<Links> &links)
{
    // Of each commit the nearest ones that stay: itself, or what stands for it.
    std::vector<std::vector<CommitIndex>> stands(range.commits.size());
    for (CommitIndex i = 0; i < links.size(); ++i) {
        if (!links[i].isSame) {
            stands[i] = {i};
            continue;
        }
        for (const CommitIndex parent : links[i].parents) {
            std::ranges::copy(stands[parent], std::back_inserter(stands[i]));
        }
    }
    std::vector<bool> wanted(range.commits.size());
    for (const CommitIndex head : stands.back()) {
        wanted[head] = true;
    }
    for (CommitIndex i = static_cast<CommitIndex>(links.size()); i-- > 0;) {
        for (const CommitIndex parent : wanted[i] ? links[i].parents : std::vector<CommitIndex>()) {
            for (const CommitIndex near : stands[parent]) {
                wanted[near] = true;
            }
        }
    }
    CommitRange narrow;
    narrow.goods = range.goods;
    std::vector<CommitIndex> places(range.commits.size());
    for (CommitIndex i = 0; i < links.size(); ++i) {
        if (!wanted[i]) {
            continue;
        }
        places[i] = static_cast<CommitIndex>(narrow.commits.size());
        CommitInfo commit = range.commits[i];
        commit.parents.clear();
        for (const CommitIndex parent : links[i].parents) {
            for (const CommitIndex near : stands[parent]) {
                if (!std::ranges::contains(commit.parents, places[near])) {
                    commit.parents.push_back(places[near]);
                }
            }
        }
        narrow.commits.push_back(std::move(commit));
    }
    if (!narrow.commits.empty()) {
        narrow.bad = narrow.commits.back();
    }
    return narrow;
}

} // namespace

Result<CommitRange> Repository::narrowed(const CommitRange &range, const Narrowing &narrowing,
                                         const std::stop_token &stop) const
{
    if (narrowing.isNone() || range.commits.empty()) {
        return range;
    }
    auto paths = plainPaths(narrowing.paths);
    if (!paths) {
        return std::unexpected(paths.error());
    }
    const Narrowing plain{narrowing.firstParent, std::move(*paths)};
    Simplifier simplifier(m_repository.get(), range, plain);
    std::vector<Links> links;
    links.reserve(range.commits.size());
    for (const CommitInfo &commit : range.commits) {
        if (stop.stop_requested()) {
            return failedOutside("Reading the range was stopped.");
        }
        auto read = simplifier.links(commit);
        if (!read) {
            return std::unexpected(read.error());
        }
        links.push_back(std::move(*read));
    }
    CommitRange narrow = collected(range, links);
    if (narrow.commits.empty()) {
        return wrongUse("No commit between the ends changes the paths: check how they are spelt.");
    }
    return narrow;
}

} // namespace culprit::history
