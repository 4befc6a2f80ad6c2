// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <algorithm>

using namespace culprit;
using history::CommitInfo;
using history::CommitRange;
using history::ObjectId;
using test::idOf;
using test::idsIn;

class RangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsRevList_data();
    void equalsRevList();
    void refusesEndsWithoutARange_data();
    void refusesEndsWithoutARange();
    void takesAGoodEndOnAnotherBranch();
    void oneCandidateIsARange();
    void aLongRangeIsRead();
};

namespace
{

std::vector<ObjectId> sortedIds(const CommitRange &range)
{
    std::vector<ObjectId> ids;
    std::ranges::transform(range.commits, std::back_inserter(ids), &CommitInfo::id);
    std::ranges::sort(ids);
    return ids;
}

std::vector<ObjectId> revList(const test::ScratchRepository &scratch, std::size_t bad,
                              const std::vector<std::size_t> &goods)
{
    QStringList arguments{QStringLiteral("rev-list"), QString::fromLatin1(scratch.hash(bad))};
    for (const std::size_t good : goods) {
        arguments.append(QLatin1Char('^') + QString::fromLatin1(scratch.hash(good)));
    }
    std::vector<ObjectId> ids = idsIn(scratch.gitOutput(arguments));
    std::ranges::sort(ids);
    return ids;
}

/// The commits inside are linked as in the repository, parents first.
void compareLinks(const test::ScratchRepository &scratch, const test::RandomHistory &history, const CommitRange &range)
{
    const std::vector<ObjectId> inside = sortedIds(range);
    for (std::size_t i = 0; i < range.commits.size(); ++i) {
        const CommitInfo &commit = range.commits[i];
        const std::size_t number = scratch.number(QByteArray::fromStdString(commit.id.hex())).value();
        std::vector<ObjectId> expected;
        for (const std::size_t parent : history.parents[number]) {
            if (std::ranges::binary_search(inside, idOf(scratch, parent))) {
                expected.push_back(idOf(scratch, parent));
            }
        }
        std::vector<ObjectId> found;
        for (const history::CommitIndex parent : commit.parents) {
            QVERIFY(parent < i);
            found.push_back(range.commits[parent].id);
        }
        QCOMPARE(found, expected);
        QCOMPARE(commit.parentCount, history.parents[number].size());
        QCOMPARE(commit.date, history.dates[number]);
        QCOMPARE(commit.subject, "commit " + std::to_string(number));
    }
}

} // namespace

void RangeTest::equalsRevList_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<bool>("skewed");
    for (const bool skewed : {false, true}) {
        const char *clocks = skewed ? "wrong clocks" : "right clocks";
        QTest::addRow("kernel, %s", clocks) << static_cast<int>(test::Shape::Kernel) << skewed;
        QTest::addRow("octopus, %s", clocks) << static_cast<int>(test::Shape::Octopus) << skewed;
        QTest::addRow("many roots, %s", clocks) << static_cast<int>(test::Shape::ManyRoots) << skewed;
        QTest::addRow("tangle, %s", clocks) << static_cast<int>(test::Shape::Tangle) << skewed;
        QTest::addRow("equal dates, %s", clocks) << static_cast<int>(test::Shape::EqualDates) << skewed;
    }
}

void RangeTest::equalsRevList()
{
    QFETCH(const int, shape);
    QFETCH(const bool, skewed);
    std::mt19937 random(23);
    test::RandomHistory history = test::randomHistory(test::Shape{shape}, 150, random);
    for (std::int64_t &date : history.dates) {
        date += skewed && random() % 8 == 0 ? 600 - static_cast<std::int64_t>(random() % 1200) : 0;
    }
    test::ScratchRepository scratch;
    test::write(scratch, history);
    const history::Repository repository = test::opened(scratch.path());
    const std::size_t bad = scratch.size() - 1;
    for (int i = 0; i < 12; ++i) {
        std::vector<std::size_t> goods;
        std::vector<ObjectId> goodIds;
        for (std::size_t k = 0; k <= random() % 4; ++k) {
            goods.push_back(random() % bad);
            goodIds.push_back(idOf(scratch, goods.back()));
        }
        const CommitRange range = repository.range(idOf(scratch, bad), goodIds).value();
        QCOMPARE(sortedIds(range), revList(scratch, bad, goods));
        QCOMPARE(range.bad, range.commits.back());
        QCOMPARE(range.bad.id, idOf(scratch, bad));
        QCOMPARE(range.goods.size(), goods.size());
        compareLinks(scratch, history, range);
    }
}

