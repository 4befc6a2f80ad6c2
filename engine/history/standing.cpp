// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"
#include "engine/history/version.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace culprit::history
{

namespace
{

/// What a name at an end of a stretch means.
struct Bound {
    bool known = true;
    std::optional<ObjectId> commit; ///< nothing: no commit contains it
};

class BoundReader final
{
public:
    explicit BoundReader(const Repository &repository) : m_repository(repository) {}

    Result<Bound> read(const std::string &name)
    {
        Result<ObjectId> commit = m_repository.resolve(name);
        if (commit) {
            return Bound{.known = true, .commit = *commit};
        }
        const std::optional<Version> version = versionOf(name);
        if (!version || commit.error().kind != Error::Kind::Use) {
            return std::unexpected(std::move(commit.error()));
        }
        if (auto releases = readReleases(); !releases) {
            return std::unexpected(std::move(releases.error()));
        }
        const auto next = m_releases->upper_bound(*version);
        return Bound{.known = !m_releases->empty(),
                     .commit = next == m_releases->end() ? std::nullopt : std::optional(next->second)};
    }

private:
    /// v6.1 and not v6.1.7, which no later release contains.
    Result<void> readReleases()
    {
        if (m_releases) {
            return {};
        }
        const Result<std::vector<Tag>> tags = m_repository.tags();
        if (!tags) {
            return std::unexpected(tags.error());
        }
        m_releases.emplace();
        for (const Tag &tag : *tags) {
            if (const auto version = versionOf(tag.name); version && version->back() == 0) {
                m_releases->emplace(*version, tag.commit);
            }
        }
        return {};
    }

    const Repository &m_repository;
    std::optional<std::map<Version, ObjectId>> m_releases;
};

struct Met {
    std::int64_t date = 0;
    git::Commit commit;
};

Result<std::optional<ObjectId>> newestWithSubject(git_repository *repository, std::span<const ObjectId> tips,
                                                  std::string_view subject, std::int64_t since,
                                                  const std::stop_token &stop)
{
    std::vector<Met> waiting; // a heap, newest first
    std::unordered_set<ObjectId> met;
    const auto add = [&](const ObjectId &id) -> Result<void> {
        if (!met.insert(id).second) {
            return {};
        }
        auto commit = git::lookUp(repository, id);
        if (!commit) {
            return std::unexpected(std::move(commit.error()));
        }
        const std::int64_t date = git_commit_time(commit->get());
        if (date >= since) {
            waiting.push_back({.date = date, .commit = std::move(*commit)});
            std::ranges::push_heap(waiting, {}, &Met::date);
        }
        return {};
    };
    Result<void> added;
    for (const ObjectId &tip : tips) {
        added = added.and_then([&] { return add(tip); });
    }
    while (added && !waiting.empty()) {
        if (stop.stop_requested()) {
            return failedOutside("Reading the history was cancelled.");
        }
        std::ranges::pop_heap(waiting, {}, &Met::date);
        const git::Commit commit = std::move(waiting.back().commit);
        waiting.pop_back();
        if (subjectOf(git::messageOf(commit.get()), git::encodingOf(commit.get())) == subject) {
            return git::toId(*git_commit_id(commit.get()));
        }
        for (unsigned parent = 0; added && parent < git_commit_parentcount(commit.get()); ++parent) {
            added = add(git::toId(*git_commit_parent_id(commit.get(), parent)));
        }
    }
    return added.transform([] { return std::optional<ObjectId>(); });
}

/// Of local branches, of those of remotes, and tags: linux-next is known by them.
Result<std::vector<ObjectId>> tipsOf(git_repository *repository)
{
    std::vector<ObjectId> tips;
    for (const char *pattern : {"refs/heads/*", "refs/remotes/*", "refs/tags/*"}) {
        git::ReferenceIterator references;
        int status = git::make(references, git_reference_iterator_glob_new, repository, pattern);
        while (status == 0) {
            git::Reference reference;
            status = git::make(reference, git_reference_next, references.get());
            git::Object commit;
            if (status == 0 && git::make(commit, git_reference_peel, reference.get(), GIT_OBJECT_COMMIT) == 0) {
                tips.push_back(git::toId(*git_object_id(commit.get())));
            }
        }
        if (status != GIT_ITEROVER) {
            return git::failure("The branches and tags cannot be read");
        }
    }
    return tips;
}

} // namespace

Result<std::vector<Standing>> Repository::standings(const ObjectId &commit, std::span<const Stretch> stretches,
                                                    const std::stop_token &stop) const
{
    BoundReader reader(*this);
    std::map<std::string, Bound> bounds;
    std::vector<ObjectId> commits;
    for (const Stretch &stretch : stretches) {
        for (const std::string &name : {stretch.from, stretch.until}) {
            if (name.empty() || bounds.contains(name)) {
                continue;
            }
            const Result<Bound> bound = reader.read(name);
            if (!bound) {
                return std::unexpected(bound.error());
            }
            bounds.emplace(name, *bound);
            if (bound->commit) {
                commits.push_back(*bound->commit);
            }
        }
    }
    const Result<std::vector<ObjectId>> contained = containedIn(commit, commits, stop);
    if (!contained) {
        return std::unexpected(contained.error());
    }
    const auto isContained = [&contained](const Bound &bound) {
        return bound.commit && std::ranges::contains(*contained, *bound.commit);
    };
    std::vector<Standing> result;
    for (const Stretch &stretch : stretches) {
        const Bound *from = stretch.from.empty() ? nullptr : &bounds.at(stretch.from);
        const Bound *until = stretch.until.empty() ? nullptr : &bounds.at(stretch.until);
        const bool isKnown = (from == nullptr || from->known) && (until == nullptr || until->known);
        const bool isInside = (from == nullptr || isContained(*from)) && (until == nullptr || !isContained(*until));
        result.push_back(!isKnown ? Standing::Unknown : isInside ? Standing::Inside : Standing::Outside);
    }
    return result;
}

Result<bool> Repository::containsSubject(const ObjectId &tip, std::string_view subject, std::int64_t since,
                                         const std::stop_token &stop) const
{
    return newestWithSubject(m_repository.get(), std::array{tip}, subject, since, stop)
        .transform([](const std::optional<ObjectId> &found) { return found.has_value(); });
}

Result<std::optional<ObjectId>> Repository::withSubject(std::string_view subject, const std::stop_token &stop) const
{
    constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::min();
    if (const Result<ObjectId> head = resolve("HEAD")) {
        auto found = newestWithSubject(m_repository.get(), std::array{*head}, subject, ever, stop);
        if (!found || *found) {
            return found;
        }
    }
    const auto tips = tipsOf(m_repository.get());
    return tips ? newestWithSubject(m_repository.get(), *tips, subject, ever, stop) : std::unexpected(tips.error());
}

} // namespace culprit::history
