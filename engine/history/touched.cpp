// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"

#include <algorithm>
#include <format>

namespace culprit::history
{

namespace
{

/// Where the trees of a commit and of one of its parents (none: the empty tree) differ, sorted.
Result<std::vector<std::string>> differingPaths(git_repository *repository, git_tree *before, git_tree *after,
                                                const std::string &what)
{
    git_diff_options options;
    if (git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0) {
        return git::failure(what);
    }
    options.flags |= GIT_DIFF_SKIP_BINARY_CHECK;
    git::Diff diff;
    if (git::make(diff, git_diff_tree_to_tree, repository, before, after, &options) < 0) {
        return git::failure(what);
    }
    std::vector<std::string> paths;
    const std::size_t count = git_diff_num_deltas(diff.get());
    paths.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const git_diff_delta *delta = git_diff_get_delta(diff.get(), i);
        paths.emplace_back(delta->new_file.path);
    }
    std::ranges::sort(paths);
    return paths;
}

} // namespace

Result<std::vector<std::string>> Repository::touchedPaths(const ObjectId &id) const
{
    const auto commit = git::lookUp(m_repository.get(), id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const std::string what = std::format("The files that {} touches cannot be read", id.shortHex());
    git::Tree after;
    if (git::make(after, git_commit_tree, commit->get()) < 0) {
        return git::failure(what);
    }
    const unsigned int parents = git_commit_parentcount(commit->get());
    if (parents == 0) {
        return differingPaths(m_repository.get(), nullptr, after.get(), what);
    }
    std::vector<std::string> touched;
    for (unsigned int i = 0; i < parents; ++i) {
        git::Commit parent;
        git::Tree before;
        if (git::make(parent, git_commit_parent, commit->get(), i) < 0 ||
            git::make(before, git_commit_tree, parent.get()) < 0) {
            return git::failure(what);
        }
        auto paths = differingPaths(m_repository.get(), before.get(), after.get(), what);
        if (!paths) {
            return paths;
        }
        if (i == 0) {
            touched = std::move(*paths);
        } else {
            std::erase_if(touched,
                          [&paths](const std::string &path) { return !std::ranges::binary_search(*paths, path); });
        }
    }
    return touched;
}

} // namespace culprit::history
