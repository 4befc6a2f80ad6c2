// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitgraph.h"
#include "tests/engine/history/historyhelpers.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace culprit;
using history::CommitGraph;
using history::CommitLinks;
using history::CommitRange;
using history::ObjectId;
using test::idOf;

class CommitGraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheCommitsSay_data();
    void saysWhatTheCommitsSay();
    void rangesAreTheSame_data();
    void rangesAreTheSame();
    void fallsBackFromABrokenFile_data();
    void fallsBackFromABrokenFile();
    void standsAnyFlippedByte();
    void fallsBackFromAGraphOfOtherCommits();
    void isBorrowedWithTheObjects();
    void isLeftAloneInAShallowRepository();
};

namespace
{

constexpr std::size_t historySize = 160;

struct World {
    test::ScratchRepository scratch{test::ScratchRepository::Kind::Bare};
    test::RandomHistory history;

    explicit World(test::Shape shape)
    {
        std::mt19937 random(31);
        history = test::randomHistory(shape, historySize, random);
        test::write(scratch, history);
    }

    [[nodiscard]] std::filesystem::path objects() const
    {
        return (scratch.gitFolder() + QLatin1String("/objects")).toStdString();
    }
    [[nodiscard]] QString file() const { return scratch.gitFolder() + QLatin1String("/objects/info/commit-graph"); }
    [[nodiscard]] Result<CommitRange> range(std::size_t good) const
    {
        return test::opened(scratch.path()).range(idOf(scratch, scratch.size() - 1), std::vector{idOf(scratch, good)});
    }
};

/// How a graph is written: one file or two in a chain, up to which commit, with which generation numbers.
void writeGraph(const World &world, const QString &kind)
{
    const auto write = [&world](std::size_t upTo, const QStringList &options) {
        QStringList arguments{QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--no-progress"),
                              QStringLiteral("--stdin-commits")};
        if (options.contains(QLatin1String("old"))) {
            arguments =
                QStringList{QStringLiteral("-c"), QStringLiteral("commitGraph.generationVersion=1")} + arguments;
        }
        if (options.contains(QLatin1String("split"))) {
            arguments.append(QStringLiteral("--split=no-merge"));
        }
        world.scratch.gitOutput(arguments, world.scratch.hash(upTo) + '\n');
    };
    const std::size_t last = world.scratch.size() - 1;
    const QStringList options = kind.split(QLatin1Char(' '));
    if (options.contains(QLatin1String("split"))) {
        write(last / 2, options);
    }
    write(options.contains(QLatin1String("partial")) ? 2 * last / 3 : last, options);
}

void addKinds()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<QString>("kind");
    using test::Shape;
    for (const auto &[name, shape] : {std::pair("kernel", Shape::Kernel),
                                      {"octopus", Shape::Octopus},
                                      {"many roots", Shape::ManyRoots},
                                      {"tangle", Shape::Tangle},
                                      {"equal dates", Shape::EqualDates}}) {
        for (const char *kind : {"whole", "old", "split", "partial", "split partial", "split old"}) {
            QTest::addRow("%s, %s", name, kind) << static_cast<int>(shape) << QString::fromLatin1(kind);
        }
    }
}

