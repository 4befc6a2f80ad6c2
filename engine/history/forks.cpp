// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitsource.h"
#include "engine/history/repository.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace culprit::history
{

namespace
{

/// A set of small numbers.
class Numbers final
{
public:
    explicit Numbers(std::size_t size) : m_words((size + 63) / 64) {}

    void add(std::size_t number) { m_words[number / 64] |= std::uint64_t{1} << (number % 64); }
    [[nodiscard]] bool has(std::size_t number) const { return (m_words[number / 64] >> (number % 64) & 1) != 0; }
    /// True if that made it larger.
    bool add(const Numbers &others)
    {
        bool grew = false;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            grew = grew || (others.m_words[i] & ~m_words[i]) != 0;
            m_words[i] |= others.m_words[i];
        }
        return grew;
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// Which of some commits contain which others, by one walk down from all of them.
class ContainmentWalk final
{
public:
    /// commits are numbers of the source, each once.
    ContainmentWalk(CommitSource &source, std::span<const std::uint32_t> commits) : m_source(source), m_commits(commits)
    {
    }

    /// For each commit the places of those that contain it; itself is one.
    Result<std::vector<Numbers>> run(const std::stop_token &stop)
    {
        for (std::size_t place = 0; place < m_commits.size(); ++place) {
            Numbers itself(m_commits.size());
            itself.add(place);
            const auto links = m_source.links(m_commits[place]);
            if (!links) {
                return std::unexpected(links.error());
            }
            m_lowest = std::min(m_lowest, (*links)->generation);
            m_oldest = std::min(m_oldest, (*links)->date);
            if (auto added = add(m_commits[place], itself); !added) {
                return std::unexpected(std::move(added.error()));
            }
        }
        while (!isDone()) {
            if (stop.stop_requested()) {
                return failedOutside("Reading the history was cancelled.");
            }
            if (auto taken = step(); !taken) {
                return std::unexpected(std::move(taken.error()));
            }
        }
        std::vector<Numbers> containers;
        std::ranges::transform(m_commits, std::back_inserter(containers),
                               [this](std::uint32_t commit) { return m_met.at(commit).containers; });
        return containers;
    }

private:
    struct Met {
        Numbers containers;
        bool waits = false;
    };
    struct Waiting {
        std::uint64_t generation = 0;
        std::int64_t date = 0;
        std::uint32_t commit = 0;

        auto operator<=>(const Waiting &) const = default;
    };

    Result<void> add(std::uint32_t commit, const Numbers &containers)
    {
        const auto [met, isNew] = m_met.try_emplace(commit, Met{Numbers(m_commits.size())});
        if (!met->second.containers.add(containers) || met->second.waits) {
            return {};
        }
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        m_stepsBelow = isNew ? m_stepsBelow : 0;
        met->second.waits = true;
        m_waiting.push({.generation = (*links)->generation, .date = (*links)->date, .commit = commit});
        return {};
    }

    /// As CandidateWalk does: generations are exact; dates are trusted once the walk is well below the oldest.
    bool isDone()
    {
        constexpr int enoughBelow = 1000;
        if (m_waiting.empty()) {
            return true;
        }
        const Waiting &next = m_waiting.top();
        if (m_lowest != CommitSource::unknownGeneration) {
            return next.generation <= m_lowest;
        }
        if (next.generation != CommitSource::unknownGeneration) {
            return true; // what is in the commit-graph file contains nothing that is not
        }
        m_stepsBelow = next.date < m_oldest ? m_stepsBelow + 1 : 0;
        return m_stepsBelow > enoughBelow;
    }

    Result<void> step()
    {
        const Waiting taken = m_waiting.top();
        m_waiting.pop();
        Met &met = m_met.at(taken.commit);
        met.waits = false;
        const auto links = m_source.links(taken.commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        const std::vector<std::uint32_t> parents = (*links)->parents; // adding reads the links of others
        const Numbers containers = met.containers;
        for (const std::uint32_t parent : parents) {
            if (auto added = add(parent, containers); !added) {
                return added;
            }
        }
        return {};
    }

    CommitSource &m_source;
    std::span<const std::uint32_t> m_commits;
    std::unordered_map<std::uint32_t, Met> m_met;
    std::priority_queue<Waiting> m_waiting; ///< newest first
    std::uint64_t m_lowest = CommitSource::unknownGeneration;
    std::int64_t m_oldest = std::numeric_limits<std::int64_t>::max();
    int m_stepsBelow = 0;
};

class ForkFinder final
{
public:
    ForkFinder(CommitSource &source, const CommitRange &range) : m_source(source), m_range(range) {}

    /// Of each commit of a fork only the id is filled.
    Result<std::vector<Fork>> run(const std::stop_token &stop)
    {
        if (auto read = readParents(); !read) {
            return std::unexpected(std::move(read.error()));
        }
        auto containers = ContainmentWalk(m_source, m_bases).run(stop);
        if (!containers) {
            return std::unexpected(std::move(containers.error()));
        }
        m_containers = std::move(*containers);
        return forks(branches());
    }

private:
    using Place = std::uint32_t; ///< of a base in m_bases

    /// The parents outside the range, all of which the good end contains.
    Result<void> readParents()
    {
        std::unordered_map<std::uint32_t, Place> places;
        std::vector<bool> inRange;
        for (const CommitInfo &commit : m_range.commits) {
            const std::uint32_t number = m_source.number(commit.id);
            inRange.resize(std::max<std::size_t>(inRange.size(), number + 1), false);
            inRange[number] = true;
        }
        m_end = m_source.number(m_range.goods.front().id);
        m_own.resize(m_range.commits.size());
        m_containsEnd.assign(m_range.commits.size(), false);
        for (std::size_t i = 0; i < m_range.commits.size(); ++i) {
            if (m_range.commits[i].parentCount == m_range.commits[i].parents.size()) {
                continue;
            }
            const auto links = m_source.links(m_source.number(m_range.commits[i].id));
            if (!links) {
                return std::unexpected(links.error());
            }
            for (const std::uint32_t parent : (*links)->parents) {
                if (parent == m_end) {
                    m_containsEnd[i] = true;
                } else if (parent >= inRange.size() || !inRange[parent]) {
                    const auto [place, isNew] = places.try_emplace(parent, static_cast<Place>(m_bases.size()));
                    if (isNew) {
                        m_bases.push_back(parent);
                    }
                    m_own[i].push_back(place->second);
                }
            }
        }
        return {};
    }

    /// For each base the commits whose merge base it is.
    [[nodiscard]] std::vector<std::vector<CommitIndex>> branches()
    {
        std::vector<std::vector<CommitIndex>> branches(m_bases.size());
        for (std::size_t i = 0; i < m_range.commits.size(); ++i) {
            std::vector<Place> &bases = m_own[i];
            for (const CommitIndex parent : m_range.commits[i].parents) {
                m_containsEnd[i] = m_containsEnd[i] || m_containsEnd[parent];
                bases.insert(bases.end(), m_own[parent].begin(), m_own[parent].end());
            }
            if (m_containsEnd[i]) {
                bases.clear();
                continue;
            }
            std::ranges::sort(bases);
            bases.erase(std::ranges::unique(bases).begin(), bases.end());
            const std::vector<Place> all = bases;
            std::erase_if(bases, [&](Place base) {
                return std::ranges::any_of(all, [&](Place other) { return contains(other, base); });
            });
            for (const Place base : bases) {
                branches[base].push_back(static_cast<CommitIndex>(i));
            }
        }
        return branches;
    }

    [[nodiscard]] bool contains(Place other, Place base) const
    {
        return other != base && m_containers[base].has(other);
    }

    [[nodiscard]] std::vector<Fork> forks(std::vector<std::vector<CommitIndex>> branches) const
    {
        std::vector<Place> order;
        std::vector<std::size_t> containers(m_bases.size());
        for (Place base = 0; base < m_bases.size(); ++base) {
            if (!branches[base].empty()) {
                order.push_back(base);
            }
            for (Place other = 0; other < m_bases.size(); ++other) {
                containers[base] += contains(other, base) ? 1U : 0U;
            }
        }
        // What contains a base is contained by fewer than that base.
        std::ranges::sort(order, {}, [&](Place base) {
            return std::tuple(m_bases.size() - containers[base], m_source.id(m_bases[base]));
        });
        std::vector<Fork> forks;
        for (std::size_t at = 0; at < order.size(); ++at) {
            Fork &fork = forks.emplace_back();
            fork.commit.id = m_source.id(m_bases[order[at]]);
            fork.branch = std::move(branches[order[at]]);
            for (std::size_t below = at; below-- > 0;) {
                const bool isNearest = std::ranges::none_of(
                    fork.contains, [&](std::uint32_t nearer) { return contains(order[nearer], order[below]); });
                if (isNearest && contains(order[at], order[below])) {
                    fork.contains.push_back(static_cast<std::uint32_t>(below));
                }
            }
            std::ranges::sort(fork.contains);
        }
        return forks;
    }

    CommitSource &m_source;
    const CommitRange &m_range;
    std::uint32_t m_end = 0;               ///< the good end
    std::vector<std::uint32_t> m_bases;    ///< numbers of the source
    std::vector<std::vector<Place>> m_own; ///< for each commit of the range; its merge bases after branches()
    std::vector<bool> m_containsEnd;
    std::vector<Numbers> m_containers;
};

} // namespace

Result<std::vector<Fork>> Repository::forks(const CommitRange &range, const std::stop_token &stop) const
{
    if (range.goods.size() != 1) {
        return wrongUse("Forks are those from the history of one good end.");
    }
    const auto find = [&](CommitSource::Use use) {
        CommitSource source(m_repository.get(), use);
        return ForkFinder(source, range).run(stop);
    };
    auto forks = find(CommitSource::Use::GraphFile);
    if (!forks && !stop.stop_requested()) {
        forks = find(CommitSource::Use::ObjectsOnly);
    }
    const auto allTags = tags();
    if (!forks || !allTags) {
        return std::unexpected(forks ? allTags.error() : forks.error());
    }
    for (Fork &fork : *forks) {
        auto info = outsider(fork.commit.id);
        if (!info) {
            return std::unexpected(std::move(info.error()));
        }
        fork.commit = std::move(*info);
        for (const Tag &tag : *allTags) {
            if (tag.commit == fork.commit.id) {
                fork.commit.tags.push_back(tag.name);
            }
        }
    }
    return forks;
}

} // namespace culprit::history
