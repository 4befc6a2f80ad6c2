// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <algorithm>
#include <format>
#include <optional>
#include <set>

namespace culprit::history
{

namespace
{

constexpr std::size_t longestRevision = 1024;
constexpr std::size_t mostListed = 5;

bool isHex(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

std::unexpected<Error> unknown(std::string_view revision)
{
    return wrongUse(std::format("There is no commit, branch or tag \"{}\" in the repository: check the spelling, or "
                                "fetch it first.",
                                toLine(revision.substr(0, 200))));
}

/// The ambiguous digits of a revision and what stands around them: v1.0-3-g[abcd]~2.
struct Digits {
    std::string_view before;
    std::string_view digits;
    std::string_view after;
};

Digits digitsOf(std::string_view revision)
{
    const std::size_t end = std::min(revision.find_first_of("^~:@"), revision.size());
    std::size_t begin = end;
    while (begin > 0 && isHex(revision[begin - 1])) {
        --begin;
    }
    return {revision.substr(0, begin), revision.substr(begin, end - begin), revision.substr(end)};
}

struct Search {
    std::string digits; ///< lower case
    std::set<ObjectId> found;
};

int collect(const git_oid *oid, void *payload)
{
    auto &search = *static_cast<Search *>(payload);
    const ObjectId id = git::toId(*oid);
    if (id.hex().starts_with(search.digits)) {
        search.found.insert(id);
    }
    return 0;
}

/// The commits and tag objects whose names begin with the digits.
std::vector<ObjectId> commitsThatBegin(git_repository *repository, std::string_view digits)
{
    Search search{.digits = std::string(digits), .found = {}};
    std::ranges::transform(search.digits, search.digits.begin(), [](char letter) {
        return letter < 'a' && letter >= 'A' ? static_cast<char>(letter + 32) : letter;
    });
    git::Odb odb;
    if (git::make(odb, git_repository_odb, repository) < 0) {
        return {};
    }
    git_odb_foreach(odb.get(), collect, &search);
    std::vector<ObjectId> commits;
    for (const ObjectId &id : search.found) {
        const git_oid oid = git::toOid(id);
        std::size_t size = 0;
        git_object_t type = GIT_OBJECT_INVALID;
        if (git_odb_read_header(&size, &type, odb.get(), &oid) == 0 &&
            (type == GIT_OBJECT_COMMIT || type == GIT_OBJECT_TAG)) {
            commits.push_back(id);
        }
    }
    return commits;
}

std::unexpected<Error> ambiguous(git_repository *repository, std::string_view revision,
                                 std::span<const ObjectId> commits)
{
    std::string list;
    for (const ObjectId &id : commits.first(std::min(commits.size(), mostListed))) {
        list += (list.empty() ? "" : ", ") + git::label(repository, id);
    }
    if (commits.size() > mostListed) {
        list += std::format(" and {} more", commits.size() - mostListed);
    }
    return wrongUse(
        std::format("\"{}\" can mean {} commits, {}: write more digits.", toLine(revision), commits.size(), list));
}

Result<ObjectId> commitOf(git_object *object, std::string_view revision)
{
    git::Object commit;
    if (git::make(commit, git_object_peel, object, GIT_OBJECT_COMMIT) < 0) {
        return wrongUse(std::format("\"{}\" names a {}, not a commit: give a commit, a branch or a tag.",
                                    toLine(revision), git_object_type2string(git_object_type(object))));
    }
    return git::toId(*git_object_id(commit.get()));
}

/// A commit as kernel people name it: 1234567890ab ("mm: free it once").
struct Quotation {
    std::string_view digits;
    std::string_view subject;
};

std::optional<Quotation> quotationOf(std::string_view revision)
{
    constexpr std::string_view opening = "(\"";
    constexpr std::string_view closing = "\")";
    const std::size_t digits = std::min(revision.find_first_of(" ("), revision.size());
    const std::size_t begin = revision.find_first_not_of(' ', digits);
    if (digits < GIT_OID_MINPREFIXLEN || !std::ranges::all_of(revision.substr(0, digits), isHex) ||
        begin == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view quoted = revision.substr(begin);
    if (!quoted.starts_with(opening) || !quoted.ends_with(closing) ||
        quoted.size() <= opening.size() + closing.size()) {
        return std::nullopt;
    }
    quoted.remove_prefix(opening.size());
    quoted.remove_suffix(closing.size());
    return Quotation{revision.substr(0, digits), quoted};
}

} // namespace

/// A tree that was rebased has the commit under another hash.
Result<ObjectId> Repository::resolveQuoted(std::string_view digits, std::string_view subject) const
{
    Result<ObjectId> byHash = resolve(digits);
    if (byHash || byHash.error().kind != Error::Kind::Use) {
        return byHash;
    }
    const auto found = withSubject(subject);
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? Result<ObjectId>(**found)
                  : wrongUse(
                        std::format("The repository has no commit {}, and no branch or tag of it contains one with the "
                                    "subject \"{}\": fetch it first.",
                                    toLine(digits), toLine(subject.substr(0, 200))));
}

Result<ObjectId> Repository::resolve(std::string_view revision) const
{
    if (revision.empty()) {
        return wrongUse("No revision is given: name a commit, a branch or a tag.");
    }
    if (revision.size() > longestRevision || revision.contains('\0')) {
        return unknown(revision);
    }
    if (const auto quotation = quotationOf(revision)) {
        return resolveQuoted(quotation->digits, quotation->subject);
    }
    git_repository *repository = m_repository.get();
    git::Object object;
    int status = git::make(object, git_revparse_single, repository, std::string(revision).c_str());
    const Digits digits = digitsOf(revision);
    if (status == GIT_EAMBIGUOUS && digits.digits.size() >= GIT_OID_MINPREFIXLEN) {
        // As git does, digits that begin one commit and other things mean the commit.
        const std::vector<ObjectId> commits = commitsThatBegin(repository, digits.digits);
        if (commits.size() > 1) {
            return ambiguous(repository, revision, commits);
        }
        if (commits.size() == 1) {
            const std::string whole = commits.front().hex() + std::string(digits.after);
            status = git::make(object, git_revparse_single, repository, whole.c_str());
        }
    }
    if (status < 0) {
        const bool unreadable = status != GIT_ENOTFOUND && status != GIT_EINVALIDSPEC && status != GIT_EAMBIGUOUS &&
                                status != GIT_ERROR && status != GIT_EUNBORNBRANCH;
        return unreadable ? Result<ObjectId>(git::failure(std::format("\"{}\" cannot be read", toLine(revision))))
                          : Result<ObjectId>(unknown(revision));
    }
    return commitOf(object.get(), revision);
}

} // namespace culprit::history
