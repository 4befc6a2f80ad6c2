// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"

#include "engine/history/text.h"

#include <algorithm>
#include <format>

namespace culprit::history::git
{

git_oid toOid(const ObjectId &id)
{
    git_oid oid{};
    std::ranges::copy(id.bytes(), std::begin(oid.id));
    return oid;
}

ObjectId toId(const git_oid &oid)
{
    std::array<std::uint8_t, 20> bytes{};
    std::ranges::copy(oid.id, bytes.begin());
    return ObjectId(bytes);
}

std::unexpected<Error> failure(std::string_view what)
{
    const git_error *error = git_error_last();
    std::string why = error != nullptr && error->message != nullptr ? toLine(error->message) : "no reason was given";
    while (why.ends_with('.') || why.ends_with(' ')) {
        why.pop_back();
    }
    return failedOutside(std::format("{} ({}): check the repository with git fsck.", what, why));
}

Result<Commit> lookUp(git_repository *repository, const ObjectId &id)
{
    const git_oid oid = toOid(id);
    Commit commit;
    if (make(commit, git_commit_lookup, repository, &oid) < 0) {
        return failure(std::format("The commit {} cannot be read", id.shortHex()));
    }
    return commit;
}

std::string_view encodingOf(const git_commit *commit)
{
    const char *encoding = git_commit_message_encoding(commit);
    return encoding != nullptr ? encoding : "";
}

std::string_view messageOf(const git_commit *commit)
{
    const char *message = git_commit_message(commit);
    return message != nullptr ? message : "";
}

std::string label(git_repository *repository, const ObjectId &id)
{
    const auto commit = lookUp(repository, id);
    if (!commit) {
        return id.shortHex();
    }
    return std::format("{} (\"{}\")", id.shortHex(), subjectOf(messageOf(commit->get()), encodingOf(commit->get())));
}

} // namespace culprit::history::git