void RangeTest::refusesEndsWithoutARange_data()
{
    QTest::addColumn<std::size_t>("bad");
    QTest::addColumn<std::vector<std::size_t>>("goods");
    QTest::addColumn<QString>("says");
    using Goods = std::vector<std::size_t>;
    QTest::newRow("same") << std::size_t{1} << Goods{1} << QStringLiteral("are the same");
    QTest::newRow("swapped") << std::size_t{1} << Goods{2} << QStringLiteral("swap them and set find = \"fix\"");
    QTest::newRow("one of two swapped") << std::size_t{1} << Goods{0, 2} << QStringLiteral("swap them");
    QTest::newRow("unrelated") << std::size_t{2} << Goods{3} << QStringLiteral("no common history");
    QTest::newRow("none") << std::size_t{2} << Goods{} << QStringLiteral("needs a good commit");
}

void RangeTest::refusesEndsWithoutARange()
{
    QFETCH(const std::size_t, bad);
    QFETCH(const std::vector<std::size_t>, goods);
    QFETCH(const QString, says);
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.addOn({});
    scratch.write();
    std::vector<ObjectId> goodIds;
    for (const std::size_t good : goods) {
        goodIds.push_back(idOf(scratch, good));
    }
    const auto range = test::opened(scratch.path()).range(idOf(scratch, bad), goodIds);
    QVERIFY(!range);
    QCOMPARE(range.error().kind, Error::Kind::Use);
    const QString message = QString::fromStdString(range.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QCOMPARE(message.count(QLatin1Char('.')), 1);
}

void RangeTest::takesAGoodEndOnAnotherBranch()
{
    // 0 - 1 - 2 (bad), 0 - 3 (good)
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.addOn({0});
    scratch.write();
    const auto range = test::opened(scratch.path()).range(idOf(scratch, 2), std::vector{idOf(scratch, 3)}).value();
    QCOMPARE(range.commits.size(), std::size_t{2});
    QCOMPARE(range.commits.front().id, idOf(scratch, 1));
    QVERIFY(range.commits.front().parents.empty());
    QCOMPARE(range.commits.front().parentCount, 1U);
}

void RangeTest::oneCandidateIsARange()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.write();
    const auto range = test::opened(scratch.path()).range(idOf(scratch, 1), std::vector{idOf(scratch, 0)}).value();
    QCOMPARE(range.commits.size(), std::size_t{1});
    QCOMPARE(range.commits.front(), range.bad);
    QCOMPARE(range.bad.id, idOf(scratch, 1));
    QCOMPARE(range.goods.front().subject, std::string("commit 0"));
}

void RangeTest::aLongRangeIsRead()
{
    constexpr std::size_t size = 17'000;
    test::ScratchRepository scratch;
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<std::size_t> parents;
        if (i > 0) {
            parents.push_back(i - 1);
        }
        if (i > 100 && i % 12 == 0) {
            parents.push_back(i - 50);
        }
        scratch.addOn(parents);
    }
    scratch.write();
    const auto range = test::opened(scratch.path()).range(idOf(scratch, size - 1), std::vector{idOf(scratch, 0)});
    QCOMPARE(range.value().commits.size(), size - 1);
}

QTEST_GUILESS_MAIN(RangeTest)
#include "rangetest.moc"
