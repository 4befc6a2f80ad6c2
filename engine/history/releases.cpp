// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/git.h"
#include "engine/history/repository.h"
#include "engine/history/version.h"

#include <algorithm>
#include <iterator>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace culprit::history
{

namespace
{

struct Release {
    Tag tag;
    Version version;
};

std::unordered_multimap<ObjectId, Release> releasesAmong(const std::vector<Tag> &tags)
{
    std::unordered_multimap<ObjectId, Release> releases;
    for (const Tag &tag : tags) {
        if (const auto version = versionOf(tag.name)) {
            releases.emplace(tag.commit, Release{.tag = tag, .version = *version});
        }
    }
    return releases;
}

/// Walks back from a commit, newest first.
class Walk final
{
public:
    explicit Walk(git_repository *repository) : m_repository(repository) {}

    Result<void> add(const ObjectId &id)
    {
        if (!m_seen.insert(id).second) {
            return {};
        }
        auto commit = git::lookUp(m_repository, id);
        if (!commit) {
            return std::unexpected(std::move(commit.error()));
        }
        Waiting waiting{.date = git_commit_time(commit->get()), .id = id, .parents = {}};
        for (unsigned parent = 0; parent < git_commit_parentcount(commit->get()); ++parent) {
            waiting.parents.push_back(git::toId(*git_commit_parent_id(commit->get(), parent)));
        }
        m_waiting.push(std::move(waiting));
        return {};
    }

    [[nodiscard]] bool atEnd() const { return m_waiting.empty(); }

    Result<ObjectId> next()
    {
        const Waiting taken = m_waiting.top();
        m_waiting.pop();
        for (const ObjectId &parent : taken.parents) {
            if (auto added = add(parent); !added) {
                return std::unexpected(std::move(added.error()));
            }
        }
        return taken.id;
    }

private:
    struct Waiting {
        std::int64_t date = 0;
        ObjectId id;
        std::vector<ObjectId> parents;

        bool operator<(const Waiting &other) const { return std::tie(date, id) < std::tie(other.date, other.id); }
    };

    git_repository *m_repository;
    std::priority_queue<Waiting> m_waiting;
    std::unordered_set<ObjectId> m_seen;
};

} // namespace

Result<std::vector<Tag>> Repository::releasesBefore(const ObjectId &id, std::size_t count) const
{
    const Result<std::vector<Tag>> allTags = tags();
    if (!allTags) {
        return std::unexpected(allTags.error());
    }
    const std::unordered_multimap<ObjectId, Release> releases = releasesAmong(*allTags);
    std::vector<Release> found;
    Walk walk(m_repository.get());
    if (auto added = walk.add(id); !added) {
        return std::unexpected(std::move(added.error()));
    }
    while (!releases.empty() && !walk.atEnd() && found.size() < count) {
        const Result<ObjectId> commit = walk.next();
        if (!commit) {
            return std::unexpected(commit.error());
        }
        const auto [first, last] = releases.equal_range(*commit);
        for (auto release = first; release != last && *commit != id; ++release) {
            found.push_back(release->second);
        }
    }
    std::ranges::sort(found, std::greater(), &Release::version);
    std::vector<Tag> result;
    std::ranges::transform(found, std::back_inserter(result), &Release::tag);
    result.resize(std::min(result.size(), count));
    return result;
}

} // namespace culprit::history
