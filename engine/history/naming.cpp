// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <algorithm>
#include <format>

namespace culprit::history
{

Result<std::vector<Tag>> Repository::tags() const
{
    constexpr std::string_view folder = "refs/tags/";
    git::ReferenceIterator references;
    if (git::make(references, git_reference_iterator_glob_new, m_repository.get(), "refs/tags/*") < 0) {
        return git::failure("The tags cannot be read");
    }
    std::vector<Tag> tags;
    for (;;) {
        git::Reference reference;
        const int status = git::make(reference, git_reference_next, references.get());
        if (status == GIT_ITEROVER) {
            break;
        }
        if (status < 0) {
            return git::failure("The tags cannot be read");
        }
        git::Object commit;
        // A tag may name a tree or a file (the kernel has one), or something that is not there.
        if (git::make(commit, git_reference_peel, reference.get(), GIT_OBJECT_COMMIT) == 0) {
            const std::string_view name = git_reference_name(reference.get());
            tags.push_back(
                {.name = toLine(name.substr(folder.size())), .commit = git::toId(*git_object_id(commit.get()))});
        }
    }
    std::ranges::sort(tags, {}, &Tag::name);
    return tags;
}

Result<std::string> Repository::describe(const ObjectId &id) const
{
    const auto commit = git::lookUp(m_repository.get(), id);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    const std::string what = std::format("A name for {} cannot be made", id.shortHex());
    git::Object object;
    git_describe_options options;
    git_describe_format_options format;
    if (git::make(object, git_object_lookup, m_repository.get(), git_commit_id(commit->get()), GIT_OBJECT_COMMIT) < 0 ||
        git_describe_options_init(&options, GIT_DESCRIBE_OPTIONS_VERSION) < 0 ||
        git_describe_format_options_init(&format, GIT_DESCRIBE_FORMAT_OPTIONS_VERSION) < 0) {
        return git::failure(what);
    }
    options.describe_strategy = GIT_DESCRIBE_TAGS;
    options.show_commit_oid_as_fallback = 1;
    format.abbreviated_size = 12;
    git::DescribeResult result;
    git_buf text{};
    if (git::make(result, git_describe_commit, object.get(), &options) < 0 ||
        git_describe_format(&text, result.get(), &format) < 0) {
        return git::failure(what);
    }
    std::string name = toLine(std::string_view(text.ptr, text.size));
    git_buf_dispose(&text);
    return name;
}

} // namespace culprit::history
