// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <format>

namespace culprit::history
{

namespace
{

/// Larger files are shown as binary ones.
constexpr git_off_t largestFile = 16'000'000;
/// Renames are looked for in diffs of at most this many files: the search compares all with all.
constexpr std::size_t mostForRenames = 2000;

Result<git::Diff> diffOf(git_repository *repository, const ObjectId &id)
{
    const auto commit = git::lookUp(repository, id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const std::string what = std::format("The changes of {} cannot be read", id.shortHex());
    git::Tree after;
    git::Tree before;
    git::Commit parent;
    int status = git::make(after, git_commit_tree, commit->get());
    if (status == 0 && git_commit_parentcount(commit->get()) > 0) {
        status = git::make(parent, git_commit_parent, commit->get(), 0U);
        status = status < 0 ? status : git::make(before, git_commit_tree, parent.get());
    }
    git_diff_options options;
    if (status < 0 || git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0) {
        return git::failure(what);
    }
    options.flags |= GIT_DIFF_INDENT_HEURISTIC | GIT_DIFF_INCLUDE_TYPECHANGE;
    options.max_size = largestFile;
    options.id_abbrev = 12;
    options.old_prefix = "a";
    options.new_prefix = "b";
    git::Diff diff;
    if (git::make(diff, git_diff_tree_to_tree, repository, before.get(), after.get(), &options) < 0) {
        return git::failure(what);
    }
    git_diff_find_options find;
    if (git_diff_num_deltas(diff.get()) <= mostForRenames &&
        (git_diff_find_options_init(&find, GIT_DIFF_FIND_OPTIONS_VERSION) < 0 ||
         (find.flags = GIT_DIFF_FIND_RENAMES, git_diff_find_similar(diff.get(), &find) < 0))) {
        return git::failure(what);
    }
    return diff;
}

FileChange::Status statusOf(git_delta_t status)
{
    switch (status) {
    case GIT_DELTA_ADDED:
        return FileChange::Status::Added;
    case GIT_DELTA_DELETED:
        return FileChange::Status::Deleted;
    case GIT_DELTA_RENAMED:
        return FileChange::Status::Renamed;
    case GIT_DELTA_TYPECHANGE:
        return FileChange::Status::TypeChanged;
    default:
        return FileChange::Status::Modified;
    }
}

Result<FileChange> changeOf(git_diff *diff, std::size_t index)
{
    const git_diff_delta *delta = git_diff_get_delta(diff, index);
    FileChange change;
    change.status = statusOf(delta->status);
    const bool deleted = change.status == FileChange::Status::Deleted;
    change.path = toLine(deleted ? delta->old_file.path : delta->new_file.path);
    if (change.status == FileChange::Status::Renamed) {
        change.oldPath = toLine(delta->old_file.path);
    }
    git::Patch patch;
    if (git::make(patch, git_patch_from_diff, diff, index) < 0 ||
        (patch && git_patch_line_stats(nullptr, &change.added, &change.removed, patch.get()) < 0)) {
        return git::failure(std::format("The changes of \"{}\" cannot be read", change.path));
    }
    change.binary = patch && (git_patch_get_delta(patch.get())->flags & GIT_DIFF_FLAG_BINARY) != 0;
    return change;
}

struct Output {
    std::string text;
    std::size_t maxBytes;
};

int appendLine(const git_diff_delta * /*delta*/, const git_diff_hunk * /*hunk*/, const git_diff_line *line,
               void *payload)
{
    auto &output = *static_cast<Output *>(payload);
    const bool marked = line->origin == GIT_DIFF_LINE_CONTEXT || line->origin == GIT_DIFF_LINE_ADDITION ||
                        line->origin == GIT_DIFF_LINE_DELETION;
    std::string text = toUtf8(std::string_view(line->content, line->content_len));
    if (marked) {
        text.insert(text.begin(), line->origin);
    }
    if (output.text.size() + text.size() > output.maxBytes) {
        return GIT_EUSER;
    }
    output.text += text;
    return 0;
}

} // namespace

Result<std::vector<FileChange>> Repository::changes(const ObjectId &id) const
{
    const auto diff = diffOf(m_repository.get(), id);
    if (!diff) {
        return std::unexpected(diff.error());
    }
    std::vector<FileChange> changes;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff->get()); ++i) {
        auto change = changeOf(diff->get(), i);
        if (!change) {
            return std::unexpected(std::move(change.error()));
        }
        changes.push_back(std::move(*change));
    }
    return changes;
}

Result<std::string> Repository::patch(const ObjectId &id, std::size_t maxBytes) const
{
    const auto diff = diffOf(m_repository.get(), id);
    if (!diff) {
        return std::unexpected(diff.error());
    }
    Output output{.text = {}, .maxBytes = maxBytes};
    const int status = git_diff_print(diff->get(), GIT_DIFF_FORMAT_PATCH, appendLine, &output);
    if (status == GIT_EUSER) {
        if (!output.text.empty() && !output.text.ends_with('\n')) {
            output.text += '\n';
        }
        output.text += std::format("[cut after {} bytes: git show -m --first-parent {} shows the rest]\n",
                                   output.text.size(), id.shortHex());
    } else if (status < 0) {
        return git::failure(std::format("The changes of {} cannot be read", id.shortHex()));
    }
    return std::move(output.text);
}

} // namespace culprit::history
