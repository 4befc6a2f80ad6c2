// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/commitdetails.h"
#include "engine/history/commitrange.h"
#include "engine/history/filechange.h"
#include "engine/history/historywalk.h"
#include "engine/history/narrowing.h"
#include "engine/history/objectid.h"
#include "engine/history/revert.h"
#include "engine/history/stretch.h"
#include "engine/history/tag.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

struct git_repository;

namespace culprit::history
{

class CommitSource;

/// A git repository that is only read: refs, index, configuration and work tree stay as they are, and nothing of it is
/// run. The user's and the system's git configuration have no influence, and neither has who owns the files: git's
/// guard against foreign repositories is about commands that they name, and none is run here.
///
/// Use one instance per thread. Every call may read a lot from disk, so none belongs on the GUI thread. Errors of kind
/// Use are about what was asked for, those of kind Outside about a repository that cannot be read.
class Repository final
{
public:
    /// path is a work tree or a folder in it, a linked work tree, or a bare repository. `~` is not expanded. Objects
    /// that it lacks are looked for in moreObjects, a folder as git's own for objects; there may be none.
    [[nodiscard]] static Result<Repository> open(const std::filesystem::path &path,
                                                 const std::filesystem::path &moreObjects = {});

    Repository(Repository &&) noexcept = default;
    Repository &operator=(Repository &&) noexcept = default;
    ~Repository() = default;

    /// The folder with refs and objects; of a linked work tree, that of the main one.
    [[nodiscard]] std::filesystem::path gitFolder() const;
    /// Nothing for a bare repository.
    [[nodiscard]] std::optional<std::filesystem::path> workTree() const;

    /// The commit that a revision means: hash or its beginning, branch, tag, `git describe` name, HEAD~3 and the like.
    /// A commit may be quoted, `1234567890ab ("mm: free it once")`: if there is none of that hash it is withSubject().
    [[nodiscard]] Result<ObjectId> resolve(std::string_view revision) const;

    /// The candidates between bad and the goods, of which there is at least one. A good end need not be an ancestor of
    /// the bad one if they share history: see mergeBasesToTest.
    /// Takes some hundred ms for 15,000 commits; stop ends it with an error of kind Outside.
    [[nodiscard]] Result<CommitRange> range(const ObjectId &bad, std::span<const ObjectId> goods,
                                            const std::stop_token &stop = {}) const;
    /// The same without the subjects and authors of the candidates, which readTexts adds: some ms with a commit-graph
    /// file.
    [[nodiscard]] Result<CommitRange> outline(const ObjectId &bad, std::span<const ObjectId> goods,
                                              const std::stop_token &stop = {}) const;
    /// Subjects and authors of count candidates from the first on. An error of kind Outside if an outline came from a
    /// commit-graph file that the commits belie.
    [[nodiscard]] Result<void> readTexts(CommitRange &range, CommitIndex first, std::size_t count,
                                         const std::stop_token &stop = {}) const;

    /// What git bisect leaves of the range; with paths, the newest commit that changes them comes last in the place of
    /// the bad end. An error of kind Use if nothing is left. Some ms for first parents, about a second for paths in
    /// 15,000 commits.
    [[nodiscard]] Result<CommitRange> narrowed(const CommitRange &range, const Narrowing &narrowing,
                                               const std::stop_token &stop = {}) const;

    /// All that the tips contain, from the newest on; nothing is read before it is asked for. Must not outlive this.
    [[nodiscard]] HistoryWalk walk(std::span<const ObjectId> tips) const;

