// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QRegularExpression>
#include <QTest>

using namespace culprit;
using history::FileChange;
using test::idOf;
using Status = FileChange::Status;
using namespace Qt::StringLiterals;

class ChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsWhatHappenedToEachFile();
    void comparesWithTheFirstParentOnly();
    void touchedPathsAreThoseOfGit();
    void aMergeTouchesWhatNoParentHas();
    void patchIsThatOfGit();
    void aLongPatchSaysThatItIsCut();
    void foreignBytesBecomeText();
    void gitAppliesThePatchBetweenTwoCommits();
    void anUnknownCommitIsAnError();

private:
    test::ScratchRepository m_scratch;
};

namespace
{

QByteArray numbered(int from, int to)
{
    QByteArray lines;
    for (int i = from; i < to; ++i) {
        lines += "line " + QByteArray::number(i) + '\n';
    }
    return lines;
}

/// libgit2 and git count the likeness of two files differently by a percent.
QString withoutSimilarity(const QByteArray &patch)
{
    static const QRegularExpression line(QStringLiteral("similarity index \\d+%\\n"));
    return QString::fromUtf8(patch).remove(line);
}

} // namespace

void ChangesTest::initTestCase()
{
    test::ScratchCommit first;
    first.files = {
        {"a.c", numbered(0, 40)}, {"old.c", numbered(100, 140)}, {"gone.c", "x\ny\n"}, {"blob", QByteArray("\0\1", 2)}};
    m_scratch.add(first);
    test::ScratchCommit second;
    second.parents = {0};
    second.files = {{"a.c", numbered(0, 20) + "in between\n" + numbered(20, 38)},
                    {"new.c", numbered(100, 141)},
                    {"added.c", "no line end"},
                    {"blob", QByteArray("\0\2", 2)}};
    second.deletions = {"old.c", "gone.c"};
    m_scratch.add(second);
    test::ScratchCommit merge;
    merge.parents = {0, 1};
    merge.files = {{"a.c", numbered(0, 41)}};
    m_scratch.add(merge);
    test::ScratchCommit foreign;
    foreign.parents = {2};
    foreign.files = {{"latin.c", "caf\xe9\n\x1b[31m\n"}};
    m_scratch.add(foreign);
    m_scratch.write();
}

void ChangesTest::listsWhatHappenedToEachFile()
{
    const history::Repository repository = test::opened(m_scratch.path());
    const std::vector<FileChange> expected{
        {.path = "a.c", .oldPath = "", .status = Status::Modified, .binary = false, .added = 1, .removed = 2},
        {.path = "added.c", .oldPath = "", .status = Status::Added, .binary = false, .added = 1, .removed = 0},
        {.path = "blob", .oldPath = "", .status = Status::Modified, .binary = true, .added = 0, .removed = 0},
        {.path = "gone.c", .oldPath = "", .status = Status::Deleted, .binary = false, .added = 0, .removed = 2},
        {.path = "new.c", .oldPath = "old.c", .status = Status::Renamed, .binary = false, .added = 1, .removed = 0}};
    const auto changes = repository.changes(idOf(m_scratch, 1)).value();
    QCOMPARE(changes.size(), expected.size());
    for (const FileChange &change : expected) {
        QVERIFY2(std::ranges::find(changes, change) != changes.end(), change.path.c_str());
    }
    QCOMPARE(repository.changes(idOf(m_scratch, 0)).value().size(), std::size_t{4});
}

void ChangesTest::comparesWithTheFirstParentOnly()
{
    const auto changes = test::opened(m_scratch.path()).changes(idOf(m_scratch, 2)).value();
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes.front().added, std::size_t{1});
}

void ChangesTest::touchedPathsAreThoseOfGit()
{
    const history::Repository repository = test::opened(m_scratch.path());
    const auto listed = [this](std::size_t commit) {
        std::vector<std::string> paths;
        const QByteArray lines = m_scratch.gitOutput({QStringLiteral("diff-tree"), QStringLiteral("--root"),
                                                      QStringLiteral("--no-commit-id"), QStringLiteral("--name-only"),
                                                      QStringLiteral("--no-renames"), QStringLiteral("-r"),
                                                      QString::fromLatin1(m_scratch.hash(commit))});
        for (const QByteArray &line : lines.split('\n')) {
            paths.push_back(line.toStdString());
        }
        return paths;
    };
    QCOMPARE(repository.touchedPaths(idOf(m_scratch, 0)).value(), listed(0));
    const auto touched = repository.touchedPaths(idOf(m_scratch, 1)).value();
    QCOMPARE(touched, listed(1));
    QVERIFY(std::ranges::contains(touched, "old.c") && std::ranges::contains(touched, "new.c")); // renamed
}

