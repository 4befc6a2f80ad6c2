// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/strandreach.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <random>

namespace culprit::search
{

namespace
{

constexpr std::size_t wordBits = 64;
constexpr std::size_t rowWords = 8;
constexpr std::size_t rowBits = rowWords * wordBits;
using Row = std::array<std::uint64_t, rowWords>;

/// A strand that is counted, and for how much.
struct Column {
    Strand strand = 0;
    std::uint32_t weight = 0;
};

void set(Row &row, std::size_t bit)
{
    row[bit / wordBits] |= std::uint64_t{1} << (bit % wordBits);
}

/// Up to rowBits columns; their weights as one row for each binary digit.
class Block final
{
public:
    explicit Block(std::span<const Column> columns) : m_columns(columns)
    {
        for (std::size_t bit = 0; bit < columns.size(); ++bit) {
            const auto digits = static_cast<std::size_t>(std::bit_width(columns[bit].weight));
            m_digits.resize(std::max(m_digits.size(), digits));
            for (std::size_t digit = 0; digit < m_digits.size(); ++digit) {
                if ((columns[bit].weight >> digit & 1U) != 0) {
                    set(m_digits[digit], bit);
                }
            }
        }
    }

    /// For every merge adds the weights of the columns that it contains; rows is room for one row a strand.
    void count(const Strands &strands, std::vector<Row> &rows, std::vector<std::uint64_t> &weights) const
    {
        const Strand first = m_columns.front().strand;
        std::size_t next = 0;
        for (Strand strand = first; strand < strands.count(); ++strand) {
            Row row{};
            for (const Strand parent : strands.parents(strand)) {
                for (std::size_t word = 0; parent >= first && word < rowWords; ++word) {
                    row[word] |= rows[parent][word];
                }
            }
            if (next < m_columns.size() && m_columns[next].strand == strand) {
                set(row, next++);
            }
            rows[strand] = row;
            if (strands.parents(strand).size() > 1) {
                weights[strand] += weightOf(row);
            }
        }
    }

private:
    [[nodiscard]] std::uint64_t weightOf(const Row &row) const
    {
        std::uint64_t weight = 0;
        for (std::size_t digit = 0; digit < m_digits.size(); ++digit) {
            int bits = 0;
            for (std::size_t word = 0; word < rowWords; ++word) {
                bits += std::popcount(row[word] & m_digits[digit][word]);
            }
            weight += static_cast<std::uint64_t>(bits) << digit;
        }
        return weight;
    }

    std::span<const Column> m_columns;
    std::vector<Row> m_digits;
};

/// By strand, for merges only: the weight of the columns that it contains.
std::vector<std::uint64_t> weigh(const Strands &strands, std::span<const Column> columns)
{
    std::vector<std::uint64_t> weights(strands.count(), 0);
    std::vector<Row> rows(strands.count());
    while (!columns.empty()) {
        const std::size_t taken = std::min(columns.size(), rowBits);
        Block(columns.first(taken)).count(strands, rows, weights);
        columns = columns.subspan(taken);
    }
    return weights;
}

std::uint64_t nodesIn(const Strands &strands)
{
    std::uint64_t nodes = 0;
    for (Strand strand = 0; strand < strands.count(); ++strand) {
        nodes += strands.size(strand);
    }
    return nodes;
}

/// Nodes drawn at random, each with the same chance, as the strands in which they lie.
std::vector<Column> drawn(const Strands &strands, std::uint32_t samples)
{
    constexpr std::uint_fast32_t seed = 20050407;
    std::mt19937 random(seed);
    std::vector<std::uint64_t> places(samples);
    const std::uint64_t nodes = nodesIn(strands);
    std::ranges::generate(places, [&] { return (std::uint64_t{random()} << 32U | random()) % nodes; });
    std::ranges::sort(places);
    std::vector<Column> columns;
    std::uint64_t end = 0;
    Strand strand = 0;
    for (const std::uint64_t place : places) {
        while (end <= place) {
            end += strands.size(strand++);
        }
        if (columns.empty() || columns.back().strand != strand - 1) {
            columns.push_back({.strand = strand - 1, .weight = 0});
        }
        ++columns.back().weight;
    }
    return columns;
}

} // namespace

StrandReach reachByRows(const Strands &strands)
{
    std::vector<Column> columns(strands.count());
    for (Strand strand = 0; strand < strands.count(); ++strand) {
        columns[strand] = {.strand = strand, .weight = strands.size(strand)};
    }
    const std::vector<std::uint64_t> weights = weigh(strands, columns);
    StrandReach reach(strands.count(), 0);
    for (Strand strand = 0; strand < strands.count(); ++strand) {
        const std::span<const Strand> parents = strands.parents(strand);
        reach[strand] = parents.size() > 1 ? static_cast<std::uint32_t>(weights[strand])
                                           : strands.size(strand) + (parents.empty() ? 0 : reach[parents.front()]);
    }
    return reach;
}

StrandReach reachBySample(const Strands &strands, std::uint32_t samples)
{
    const std::vector<std::uint64_t> weights = weigh(strands, drawn(strands, samples));
    const std::uint64_t nodes = nodesIn(strands);
    StrandReach reach(strands.count(), 0);
    for (Strand strand = 0; strand < strands.count(); ++strand) {
        std::uint64_t least = 0;
        for (const Strand parent : strands.parents(strand)) {
            least = std::max<std::uint64_t>(least, reach[parent]);
        }
        least += strands.size(strand);
        const std::uint64_t estimate = weights[strand] * nodes / samples; // 0 where nothing is to be estimated
        reach[strand] = static_cast<std::uint32_t>(std::min(std::max(estimate, least), nodes));
    }
    return reach;
}

} // namespace culprit::search
