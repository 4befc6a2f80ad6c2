// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/halving.h"
#include "engine/search/ranks.h"
#include "tests/engine/search/gitsession.h"
#include "tests/support/randomhistory.h"
#include "tests/support/scratchrepository.h"

#include <QTest>

#include <array>
#include <random>

using namespace culprit;
using search::Choice;
using search::Evidence;
using search::Graph;
using search::Mark;
using search::Node;

/// Every proposal, every count and the end of a session are those of the git in this environment.
class GitParityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSession_data();
    void sameSession();
};

namespace
{

/// A repository whose commit 0 is the good end; commit n + 1 is node n of the graph.
struct World {
    test::ScratchRepository repository;
    test::RandomHistory history;

    [[nodiscard]] Graph graph() const
    {
        std::vector<std::vector<Node>> parents;
        std::vector<QByteArray> names;
        for (std::size_t node = 0; node < history.parents.size(); ++node) {
            parents.emplace_back(history.parents[node].begin(), history.parents[node].end());
            names.push_back(repository.hash(node + 1));
        }
        return Graph::make(parents, history.dates, search::ranksOf(names)).value();
    }
};

void fill(World &world, test::Shape shape, std::size_t size, bool wrongClocks, std::mt19937 &random)
{
    world.history = test::randomHistory(shape, size, random);
    for (std::int64_t &date : world.history.dates) {
        date += wrongClocks && random() % 6 == 0 ? static_cast<std::int64_t>(random() % 1200) - 600 : 0;
    }
    world.repository.addOn({}, world.history.dates.front() - 10'000);
    for (std::size_t node = 0; node < world.history.parents.size(); ++node) {
        std::vector<std::size_t> parents;
        for (const std::size_t parent : world.history.parents[node]) {
            parents.push_back(parent + 1);
        }
        if (parents.empty()) {
            parents.push_back(0);
        }
        world.repository.addOn(parents, world.history.dates[node]);
    }
    world.repository.write();
}

std::vector<std::size_t> commitsOf(const std::vector<Node> &nodes)
{
    std::vector<std::size_t> commits;
    for (const Node node : nodes) {
        commits.push_back(node + std::size_t{1});
    }
    return commits;
}

} // namespace

void GitParityTest::sameSession_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("skipPercent");
    QTest::addColumn<unsigned>("size");
    QTest::addColumn<bool>("wrongClocks");
    const std::vector<std::pair<const char *, test::Shape>> shapes{
        {"linear", test::Shape::Linear},   {"kernel", test::Shape::Kernel},
        {"octopus", test::Shape::Octopus}, {"many roots", test::Shape::ManyRoots},
        {"tangle", test::Shape::Tangle},   {"equal dates", test::Shape::EqualDates}};
    bool valid = false;
    const int asked = qEnvironmentVariableIntValue("CULPRIT_PARITY_ROUNDS", &valid);
    const unsigned rounds = valid ? static_cast<unsigned>(asked) : 4;
    for (const auto &[name, shape] : shapes) {
        for (unsigned round = 0; round < rounds; ++round) {
            for (const unsigned skip : {0U, 15U, 50U}) {
                QTest::addRow("%s, %u %% skipped, round %u", name, skip, round)
                    << static_cast<int>(shape) << round * 97 + skip << skip << 120U << (round % 4 == 3);
            }
        }
        // Past two thousand commits git takes the first one near the middle.
        QTest::addRow("%s, long", name) << static_cast<int>(shape) << 5U << 3U << 3500U << false;
        QTest::addRow("%s, long, none skipped", name) << static_cast<int>(shape) << 6U << 0U << 3500U << false;
    }
}

void GitParityTest::sameSession()
{
    QFETCH(const int, shape);
    QFETCH(const unsigned, seed);
    QFETCH(const unsigned, skipPercent);
    QFETCH(const unsigned, size);
    QFETCH(const bool, wrongClocks);
    std::mt19937 random(seed);
    World world;
    fill(world, test::Shape{shape}, (size > 1000 ? size : 5) + random() % size, wrongClocks, random);
    const Graph graph = world.graph();
    const auto culprit = static_cast<Node>(random() % graph.size());
    const search::NodeFlags broken = graph.descendants(std::array{culprit});
    Evidence evidence{.marks = std::vector<Mark>(graph.size(), Mark::None)};
    evidence.marks.back() = Mark::Bad;
    test::GitSession git(world.repository, graph.size(), {0});
    for (;;) {
        const Choice ours = search::bisect(graph, evidence);
        const test::GitProposal &theirs = git.proposal();
        if (theirs.found) {
            QCOMPARE(ours.state, Choice::State::Found);
            QCOMPARE(commitsOf(ours.candidates), std::vector{*theirs.found});
            return;
        }
        if (!theirs.undecided.empty()) {
            QCOMPARE(ours.state, Choice::State::OnlySkipped);
            QCOMPARE(commitsOf(ours.candidates), theirs.undecided);
            return;
        }
        QVERIFY2(theirs.next, theirs.text.constData());
        QCOMPARE(ours.state, Choice::State::Test);
        QCOMPARE(ours.next.value() + std::size_t{1}, *theirs.next);
        QCOMPARE(ours.remaining, theirs.remaining);
        QCOMPARE(ours.steps, theirs.steps);
        // One verdict in ten is wrong: that must be followed alike.
        const bool wrong = random() % 10 == 0;
        const bool skip = random() % 100 < skipPercent;
        const bool bad = broken[*ours.next] != wrong;
        evidence.marks[*ours.next] = skip ? Mark::Skip : bad ? Mark::Bad : Mark::Good;
        git.judge(skip  ? QStringLiteral("skip")
                  : bad ? QStringLiteral("bad")
                        : QStringLiteral("good"),
                  *ours.next + std::size_t{1});
    }
}

QTEST_GUILESS_MAIN(GitParityTest)
#include "gitparitytest.moc"
