// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/revisionnames.h"

#include "engine/history/git.h"
#include "engine/history/text.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace culprit::history
{

namespace
{

using OpenRepository = std::unique_ptr<git_repository, git::Free<git_repository_free>>;

/// Nothing for other references, and for what names no commit: the kernel has a tag of a tree.
std::optional<RevisionName> nameOf(git_repository *repository, const git_reference *reference)
{
    const bool isTag = git_reference_is_tag(reference) == 1;
    const bool isBranch = git_reference_is_branch(reference) == 1 || git_reference_is_remote(reference) == 1;
    git::Object object;
    if ((!isTag && !isBranch) || git::make(object, git_reference_peel, reference, GIT_OBJECT_COMMIT) < 0) {
        return std::nullopt;
    }
    const auto commit = git::lookUp(repository, git::toId(*git_object_id(object.get())));
    if (!commit) {
        return std::nullopt;
    }
    return RevisionName{.name = toLine(git_reference_shorthand(reference)),
                        .isBranch = isBranch,
                        .time = git_commit_time(commit->get())};
}

} // namespace

Result<std::vector<RevisionName>> revisionNames(const Repository &repository)
{
    constexpr std::string_view failed = "The tags and branches cannot be read";
    OpenRepository opened;
    git::ReferenceIterator references;
    if (git::make(opened, git_repository_open, repository.gitFolder().c_str()) < 0 ||
        git::make(references, git_reference_iterator_new, opened.get()) < 0) {
        return git::failure(failed);
    }
    std::vector<RevisionName> names;
    for (;;) {
        git::Reference reference;
        const int status = git::make(reference, git_reference_next, references.get());
        if (status == GIT_ITEROVER) {
            break;
        }
        if (status < 0) {
            return git::failure(failed);
        }
        if (auto name = nameOf(opened.get(), reference.get())) {
            names.push_back(std::move(*name));
        }
    }
    std::ranges::sort(names, [](const RevisionName &one, const RevisionName &other) {
        return std::tie(other.time, one.name) < std::tie(one.time, other.name);
    });
    return names;
}

} // namespace culprit::history
