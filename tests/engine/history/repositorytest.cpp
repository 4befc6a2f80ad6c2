// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace culprit;
using history::Repository;
using test::idOf;

class RepositoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatHoldsAHistory();
    void saysWhatIsNoRepository();
    void saysWhatIsBroken();
    void leavesTheRepositoryAsItIs();
    void oddConfigurationHasNoInfluence();
};

namespace
{

/// Every file of a folder with its bytes and the time of its last change.
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

void addSome(test::ScratchRepository &scratch)
{
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({0});
    scratch.addOn({1, 2});
    scratch.write();
}

} // namespace

void RepositoryTest::opensWhatHoldsAHistory()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    scratch.checkOut();
    QVERIFY(QDir(scratch.path()).mkpath(QStringLiteral("drivers/net")));
    test::ScratchRepository bare(test::ScratchRepository::Kind::Bare);
    addSome(bare);
    const QTemporaryDir elsewhere;
    const QString linked = elsewhere.filePath(QStringLiteral("linked"));
    scratch.gitOutput({QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("-q"),
                       QStringLiteral("--detach"), linked, QString::fromLatin1(scratch.hash(1))});
    QCOMPARE(test::opened(scratch.path()).resolve("HEAD").value(), idOf(scratch, 3));
    QCOMPARE(test::opened(scratch.gitFolder()).resolve("main").value(), idOf(scratch, 3));
    QCOMPARE(test::opened(scratch.path() + QLatin1String("/drivers/net")).resolve("main").value(), idOf(scratch, 3));
    QCOMPARE(test::opened(bare.path()).resolve("main").value(), idOf(bare, 3));
    const Repository fromLinked = test::opened(linked);
    QCOMPARE(fromLinked.resolve("HEAD").value(), idOf(scratch, 1));
    QCOMPARE(fromLinked.resolve("main").value(), idOf(scratch, 3));
    QVERIFY(std::filesystem::equivalent(fromLinked.gitFolder(), scratch.gitFolder().toStdString()));
    QVERIFY(std::filesystem::equivalent(fromLinked.workTree().value(), linked.toStdString()));
    QVERIFY(!test::opened(bare.path()).workTree());
}

void RepositoryTest::saysWhatIsNoRepository()
{
    const QTemporaryDir folder;
    const auto empty = Repository::open(folder.path().toStdString());
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, Error::Kind::Use);
    const QString message = QString::fromStdString(empty.error().message);
    QVERIFY2(message.contains(QLatin1String("is not a git repository")), qPrintable(message));
    QVERIFY(message.contains(folder.path()));
    const auto missing = Repository::open(folder.filePath(QStringLiteral("missing")).toStdString());
    QVERIFY(QString::fromStdString(missing.error().message).startsWith(QLatin1String("There is no folder")));
    QCOMPARE(Repository::open({}).error().kind, Error::Kind::Use);
    QFile file(folder.filePath(QStringLiteral("Makefile")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("all:\n") > 0);
    file.close();
    const auto noFolder = Repository::open(file.fileName().toStdString());
    QVERIFY(!noFolder);
    QCOMPARE(noFolder.error().kind, Error::Kind::Use);
}

void RepositoryTest::saysWhatIsBroken()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    scratch.gitOutput({QStringLiteral("config"), QStringLiteral("core.repositoryformatversion"), QStringLiteral("1")});
    scratch.gitOutput({QStringLiteral("config"), QStringLiteral("extensions.fromthefuture"), QStringLiteral("yes")});
    const auto newer = Repository::open(scratch.path().toStdString());
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, Error::Kind::Outside);
    QVERIFY2(QString::fromStdString(newer.error().message).contains(QLatin1String("fromthefuture")),
             newer.error().message.c_str());
    test::ScratchRepository unborn;
    QVERIFY(test::opened(unborn.path()).resolve("HEAD").error().message.starts_with("There is no commit"));
    test::ScratchRepository holed;
    addSome(holed);
    QVERIFY(QDir(holed.gitFolder() + QLatin1String("/objects")).removeRecursively());
    QVERIFY(QDir(holed.gitFolder()).mkdir(QStringLiteral("objects")));
    const Repository repository = test::opened(holed.path());
    QVERIFY(!repository.resolve("main"));
    const auto range = repository.range(idOf(holed, 3), std::vector{idOf(holed, 0)});
    QVERIFY(!range);
    QCOMPARE(range.error().kind, Error::Kind::Outside);
    QVERIFY(!repository.describe(idOf(holed, 3)));
    QVERIFY(!repository.releasesBefore(idOf(holed, 3), 3));
}

void RepositoryTest::leavesTheRepositoryAsItIs()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    scratch.checkOut();
    scratch.annotatedTag(QStringLiteral("v1.0"), 0);
    QFile dirty(scratch.path() + QLatin1String("/count"));
    QVERIFY(dirty.open(QIODevice::WriteOnly) && dirty.write("edited\n") > 0);
    dirty.close();
    const auto before = filesBelow(scratch.path());
    {
        const Repository repository = test::opened(scratch.path());
        const history::ObjectId bad = repository.resolve("main").value();
        const history::ObjectId good = repository.resolve("v1.0").value();
        QVERIFY(repository.range(bad, std::vector{good}));
        QVERIFY(repository.mergeBasesToTest(bad, std::vector{good}));
        QVERIFY(repository.commit(bad));
        QVERIFY(repository.changes(bad));
        QVERIFY(repository.patch(bad, 1000));
        QVERIFY(repository.describe(bad));
        QVERIFY(repository.releasesBefore(bad, 10));
        QVERIFY(!repository.resolve("nothing"));
    }
    QVERIFY(before.size() > 5);
    QVERIFY(filesBelow(scratch.path()) == before);
}

void RepositoryTest::oddConfigurationHasNoInfluence()
{
    test::ScratchRepository scratch;
    addSome(scratch);
    const std::string plain = test::opened(scratch.path()).patch(idOf(scratch, 1), 10'000).value();
    for (const char *setting : {"diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.context=0"}) {
        const QStringList parts = QString::fromLatin1(setting).split(QLatin1Char('='));
        scratch.gitOutput({QStringLiteral("config"), parts.at(0), parts.at(1)});
    }
    QCOMPARE(test::opened(scratch.path()).patch(idOf(scratch, 1), 10'000).value(), plain);
    QVERIFY(plain.starts_with("diff --git a/count b/count\n"));
}

QTEST_GUILESS_MAIN(RepositoryTest)
#include "repositorytest.moc"
