// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace culprit;
using history::HistoryRow;
using history::ObjectId;
using test::idOf;

class WalkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesChildrenBeforeParents_data();
    void givesChildrenBeforeParents();
    void goesOnAfterBeingStopped();
    void outlineAndTextsMakeTheRange();
    void saysWhatIsMissing();
};

namespace
{

void writeGraph(const test::ScratchRepository &scratch, std::size_t upTo)
{
    scratch.gitOutput({QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--no-progress"),
                       QStringLiteral("--stdin-commits")},
                      scratch.hash(upTo) + '\n');
}

std::vector<HistoryRow> rowsOf(history::HistoryWalk walk, std::size_t slice)
{
    std::vector<HistoryRow> rows;
    for (;;) {
        const std::vector<HistoryRow> more = walk.next(slice).value();
        if (more.empty()) {
            return rows;
        }
        rows.insert(rows.end(), more.begin(), more.end());
    }
}

} // namespace

void WalkTest::givesChildrenBeforeParents_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("inGraph");
    using test::Shape;
    for (const auto &[name, shape] : {std::pair("linear", Shape::Linear),
                                      {"kernel", Shape::Kernel},
                                      {"octopus", Shape::Octopus},
                                      {"many roots", Shape::ManyRoots},
                                      {"tangle", Shape::Tangle},
                                      {"equal dates", Shape::EqualDates}}) {
        QTest::addRow("%s", name) << static_cast<int>(shape) << 0;
        QTest::addRow("%s, two thirds in the graph", name) << static_cast<int>(shape) << 2;
        QTest::addRow("%s, all in the graph", name) << static_cast<int>(shape) << 3;
    }
}

void WalkTest::givesChildrenBeforeParents()
{
    QFETCH(const int, shape);
    QFETCH(const int, inGraph);
    std::mt19937 random(17);
    const test::RandomHistory history = test::randomHistory(test::Shape{shape}, 200, random);
    test::ScratchRepository scratch;
    test::write(scratch, history);
    const std::size_t last = scratch.size() - 1;
    if (inGraph > 0) {
        writeGraph(scratch, last * static_cast<std::size_t>(inGraph) / 3);
    }
    const history::Repository repository = test::opened(scratch.path());
    const std::vector tips{idOf(scratch, last), idOf(scratch, 20), idOf(scratch, last)};
    const std::vector<HistoryRow> rows = rowsOf(repository.walk(tips), 7);
    QCOMPARE(rows.size(), scratch.size());
    QVERIFY(rows == rowsOf(repository.walk(tips), 10'000));
    std::map<ObjectId, std::size_t> places;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QVERIFY(places.emplace(rows[row].id, row).second);
    }
    for (const HistoryRow &row : rows) {
        const std::size_t commit = scratch.number(QByteArray::fromStdString(row.id.hex())).value();
        QCOMPARE(row.date, history.dates[commit]);
        std::vector<ObjectId> parents;
        for (const std::size_t parent : history.parents[commit]) {
            parents.push_back(idOf(scratch, parent));
            QVERIFY(places.at(parents.back()) > places.at(row.id));
        }
        QVERIFY(row.parents == parents);
    }
}

void WalkTest::goesOnAfterBeingStopped()
{
    std::mt19937 random(2);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape::Kernel, 100, random));
    const history::Repository repository = test::opened(scratch.path());
    const ObjectId bad = idOf(scratch, scratch.size() - 1);
    std::stop_source stopped;
    stopped.request_stop();
    history::HistoryWalk walk = repository.walk(std::vector{bad});
    QCOMPARE(walk.next(10, stopped.get_token()).error().kind, Error::Kind::Outside);
    QVERIFY(rowsOf(std::move(walk), 10) == rowsOf(repository.walk(std::vector{bad}), 10));
    const auto range = repository.range(bad, std::vector{idOf(scratch, 0)}, stopped.get_token());
    QVERIFY(QString::fromStdString(range.error().message).contains(QLatin1String("cancelled")));
}

void WalkTest::outlineAndTextsMakeTheRange()
{
    std::mt19937 random(2);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape::Kernel, 100, random));
    scratch.annotatedTag(QStringLiteral("v1.0"), 50);
    const history::Repository repository = test::opened(scratch.path());
    const ObjectId bad = idOf(scratch, scratch.size() - 1);
    const std::vector goods{idOf(scratch, 0)};
    for (const bool graph : {false, true}) {
        if (graph) {
            writeGraph(scratch, scratch.size() - 1);
        }
        const history::CommitRange range = repository.range(bad, goods).value();
        history::CommitRange outline = repository.outline(bad, goods).value();
        QCOMPARE(outline.commits.size(), range.commits.size());
        QVERIFY(outline.commits.front().subject.empty());
        QVERIFY(outline.goods == range.goods);
        QVERIFY(repository.readTexts(outline, 0, 5));
        QCOMPARE(outline.commits[4].subject, range.commits[4].subject);
        QVERIFY(outline.commits[5].subject.empty());
        QVERIFY(repository.readTexts(outline, 5, 100'000));
        QVERIFY(repository.readTexts(outline, 100'000, 100'000));
        QVERIFY(outline == range);
    }
}

void WalkTest::saysWhatIsMissing()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const ObjectId nobody = ObjectId::fromHex("1234567890123456789012345678901234567890").value();
    const auto rows = repository.walk(std::vector{nobody}).next(1);
    QVERIFY(!rows);
    QVERIFY(QString::fromStdString(rows.error().message).contains(QLatin1String("1234567890")));
    QVERIFY(repository.walk({}).next(1).value().empty());
}

QTEST_GUILESS_MAIN(WalkTest)
#include "walktest.moc"
