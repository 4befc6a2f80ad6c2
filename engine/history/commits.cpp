// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

namespace culprit::history
{

namespace
{

constexpr std::size_t longestMessage = 1'000'000;

Signature signatureOf(const git_signature *signature, std::string_view encoding)
{
    if (signature == nullptr) {
        return {};
    }
    return {.name = toLine(signature->name, encoding),
            .mail = toLine(signature->email, encoding),
            .time = signature->when.time,
            .offset = signature->when.offset};
}

} // namespace

Result<CommitDetails> Repository::commit(const ObjectId &id) const
{
    const auto commit = git::lookUp(m_repository.get(), id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const std::string_view encoding = git::encodingOf(commit->get());
    const std::string_view message = git::messageOf(commit->get());
    CommitDetails details;
    details.id = id;
    for (unsigned parent = 0; parent < git_commit_parentcount(commit->get()); ++parent) {
        details.parents.push_back(git::toId(*git_commit_parent_id(commit->get(), parent)));
    }
    details.author = signatureOf(git_commit_author(commit->get()), encoding);
    details.committer = signatureOf(git_commit_committer(commit->get()), encoding);
    details.subject = subjectOf(message, encoding);
    details.message = toUtf8(message.substr(0, longestMessage), encoding);
    return details;
}

} // namespace culprit::history
