// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/showngraph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace culprit::widgets
{

/// One stroke of the graph inside one row. Lanes count from 0 at the left.
struct LaneSegment {
    enum class Kind : std::uint8_t {
        Pass,        ///< top of lane `from` to bottom of lane `to`, past the row's commit
        In,          ///< top of lane `from` to the commit: a child stands above
        Out,         ///< the commit to the bottom of lane `to`: a parent stands below
        Outside,     ///< the commit to nowhere: some parents are not shown
        FromOutside, ///< top of lane `from` to the commit, through history that is not shown
        ToOutside    ///< the commit to the bottom of lane `to`, where FromOutside takes it up
    };
    std::uint16_t from = 0;
    std::uint16_t to = 0;
    Kind kind = Kind::Pass;
    std::uint8_t color = 0; ///< of the branch, 0 to laneColors - 1

    bool operator==(const LaneSegment &) const = default;
};

inline constexpr std::uint8_t laneColors = 6;

/// Where the commits of a range and the lines between them stand: newest first, the good ends last. Every edge inside
/// the range is drawn; lines to one parent join as soon as they can, so there are as many lanes as parents awaited.
/// A pure value; 20,000 commits take some ten ms.
class LaneLayout final
{
public:
    LaneLayout() = default;
    /// `shown`: which commits get a row, by index; empty: all.
    explicit LaneLayout(const history::CommitRange &range, const std::vector<bool> &shown = {});
    /// The same, with edges over what is not shown.
    LaneLayout(const history::CommitRange &range, const ShownGraph &graph);

    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int lanes() const { return m_lanes; } ///< the most that stand side by side
    /// Index into CommitRange::commits; from commits.size() on into CommitRange::goods.
    [[nodiscard]] history::CommitIndex commit(int row) const { return at(row).commit; }
    [[nodiscard]] int lane(int row) const { return at(row).lane; }
    /// How many commits that are not shown lie between this one and the ones that its edges lead to.
    [[nodiscard]] std::uint32_t between(int row) const { return at(row).between; }
    [[nodiscard]] std::span<const LaneSegment> segments(int row) const;

private:
    struct Row {
        history::CommitIndex commit = 0;
        std::uint32_t firstSegment = 0;
        std::uint16_t lane = 0;
        std::uint32_t between = 0;
    };
    struct Builder;
    void build(Builder &builder);

    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    std::vector<Row> m_rows;
    std::vector<LaneSegment> m_segments;
    int m_lanes = 1;
};

} // namespace culprit::widgets
