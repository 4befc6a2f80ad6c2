// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/search/gitsession.h"
#include "tests/support/randomhistory.h"
#include "tests/system/program.h"

#include <QJsonArray>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace culprit;
using culprit::tests::Finished;
using culprit::tests::Program;

namespace
{

using Files = QMap<QByteArray, QByteArray>;

/// A repository whose commit 0 is the good end; each commit changes one of a few files, merges bring all changes.
class World final
{
public:
    World(test::Shape shape, std::size_t size, std::mt19937 &random)
    {
        const test::RandomHistory history = test::randomHistory(shape, size, random);
        m_parents.push_back({});
        m_trees.push_back({{"fs/ext4/super.c", "0"}, {"fs/xfs/mount.c", "0"}, {"mm/slub.c", "0"}});
        write({}, history.dates.front() - 10'000, m_trees.front());
        for (std::size_t node = 0; node < size; ++node) {
            std::vector<std::size_t> parents;
            std::ranges::transform(history.parents[node], std::back_inserter(parents),
                                   [](std::size_t parent) { return parent + 1; });
            add(parents.empty() ? std::vector<std::size_t>{0} : parents, history.dates[node], random);
        }
        m_repository.write();
    }

    [[nodiscard]] const test::ScratchRepository &repository() const { return m_repository; }
    [[nodiscard]] std::size_t last() const { return m_parents.size() - 1; }
    [[nodiscard]] QString hash(std::size_t commit) const { return QString::fromLatin1(m_repository.hash(commit)); }

    [[nodiscard]] bool contains(std::size_t commit, std::size_t other) const
    {
        return commit == other || (commit > other && std::ranges::any_of(m_parents[commit], [&](std::size_t parent) {
                                       return contains(parent, other);
                                   }));
    }

private:
    void add(std::vector<std::size_t> parents, std::int64_t date, std::mt19937 &random)
    {
        Files tree = m_trees[parents.front()];
        const Files before = tree;
        for (const std::size_t parent : parents) {
            for (const auto &[path, content] : m_trees[parent].asKeyValueRange()) {
                // Contents are the numbers of the commits that made them.
                tree[path] = std::max(tree.value(path).toULongLong(), content.toULongLong()) == content.toULongLong()
                                 ? content
                                 : tree.value(path);
            }
        }
        const QList<QByteArray> paths = tree.keys() + QList<QByteArray>{"README", "Documentation/a.rst"};
        if (parents.size() == 1 || random() % 5 == 0) {
            tree[paths.at(qsizetype(random() % std::size_t(paths.size())))] = QByteArray::number(m_parents.size());
        }
        Files changed;
        for (const auto &[path, content] : tree.asKeyValueRange()) {
            if (before.value(path) != content) {
                changed.insert(path, content);
            }
        }
        write(parents, date, changed);
        m_parents.push_back(std::move(parents));
        m_trees.push_back(std::move(tree));
    }

    /// Without changes a file of the commit's number is written, which no path names.
    void write(const std::vector<std::size_t> &parents, std::int64_t date, const Files &changed)
    {
        test::ScratchCommit commit;
        commit.parents = parents;
        commit.date = date;
        commit.files = changed;
        m_repository.add(std::move(commit));
    }

    test::ScratchRepository m_repository;
    std::vector<std::vector<std::size_t>> m_parents;
    std::vector<Files> m_trees;
};

} // namespace

/// `culprit next` against the real git bisect with the same options.
class NextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asGitBisects_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("paths");
        const QList<std::pair<const char *, test::Shape>> shapes{
            {"linear", test::Shape::Linear}, {"kernel", test::Shape::Kernel}, {"octopus", test::Shape::Octopus}};
        for (const auto &[name, shape] : shapes) {
            for (const unsigned seed : {1U, 2U, 3U}) {
                const auto row = [&, name = name, shape = shape](const char *what, const QStringList &options,
                                                                 const QStringList &paths) {
                    QTest::addRow("%s, %s, seed %u", name, what, seed) << int(shape) << seed << options << paths;
                };
                row("plain", {}, {});
                row("first parents", {u"--first-parent"_s}, {});
                row("a folder", {}, {u"fs/ext4"_s});
                row("folder and file", {}, {u"fs"_s, u"mm/slub.c"_s});
                row("first parents of a folder", {u"--first-parent"_s}, {u"fs"_s});
            }
        }
    }

    void asGitBisects()
    {
        QFETCH(const int, shape);
        QFETCH(const unsigned, seed);
        QFETCH(const QStringList, options);
        QFETCH(const QStringList, paths);
        std::mt19937 random(seed);
        const World world(test::Shape{shape}, 60 + random() % 60, random);
        const std::size_t culprit = 1 + random() % world.last();
        test::GitSession git(world.repository(), world.last(), {0}, options, paths);
        std::size_t bad = world.last();
        QStringList goods{world.hash(0)};
        for (int step = 0; step < 30; ++step) {
            const Finished ours = next(world, bad, goods, options, paths);
            QVERIFY2(ours.status == 0, qPrintable(ours.errors));
            const QJsonObject answer = ours.objects().value(0);
            const test::GitProposal &theirs = git.proposal();
            if (answer.value(u"commit"_s).isNull()) {
                const QString found = answer.value(u"candidates"_s).toArray().first().toString();
                // The newest commit that changes the paths stands for the bad end here; git tests it last.
                QCOMPARE(found, theirs.found      ? world.hash(*theirs.found)
                                : paths.isEmpty() ? QString()
                                                  : revList(world, bad, goods, options + QStringList{u"-1"_s}, paths));
                return;
            }
            QVERIFY2(theirs.next, theirs.text.constData());
            QCOMPARE(answer.value(u"steps"_s).toInt(), theirs.steps);
            const qint64 remaining = answer.value(u"remaining"_s).toInteger();
            if (paths.isEmpty()) {
                QCOMPARE(answer.value(u"commit"_s).toString(), world.hash(*theirs.next));
                QCOMPARE(remaining, qint64(theirs.remaining));
            } else {
                // Of equally central ones git's choice hangs on the commits that the paths leave out.
                const qint64 all = revList(world, bad, goods, options + QStringList{u"--count"_s}, paths).toLongLong();
                const auto worse = [all](qint64 left) { return std::max(left + 1, all - left - 1); };
                QCOMPARE(worse(remaining), worse(qint64(theirs.remaining)));
            }
            const std::size_t tested = *theirs.next;
            if (world.contains(tested, culprit)) {
                bad = tested;
                git.judge(u"bad"_s, tested);
            } else {
                goods << world.hash(tested);
                git.judge(u"good"_s, tested);
            }
        }
        QFAIL("The search does not end.");
    }

    void saysWhatIsWrongWithPaths()
    {
        std::mt19937 random(1);
        const World world(test::Shape::Linear, 20, random);
        const QList<std::pair<QString, QString>> cases{{u"fs/*.c"_s, u"is not a plain one"_s},
                                                       {u"no/such/file"_s, u"No commit between the ends changes"_s},
                                                       {u"."_s, u"the whole tree"_s}};
        for (const auto &[path, sentence] : cases) {
            const Finished refused = next(world, world.last(), {world.hash(0)}, {}, {path});
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.errors.contains(sentence), qPrintable(refused.errors));
        }
    }

private:
    /// What git makes of the same range.
    static QString revList(const World &world, std::size_t bad, const QStringList &goods, const QStringList &options,
                           const QStringList &paths)
    {
        QStringList arguments{u"rev-list"_s};
        arguments += options;
        arguments += world.hash(bad);
        for (const QString &good : goods) {
            arguments += u'^' + good;
        }
        arguments += u"--"_s;
        arguments += paths;
        return QString::fromLatin1(world.repository().git(arguments).output.trimmed());
    }

    [[nodiscard]] Finished next(const World &world, std::size_t bad, const QStringList &goods,
                                const QStringList &options, const QStringList &paths) const
    {
        QStringList arguments{u"next"_s,  u"--repo"_s,     world.repository().path(),
                              u"--bad"_s, world.hash(bad), u"--good"_s};
        arguments += goods;
        arguments += options;
        if (!paths.isEmpty()) {
            arguments << u"--paths"_s << paths;
        }
        return m_program.run(arguments);
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(NextTest)
#include "tst_next.moc"
