// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/historywalk.h"

#include "engine/history/commitsource.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace culprit::history
{

/// Counts the children of each commit down to the generation of what is to be given next, no further: a commit can be
/// given when all of its children have been.
class HistoryWalk::Sorter final
{
public:
    Sorter(git_repository *repository, std::span<const ObjectId> tips, CommitSource::Use use)
        : m_source(repository, use)
    {
        for (const ObjectId &tip : tips) {
            m_tips.push_back(m_source.number(tip));
        }
        std::ranges::sort(m_tips);
        m_tips.erase(std::ranges::unique(m_tips).begin(), m_tips.end());
    }

    [[nodiscard]] bool usesGraphFile() const { return m_source.usesGraphFile(); }

    Result<void> fill(std::vector<HistoryRow> &rows, std::size_t count, const std::stop_token &stop)
    {
        if (auto started = start(stop); !started) {
            return started;
        }
        while (rows.size() < count && !m_ready.empty()) {
            if (auto given = give(rows, stop); !given) {
                return given;
            }
        }
        if (m_ready.empty() && m_given != m_met) {
            return failedOutside("The commit-graph file of the repository is damaged: write it again with git "
                                 "commit-graph write.");
        }
        return {};
    }

private:
    /// A commit that waits for its turn; the one with the highest key comes next.
    template <class Key>
    struct Waiting {
        Key key;
        std::uint32_t commit;

        bool operator<(const Waiting &other) const
        {
            return key != other.key ? key < other.key : commit > other.commit;
        }
    };

    Result<void> start(const std::stop_token &stop)
    {
        if (m_started) {
            return {};
        }
        for (const std::uint32_t tip : m_tips) {
            if (auto met = meet(tip); !met) {
                return met;
            }
            m_depth = std::min(m_depth, m_source.links(tip).value()->generation);
        }
        if (auto counted = countChildren(stop); !counted) {
            return counted;
        }
        for (const std::uint32_t tip : m_tips) {
            if (m_children[tip] == 0) {
                if (auto ready = makeReady(tip); !ready) {
                    return ready;
                }
            }
        }
        m_started = true;
        return {};
    }

    /// A commit whose children may not all be known yet.
    Result<void> meet(std::uint32_t commit)
    {
        m_seen.resize(std::max<std::size_t>(m_source.size(), m_seen.size()), false);
        m_children.resize(m_seen.size(), 0);
        if (m_seen[commit]) {
            return {};
        }
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        m_seen[commit] = true;
        ++m_met;
        m_uncounted.push({.key = {(*links)->generation, (*links)->date}, .commit = commit});
        return {};
    }

    /// Afterwards all children of commits of generation m_depth and higher are counted.
    Result<void> countChildren(const std::stop_token &stop)
    {
        while (!m_uncounted.empty() && m_uncounted.top().key.first >= m_depth) {
            if (stop.stop_requested()) {
                return failedOutside("Reading the history was cancelled.");
            }
            const auto links = m_source.links(m_uncounted.top().commit);
            if (!links) {
                return std::unexpected(links.error());
            }
            m_parents = (*links)->parents;
            m_uncounted.pop();
            for (const std::uint32_t parent : m_parents) {
                if (auto met = meet(parent); !met) {
                    return met;
                }
            }
            for (const std::uint32_t parent : m_parents) {
                ++m_children[parent];
            }
        }
        return {};
    }

    Result<void> makeReady(std::uint32_t commit)
    {
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        m_ready.push({.key = (*links)->date, .commit = commit});
        return {};
    }

    Result<void> give(std::vector<HistoryRow> &rows, const std::stop_token &stop)
    {
        const std::uint32_t commit = m_ready.top().commit;
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        const std::int64_t date = (*links)->date;
        const std::vector<std::uint32_t> parents = (*links)->parents;
        for (const std::uint32_t parent : parents) {
            const auto parentLinks = m_source.links(parent);
            if (!parentLinks) {
                return std::unexpected(parentLinks.error());
            }
            m_depth = std::min(m_depth, (*parentLinks)->generation);
        }
        if (auto counted = countChildren(stop); !counted) {
            return counted;
        }
        m_ready.pop();
        ++m_given;
        HistoryRow &row = rows.emplace_back(m_source.id(commit), std::vector<ObjectId>{}, date);
        for (const std::uint32_t parent : parents) {
            row.parents.push_back(m_source.id(parent));
            if (--m_children[parent] == 0) {
                if (auto ready = makeReady(parent); !ready) {
                    return ready;
                }
            }
        }
        return {};
    }

    CommitSource m_source;
    std::vector<std::uint32_t> m_tips;
    bool m_started = false;
    std::uint64_t m_depth = CommitSource::unknownGeneration;
    /// By generation, then date: packs are in the order of dates.
    std::priority_queue<Waiting<std::pair<std::uint64_t, std::int64_t>>> m_uncounted;
    std::priority_queue<Waiting<std::int64_t>> m_ready; ///< by date
    std::vector<bool> m_seen;
    std::vector<std::uint32_t> m_children; ///< counted and not yet given
    std::vector<std::uint32_t> m_parents;
    std::size_t m_met = 0;
    std::size_t m_given = 0;
};

HistoryWalk::HistoryWalk(git_repository *repository, std::span<const ObjectId> tips)
    : m_repository(repository), m_tips(tips.begin(), tips.end())
{
}

HistoryWalk::HistoryWalk(HistoryWalk &&) noexcept = default;
HistoryWalk &HistoryWalk::operator=(HistoryWalk &&) noexcept = default;
HistoryWalk::~HistoryWalk() = default;

Result<std::vector<HistoryRow>> HistoryWalk::next(std::size_t count, const std::stop_token &stop)
{
    if (m_sorter == nullptr) {
        m_sorter = std::make_unique<Sorter>(m_repository, m_tips, CommitSource::Use::GraphFile);
    }
    auto filled = m_sorter->fill(m_rows, count, stop);
    if (!filled && m_sorter->usesGraphFile() && !m_begun && !stop.stop_requested()) {
        m_rows.clear();
        m_sorter = std::make_unique<Sorter>(m_repository, m_tips, CommitSource::Use::ObjectsOnly);
        filled = m_sorter->fill(m_rows, count, stop);
    }
    if (!filled) {
        return std::unexpected(std::move(filled.error()));
    }
    m_begun = true;
    return std::exchange(m_rows, {});
}

} // namespace culprit::history
