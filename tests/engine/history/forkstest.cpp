// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace culprit;
using history::CommitRange;
using history::Fork;
using history::ObjectId;
using test::idOf;

class ForksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheMergeBases_data();
    void areTheMergeBases();
    void areDescribed();
    void aRangeOfOneBranchHasNone();
};

namespace
{

/// Each commit of the range is on the branches of its merge bases, which are git's: see ancestrytest.cpp.
void compareBranches(const history::Repository &repository, const CommitRange &range, const std::vector<Fork> &forks)
{
    const ObjectId end = range.goods.front().id;
    for (history::CommitIndex i = 0; i < range.commits.size(); ++i) {
        std::vector<ObjectId> found;
        for (const Fork &fork : forks) {
            if (std::ranges::binary_search(fork.branch, i)) {
                found.push_back(fork.commit.id);
            }
        }
        std::vector<ObjectId> expected = repository.mergeBases(range.commits[i].id, end).value();
        if (expected == std::vector{end}) {
            expected.clear();
        }
        std::ranges::sort(found);
        std::ranges::sort(expected);
        QCOMPARE(found, expected);
    }
}

/// What the forks say of each other holds, and leaves nothing out.
void compareContainment(const history::Repository &repository, const std::vector<Fork> &forks)
{
    std::vector<std::vector<bool>> contains(forks.size(), std::vector<bool>(forks.size()));
    for (std::size_t i = 0; i < forks.size(); ++i) {
        for (const std::uint32_t nearest : forks[i].contains) {
            QVERIFY(nearest < i);
            contains[i][nearest] = true;
            for (std::size_t k = 0; k < nearest; ++k) {
                contains[i][k] = contains[i][k] || contains[nearest][k];
            }
        }
        for (std::size_t k = 0; k < forks.size(); ++k) {
            const bool expected = k != i && repository.isAncestor(forks[k].commit.id, forks[i].commit.id).value();
            QCOMPARE(bool(contains[i][k]), expected);
        }
    }
}

} // namespace

void ForksTest::areTheMergeBases_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<bool>("graphFile");
    for (const bool graphFile : {false, true}) {
        const auto add = [graphFile](const char *name, test::Shape shape) {
            QTest::addRow("%s%s", name, graphFile ? ", commit-graph file" : "") << static_cast<int>(shape) << graphFile;
        };
        add("linear", test::Shape::Linear);
        add("kernel", test::Shape::Kernel);
        add("tangle", test::Shape::Tangle);
        add("octopus", test::Shape::Octopus);
        add("equal dates", test::Shape::EqualDates);
    }
}

void ForksTest::areTheMergeBases()
{
    QFETCH(const int, shape);
    QFETCH(const bool, graphFile);
    std::mt19937 random(21);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape{shape}, 90, random));
    if (graphFile) {
        scratch.gitOutput({QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--reachable")});
    }
    const history::Repository repository = test::opened(scratch.path());
    std::size_t all = 0;
    for (const std::size_t good : {20U, 35U, 50U, 65U}) {
        const auto range = repository.range(idOf(scratch, 89), std::array{idOf(scratch, good)});
        QVERIFY(range.has_value());
        const auto forks = repository.forks(*range);
        QVERIFY(forks.has_value());
        compareBranches(repository, *range, *forks);
        compareContainment(repository, *forks);
        all += forks->size();
    }
    QCOMPARE(all > 0, test::Shape{shape} != test::Shape::Linear);
}

void ForksTest::areDescribed()
{
    // 0 - 1 - 2 - 4 - 5, and 3 from 0 merged in 4
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.addOn({0});
    scratch.addOn({2, 3});
    scratch.addOn({4});
    scratch.write();
    scratch.tag(QStringLiteral("v1"), 0);
    const history::Repository repository = test::opened(scratch.path());
    const CommitRange range = repository.range(idOf(scratch, 5), std::array{idOf(scratch, 1)}).value();
    const std::vector<Fork> forks = repository.forks(range).value();
    QCOMPARE(forks.size(), std::size_t(1));
    QCOMPARE(forks.front().commit.id, idOf(scratch, 0));
    QCOMPARE(forks.front().commit.subject, std::string("commit 0"));
    QCOMPARE(forks.front().commit.tags, std::vector<std::string>{"v1"});
    QCOMPARE(forks.front().branch.size(), std::size_t(1));
    QCOMPARE(range.commits[forks.front().branch.front()].id, idOf(scratch, 3));
}

void ForksTest::aRangeOfOneBranchHasNone()
{
    // 0 - 1 - 2 - 4, and 3 from 1 merged in 4: the branch left after the good end
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.addOn({1});
    scratch.addOn({2, 3});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const CommitRange range = repository.range(idOf(scratch, 4), std::array{idOf(scratch, 1)}).value();
    QCOMPARE(repository.forks(range).value(), std::vector<Fork>{});
}

QTEST_GUILESS_MAIN(ForksTest)
#include "forkstest.moc"
