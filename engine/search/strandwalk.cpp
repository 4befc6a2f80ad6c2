// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/strandreach.h"

#include <algorithm>

namespace culprit::search
{

namespace
{

/// The line of first parents that ends in the last strand, and how every strand hangs on it. Places on the line count
/// from 1; 0 is before it.
class MainLine final
{
public:
    explicit MainLine(const Strands &strands) : m_born(strands.count(), 0), m_contained(strands.count(), 0), m_reach{0}
    {
        std::vector<Strand> line{static_cast<Strand>(strands.count() - 1)};
        while (!strands.parents(line.back()).empty()) {
            line.push_back(strands.parents(line.back()).front());
        }
        std::ranges::reverse(line);
        std::vector<Strand> open;
        for (const Strand head : line) {
            const auto place = static_cast<std::uint32_t>(m_reach.size());
            std::uint32_t reach = m_reach.back();
            m_contained[head] = place;
            m_born[head] = place;
            open.push_back(head);
            while (!open.empty()) {
                const Strand strand = open.back();
                open.pop_back();
                reach += strands.size(strand);
                for (const Strand parent : strands.parents(strand)) {
                    if (m_born[parent] == 0) {
                        m_born[parent] = place;
                        open.push_back(parent);
                    }
                }
            }
            m_reach.push_back(reach);
        }
        for (Strand strand = 0; strand < strands.count(); ++strand) {
            for (const Strand parent : strands.parents(strand)) {
                m_contained[strand] = std::max(m_contained[strand], m_contained[parent]);
            }
        }
    }

    /// The first place that contains the strand.
    [[nodiscard]] std::uint32_t born(Strand strand) const { return m_born[strand]; }
    /// The last place that the strand contains.
    [[nodiscard]] std::uint32_t contained(Strand strand) const { return m_contained[strand]; }
    [[nodiscard]] bool isOnLine(Strand strand) const { return m_born[strand] == m_contained[strand]; }
    /// How many nodes the place contains.
    [[nodiscard]] std::uint32_t reach(std::uint32_t place) const { return m_reach[place]; }

private:
    std::vector<std::uint32_t> m_born;
    std::vector<std::uint32_t> m_contained;
    std::vector<std::uint32_t> m_reach;
};

/// Walks from a strand to what it contains but the line's place in it does not.
class SideWalk final
{
public:
    SideWalk(const Strands &strands, const MainLine &line, std::uint64_t maxSteps)
        : m_strands(strands), m_line(line), m_stepsLeft(maxSteps), m_seenBy(strands.count(), 0)
    {
    }

    /// The number of nodes; nothing if there are no steps left. from is greater than any before.
    std::optional<std::uint32_t> count(Strand from)
    {
        const std::uint32_t place = m_line.contained(from);
        std::uint32_t nodes = 0;
        m_open.assign(1, from);
        while (!m_open.empty()) {
            const Strand strand = m_open.back();
            m_open.pop_back();
            nodes += m_strands.size(strand);
            for (const Strand parent : m_strands.parents(strand)) {
                if (m_stepsLeft == 0) {
                    return std::nullopt;
                }
                --m_stepsLeft;
                if (m_seenBy[parent] != from && m_line.born(parent) > place) {
                    m_seenBy[parent] = from;
                    m_open.push_back(parent);
                }
            }
        }
        return nodes;
    }

private:
    const Strands &m_strands;
    const MainLine &m_line;
    std::uint64_t m_stepsLeft;
    std::vector<Strand> m_seenBy;
    std::vector<Strand> m_open;
};

} // namespace

std::optional<StrandReach> reachByWalks(const Strands &strands, std::uint64_t maxSteps)
{
    const MainLine line(strands);
    SideWalk walk(strands, line, maxSteps);
    StrandReach reach(strands.count(), 0);
    for (Strand strand = 0; strand < strands.count(); ++strand) {
        const std::span<const Strand> parents = strands.parents(strand);
        if (line.isOnLine(strand)) {
            reach[strand] = line.reach(line.born(strand));
        } else if (parents.size() < 2) {
            reach[strand] = strands.size(strand) + (parents.empty() ? 0 : reach[parents.front()]);
        } else if (const std::optional<std::uint32_t> side = walk.count(strand)) {
            reach[strand] = line.reach(line.contained(strand)) + *side;
        } else {
            return std::nullopt;
        }
    }
    return reach;
}

} // namespace culprit::search
