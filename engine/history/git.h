// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"

#include <git2.h>

#include <memory>
#include <string>
#include <string_view>

/// What the sources of this folder share about libgit2; not for others.
namespace culprit::history::git
{

template <auto free>
struct Free {
    template <class T>
    void operator()(T *object) const
    {
        free(object);
    }
};

using Commit = std::unique_ptr<git_commit, Free<git_commit_free>>;
using DescribeResult = std::unique_ptr<git_describe_result, Free<git_describe_result_free>>;
using Diff = std::unique_ptr<git_diff, Free<git_diff_free>>;
using Object = std::unique_ptr<git_object, Free<git_object_free>>;
using Odb = std::unique_ptr<git_odb, Free<git_odb_free>>;
using Patch = std::unique_ptr<git_patch, Free<git_patch_free>>;
using Reference = std::unique_ptr<git_reference, Free<git_reference_free>>;
using ReferenceIterator = std::unique_ptr<git_reference_iterator, Free<git_reference_iterator_free>>;
using RevisionWalk = std::unique_ptr<git_revwalk, Free<git_revwalk_free>>;
using Tree = std::unique_ptr<git_tree, Free<git_tree_free>>;

/// Calls a libgit2 function that gives an object by its first argument; pointer is null if it fails.
template <class Pointer, class Function, class... Arguments>
int make(Pointer &pointer, Function function, Arguments... arguments)
{
    typename Pointer::pointer raw = nullptr;
    const int status = function(&raw, arguments...);
    pointer.reset(status < 0 ? nullptr : raw);
    return status;
}

[[nodiscard]] git_oid toOid(const ObjectId &id);
[[nodiscard]] ObjectId toId(const git_oid &oid);

/// "WHAT failed" with what libgit2 said last, as one sentence.
[[nodiscard]] std::unexpected<Error> failure(std::string_view what);

[[nodiscard]] Result<Commit> lookUp(git_repository *repository, const ObjectId &id);
[[nodiscard]] std::string_view encodingOf(const git_commit *commit);
[[nodiscard]] std::string_view messageOf(const git_commit *commit);
/// Digits and subject, for messages: 1234567890ab ("mm: free it once").
[[nodiscard]] std::string label(git_repository *repository, const ObjectId &id);

} // namespace culprit::history::git
