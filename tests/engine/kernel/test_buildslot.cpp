// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildslot.h"
#include "engine/kernel/objectstore.h"
#include "minitree.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

class TestBuildSlot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheObjectsOfEveryKindOfRepository();
    void refusesWhatIsNoRepository();
    void checksOutFromEveryKindOfRepository_data();
    void checksOutFromEveryKindOfRepository();
    void usersGitConfigHasNoSay();
    void twoNeverShareASlot();
    void cleansWhatIsNotOfTheRevision();
    void recoversFromAnInterruptedGit();
    void removesOnlyWhatTheInterruptedBuildWrote();

private:
    static void run(const process::Command &command);
    QTemporaryDir m_folder;
};

void TestBuildSlot::run(const process::Command &command)
{
    process::ChildProcess child;
    std::optional<process::Ended> ended;
    QByteArray output;
    connect(&child, &process::ChildProcess::output, &child, [&output](const QByteArray &bytes) { output += bytes; });
    connect(&child, &process::ChildProcess::finished, &child, [&ended](const process::Ended &how) { ended = how; });
    child.start(command);
    QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 60000);
    QVERIFY2(ended->succeeded(), output.constData());
}

void TestBuildSlot::findsTheObjectsOfEveryKindOfRepository()
{
    const MiniTree tree(m_folder.filePath(text("found")));
    QDir().mkpath(tree.folder() + text("/a/b"));
    tree.git({text("worktree"), text("add"), text("-q"), m_folder.filePath(text("linked")), text("HEAD")});
    const QString objects = QDir(tree.folder() + text("/.git/objects")).canonicalPath();
    for (const QString &path : {tree.folder(), tree.folder() + text("/a/b"), tree.folder() + text("/.git"),
                                m_folder.filePath(text("linked"))}) {
        QCOMPARE(objectStoreOf(path), objects);
    }
}

void TestBuildSlot::refusesWhatIsNoRepository()
{
    const QTemporaryDir nothing;
    for (const QString &path : {nothing.path(), nothing.filePath(text("gone"))}) {
        const auto store = objectStoreOf(path);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Error::Kind::Use);
        QVERIFY(store.error().message.contains(path.toStdString()));
    }
}

void TestBuildSlot::checksOutFromEveryKindOfRepository_data()
{
    QTest::addColumn<QStringList>("make");
    QTest::newRow("checkout") << QStringList();
    QTest::newRow("bare") << QStringList{text("clone"), text("-q"), text("--bare")};
    QTest::newRow("with alternates") << QStringList{text("clone"), text("-q"), text("--shared")};
    QTest::newRow("bare with alternates") << QStringList{text("clone"), text("-q"), text("--shared"), text("--bare")};
    QTest::newRow("linked worktree") << QStringList{text("worktree"), text("add"), text("-q"), text("--detach")};
}

void TestBuildSlot::checksOutFromEveryKindOfRepository()
{
    QFETCH(const QStringList, make);
    // The name with a space and a quote is the user's right.
    const QString folder = m_folder.filePath(text("it's %1").arg(text(QTest::currentDataTag())));
    MiniTree tree(folder);
    tree.commit({{text("count.c"), "int count(int n) { return n + 2; }\n"}});
    QString repository = folder;
    if (!make.isEmpty()) {
        repository = folder + text(" repository");
        tree.git(make.first() == text("worktree") ? make + QStringList{repository}
                                                  : make + QStringList{folder, repository});
    }
    const QByteArray before = photograph(folder) + photograph(repository);
    const auto slot = BuildSlot::acquire(m_folder.filePath(text("cache")), repository, MiniTree::recipe());
    QVERIFY2(slot, slot ? "" : slot.error().message.c_str());
    run((*slot)->checkoutCommand(tree.first()));
    run((*slot)->cleanCommand());
    QCOMPARE(readFile((*slot)->source() + text("/count.c")), "int count(int n) { return n + 1; }\n");
    QCOMPARE(photograph(folder) + photograph(repository), before);
}

