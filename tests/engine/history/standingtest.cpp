// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

using namespace culprit;
using history::ObjectId;
using history::Standing;
using history::Stretch;
using test::idOf;

namespace
{

constexpr std::int64_t hour = 3600;

} // namespace

class StandingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containedOnesAreThoseOfGit_data();
    void containedOnesAreThoseOfGit();
    void stretchesBeginAndEndAtTags();
    void missingReleasesAreReadFromLaterOnes();
    void namesThatMeanNothingAreRefused();
    void subjectsAreFoundAsFarAsAsked();
};

void StandingTest::containedOnesAreThoseOfGit_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<bool>("graphFile");
    for (const bool graphFile : {false, true}) {
        const char *how = graphFile ? "with graph file" : "without";
        QTest::addRow("kernel %s", how) << static_cast<int>(test::Shape::Kernel) << graphFile;
        QTest::addRow("tangle %s", how) << static_cast<int>(test::Shape::Tangle) << graphFile;
        QTest::addRow("many roots %s", how) << static_cast<int>(test::Shape::ManyRoots) << graphFile;
    }
}

void StandingTest::containedOnesAreThoseOfGit()
{
    QFETCH(const int, shape);
    QFETCH(const bool, graphFile);
    std::mt19937 random(5);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape{shape}, 60, random));
    if (graphFile) {
        scratch.gitOutput({QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--reachable")});
    }
    const history::Repository repository = test::opened(scratch.path());
    for (int i = 0; i < 10; ++i) {
        const std::size_t tip = random() % scratch.size();
        std::vector<ObjectId> asked;
        std::vector<ObjectId> expected;
        for (int k = 0; k < 4; ++k) {
            const std::size_t commit = random() % scratch.size();
            const test::GitAnswer contained =
                scratch.git({QStringLiteral("merge-base"), QStringLiteral("--is-ancestor"),
                             QString::fromLatin1(scratch.hash(commit)), QString::fromLatin1(scratch.hash(tip))});
            asked.push_back(idOf(scratch, commit));
            if (contained.ok()) {
                expected.push_back(idOf(scratch, commit));
            }
        }
        QCOMPARE(repository.containedIn(idOf(scratch, tip), asked).value(), expected);
    }
}

void StandingTest::stretchesBeginAndEndAtTags()
{
    // 0 - 1 (v5.3) - 2 - 3 (v5.4) - 4, and 2 - 5
    test::ScratchRepository scratch;
    scratch.addOn({});
    for (const std::size_t parent : {0U, 1U, 2U, 3U, 2U}) {
        scratch.addOn({parent});
    }
    scratch.write();
    scratch.tag(QStringLiteral("v5.3"), 1);
    scratch.annotatedTag(QStringLiteral("v5.4"), 3);
    const history::Repository repository = test::opened(scratch.path());
    const std::vector<Stretch> stretches{
        {}, {"v5.3", ""}, {"", "v5.4"}, {"v5.3", "v5.4"}, {scratch.hash(2).data(), ""}};
    const auto inside = [&](std::size_t commit) {
        const std::vector<Standing> standings = repository.standings(idOf(scratch, commit), stretches).value();
        std::vector<bool> result;
        for (const Standing standing : standings) {
            result.push_back(standing == Standing::Inside);
        }
        return result;
    };
    QCOMPARE(inside(0), (std::vector{true, false, true, false, false}));
    QCOMPARE(inside(1), (std::vector{true, true, true, true, false}));
    QCOMPARE(inside(3), (std::vector{true, true, false, false, true}));
    QCOMPARE(inside(4), (std::vector{true, true, false, false, true}));
    QCOMPARE(inside(5), (std::vector{true, true, true, true, true}));
}

void StandingTest::missingReleasesAreReadFromLaterOnes()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const std::vector<Stretch> stretches{{"v5.9", ""}, {"", "v5.9"}, {"v6.15", ""}, {"", "v6.15"}, {}};
    using enum Standing;
    QCOMPARE(repository.standings(idOf(scratch, 2), stretches).value(),
             (std::vector{Unknown, Unknown, Unknown, Unknown, Inside}));
    scratch.tag(QStringLiteral("v6.1"), 1);
    scratch.tag(QStringLiteral("v5.9.3"), 0);
    QCOMPARE(repository.standings(idOf(scratch, 2), stretches).value(),
             (std::vector{Inside, Outside, Outside, Inside, Inside}));
    QCOMPARE(repository.standings(idOf(scratch, 0), stretches).value(),
             (std::vector{Outside, Inside, Outside, Inside, Inside}));
}

void StandingTest::namesThatMeanNothingAreRefused()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.write();
    scratch.tag(QStringLiteral("v5.4"), 0);
    const history::Repository repository = test::opened(scratch.path());
    const auto standings = repository.standings(idOf(scratch, 0), std::vector<Stretch>{{"next-20990101", ""}});
    QVERIFY(!standings.has_value());
    QCOMPARE(standings.error().kind, Error::Kind::Use);
    QVERIFY(standings.error().message.contains("next-20990101"));
}

void StandingTest::subjectsAreFoundAsFarAsAsked()
{
    test::ScratchRepository scratch;
    const auto add = [&scratch](std::vector<std::size_t> parents, const char *message, std::int64_t date) {
        test::ScratchCommit commit;
        commit.parents = std::move(parents);
        commit.message = message;
        commit.date = date;
        scratch.add(commit);
    };
    add({}, "mm: free it\n\nonce\n", 100 * hour);
    add({0}, "mm: free it twice\n", 200 * hour);
    add({1}, "fs: look\n", 300 * hour);
    add({1}, "net: listen\n", 400 * hour);
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const auto contains = [&](std::size_t tip, const char *subject, std::int64_t since) {
        return repository.containsSubject(idOf(scratch, tip), subject, since).value();
    };
    QVERIFY(contains(2, "mm: free it", 100 * hour));
    QVERIFY(!contains(2, "mm: free it", 101 * hour));
    QVERIFY(contains(2, "fs: look", 300 * hour));
    QVERIFY(!contains(3, "fs: look", 0));
    QVERIFY(!contains(3, "mm: free", 0));
}

QTEST_GUILESS_MAIN(StandingTest)
#include "standingtest.moc"
