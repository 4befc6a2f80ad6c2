// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/candidatewalk.h"

#include <algorithm>

namespace culprit::history
{

Result<std::vector<std::uint32_t>> CandidateWalk::run(std::uint32_t bad, std::span<const std::uint32_t> goods,
                                                      const std::stop_token &stop)
{
    for (const std::uint32_t good : goods) {
        if (auto marked = mark(good, inGood); !marked) {
            return std::unexpected(std::move(marked.error()));
        }
    }
    if (auto marked = mark(bad, inBad); !marked) {
        return std::unexpected(std::move(marked.error()));
    }
    while (!isDone()) {
        if (stop.stop_requested()) {
            return failedOutside("Reading the history was cancelled.");
        }
        if (auto taken = step(); !taken) {
            return std::unexpected(std::move(taken.error()));
        }
    }
    std::erase_if(m_found, [this](std::uint32_t commit) { return isInGood(commit); });
    return std::move(m_found);
}

Result<void> CandidateWalk::mark(std::uint32_t commit, Marks marks)
{
    m_marks.resize(std::max<std::size_t>(m_source.size(), m_marks.size()));
    const Marks before = m_marks[commit];
    if ((before & marks) == marks) {
        return {};
    }
    if ((before & met) != 0 && (before & waiting) == 0) {
        m_stepsBelow = 0; // an older commit contains it: what it contains has to be marked again
    }
    const Marks now = before | marks | waiting | met;
    m_open += isOpen(now) ? 1U : 0U;
    m_open -= isOpen(before) ? 1U : 0U;
    m_marks[commit] = now;
    if ((before & waiting) == 0) {
        const auto links = m_source.links(commit);
        if (!links) {
            return std::unexpected(links.error());
        }
        m_waiting.push({.generation = (*links)->generation, .date = (*links)->date, .commit = commit});
    }
    return {};
}

bool CandidateWalk::isDone()
{
    constexpr int enoughBelow = 1000;
    if (m_open > 0) {
        return false;
    }
    if (m_waiting.empty() || m_waiting.top().generation < m_lowestGeneration) {
        return true;
    }
    // Equal generations cannot contain each other, unless they stand for not being known.
    if (m_lowestGeneration != CommitSource::unknownGeneration) {
        return m_waiting.top().generation == m_lowestGeneration;
    }
    m_stepsBelow = m_waiting.top().date < m_oldest ? m_stepsBelow + 1 : 0;
    return m_stepsBelow > enoughBelow;
}

Result<void> CandidateWalk::step()
{
    const Waiting taken = m_waiting.top();
    m_waiting.pop();
    const Marks marks = m_marks[taken.commit];
    if (isOpen(marks)) {
        --m_open;
        m_found.push_back(taken.commit);
        m_lowestGeneration = std::min(m_lowestGeneration, taken.generation);
        m_oldest = std::min(m_oldest, taken.date);
    }
    m_marks[taken.commit] = marks & static_cast<Marks>(~waiting);
    const auto links = m_source.links(taken.commit);
    if (!links) {
        return std::unexpected(links.error());
    }
    m_parents = (*links)->parents; // marking reads the links of others
    for (const std::uint32_t parent : m_parents) {
        if (auto marked = mark(parent, marks & (inBad | inGood)); !marked) {
            return std::unexpected(std::move(marked.error()));
        }
    }
    return {};
}

} // namespace culprit::history
