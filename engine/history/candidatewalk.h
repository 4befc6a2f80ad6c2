// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitsource.h"

#include <cstdint>
#include <queue>
#include <span>
#include <stop_token>
#include <vector>

namespace culprit::history
{

/// Finds what the bad end contains and no good end does, by marking from the ends down, newest first. With generation
/// numbers that is exact; where there are none, commits are taken to be newer than what they contain, and the walk goes
/// on for a while after it seems to be done, as git's does.
class CandidateWalk final
{
public:
    explicit CandidateWalk(CommitSource &source) : m_source(source) {}

    /// The candidates by their numbers in the source, in no order.
    [[nodiscard]] Result<std::vector<std::uint32_t>> run(std::uint32_t bad, std::span<const std::uint32_t> goods,
                                                         const std::stop_token &stop);

    /// After run: some good end contains it.
    [[nodiscard]] bool isInGood(std::uint32_t commit) const { return (marksOf(commit) & inGood) != 0; }
    /// After run: the bad end is known to contain it, as of a good end one wants to know.
    [[nodiscard]] bool isInBad(std::uint32_t commit) const { return (marksOf(commit) & inBad) != 0; }

private:
    using Marks = std::uint8_t;
    static constexpr Marks inBad = 1;
    static constexpr Marks inGood = 2;
    static constexpr Marks waiting = 4;
    static constexpr Marks met = 8;

    struct Waiting {
        std::uint64_t generation = 0;
        std::int64_t date = 0;
        std::uint32_t commit = 0;

        bool operator<(const Waiting &other) const
        {
            return generation != other.generation ? generation < other.generation : date < other.date;
        }
    };

    [[nodiscard]] Marks marksOf(std::uint32_t commit) const
    {
        return commit < m_marks.size() ? m_marks[commit] : Marks{};
    }
    [[nodiscard]] Result<void> mark(std::uint32_t commit, Marks marks);
    [[nodiscard]] bool isOpen(Marks marks) const { return (marks & (inBad | inGood | waiting)) == (inBad | waiting); }
    [[nodiscard]] bool isDone();
    [[nodiscard]] Result<void> step();

    CommitSource &m_source;
    std::vector<Marks> m_marks;
    std::priority_queue<Waiting> m_waiting;
    std::vector<std::uint32_t> m_parents;
    std::vector<std::uint32_t> m_found;                                 ///< were candidates when they were met
    std::size_t m_open = 0;                                             ///< candidates among the waiting
    std::uint64_t m_lowestGeneration = CommitSource::unknownGeneration; ///< of those found
    std::int64_t m_oldest = std::numeric_limits<std::int64_t>::max();   ///< date of those found
    int m_stepsBelow = 0; ///< since the last sign that there may be more to mark
};

} // namespace culprit::history
