// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/kernelhistory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <random>

namespace culprit::bench
{

namespace
{

constexpr std::int64_t firstDate = 1'113'690'000;
constexpr std::int64_t secondsPerCommit = 400;
constexpr std::size_t commitsPerRelease = 15'000;
constexpr std::size_t candidatesPerRelease = 7;
constexpr std::size_t maintainers = 80;
constexpr std::size_t longestBranch = 2'500;

/// A branch under work: where it stands and what its next commit is dated.
struct Branch {
    std::uint32_t head = 0;
    std::int64_t clock = 0;
    std::int64_t pace = 0; ///< seconds from commit to commit
    std::vector<std::uint32_t> commits;
};

class Maker final
{
public:
    Maker(std::size_t size, std::uint32_t seed) : m_size(size), m_random(seed)
    {
        m_history.dates.reserve(size);
        m_history.starts.reserve(size + 1);
        m_history.parents.reserve(size + size / 5);
        m_last.fill(add({}, firstDate));
        m_line.push_back(0);
        m_now = firstDate;
    }

    KernelHistory make()
    {
        while (m_history.size() < m_size) {
            // The last commit is one of the line, so that it contains all others.
            if (chance(120) || m_size - m_history.size() < 3) {
                m_now += secondsPerCommit;
                m_line.push_back(add({m_line.back()}, m_now));
            } else {
                pull();
            }
            tagReleases();
        }
        return std::move(m_history);
    }

private:
    [[nodiscard]] std::size_t below(std::size_t bound) { return m_random() % bound; }
    [[nodiscard]] bool chance(unsigned perThousand) { return m_random() % 1000 < perThousand; }

    /// Most are short, a few very long.
    [[nodiscard]] std::size_t length(std::size_t most)
    {
        const double share = (static_cast<double>(m_random()) + 1) / 4294967296.0;
        const double wanted = std::min(std::pow(share, -0.95), static_cast<double>(longestBranch));
        return std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, std::max<std::size_t>(most, 1));
    }

    std::uint32_t add(std::span<const std::uint32_t> parents, std::int64_t date)
    {
        m_history.parents.insert(m_history.parents.end(), parents.begin(), parents.end());
        m_history.starts.push_back(static_cast<std::uint32_t>(m_history.parents.size()));
        m_history.dates.push_back(date);
        return static_cast<std::uint32_t>(m_history.size() - 1);
    }
    std::uint32_t add(std::initializer_list<std::uint32_t> parents, std::int64_t date)
    {
        return add(std::span(parents.begin(), parents.size()), date);
    }

    void commit(Branch &branch, std::span<const std::uint32_t> others = {})
    {
        if (!chance(40)) { // else the date of the one before: a series that was applied at once
            branch.clock += 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(2 * branch.pace) + 1));
        }
        const std::int64_t wrong = chance(2) ? static_cast<std::int64_t>(below(86'400)) - 43'200 : 0;
        std::vector<std::uint32_t> parents{branch.head};
        parents.insert(parents.end(), others.begin(), others.end());
        branch.head = add(parents, branch.clock + wrong);
        branch.commits.push_back(branch.head);
    }

    /// A topic of the given length, forked from a recent commit of the branch, at its end merged if there is room.
    std::uint32_t topic(Branch &branch, std::size_t length, int depth)
    {
        Branch side{.head = branch.head, .clock = branch.clock, .pace = branch.pace, .commits = {}};
        if (!branch.commits.empty()) {
            side.head =
                branch.commits[branch.commits.size() - 1 - below(std::min<std::size_t>(branch.commits.size(), 60))];
            side.clock = m_history.dates[side.head];
        }
        grow(side, length, depth);
        branch.clock = std::max(branch.clock, side.clock);
        return side.head;
    }

    void grow(Branch &branch, std::size_t length, int depth)
    {
        const std::size_t end = std::min(m_history.size() + length, m_size - 1);
        while (m_history.size() < end) {
            const std::size_t left = end - m_history.size();
            if (depth > 0 && left > 8 && chance(3)) {
                std::vector<std::uint32_t> heads;
                for (std::size_t i = 2 + below(3); i > 0; --i) {
                    heads.push_back(topic(branch, 1, 0));
                }
                commit(branch, heads);
            } else if (depth > 0 && left > 3 && chance(70)) {
                const std::uint32_t head = topic(branch, this->length(left / 2), depth - 1);
                commit(branch, std::array{head});
            } else if (left > 1 && chance(4)) {
                branch.clock = std::max(branch.clock, m_history.dates[m_line.back()]);
                commit(branch, std::array{m_line.back()});
            } else {
                commit(branch);
            }
        }
    }

    void pull()
    {
        const std::size_t left = m_size - m_history.size();
        const std::size_t size = length(left - 2);
        const std::size_t maintainer = below(maintainers);
        // A branch starts at one of the last candidates, at some recent commit, or goes on.
        Branch branch;
        if (chance(500)) {
            branch.head = m_base;
        } else if (chance(700)) {
            branch.head = m_line[m_line.size() - 1 - below(std::min<std::size_t>(m_line.size(), 400))];
        } else {
            branch.head = m_last[maintainer];
        }
        m_now += static_cast<std::int64_t>(size + 1) * secondsPerCommit;
        const auto commits = static_cast<std::int64_t>(size);
        branch.clock = std::max(m_history.dates[branch.head], m_now - commits * 20'000 - 86'400);
        branch.pace = std::max<std::int64_t>((m_now - branch.clock) / (2 * commits + 2), 1);
        grow(branch, size, 3);
        m_last[maintainer] = branch.head;
        m_now = std::max(m_now, branch.clock) + static_cast<std::int64_t>(below(secondsPerCommit));
        m_line.push_back(add({m_line.back(), branch.head}, m_now));
    }

    void tagReleases()
    {
        constexpr std::size_t perTag = commitsPerRelease / (candidatesPerRelease + 1);
        const std::size_t due = m_history.size() / perTag;
        if (due <= m_tagged) {
            return;
        }
        m_tagged = due;
        m_base = m_line.back();
        const std::size_t release = due / (candidatesPerRelease + 1);
        const std::size_t candidate = due % (candidatesPerRelease + 1);
        const std::string name = std::format("v{}.{}", 4 + release / 20, release % 20);
        m_history.tags.push_back(
            {.name = candidate == 0 ? name
                                    : std::format("v{}.{}-rc{}", 4 + (release + 1) / 20, (release + 1) % 20, candidate),
             .commit = m_line.back()});
    }

    KernelHistory m_history;
    std::size_t m_size;
    std::mt19937 m_random;
    std::int64_t m_now = 0;
    std::vector<std::uint32_t> m_line; ///< first parents of the newest commit
    std::uint32_t m_base = 0;          ///< the newest tag
    std::size_t m_tagged = 0;
    std::array<std::uint32_t, maintainers> m_last{}; ///< what was pulled from each last
};

} // namespace

KernelHistory kernelHistory(std::size_t size, std::uint32_t seed)
{
    return Maker(size, seed).make();
}

} // namespace culprit::bench
