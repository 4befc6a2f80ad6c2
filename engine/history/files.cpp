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

using Entry = std::unique_ptr<git_tree_entry, git::Free<git_tree_entry_free>>;
using Blob = std::unique_ptr<git_blob, git::Free<git_blob_free>>;

} // namespace

Result<std::optional<std::string>> Repository::file(const ObjectId &id, std::string_view path,
                                                    std::size_t maxBytes) const
{
    const auto commit = git::lookUp(m_repository.get(), id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const std::string what = std::format("The file {} of {} cannot be read", toLine(path), id.shortHex());
    git::Tree tree;
    if (git::make(tree, git_commit_tree, commit->get()) < 0) {
        return git::failure(what);
    }
    Entry entry;
    const int status = path.contains('\0')
                           ? GIT_ENOTFOUND
                           : git::make(entry, git_tree_entry_bypath, tree.get(), std::string(path).c_str());
    if (status == GIT_ENOTFOUND || (status == 0 && git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB)) {
        return std::nullopt;
    }
    git::Odb odb;
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (status < 0 || git::make(odb, git_repository_odb, m_repository.get()) < 0 ||
        git_odb_read_header(&size, &type, odb.get(), git_tree_entry_id(entry.get())) < 0) {
        return git::failure(what);
    }
    if (size > maxBytes) {
        return failedOutside(std::format("{}: it has {} bytes, more than a file like it should.", what, size));
    }
    Blob blob;
    if (git::make(blob, git_blob_lookup, m_repository.get(), git_tree_entry_id(entry.get())) < 0) {
        return git::failure(what);
    }
    return std::string(static_cast<const char *>(git_blob_rawcontent(blob.get())),
                       static_cast<std::size_t>(git_blob_rawsize(blob.get())));
}

} // namespace culprit::history
