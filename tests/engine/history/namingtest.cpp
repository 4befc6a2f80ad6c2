// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/revisionnames.h"
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

using namespace culprit;
using history::Tag;
using test::idOf;

class NamingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsArePeeled();
    void namesAreNewestFirst();
    void describesAsGit_data();
    void describesAsGit();
    void releasesAreNewestFirst();
    void commitDetailsAreWhole();
};

void NamingTest::tagsArePeeled()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.write();
    scratch.annotatedTag(QStringLiteral("v1.0"), 1);
    scratch.tag(QStringLiteral("light/one"), 0);
    scratch.gitOutput({QStringLiteral("tag"), QStringLiteral("a-tree"), QStringLiteral("main^{tree}")});
    const history::Repository repository = test::opened(scratch.path());
    QCOMPARE(repository.tags().value(), (std::vector<Tag>{{.name = "light/one", .commit = idOf(scratch, 0)},
                                                          {.name = "v1.0", .commit = idOf(scratch, 1)}}));
    const auto range = repository.range(idOf(scratch, 1), std::vector{idOf(scratch, 0)}).value();
    QCOMPARE(range.bad.tags, std::vector<std::string>{"v1.0"});
    QCOMPARE(range.goods.front().tags, std::vector<std::string>{"light/one"});
}

void NamingTest::namesAreNewestFirst()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.write();
    scratch.annotatedTag(QStringLiteral("v1.0"), 0);
    scratch.tag(QStringLiteral("v1.1"), 1);
    scratch.gitOutput({QStringLiteral("update-ref"), QStringLiteral("refs/remotes/far/next"), QStringLiteral("v1.0")});
    scratch.gitOutput({QStringLiteral("tag"), QStringLiteral("a-tree"), QStringLiteral("main^{tree}")});
    const auto names = history::revisionNames(test::opened(scratch.path())).value();
    std::vector<std::string> texts;
    for (const history::RevisionName &name : names) {
        texts.push_back((name.isBranch ? "branch " : "tag ") + name.name);
        QVERIFY(name.time > 0);
    }
    QCOMPARE(texts, (std::vector<std::string>{"branch main", "tag v1.1", "branch far/next", "tag v1.0"}));
}

void NamingTest::describesAsGit_data()
{
    QTest::addColumn<int>("shape");
    QTest::newRow("linear") << static_cast<int>(test::Shape::Linear);
    QTest::newRow("kernel") << static_cast<int>(test::Shape::Kernel);
    QTest::newRow("tangle") << static_cast<int>(test::Shape::Tangle);
    QTest::newRow("many roots") << static_cast<int>(test::Shape::ManyRoots);
}

void NamingTest::describesAsGit()
{
    QFETCH(const int, shape);
    std::mt19937 random(5);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape{shape}, 60, random));
    for (int i = 0; i < 6; ++i) {
        const std::size_t commit = 5 + random() % (scratch.size() - 5);
        const QString name = QStringLiteral("v1.%1").arg(i);
        if (random() % 3 == 0) {
            scratch.tag(name, commit);
        } else {
            scratch.annotatedTag(name, commit);
        }
    }
    const history::Repository repository = test::opened(scratch.path());
    for (std::size_t commit = 0; commit < scratch.size(); commit += 2) {
        const QByteArray theirs =
            scratch.gitOutput({QStringLiteral("describe"), QStringLiteral("--tags"), QStringLiteral("--always"),
                               QStringLiteral("--abbrev=12"), QString::fromLatin1(scratch.hash(commit))});
        const std::string ours = repository.describe(idOf(scratch, commit)).value();
        QCOMPARE(QByteArray::fromStdString(ours), theirs);
        QCOMPARE(repository.resolve(ours).value(), idOf(scratch, commit));
    }
}

void NamingTest::releasesAreNewestFirst()
{
    test::ScratchRepository scratch;
    for (std::size_t i = 0; i < 12; ++i) {
        scratch.addOn(i == 0 ? std::vector<std::size_t>{} : std::vector{i - 1});
    }
    const std::size_t side = scratch.addOn({4});
    scratch.write();
    const std::vector<std::pair<const char *, std::size_t>> tags{
        {"v2.6.39", 1}, {"v3.0", 2},       {"v3.9", 3},          {"v3.10", 5}, {"v3.10.1", 6},   {"v3.11-rc1", 7},
        {"v3.11", 10},  {"v3.10.7", side}, {"next-20260101", 8}, {"v3", 8},    {"v3.10.1.1", 8}, {"v3.x", 8}};
    for (const auto &[name, commit] : tags) {
        scratch.annotatedTag(QString::fromLatin1(name), commit);
    }
    const history::Repository repository = test::opened(scratch.path());
    const auto names = [&](std::size_t commit, std::size_t count) {
        std::vector<std::string> list;
        const std::vector<Tag> found = repository.releasesBefore(idOf(scratch, commit), count).value();
        for (const Tag &tag : found) {
            list.push_back(tag.name);
        }
        return list;
    };
    using Names = std::vector<std::string>;
    QCOMPARE(names(10, 100), (Names{"v3.10.1", "v3.10", "v3.9", "v3.0", "v2.6.39"}));
    QCOMPARE(names(11, 2), (Names{"v3.11", "v3.10.1"}));
    QCOMPARE(names(0, 100), Names{});
    QCOMPARE(names(11, 0), Names{});
}

void NamingTest::commitDetailsAreWhole()
{
    test::ScratchRepository scratch;
    test::ScratchCommit commit;
    commit.message = "mm: free it\n once\n\nBecause twice is wrong.\n";
    commit.author = "J\xfcrgen";
    commit.encoding = "ISO-8859-1";
    scratch.add(commit);
    test::ScratchCommit broken;
    broken.parents = {0};
    broken.author = "J\xfcrgen";
    broken.message = "caf\xe9 \x1b[31m\n";
    scratch.add(broken);
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const history::CommitDetails details = repository.commit(idOf(scratch, 0)).value();
    QCOMPARE(details.author.name, std::string("Jürgen"));
    QCOMPARE(details.author.mail, std::string("author@example.org"));
    QCOMPARE(details.author.time, 1'600'000'000);
    QCOMPARE(details.committer.name, std::string("C O Mitter"));
    QCOMPARE(details.message, commit.message.toStdString());
    const QByteArray subject = scratch.gitOutput({QStringLiteral("log"), QStringLiteral("-1"),
                                                  QStringLiteral("--format=%s"), QString::fromLatin1(scratch.hash(0))});
    QCOMPARE(QByteArray::fromStdString(details.subject), subject);
    QVERIFY(details.parents.empty());
    const history::CommitDetails second = repository.commit(idOf(scratch, 1)).value();
    QCOMPARE(second.parents, std::vector{idOf(scratch, 0)});
    QCOMPARE(second.author.name, std::string("J\uFFFDrgen"));
    QCOMPARE(second.subject, std::string("caf\uFFFD  [31m"));
}

QTEST_GUILESS_MAIN(NamingTest)
#include "namingtest.moc"