void ChangesTest::aMergeTouchesWhatNoParentHas()
{
    test::ScratchRepository scratch;
    const auto add = [&scratch](std::vector<std::size_t> parents, const QMap<QByteArray, QByteArray> &files) {
        test::ScratchCommit commit;
        commit.parents = std::move(parents);
        commit.files = files;
        scratch.add(commit);
    };
    add({}, {{"a", "1\n"}, {"b", "1\n"}});
    add({0}, {{"a", "2\n"}});
    add({0}, {{"b", "2\n"}});
    add({1, 2}, {{"b", "2\n"}});
    add({1, 2}, {{"b", "3\n"}});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    QVERIFY(repository.touchedPaths(idOf(scratch, 3)).value().empty());
    QCOMPARE(repository.touchedPaths(idOf(scratch, 4)).value(), std::vector<std::string>{"b"});
    QVERIFY(!repository.touchedPaths(history::ObjectId{}));
}

void ChangesTest::patchIsThatOfGit()
{
    const history::Repository repository = test::opened(m_scratch.path());
    for (const std::size_t commit : {0U, 1U, 2U}) {
        const QString hash = QString::fromLatin1(m_scratch.hash(commit));
        const QByteArray theirs = m_scratch.gitOutput(
            {QStringLiteral("show"), QStringLiteral("-m"), QStringLiteral("--first-parent"), QStringLiteral("-M"),
             QStringLiteral("--abbrev=12"), QStringLiteral("--format="), hash});
        const std::string ours = repository.patch(idOf(m_scratch, commit), 1'000'000).value();
        QCOMPARE(withoutSimilarity(QByteArray::fromStdString(ours)), withoutSimilarity(theirs + '\n'));
    }
}

void ChangesTest::aLongPatchSaysThatItIsCut()
{
    const history::Repository repository = test::opened(m_scratch.path());
    const std::string whole = repository.patch(idOf(m_scratch, 1), 1'000'000).value();
    for (const std::size_t limit : {std::size_t{0}, std::size_t{100}, whole.size() - 1}) {
        const std::string cut = repository.patch(idOf(m_scratch, 1), limit).value();
        const std::size_t last = cut.rfind("[cut after ");
        QVERIFY(last != std::string::npos);
        QVERIFY(last <= limit + 1);
        QVERIFY(last == 0 || cut[last - 1] == '\n');
        QVERIFY(cut.find(idOf(m_scratch, 1).shortHex(), last) != std::string::npos);
    }
    QCOMPARE(repository.patch(idOf(m_scratch, 1), whole.size()).value(), whole);
}

void ChangesTest::foreignBytesBecomeText()
{
    const std::string patch = test::opened(m_scratch.path()).patch(idOf(m_scratch, 3), 10'000).value();
    QVERIFY(patch.contains("+caf\uFFFD\n"));
    QVERIFY(!patch.contains('\x1b'));
}

/// Binary files, new and removed ones, bytes that are no text: git makes the other commit's tree of it.
void ChangesTest::gitAppliesThePatchBetweenTwoCommits()
{
    const history::Repository repository = test::opened(m_scratch.path());
    const auto patch = repository.patchBetween(idOf(m_scratch, 1), idOf(m_scratch, 3), 1 << 20);
    QVERIFY(patch.has_value());
    m_scratch.gitOutput({QStringLiteral("read-tree"), QString::fromLatin1(m_scratch.hash(1))});
    m_scratch.gitOutput({QStringLiteral("apply"), QStringLiteral("--cached"), QStringLiteral("-")},
                        QByteArray::fromStdString(*patch));
    QCOMPARE(m_scratch.gitOutput({QStringLiteral("write-tree")}),
             m_scratch.gitOutput({QStringLiteral("rev-parse"), QString::fromLatin1(m_scratch.hash(3)) + "^{tree}"_L1}));
    QVERIFY(repository.patchBetween(idOf(m_scratch, 1), idOf(m_scratch, 1), 1 << 20).value().empty());
    const auto large = repository.patchBetween(idOf(m_scratch, 1), idOf(m_scratch, 3), 100);
    QVERIFY(!large && large.error().message.contains("more than 0 MB"));
}

void ChangesTest::anUnknownCommitIsAnError()
{
    const history::Repository repository = test::opened(m_scratch.path());
    const history::ObjectId nowhere = history::ObjectId::fromHex(std::string(40, 'a')).value();
    QVERIFY(
        QString::fromStdString(repository.patch(nowhere, 10).error().message).contains(QLatin1String("aaaaaaaaaaaa")));
    QVERIFY(!repository.changes(nowhere));
    QVERIFY(!repository.commit(nowhere));
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "changestest.moc"
