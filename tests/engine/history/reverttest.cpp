// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace culprit;
using namespace Qt::StringLiterals;
using history::Revert;
using test::idOf;

namespace
{

/// Thirty lines; those at the places given differ by a word.
QByteArray lines(const QMap<int, QByteArray> &changed)
{
    QByteArray text;
    for (int line = 0; line < 30; ++line) {
        text += changed.value(line, "line " + QByteArray::number(line)) + '\n';
    }
    return text;
}

test::ScratchCommit commitOf(std::vector<std::size_t> parents, QMap<QByteArray, QByteArray> files,
                             QList<QByteArray> deletions = {})
{
    test::ScratchCommit commit;
    commit.parents = std::move(parents);
    commit.message = "net: change \"something\"\n\nWhy.\n";
    commit.files = std::move(files);
    commit.deletions = std::move(deletions);
    return commit;
}

/// 1 is taken back in the tests; 2 and 3 come later, in the same file and elsewhere.
void addSome(test::ScratchRepository &scratch)
{
    scratch.add(commitOf({}, {{"net/a.c", lines({})}, {"net/gone.c", "gone\n"}, {"fs/b.c", "b\n"}}));
    scratch.add(commitOf({0}, {{"net/a.c", lines({{3, "new"}})}, {"net/new.c", "new\n"}}, {"net/gone.c"}));
    scratch.add(commitOf({1}, {{"net/a.c", lines({{3, "new"}, {20, "later"}})}}));
    scratch.add(commitOf({2}, {{"fs/b.c", "b2\n"}}));
    scratch.write();
}

QMap<QString, std::pair<QByteArray, QDateTime>> filesBelow(const QString &folder)
{
    QMap<QString, std::pair<QByteArray, QDateTime>> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly)) {
            files.insert(file.fileName(), {file.readAll(), entries.fileInfo().lastModified()});
        }
    }
    return files;
}

} // namespace

class RevertTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesBackWhatGitDoes();
    void isTheSameEveryTime();
    void saysWhyThereIsNone();
};

void RevertTest::takesBackWhatGitDoes()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    const QTemporaryDir folder;
    const QString objects = folder.filePath(u"more/objects"_s);
    const auto before = filesBelow(scratch.path());
    const auto made =
        test::opened(scratch.path()).revert(idOf(scratch, 1), idOf(scratch, 3), objects.toStdString()).value();
    QCOMPARE(made.obstacle, std::string());
    QVERIFY(filesBelow(scratch.path()) == before);

    // Whoever looks into that folder too has the commit.
    const auto opened = history::Repository::open(scratch.path().toStdString(), objects.toStdString()).value();
    const auto commit = opened.commit(made.commit).value();
    QCOMPARE(commit.subject, std::string("Revert \"net: change \"something\"\""));
    QVERIFY(commit.message.contains("This reverts commit " + idOf(scratch, 1).hex()));
    QVERIFY(opened.isAncestor(idOf(scratch, 3), made.commit).value());
    QVERIFY(!test::opened(scratch.path()).commit(made.commit));

    const QString hex = QString::fromStdString(made.commit.hex());
    QFile alternates(scratch.gitFolder() + u"/objects/info/alternates"_s);
    QVERIFY(alternates.open(QIODevice::WriteOnly) && alternates.write(objects.toUtf8() + '\n') > 0);
    alternates.close();
    const QByteArray tree = scratch.gitOutput({u"rev-parse"_s, hex + u"^{tree}"_s});
    scratch.gitOutput({u"fsck"_s, u"--strict"_s, hex});
    scratch.checkOut();
    scratch.gitOutput({u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@example.org"_s, u"revert"_s, u"--no-edit"_s,
                       QString::fromLatin1(scratch.hash(1))});
    QCOMPARE(tree, scratch.gitOutput({u"rev-parse"_s, u"HEAD^{tree}"_s}));
}

void RevertTest::isTheSameEveryTime()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    const QTemporaryDir folder;
    std::vector<Revert> made;
    for (const QString &name : {u"a"_s, u"b"_s, u"b"_s}) {
        made.push_back(test::opened(scratch.path())
                           .revert(idOf(scratch, 1), idOf(scratch, 3), folder.filePath(name).toStdString())
                           .value());
    }
    QCOMPARE(made[0], made[1]);
    QCOMPARE(made[1], made[2]);
}

void RevertTest::saysWhyThereIsNone()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    scratch.add(commitOf({3}, {{"net/a.c", lines({{3, "other"}, {20, "later"}})}}));
    scratch.add(commitOf({0}, {{"net/side.c", "side\n"}}));
    scratch.add(commitOf({4, 5}, {{"net/side.c", "side\n"}}));
    scratch.add(commitOf({3}, {{"net/a.c", lines({{20, "later"}})}, {"net/gone.c", "gone\n"}}, {"net/new.c"}));
    scratch.write();
    const QTemporaryDir folder;
    const auto obstacle = [&](std::size_t commit, std::size_t tip) {
        const auto made = test::opened(scratch.path())
                              .revert(idOf(scratch, commit), idOf(scratch, tip), folder.path().toStdString())
                              .value();
        return made.commit.isNull() ? QString::fromStdString(made.obstacle) : u"none"_s;
    };
    QCOMPARE(obstacle(1, 4), u"it conflicts with what came later in net/a.c"_s);
    QCOMPARE(obstacle(6, 6), u"it is the newest commit itself, so that its parent is what reverting it leaves"_s);
    scratch.addOn({6});
    scratch.write();
    QCOMPARE(obstacle(6, 8), u"it is a merge"_s);
    QCOMPARE(obstacle(1, 7), u"what it changed has been taken back already"_s);
    QVERIFY(!test::opened(scratch.path()).revert(history::ObjectId(), idOf(scratch, 7), folder.path().toStdString()));
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto nowhere =
        test::opened(scratch.path())
            .revert(idOf(scratch, 1), idOf(scratch, 3), (file.fileName() + u"/objects"_s).toStdString());
    QVERIFY(!nowhere);
    QVERIFY2(QString::fromStdString(nowhere.error().message).contains(u"cannot be written into"_s),
             nowhere.error().message.c_str());
}

QTEST_GUILESS_MAIN(RevertTest)
#include "reverttest.moc"
