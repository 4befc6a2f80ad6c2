// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample.h"
#include "widgets/lanelayout.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <set>

using namespace culprit;
using namespace culprit::widgets;
using Kind = LaneSegment::Kind;

namespace
{

using Lanes = std::multiset<int>;

bool goesDown(Kind kind)
{
    return kind == Kind::Pass || kind == Kind::Out || kind == Kind::ToOutside;
}

bool comesFromAbove(Kind kind)
{
    return kind == Kind::Pass || kind == Kind::In || kind == Kind::FromOutside;
}

std::set<int> bottoms(const LaneLayout &layout, int row)
{
    std::set<int> lanes;
    for (const LaneSegment &segment : layout.segments(row)) {
        if (goesDown(segment.kind)) {
            lanes.insert(segment.to);
        }
    }
    return lanes;
}

/// Follows the line that leaves `row` at the bottom of `lane` down to the commit where it ends.
std::optional<history::CommitIndex> follow(const LaneLayout &layout, int row, int lane)
{
    for (++row; row < layout.rows(); ++row) {
        for (const LaneSegment &segment : layout.segments(row)) {
            if (segment.from != lane) {
                continue;
            }
            if (segment.kind == Kind::In) {
                return layout.commit(row);
            }
            if (segment.kind == Kind::Pass) {
                lane = segment.to;
                break;
            }
        }
    }
    return std::nullopt;
}

void checkRange(const history::CommitRange &range, const std::vector<bool> &shown)
{
    const LaneLayout layout(range, shown);
    std::set<history::CommitIndex> seen;
    for (int row = 0; row < layout.rows(); ++row) {
        const history::CommitIndex commit = layout.commit(row);
        QVERIFY(seen.insert(commit).second);
        QCOMPARE_LT(layout.lane(row), layout.lanes());

        Lanes tops;
        std::set<history::CommitIndex> reached;
        bool outside = false;
        for (const LaneSegment &segment : layout.segments(row)) {
            QCOMPARE_LT(int(std::max(segment.from, segment.to)), layout.lanes());
            if (comesFromAbove(segment.kind)) {
                tops.insert(segment.from);
            }
            if (segment.kind == Kind::Pass) { // no line through the commit's cell
                QVERIFY(segment.from != layout.lane(row));
            }
            if (segment.kind == Kind::In) {
                QCOMPARE(int(segment.to), layout.lane(row));
            }
            if (segment.kind == Kind::Out) {
                QCOMPARE(int(segment.from), layout.lane(row));
                const auto end = follow(layout, row, segment.to);
                QVERIFY(end.has_value());
                reached.insert(*end);
            }
            outside = outside || segment.kind == Kind::Outside || segment.kind == Kind::ToOutside;
        }
        // Lines neither begin nor end between rows, and no two of them share a lane.
        const std::set<int> above = row > 0 ? bottoms(layout, row - 1) : std::set<int>();
        QCOMPARE(Lanes(above.begin(), above.end()), tops);
        if (commit >= range.commits.size()) {
            continue;
        }
        const history::CommitInfo &info = range.commits[commit];
        std::set<history::CommitIndex> wanted;
        for (const history::CommitIndex parent : info.parents) {
            if (shown.empty() || shown[parent]) {
                wanted.insert(parent);
            }
        }
        QCOMPARE(reached, wanted);
        QCOMPARE(outside, wanted.size() < info.parentCount);
    }
    QVERIFY(bottoms(layout, layout.rows() - 1).empty());
}

} // namespace

class TestLaneLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeLeadsToItsParent()
    {
        for (std::uint32_t seed = 0; seed < 40; ++seed) {
            checkRange(*sample::randomRange(1 + seed * 7, seed), {});
            checkRange(*sample::kernelRange(3 + seed * 7, seed), {});
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void hiddenCommitsLeaveNoLooseLines()
    {
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const auto range = sample::randomRange(150, seed);
            std::vector<bool> shown(150);
            for (std::size_t place = 0; place < shown.size(); ++place) {
                shown[place] = (place * 7 + seed) % 3 != 0;
            }
            checkRange(*range, shown);
        }
    }

    void theMainLineStaysLeft()
    {
        const auto range = sample::kernelRange(400, 3);
        const LaneLayout layout(*range);
        std::vector<int> laneOf(range->commits.size());
        for (int row = 0; row < layout.rows(); ++row) {
            if (layout.commit(row) < laneOf.size()) {
                laneOf[layout.commit(row)] = layout.lane(row);
            }
        }
        auto commit = static_cast<history::CommitIndex>(range->commits.size() - 1);
        while (!range->commits[commit].parents.empty()) {
            QCOMPARE(laneOf[commit], 0);
            commit = range->commits[commit].parents.front();
        }
    }

    void newestFirstGoodsLast()
    {
        const auto range = sample::kernelRange(30, 1);
        const LaneLayout layout(*range);
        QCOMPARE(layout.rows(), 31);
        QCOMPARE(layout.commit(0), 29U);
        QCOMPARE(layout.commit(29), 0U);
        QCOMPARE(layout.commit(30), 30U);
        QCOMPARE(layout.segments(30).size(), 1U);
        QCOMPARE(layout.segments(30).front().kind, Kind::FromOutside);
    }

    void anEmptyRangeIsEmpty()
    {
        const LaneLayout layout{history::CommitRange()};
        QCOMPARE(layout.rows(), 0);
        QCOMPARE(LaneLayout().rows(), 0);
    }

    void twentyThousandCommits()
    {
        const auto range = sample::kernelRange(20'000, 5);
        LaneLayout layout;
        QBENCHMARK
        {
            layout = LaneLayout(*range);
        }
        QCOMPARE(layout.rows(), 20'001);
    }
};

QTEST_GUILESS_MAIN(TestLaneLayout)
#include "tst_lanelayout.moc"
