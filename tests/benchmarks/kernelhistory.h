// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace culprit::bench
{

/// Commits 0..n-1, parents first; the last one contains all others.
struct KernelHistory {
    struct Tag {
        std::string name;
        std::uint32_t commit = 0;
    };

    std::vector<std::uint32_t> starts{0}; ///< parents[starts[c]..starts[c + 1]) belong to commit c
    std::vector<std::uint32_t> parents;
    std::vector<std::int64_t> dates; ///< seconds since 1970
    std::vector<Tag> tags;           ///< of release candidates and releases, oldest first

    [[nodiscard]] std::size_t size() const { return dates.size(); }
    [[nodiscard]] std::span<const std::uint32_t> parentsOf(std::size_t commit) const
    {
        return std::span(parents).subspan(starts[commit], starts[commit + 1] - starts[commit]);
    }
};

/// A history shaped like the kernel's: a line of merges, each of which pulls a branch of heavy-tailed length that was
/// forked from a recent commit of the line or goes on where the same maintainer's last one ended; in the branches topic
/// merges, back merges, now and then an octopus; some equal dates and wrong clocks. A release every 15,000 commits. The
/// same for the same size (at least 1) and seed.
[[nodiscard]] KernelHistory kernelHistory(std::size_t size, std::uint32_t seed);

} // namespace culprit::bench
