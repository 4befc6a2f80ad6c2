// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lanelayout.h"

#include <algorithm>
#include <limits>

namespace culprit::widgets
{

using history::CommitIndex;
using Kind = LaneSegment::Kind;

namespace
{

constexpr CommitIndex nobody = std::numeric_limits<CommitIndex>::max();
constexpr std::uint16_t nowhere = std::numeric_limits<std::uint16_t>::max();

struct Lane {
    CommitIndex awaited = nobody; ///< the commit that this lane leads down to
    std::uint8_t color = 0;
};

} // namespace

/// The state between two rows. Each awaited commit has exactly one lane.
struct LaneLayout::Builder {
    LaneLayout &layout;
    const history::CommitRange &range;
    const std::vector<bool> &shown;
    const ShownGraph *graph; ///< null: edges end where a commit is not shown
    std::vector<Lane> lanes;
    std::vector<std::uint16_t> laneOf = std::vector<std::uint16_t>(range.commits.size(), nowhere);
    std::uint8_t nextColor = 0;

    [[nodiscard]] bool isShown(CommitIndex commit) const { return shown.empty() || shown[commit]; }

    std::uint8_t newColor()
    {
        const std::uint8_t color = nextColor;
        nextColor = static_cast<std::uint8_t>((nextColor + 1) % laneColors);
        return color;
    }

    /// The free lane nearest to `near`, the right one of two; a new one if none is free.
    std::uint16_t freeLane(std::size_t near)
    {
        for (std::size_t distance = 0; distance <= lanes.size(); ++distance) {
            if (near + distance < lanes.size() && lanes[near + distance].awaited == nobody) {
                return static_cast<std::uint16_t>(near + distance);
            }
            if (distance <= near && near - distance < lanes.size() && lanes[near - distance].awaited == nobody) {
                return static_cast<std::uint16_t>(near - distance);
            }
        }
        lanes.emplace_back();
        return static_cast<std::uint16_t>(lanes.size() - 1);
    }

    void await(CommitIndex commit, std::uint16_t lane, std::uint8_t color)
    {
        lanes[lane] = {commit, color};
        laneOf[commit] = lane;
    }

    void put(std::size_t from, std::size_t to, Kind kind, std::uint8_t color)
    {
        layout.m_segments.push_back({static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to), kind, color});
    }

    void addRow(CommitIndex commit, std::uint16_t lane)
    {
        const bool isCondensed = graph != nullptr && commit < graph->between.size();
        layout.m_rows.push_back({commit, static_cast<std::uint32_t>(layout.m_segments.size()), lane,
                                 isCondensed ? graph->between[commit] : 0});
    }

    void addCommit(CommitIndex commit)
    {
        const bool awaited = laneOf[commit] != nowhere;
        const std::uint16_t lane = awaited ? laneOf[commit] : freeLane(0);
        if (!awaited) {
            lanes[lane].color = newColor();
        }
        addRow(commit, lane);
        const std::size_t firstPass = layout.m_segments.size();
        for (std::size_t other = 0; other < lanes.size(); ++other) {
            if (other != lane && lanes[other].awaited != nobody) {
                put(other, other, Kind::Pass, lanes[other].color);
            }
        }
        if (awaited) {
            put(lane, lane, Kind::In, lanes[lane].color);
        }
        lanes[lane].awaited = nobody;
        addParents(commit, lane, firstPass);
        layout.m_lanes = std::max(layout.m_lanes, static_cast<int>(lanes.size()));
        while (!lanes.empty() && lanes.back().awaited == nobody) {
            lanes.pop_back();
        }
    }

    void addParents(CommitIndex commit, std::uint16_t lane, std::size_t firstPass)
    {
        const history::CommitInfo &info = range.commits[commit];
        const std::uint8_t color = lanes[lane].color;
        std::uint32_t drawn = 0;
        for (const CommitIndex parent : graph != nullptr ? graph->parents[commit] : info.parents) {
            if (parent >= commit || !isShown(parent)) {
                continue;
            }
            const bool first = drawn++ == 0;
            if (laneOf[parent] == nowhere) {
                const std::uint16_t below = first ? lane : freeLane(lane);
                await(parent, below, first ? color : newColor());
                put(lane, below, Kind::Out, lanes[below].color);
            } else if (first && laneOf[parent] > lane) {
                bend(laneOf[parent], lane, firstPass);
                await(parent, lane, color);
                put(lane, lane, Kind::Out, color);
            } else {
                put(lane, laneOf[parent], Kind::Out, first ? color : lanes[laneOf[parent]].color);
            }
        }
        const bool isMerge = info.parentCount > 1;
        if (graph != nullptr ? drawn == 0 || (graph->firstParentsOnly && isMerge) : drawn < info.parentCount) {
            put(lane, lane, Kind::Outside, color);
        }
    }

    /// A line that passes this row goes over to the lane of the row's commit, where both wait for the same parent.
    void bend(std::uint16_t from, std::uint16_t to, std::size_t firstPass)
    {
        const auto passes = std::span(layout.m_segments).subspan(firstPass);
        const auto pass = std::ranges::find_if(
            passes, [from](const LaneSegment &segment) { return segment.kind == Kind::Pass && segment.from == from; });
        if (pass != passes.end()) {
            pass->to = to;
        }
        lanes[from].awaited = nobody;
    }

    /// With one good end, all that is outside are its ancestors and itself: the last line leads to it.
    void addGoods()
    {
        const auto count = static_cast<CommitIndex>(range.commits.size());
        const bool joined = range.goods.size() == 1 && !layout.m_rows.empty() && !layout.m_segments.empty() &&
                            layout.m_segments.back().kind == Kind::Outside;
        const std::uint16_t lane = joined ? layout.m_rows.back().lane : std::uint16_t{0};
        for (CommitIndex good = 0; good < range.goods.size(); ++good) {
            if (joined) {
                layout.m_segments.back().kind = Kind::ToOutside;
                const std::uint8_t color = layout.m_segments.back().color;
                addRow(count, lane);
                put(lane, lane, Kind::FromOutside, color);
            } else {
                addRow(count + good, lane);
            }
        }
    }
};

LaneLayout::LaneLayout(const history::CommitRange &range, const std::vector<bool> &shown)
{
    m_rows.reserve(range.commits.size() + range.goods.size());
    m_segments.reserve(range.commits.size() * 4);
    Builder builder{*this, range, shown, nullptr, {}, std::vector<std::uint16_t>(range.commits.size(), nowhere), 0};
    build(builder);
}

LaneLayout::LaneLayout(const history::CommitRange &range, const ShownGraph &graph)
{
    Builder builder{*this, range, graph.shown, &graph, {}, std::vector<std::uint16_t>(range.commits.size(), nowhere),
                    0};
    build(builder);
}

void LaneLayout::build(Builder &builder)
{
    const history::CommitRange &range = builder.range;
    for (auto commit = static_cast<CommitIndex>(range.commits.size()); commit-- > 0;) {
        if (builder.isShown(commit)) {
            builder.addCommit(commit);
        }
    }
    builder.addGoods();
    m_segments.shrink_to_fit();
}

std::span<const LaneSegment> LaneLayout::segments(int row) const
{
    const std::size_t begin = at(row).firstSegment;
    const std::size_t end = row + 1 < rows() ? at(row + 1).firstSegment : m_segments.size();
    return std::span(m_segments).subspan(begin, end - begin);
}

} // namespace culprit::widgets
