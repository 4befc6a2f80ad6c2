// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"

#include <format>

namespace culprit::history
{

namespace
{

struct Output {
    std::string bytes;
    std::size_t most;
};

int append(const git_diff_delta * /*delta*/, const git_diff_hunk * /*hunk*/, const git_diff_line *line, void *payload)
{
    auto &output = *static_cast<Output *>(payload);
    if (output.bytes.size() + line->content_len + 1 > output.most) {
        return GIT_EUSER;
    }
    if (line->origin == GIT_DIFF_LINE_CONTEXT || line->origin == GIT_DIFF_LINE_ADDITION ||
        line->origin == GIT_DIFF_LINE_DELETION) {
        output.bytes += line->origin;
    }
    output.bytes.append(line->content, line->content_len);
    return 0;
}

int treeOf(git::Tree &tree, git_repository *repository, const ObjectId &id)
{
    const auto commit = git::lookUp(repository, id);
    return commit ? git::make(tree, git_commit_tree, commit->get()) : -1;
}

} // namespace

Result<std::string> Repository::patchBetween(const ObjectId &from, const ObjectId &to, std::size_t maxBytes) const
{
    const std::string what = std::format("What {} adds to {} cannot be read", to.shortHex(), from.shortHex());
    git::Tree before;
    git::Tree after;
    git_diff_options options;
    if (treeOf(before, m_repository.get(), from) < 0 || treeOf(after, m_repository.get(), to) < 0 ||
        git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION) < 0) {
        return git::failure(what);
    }
    constexpr std::uint16_t wholeId = 40;
    options.flags |= GIT_DIFF_SHOW_BINARY;
    options.id_abbrev = wholeId;
    git::Diff diff;
    if (git::make(diff, git_diff_tree_to_tree, m_repository.get(), before.get(), after.get(), &options) < 0) {
        return git::failure(what);
    }
    Output output{.bytes = {}, .most = maxBytes};
    const int status = git_diff_print(diff.get(), GIT_DIFF_FORMAT_PATCH, append, &output);
    if (status == GIT_EUSER) {
        return failedOutside(std::format("What {} adds to {} is a patch of more than {} MB.", to.shortHex(),
                                         from.shortHex(), maxBytes >> 20));
    }
    if (status < 0) {
        return git::failure(what);
    }
    return std::move(output.bytes);
}

} // namespace culprit::history
