// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

using namespace culprit;
using test::idOf;

namespace
{

test::ScratchCommit commitOf(std::vector<std::size_t> parents, QMap<QByteArray, QByteArray> files,
                             QList<QByteArray> deletions = {})
{
    test::ScratchCommit commit;
    commit.parents = std::move(parents);
    commit.files = std::move(files);
    commit.deletions = std::move(deletions);
    return commit;
}

} // namespace

class FilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFileAsTheCommitHasIt();
    void aPathThatIsNoFileIsNothing();
    void aLargeFileIsAnError();
};

void FilesTest::readsAFileAsTheCommitHasIt()
{
    test::ScratchRepository scratch;
    const QByteArray bytes("a\0b\xff\n", 5);
    scratch.add(commitOf({}, {{"fs/a.c", bytes}}));
    scratch.add(commitOf({0}, {{"fs/a.c", ""}}));
    scratch.add(commitOf({1}, {}, {"fs/a.c"}));
    scratch.write();
    const auto repository = test::opened(scratch.path());
    QCOMPARE(repository.file(idOf(scratch, 0), "fs/a.c", 100).value(), bytes.toStdString());
    QCOMPARE(repository.file(idOf(scratch, 1), "fs/a.c", 100).value(), std::string());
    QVERIFY(!repository.file(idOf(scratch, 2), "fs/a.c", 100).value());
}

void FilesTest::aPathThatIsNoFileIsNothing()
{
    test::ScratchRepository scratch;
    scratch.add(commitOf({}, {{"fs/a.c", "a"}}));
    scratch.write();
    const auto repository = test::opened(scratch.path());
    using namespace std::string_view_literals;
    for (const std::string_view path : {"fs"sv, "fs/b.c"sv, "fs/a.c/b"sv, "../fs/a.c"sv, "/fs/a.c"sv, "fs/a.c\0x"sv}) {
        const auto bytes = repository.file(idOf(scratch, 0), path, 100);
        QVERIFY2(bytes && !*bytes, path.data());
    }
    QVERIFY(!repository.file(history::ObjectId(), "fs/a.c", 100));
}

void FilesTest::aLargeFileIsAnError()
{
    test::ScratchRepository scratch;
    scratch.add(commitOf({}, {{"large", QByteArray(101, 'x')}}));
    scratch.write();
    const auto repository = test::opened(scratch.path());
    const auto bytes = repository.file(idOf(scratch, 0), "large", 100);
    QVERIFY(!bytes);
    QVERIFY(bytes.error().message.contains("large"));
    QVERIFY(repository.file(idOf(scratch, 0), "large", 101));
}

QTEST_GUILESS_MAIN(FilesTest)
#include "filestest.moc"