std::vector<bool> containedIn(const test::RandomHistory &history, std::size_t commit)
{
    std::vector<bool> contained(history.parents.size(), false);
    contained[commit] = true;
    for (std::size_t at = commit + 1; at-- > 0;) {
        for (const std::size_t parent : history.parents[at]) {
            contained[parent] = contained[parent] || contained[at];
        }
    }
    return contained;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As git does, another file takes its place.
void replace(const QString &path, const QByteArray &content)
{
    QVERIFY(QFile::remove(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Where a chunk begins.
qsizetype chunk(const QByteArray &graph, const char *name)
{
    qsizetype at = 8;
    while (graph.mid(at, 4) != name) {
        at += 12;
    }
    qsizetype offset = 0;
    for (const char byte : graph.mid(at + 4, 8)) {
        offset = offset * 256 + static_cast<unsigned char>(byte);
    }
    return offset;
}

void fill(QByteArray &bytes, qsizetype at, qsizetype count, int value)
{
    bytes.replace(at, count, QByteArray(count, static_cast<char>(value)));
}

} // namespace

void CommitGraphTest::saysWhatTheCommitsSay_data()
{
    addKinds();
}

void CommitGraphTest::saysWhatTheCommitsSay()
{
    QFETCH(const int, shape);
    QFETCH(const QString, kind);
    const World world{test::Shape{shape}};
    QVERIFY(!CommitGraph::open(world.objects()));
    writeGraph(world, kind);
    const auto graph = CommitGraph::open(world.objects());
    QVERIFY(graph);
    std::uint32_t found = 0;
    for (std::size_t commit = 0; commit < world.scratch.size(); ++commit) {
        const auto place = graph->find(idOf(world.scratch, commit));
        if (!place) {
            QVERIFY(kind.contains(QLatin1String("partial")));
            continue;
        }
        ++found;
        QCOMPARE(graph->id(*place), idOf(world.scratch, commit));
        CommitLinks links;
        QVERIFY(graph->read(*place, links));
        QCOMPARE(links.date, world.history.dates[commit]);
        QCOMPARE(links.parents.size(), world.history.parents[commit].size());
        for (std::size_t i = 0; i < links.parents.size(); ++i) {
            QCOMPARE(graph->id(links.parents[i]), idOf(world.scratch, world.history.parents[commit][i]));
            CommitLinks above;
            QVERIFY(graph->read(links.parents[i], above));
            QVERIFY(above.generation < links.generation);
        }
    }
    QCOMPARE(found, graph->count());
    QVERIFY(found > 0);
    QVERIFY(found == world.scratch.size() || kind.contains(QLatin1String("partial")));
}

void CommitGraphTest::rangesAreTheSame_data()
{
    addKinds();
}

void CommitGraphTest::rangesAreTheSame()
{
    QFETCH(const int, shape);
    QFETCH(const QString, kind);
    const World world{test::Shape{shape}};
    std::vector<CommitRange> expected;
    for (std::size_t good = 0; good + 1 < world.scratch.size(); good += 7) {
        expected.push_back(world.range(good).value());
    }
    writeGraph(world, kind);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(world.range(7 * i).value() == expected[i]);
    }
    const history::Repository repository = test::opened(world.scratch.path());
    for (std::size_t above = 3; above < world.scratch.size(); above += 31) {
        const std::vector<bool> contained = containedIn(world.history, above);
        for (std::size_t commit = 0; commit < world.scratch.size(); commit += 5) {
            QCOMPARE(repository.isAncestor(idOf(world.scratch, commit), idOf(world.scratch, above)).value(),
                     contained[commit]);
        }
    }
}

void CommitGraphTest::fallsBackFromABrokenFile_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("damage");
    using Damage = std::function<void(QByteArray &)>;
    const auto add = [](const char *name, const Damage &damage) { QTest::newRow(name) << damage; };
    add("empty", [](QByteArray &graph) { graph.clear(); });
    add("another file", [](QByteArray &graph) { graph.fill('x'); });
    add("format 2", [](QByteArray &graph) { graph[4] = 2; });
    add("another hash", [](QByteArray &graph) { graph[5] = 2; });
    add("more chunks than there are", [](QByteArray &graph) { graph[6] = '\xff'; });
    add("part of a chain", [](QByteArray &graph) { graph[7] = 3; });
    add("cut in the header", [](QByteArray &graph) { graph.truncate(10); });
    add("cut in the middle", [](QByteArray &graph) { graph.truncate(graph.size() / 2); });
    add("cut at the end", [](QByteArray &graph) { graph.chop(30); });
    add("chunk far outside", [](QByteArray &graph) { fill(graph, 12, 8, 0x7f); });
    add("chunks that end before they begin", [](QByteArray &graph) { fill(graph, 12 + 12, 8, 0); });
    add("fanout full", [](QByteArray &graph) { fill(graph, chunk(graph, "OIDF"), 1024, 0xff); });
    add("fanout that falls", [](QByteArray &graph) { fill(graph, chunk(graph, "OIDF") + 512, 4, 0); });
    add("other ids", [](QByteArray &graph) { fill(graph, chunk(graph, "OIDL"), 20 * historySize, 0x42); });
    add("parents outside", [](QByteArray &graph) {
        for (qsizetype row = 0; row < qsizetype{historySize}; ++row) {
            fill(graph, chunk(graph, "CDAT") + 36 * row + 20, 4, 0x6f);
        }
    });
    add("further parents outside", [](QByteArray &graph) {
        for (qsizetype row = 0; row < qsizetype{historySize}; ++row) {
            fill(graph, chunk(graph, "CDAT") + 36 * row + 24, 4, 0xff);
        }
    });
    add("one parent for all", [](QByteArray &graph) {
        for (qsizetype row = 0; row < qsizetype{historySize}; ++row) {
            fill(graph, chunk(graph, "CDAT") + 36 * row + 20, 4, 0);
        }
    });
    add("no dates", [](QByteArray &graph) {
        for (qsizetype row = 0; row < qsizetype{historySize}; ++row) {
            fill(graph, chunk(graph, "CDAT") + 36 * row + 28, 8, 0);
        }
    });
    add("date offsets outside", [](QByteArray &graph) { fill(graph, chunk(graph, "GDA2"), 4 * historySize, 0xff); });
}

void CommitGraphTest::fallsBackFromABrokenFile()
{
    QFETCH(const std::function<void(QByteArray &)>, damage);
    const World world{test::Shape::Octopus};
    const CommitRange expected = world.range(9).value();
    QVERIFY(expected.commits.size() > 50);
    writeGraph(world, QStringLiteral("whole"));
    QByteArray graph = contentOf(world.file());
    damage(graph);
    replace(world.file(), graph);
    QVERIFY(world.range(9).value() == expected);
    const std::vector tips{expected.bad.id};
    QCOMPARE(test::opened(world.scratch.path()).walk(tips).next(10 * historySize).value().size(), world.scratch.size());
}

/// What git would believe too may change the range; whatever comes of it is a range, an error or the whole truth.
void CommitGraphTest::standsAnyFlippedByte()
{
    const World world{test::Shape::Octopus};
    const ObjectId bad = idOf(world.scratch, world.scratch.size() - 1);
    const CommitRange expected = world.range(9).value();
    writeGraph(world, QStringLiteral("whole"));
    const QByteArray graph = contentOf(world.file());
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        QByteArray flipped = graph;
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(graph.size()));
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << random() % 8));
        replace(world.file(), flipped);
        const auto range = world.range(9);
        QVERIFY(range);
        QCOMPARE(range->bad.id, bad);
        for (std::size_t i = 0; i < range->commits.size(); ++i) {
            QVERIFY(std::ranges::all_of(range->commits[i].parents, [i](auto parent) { return parent < i; }));
        }
        const history::Repository repository = test::opened(world.scratch.path());
        const auto rows = repository.walk(std::vector{bad}).next(10 * historySize);
        QVERIFY(!rows || rows->size() <= 2 * historySize);
    }
}

