// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/revert.h"

#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"

#include <git2/sys/odb_backend.h>

#include <format>
#include <set>
#include <utility>

namespace culprit::history
{

namespace
{

constexpr int beforeAllOthers = 1000;          ///< of a folder of objects: it gets what is written
constexpr unsigned int filesForRenames = 1000; ///< more new or lost ones than this are not compared with each other
constexpr std::size_t mostNamed = 3;           ///< files in an obstacle

using Index = std::unique_ptr<git_index, git::Free<git_index_free>>;
using Conflicts = std::unique_ptr<git_index_conflict_iterator, git::Free<git_index_conflict_iterator_free>>;
using Repo = std::unique_ptr<git_repository, git::Free<git_repository_free>>;
using Signature = std::unique_ptr<git_signature, git::Free<git_signature_free>>;

std::string filesText(const std::set<std::string> &files)
{
    std::string text;
    for (std::size_t named = 0; const std::string &file : files) {
        if (named == mostNamed) {
            text += std::format(" and {} more", files.size() - mostNamed);
            break;
        }
        text += (named++ > 0 ? ", " : "") + toLine(file);
    }
    return text;
}

/// One revert. Its handle of the repository is its own, for it writes elsewhere than others.
class Reverting final
{
public:
    Reverting(const ObjectId &id, const ObjectId &tip) : m_id(id), m_tipId(tip) {}

    Result<void> open(const std::filesystem::path &gitFolder, const std::filesystem::path &objects)
    {
        std::error_code code;
        std::filesystem::create_directories(objects, code);
        git::Odb odb;
        git_odb_backend *backend = nullptr;
        if (code || git::make(m_repository, git_repository_open, gitFolder.c_str()) < 0 ||
            git::make(odb, git_repository_odb, m_repository.get()) < 0 ||
            git_odb_backend_loose(&backend, objects.c_str(), -1, 1, 0, 0) < 0 ||
            git_odb_add_backend(odb.get(), backend, beforeAllOthers) < 0) {
            return failedOutside(std::format("{} cannot be written into: make room or choose another cache folder.",
                                             toLine(objects.string())));
        }
        auto commit = git::lookUp(m_repository.get(), m_id);
        auto tip = commit ? git::lookUp(m_repository.get(), m_tipId) : Result<git::Commit>();
        if (!commit || !tip) {
            return std::unexpected(commit ? tip.error() : commit.error());
        }
        m_commit = std::move(*commit);
        m_tip = std::move(*tip);
        return git::make(m_tipTree, git_commit_tree, m_tip.get()) < 0 ? Result<void>(failed()) : Result<void>();
    }

    Result<Revert> revert()
    {
        if (m_id == m_tipId) {
            return Revert{{}, "it is the newest commit itself, so that its parent is what reverting it leaves"};
        }
        if (git_commit_parentcount(m_commit.get()) > 1) {
            return Revert{{}, "it is a merge"};
        }
        git_merge_options options;
        Index index;
        if (git_merge_options_init(&options, GIT_MERGE_OPTIONS_VERSION) < 0) {
            return failed();
        }
        options.target_limit = filesForRenames;
        options.default_driver = "text"; // not what the repository's config has
        if (git::make(index, git_revert_commit, m_repository.get(), m_commit.get(), m_tip.get(), 0U, &options) < 0) {
            return failed();
        }
        if (git_index_has_conflicts(index.get()) != 0) {
            return conflictIn(index.get());
        }
        return commitOf(index.get());
    }

private:
    [[nodiscard]] std::unexpected<Error> failed() const
    {
        return git::failure(std::format("{} cannot be reverted on {}", m_id.shortHex(), m_tipId.shortHex()));
    }

    [[nodiscard]] Result<Revert> conflictIn(git_index *index) const
    {
        Conflicts conflicts;
        if (git::make(conflicts, git_index_conflict_iterator_new, index) < 0) {
            return failed();
        }
        std::set<std::string> files;
        const git_index_entry *base = nullptr;
        const git_index_entry *ours = nullptr;
        const git_index_entry *theirs = nullptr;
        while (git_index_conflict_next(&base, &ours, &theirs, conflicts.get()) == 0) {
            files.emplace((ours != nullptr ? ours : base != nullptr ? base : theirs)->path);
        }
        return Revert{{}, "it conflicts with what came later in " + filesText(files)};
    }

    /// Only what differs from the tip is written: all other trees are the repository's.
    [[nodiscard]] Result<Revert> commitOf(git_index *index) const
    {
        git::Diff diff;
        if (git::make(diff, git_diff_tree_to_index, m_repository.get(), m_tipTree.get(), index, nullptr) < 0) {
            return failed();
        }
        std::vector<git_tree_update> updates;
        for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
            const git_diff_delta *delta = git_diff_get_delta(diff.get(), i);
            const bool isGone = delta->status == GIT_DELTA_DELETED;
            updates.push_back({.action = isGone ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
                               .id = delta->new_file.id,
                               .filemode = static_cast<git_filemode_t>(delta->new_file.mode),
                               .path = isGone ? delta->old_file.path : delta->new_file.path});
        }
        if (updates.empty()) {
            return Revert{{}, "what it changed has been taken back already"};
        }
        git_oid treeId;
        git::Tree tree;
        if (git_tree_create_updated(&treeId, m_repository.get(), m_tipTree.get(), updates.size(), updates.data()) < 0 ||
            git::make(tree, git_tree_lookup, m_repository.get(), &treeId) < 0) {
            return failed();
        }
        return commitOf(tree.get());
    }

    [[nodiscard]] Result<Revert> commitOf(git_tree *tree) const
    {
        const std::string message =
            std::format("Revert \"{}\"\n\nThis reverts commit {}.\n",
                        subjectOf(git::messageOf(m_commit.get()), git::encodingOf(m_commit.get())), m_id.hex());
        Signature author;
        if (git::make(author, git_signature_new, "Culprit", "culprit@localhost", git_commit_time(m_tip.get()), 0) < 0) {
            return failed();
        }
        git_oid id;
        const git_commit *parent = m_tip.get();
        if (git_commit_create(&id, m_repository.get(), nullptr, author.get(), author.get(), nullptr, message.c_str(),
                              tree, 1, &parent) < 0) {
            return failed();
        }
        return Revert{git::toId(id), {}};
    }

    ObjectId m_id;
    ObjectId m_tipId;
    Repo m_repository;
    git::Commit m_commit;
    git::Commit m_tip;
    git::Tree m_tipTree;
};

} // namespace

Result<Revert> Repository::revert(const ObjectId &id, const ObjectId &tip, const std::filesystem::path &objects) const
{
    Reverting reverting(id, tip);
    return reverting.open(gitFolder(), objects).and_then([&reverting] { return reverting.revert(); });
}

} // namespace culprit::history
