// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace culprit::crash
{

/// Finds which range of addresses holds an address. Ranges may overlap: the smallest one wins, the later among equals.
class RangeIndex final
{
public:
    /// [low, high); an empty range holds nothing.
    void add(std::uint64_t low, std::uint64_t high, std::uint64_t value);
    [[nodiscard]] std::size_t size() const { return m_ranges.size(); }
    /// After the last add().
    void sort();
    [[nodiscard]] std::optional<std::uint64_t> find(std::uint64_t address) const;

private:
    struct Range {
        std::uint64_t low;
        std::uint64_t high;
        std::uint64_t value;
        std::uint64_t highest; ///< of this range and those before
    };
    std::vector<Range> m_ranges;
};

} // namespace culprit::crash