    /// A commit is its own ancestor.
    [[nodiscard]] Result<bool> isAncestor(const ObjectId &ancestor, const ObjectId &descendant) const;
    /// Those of the commits that the descendant contains, in their order, by one walk down to the oldest of them.
    /// Without a commit-graph file the whole history is read if one of them is not contained.
    [[nodiscard]] Result<std::vector<ObjectId>>
    containedIn(const ObjectId &descendant, std::span<const ObjectId> commits, const std::stop_token &stop = {}) const;
    /// How a commit stands to each of the stretches, in the time of containedIn. A bound that is the name of a release
    /// (v6.1) without a tag means the next release that has one: that contains it, so that a clone without old tags
    /// still tells. After the last release there is none, and no commit contains it. Any other name must resolve.
    [[nodiscard]] Result<std::vector<Standing>> standings(const ObjectId &commit, std::span<const Stretch> stretches,
                                                          const std::stop_token &stop = {}) const;
    /// Whether the tip contains a commit of that subject. Reads commits from the newest back to those of the time since
    /// (seconds since 1970).
    [[nodiscard]] Result<bool> containsSubject(const ObjectId &tip, std::string_view subject, std::int64_t since,
                                               const std::stop_token &stop = {}) const;
    /// The newest commit of that subject that HEAD contains, else that any branch or tag does; nothing if none does.
    /// May read the whole history, some 10 s of Linux.
    [[nodiscard]] Result<std::optional<ObjectId>> withSubject(std::string_view subject,
                                                              const std::stop_token &stop = {}) const;
    /// The best common ancestors, newest first; none if the two share no history.
    [[nodiscard]] Result<std::vector<ObjectId>> mergeBases(const ObjectId &one, const ObjectId &other) const;
    /// What git bisect tests before anything else if a good end is no ancestor of the bad one: their merge bases, in
    /// git's order, without those that are good ends. All of them must be good, else the bug was fixed on the way to a
    /// good end. Empty if every good end is an ancestor of bad.
    [[nodiscard]] Result<std::vector<ObjectId>> mergeBasesToTest(const ObjectId &bad,
                                                                 std::span<const ObjectId> goods) const;
    /// The merge bases of the one good end of a range and each commit of the range that does not contain it. One walk
    /// down to the oldest of them, exact where CandidateWalk is.
    [[nodiscard]] Result<std::vector<Fork>> forks(const CommitRange &range, const std::stop_token &stop = {}) const;

    [[nodiscard]] Result<CommitDetails> commit(const ObjectId &id) const;
    /// Against the first parent, renames found as git finds them.
    [[nodiscard]] Result<std::vector<FileChange>> changes(const ObjectId &id) const;
    /// Which paths a commit changes, sorted, as git names them: bytes. A renamed file counts under both names. Of a
    /// merge those that differ from every parent: what resolving its conflicts made. Well under a millisecond.
    [[nodiscard]] Result<std::vector<std::string>> touchedPaths(const ObjectId &id) const;
    /// Unified diff against the first parent. UTF-8; what is past maxBytes is left out and a last line says so.
    [[nodiscard]] Result<std::string> patch(const ObjectId &id, std::size_t maxBytes) const;

    /// What turns one commit's files into another's, for git apply: bytes, binary files and whole ids too. An error of
    /// kind Outside if it is more than maxBytes.
    [[nodiscard]] Result<std::string> patchBetween(const ObjectId &from, const ObjectId &to,
                                                   std::size_t maxBytes) const;

    /// The bytes of a file as the commit has it; of a symbolic link, where it leads. Nothing if the commit has no file
    /// of that path; an error of kind Outside if it has more than maxBytes.
    [[nodiscard]] Result<std::optional<std::string>> file(const ObjectId &id, std::string_view path,
                                                          std::size_t maxBytes) const;

    /// A commit on top of the tip that takes back what a commit changed, as git revert makes it, with the tip's time
    /// and an author that is nobody: the same one at any time. It and what it has of its own are written into a folder
    /// of objects, which is made if there is none; where git has the very same object it may renew the time of that
    /// one.
    [[nodiscard]] Result<Revert> revert(const ObjectId &id, const ObjectId &tip,
                                        const std::filesystem::path &objects) const;

    /// Every tag that names a commit, by name.
    [[nodiscard]] Result<std::vector<Tag>> tags() const;
    /// As `git describe --tags --always --abbrev=12`.
    [[nodiscard]] Result<std::string> describe(const ObjectId &id) const;
    /// The releases (tags v6.1 or v6.1.7, not v6.1-rc3) that the commit contains, newest version first, without one
    /// that names the commit itself. Stops at the count nearest by date: a whole kernel history takes its time.
    [[nodiscard]] Result<std::vector<Tag>> releasesBefore(const ObjectId &id, std::size_t count) const;

private:
    struct Close {
        void operator()(git_repository *repository) const;
    };

    explicit Repository(git_repository *repository) : m_repository(repository) {}

    [[nodiscard]] Result<ObjectId> resolveQuoted(std::string_view digits, std::string_view subject) const;
    [[nodiscard]] Result<CommitRange> outlineFrom(const ObjectId &bad, std::span<const ObjectId> goods,
                                                  bool useGraphFile, const std::stop_token &stop) const;
    [[nodiscard]] Result<void> findCandidates(CommitSource &source, const ObjectId &bad,
                                              std::span<const ObjectId> goods, const std::stop_token &stop,
                                              CommitRange &range) const;
    /// Of a commit outside a range, without its tags.
    [[nodiscard]] Result<CommitInfo> outsider(const ObjectId &id) const;
    [[nodiscard]] Result<void> addTagsAndGoods(std::span<const ObjectId> goods, CommitRange &range) const;

    std::unique_ptr<git_repository, Close> m_repository;
};

} // namespace culprit::history