void CommitGraphTest::fallsBackFromAGraphOfOtherCommits()
{
    const World world{test::Shape::Kernel};
    const CommitRange expected = world.range(9).value();
    const World other{test::Shape::Tangle};
    writeGraph(other, QStringLiteral("whole"));
    QVERIFY(QDir(world.scratch.gitFolder() + QLatin1String("/objects")).mkpath(QStringLiteral("info")));
    QVERIFY(QFile::copy(other.file(), world.file()));
    QVERIFY(CommitGraph::open(world.objects()));
    QVERIFY(world.range(9).value() == expected);
}

void CommitGraphTest::isBorrowedWithTheObjects()
{
    const World world{test::Shape::Kernel};
    const CommitRange expected = world.range(9).value();
    const QTemporaryDir folder;
    const QString clone = folder.filePath(QStringLiteral("clone"));
    world.scratch.gitOutput({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"),
                             QStringLiteral("--shared"), world.scratch.path(), clone});
    const std::filesystem::path objects = (clone + QLatin1String("/objects")).toStdString();
    QVERIFY(!CommitGraph::open(objects));
    writeGraph(world, QStringLiteral("whole"));
    QCOMPARE(CommitGraph::open(objects).value().count(), world.scratch.size());
    QVERIFY(test::opened(clone).range(expected.bad.id, std::vector{idOf(world.scratch, 9)}).value() == expected);
}

void CommitGraphTest::isLeftAloneInAShallowRepository()
{
    test::ScratchRepository full;
    for (std::size_t i = 0; i < 20; ++i) {
        full.addOn(i == 0 ? std::vector<std::size_t>{} : std::vector{i - 1});
    }
    full.write();
    const QTemporaryDir folder;
    full.gitOutput({QStringLiteral("commit-graph"), QStringLiteral("write"), QStringLiteral("--reachable")});
    full.gitOutput({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"),
                    QStringLiteral("--depth=8"), QLatin1String("file://") + full.path(),
                    folder.filePath(QStringLiteral("shallow"))});
    const QString objects = folder.filePath(QStringLiteral("shallow/objects/info"));
    QVERIFY(QDir().mkpath(objects));
    QVERIFY(QFile::copy(full.gitFolder() + QLatin1String("/objects/info/commit-graph"),
                        objects + QLatin1String("/commit-graph")));
    const history::Repository repository = test::opened(folder.filePath(QStringLiteral("shallow")));
    const auto range = repository.range(idOf(full, 19), std::vector{idOf(full, 12)}).value();
    QCOMPARE(range.commits.size(), std::size_t{7});
    QCOMPARE(range.commits.front().id, idOf(full, 13));
    const auto rows = repository.walk(std::vector{idOf(full, 19)}).next(100).value();
    QCOMPARE(rows.size(), std::size_t{8});
    QVERIFY(rows.back().parents.empty());
    const auto beyond = repository.range(idOf(full, 19), std::vector{idOf(full, 3)});
    QVERIFY(!beyond);
    QCOMPARE(QString::fromStdString(beyond.error().message).count(QLatin1Char('.')), 1);
}

QTEST_GUILESS_MAIN(CommitGraphTest)
#include "commitgraphtest.moc"