void TestBuildSlot::usersGitConfigHasNoSay()
{
    MiniTree tree(m_folder.filePath(text("config")));
    const auto revision =
        tree.commit({{text(".gitattributes"), "*.c filter=evil text eol=crlf\n"}, {text("new.c"), "int x;\n"}});
    const QString marker = m_folder.filePath(text("ran"));
    const QString config = m_folder.filePath(text("gitconfig"));
    writeFile(config, text("[filter \"evil\"]\n\tsmudge = touch %1; cat\n\trequired = true\n"
                           "[core]\n\thooksPath = %2\n\tfsmonitor = touch %1\n")
                          .arg(marker, m_folder.filePath(text("hooks")))
                          .toUtf8());
    const QString hook = m_folder.filePath(text("hooks/post-checkout"));
    writeFile(hook, text("#!/bin/sh\ntouch %1\n").arg(marker).toUtf8());
    QFile(hook).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray global = qgetenv("GIT_CONFIG_GLOBAL");
    qputenv("GIT_CONFIG_GLOBAL", config.toUtf8());
    qputenv("GIT_DIR", "/nonexistent");
    const auto slot = BuildSlot::acquire(m_folder.filePath(text("cache")), tree.folder(), MiniTree::recipe());
    QVERIFY(slot);
    const process::Command checkout = (*slot)->checkoutCommand(revision);
    qputenv("GIT_CONFIG_GLOBAL", global);
    qunsetenv("GIT_DIR");
    run(checkout);
    QVERIFY(QFile::exists((*slot)->source() + text("/new.c")));
    QVERIFY(!QFile::exists(marker));
}

void TestBuildSlot::twoNeverShareASlot()
{
    const MiniTree tree(m_folder.filePath(text("shared")));
    const QString cache = m_folder.filePath(text("cache"));
    auto first = BuildSlot::acquire(cache, tree.folder(), MiniTree::recipe());
    auto second = BuildSlot::acquire(cache, tree.folder(), MiniTree::recipe());
    QVERIFY(first && second);
    QVERIFY((*first)->source() != (*second)->source());
    const QString source = (*first)->source();
    // another program
    QProcess other;
    other.start(text("flock"), {text("-n"), (*first)->folder() + text("/lock"), text("true")});
    QVERIFY(other.waitForFinished());
    QVERIFY(other.exitCode() != 0);
    first->reset();
    auto third = BuildSlot::acquire(cache, tree.folder(), MiniTree::recipe());
    QVERIFY(third);
    QCOMPARE((*third)->source(), source);
}

void TestBuildSlot::cleansWhatIsNotOfTheRevision()
{
    const MiniTree tree(m_folder.filePath(text("clean")));
    const auto slot = BuildSlot::acquire(m_folder.filePath(text("cache")), tree.folder(), MiniTree::recipe());
    run((*slot)->checkoutCommand(tree.first()));
    writeFile((*slot)->source() + text("/stray.o"), "x");
    writeFile((*slot)->source() + text("/other/.git/HEAD"), "ref: refs/heads/x\n");
    writeFile((*slot)->source() + text("/count.c"), "broken");
    writeFile((*slot)->objects() + text("/count.o"), "x");
    run((*slot)->checkoutCommand(tree.first()));
    run((*slot)->cleanCommand());
    QVERIFY(!QFile::exists((*slot)->source() + text("/stray.o")));
    QVERIFY(!QFile::exists((*slot)->source() + text("/other")));
    QVERIFY(QFile::exists((*slot)->objects() + text("/count.o")));
    QVERIFY(readFile((*slot)->source() + text("/count.c")) != "broken");
}

void TestBuildSlot::recoversFromAnInterruptedGit()
{
    const MiniTree tree(m_folder.filePath(text("locked")));
    const auto slot = BuildSlot::acquire(m_folder.filePath(text("cache")), tree.folder(), MiniTree::recipe());
    writeFile((*slot)->folder() + text("/git/index.lock"), {});
    writeFile((*slot)->folder() + text("/git/HEAD.lock"), {});
    QVERIFY((*slot)->recover());
    run((*slot)->checkoutCommand(tree.first()));
}

void TestBuildSlot::removesOnlyWhatTheInterruptedBuildWrote()
{
    const MiniTree tree(m_folder.filePath(text("half")));
    const auto slot = BuildSlot::acquire(m_folder.filePath(text("cache")), tree.folder(), MiniTree::recipe());
    const QString old = (*slot)->objects() + text("/a/old.o");
    const QString half = (*slot)->objects() + text("/a/half.o");
    writeFile(old, "whole");
    QVERIFY((*slot)->beginBuild());
    (*slot)->endBuild();
    QVERIFY((*slot)->recover());
    QVERIFY(QFile::exists(old));
    // A file system's clock ticks in milliseconds: the mark must be younger than the old file.
    const auto age = [](const QString &path) { return QFileInfo(path).lastModified(); };
    do {
        QVERIFY((*slot)->beginBuild());
    } while (age((*slot)->folder() + text("/building")) <= age(old));
    writeFile(half, "ha");
    QVERIFY((*slot)->recover());
    QVERIFY(QFile::exists(old));
    QVERIFY(!QFile::exists(half));
}

QTEST_GUILESS_MAIN(TestBuildSlot)
#include "test_buildslot.moc"
