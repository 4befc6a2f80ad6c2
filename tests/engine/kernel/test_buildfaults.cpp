// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/boundedlog.h"
#include "engine/kernel/build.h"
#include "minitree.h"
#include "onebuild.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <csignal>

using namespace culprit;
using namespace culprit::kernel;
using Outcome = BuildResult::Outcome;

namespace
{

/// Exit statuses of the other program that builds on a small disk.
enum Small { Started = 0, NoNamespace = 77 };

bool write(const char *path, const QByteArray &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::write(file, text.constData(), std::size_t(text.size())) == text.size();
    ::close(file);
    return done;
}

/// A disk of that many bytes at `folder`, for this process and its children only.
bool mountSmallDisk(const QString &folder, const QByteArray &size)
{
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write("/proc/self/setgroups", "deny") &&
           write("/proc/self/uid_map", "0 " + user + " 1") && write("/proc/self/gid_map", "0 " + group + " 1") &&
           ::mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, ("size=" + size).constData()) == 0;
}

/// The other program: builds with its cache on a small disk and prints outcome and cause. Its namespace must be made
/// before there are threads.
int beOnSmallDisk(int argc, char **argv)
{
    const QString cache = QString::fromLocal8Bit(argv[2]);
    QDir().mkpath(cache);
    if (!mountSmallDisk(cache, argv[5])) {
        return NoNamespace;
    }
    const QCoreApplication application(argc, argv);
    BuildRequest request;
    request.revision = history::ObjectId::fromHex(argv[4]).value();
    request.recipe = MiniTree::recipe();
    request.jobs = 1;
    request.outputFolder = cache + text("/out");
    auto slot = BuildSlot::acquire(cache, QString::fromLocal8Bit(argv[3]), request.recipe);
    if (!slot) {
        std::printf("acquire\n%s\n", slot.error().message.c_str());
        return Started;
    }
    const OneBuild build(*slot, request);
    std::printf("%d\n%s\n", static_cast<int>(build.result.outcome), qPrintable(build.result.cause));
    return Started;
}

bool lives(const QByteArray &pid)
{
    return pid.trimmed().toInt() > 0 && ::kill(pid.trimmed().toInt(), 0) == 0;
}

} // namespace

/// What goes wrong with builds, by real make and gcc as far as they can be brought to it; scripts play the rest.
class TestBuildFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void boundedLogKeepsBothEnds();
    void floodOfOutputIsBounded();
    void compilersOwnFaults_data();
    void compilersOwnFaults();
    void diskIsFullInTheMiddle();
    void diskTooSmallForTheSources();
    void changedWorktreeIsPutRight_data();
    void changedWorktreeIsPutRight();
    void repositoryThatIsGoneIsNamed();

private:
    BuildRequest request(const history::ObjectId &revision) const;
    BuildResult build(const BuildRequest &request);
    BuildResult buildOnDisk(const history::ObjectId &revision, const char *size);
    QString path(const char *name) const { return m_folder->filePath(text(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MiniTree> m_tree;
    std::shared_ptr<BuildSlot> m_slot; ///< held between builds, as a session does
};

void TestBuildFaults::init()
{
    m_slot.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_tree = std::make_unique<MiniTree>(path("tree"));
    m_slot = BuildSlot::acquire(path("cache"), m_tree->folder(), MiniTree::recipe()).value();
}

BuildRequest TestBuildFaults::request(const history::ObjectId &revision) const
{
    BuildRequest request;
    request.revision = revision;
    request.recipe = MiniTree::recipe();
    request.jobs = 1;
    request.outputFolder = path("out/") + QString::fromStdString(revision.shortHex());
    return request;
}

BuildResult TestBuildFaults::build(const BuildRequest &request)
{
    return OneBuild(m_slot, request).result;
}

void TestBuildFaults::boundedLogKeepsBothEnds()
{
    BoundedLog shortLog;
    QCOMPARE(shortLog.add("a"), "a");
    QCOMPARE(shortLog.close(), QByteArray());
    BoundedLog log;
    const QByteArray beginning(BoundedLog::Beginning - 1, 'b');
    QCOMPARE(log.add(beginning).size(), beginning.size());
    QCOMPARE(log.add("xyz"), "x");
    QCOMPARE(log.close(), "yz"); // nothing is missing
    QCOMPARE(log.add(beginning + 'b').size(), BoundedLog::Beginning);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(log.add(QByteArray(BoundedLog::End / 10, 'm')), QByteArray());
    }
    QVERIFY(log.add("the end").isEmpty());
    const QByteArray rest = log.close();
    const qsizetype missing = BoundedLog::End / 10 * 100 + 7 - BoundedLog::End;
    const QByteArray line = "\n[" + QByteArray::number(missing) + " bytes are left out here]\n";
    QVERIFY2(rest.startsWith(line), rest.first(60).constData());
    QCOMPARE(rest.size(), line.size() + BoundedLog::End);
    QVERIFY(rest.endsWith("mthe end"));
}

/// A gigabyte: neither is it kept, nor does the error behind it get lost.
void TestBuildFaults::floodOfOutputIsBounded()
{
    const QByteArray rule = "all:\n\t@echo $$$$ >" + path("pid").toUtf8() +
                            "; yes 'warning: the same again' | head -n 42000000; "
                            "echo 'greet.c:7:1: error: what it was about'; exit 1\n";
    const auto revision = m_tree->commit({{text("Makefile"), rule}});
    const OneBuild flood(m_slot, request(revision));
    QCOMPARE(flood.result.outcome, Outcome::Failed);
    QCOMPARE(flood.result.cause, text("greet.c:7:1: error: what it was about"));
    QVERIFY(flood.log.contains("$ make -C "));
    QVERIFY(flood.log.contains(" bytes are left out here]\n"));
    QVERIFY(flood.log.contains("what it was about"));
    QVERIFY2(flood.log.size() < BoundedLog::Beginning + BoundedLog::End + 1000,
             qPrintable(QString::number(flood.log.size())));
    QVERIFY(!lives(readFile(path("pid"))));
}

void TestBuildFaults::compilersOwnFaults_data()
{
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("part");
    // A compiler that crashes on a revision's sources does so again: the revision cannot be tested with it.
    QTest::newRow("compiler crashes") << QByteArray("SEGV") << Outcome::Failed << text("internal compiler error");
    QTest::newRow("compiler is killed, as for want of memory")
        << QByteArray("KILL") << Outcome::Infrastructure << text("ran out of memory");
}

/// gcc is the real one: the compiler proper below it dies.
void TestBuildFaults::compilersOwnFaults()
{
    QFETCH(const QByteArray, signal);
    QFETCH(const Outcome, outcome);
    QFETCH(const QString, part);
    writeFile(path("dies"), "#!/bin/sh\necho $$ >" + path("pid").toUtf8() + "\nkill -" + signal + " $$\n");
    QFile::setPermissions(path("dies"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto revision = m_tree->commit(
        {{text("Makefile"), "all:\n\t@gcc -wrapper " + path("dies").toUtf8() + " -c -o $(O)/count.o count.c\n"}});
    const BuildResult result = build(request(revision));
    QCOMPARE(result.outcome, outcome);
    QVERIFY2(result.cause.contains(part), qPrintable(result.cause));
    QVERIFY(!result.cause.contains(u'\n'));
    QVERIFY(!lives(readFile(path("pid"))));
    QVERIFY(!QDir(request(revision).outputFolder).exists());
    QCOMPARE(build(request(m_tree->first())).outcome, Outcome::Built);
}

BuildResult TestBuildFaults::buildOnDisk(const history::ObjectId &revision, const char *size)
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {text("--small-disk"), path("small"), m_tree->folder(),
                                                            QString::fromStdString(revision.hex()), text(size)});
    BuildResult result;
    if (!program.waitForFinished(120'000) || program.exitStatus() != QProcess::NormalExit) {
        qFatal("no end: %s", program.readAllStandardError().constData());
    }
    if (program.exitCode() == NoNamespace) {
        result.cause = text("no namespace");
        return result;
    }
    const QByteArrayList said = program.readAllStandardOutput().split('\n');
    result.outcome = said[0] == "acquire" ? Outcome::Infrastructure : static_cast<Outcome>(said[0].toInt());
    result.cause = QString::fromUtf8(said.value(1));
    return result;
}

void TestBuildFaults::diskIsFullInTheMiddle()
{
    // Four megabytes of objects on a disk of three.
    const auto revision =
        m_tree->commit({{text("count.c"), "char many[4000000] = {1}; int count(int n) { return n + many[n]; }\n"}});
    const BuildResult result = buildOnDisk(revision, "3m");
    if (result.cause == text("no namespace")) {
        QSKIP("No namespaces of users and mounts can be made here.");
    }
    QCOMPARE(result.cause, text("The disk is full: make room for the cache, then build again."));
    QCOMPARE(result.outcome, Outcome::Infrastructure);
    QCOMPARE(buildOnDisk(revision, "30m").outcome, Outcome::Built);
}

void TestBuildFaults::diskTooSmallForTheSources()
{
    for (const char *size : {"4k", "16k", "64k", "100k", "140k"}) {
        const BuildResult result = buildOnDisk(m_tree->first(), size);
        if (result.cause == text("no namespace")) {
            QSKIP("No namespaces of users and mounts can be made here.");
        }
        QVERIFY2(result.outcome == Outcome::Infrastructure || result.outcome == Outcome::Built, size);
        QVERIFY2(result.outcome == Outcome::Built || result.cause.contains(text("make room")),
                 qPrintable(text(size) + u' ' + result.cause));
    }
}

void TestBuildFaults::changedWorktreeIsPutRight_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("file changed") << text("echo 'broken(' >source/count.c");
    QTest::newRow("file changed and staged") << text("echo 'broken(' >source/count.c; "
                                                     "git --git-dir=git --work-tree=source add -A");
    QTest::newRow("file removed") << text("rm source/greet.c");
    QTest::newRow("file added that make would take") << text("echo 'all: ; exit 1' >source/GNUmakefile");
    QTest::newRow("file that became a folder")
        << text("rm source/greet.c; mkdir source/greet.c; touch source/greet.c/x");
    QTest::newRow("objects removed") << text("rm -rf source/.objects");
    QTest::newRow("sources removed") << text("rm -rf source");
    QTest::newRow("git's folder removed") << text("rm -rf git");
    QTest::newRow("index damaged") << text("echo x >git/index");
    QTest::newRow("HEAD damaged") << text("echo x >git/HEAD");
    QTest::newRow("everything removed") << text("rm -rf source git config record sources building");
    QTest::newRow("lock left") << text("touch git/index.lock git/HEAD.lock");
}

void TestBuildFaults::changedWorktreeIsPutRight()
{
    QFETCH(const QString, damage);
    const BuildResult before = build(request(m_tree->first()));
    QCOMPARE(before.outcome, Outcome::Built);
    runTool(text("sh"), {text("-c"), damage}, m_slot->folder());
    const BuildResult after = build(request(m_tree->first()));
    QCOMPARE(after.cause, QString());
    QCOMPARE(after.outcome, Outcome::Built);
    QCOMPARE(after.signature, before.signature);
    const auto next = m_tree->commit({{text("count.c"), "int count(int n) { return n + 2; }\n"}});
    QCOMPARE(build(request(next)).outcome, Outcome::Built);
}

void TestBuildFaults::repositoryThatIsGoneIsNamed()
{
    QVERIFY(QDir(m_tree->folder()).removeRecursively());
    const BuildResult result = build(request(m_tree->first()));
    QCOMPARE(result.outcome, Outcome::Infrastructure);
    QVERIFY2(result.cause.contains(QString::fromStdString(m_tree->first().shortHex())), qPrintable(result.cause));
    QVERIFY(!result.cause.contains(u'\n'));
}

int main(int argc, char **argv)
{
    if (argc == 6 && QByteArrayView(argv[1]) == "--small-disk") {
        return beOnSmallDisk(argc, argv);
    }
    QCoreApplication application(argc, argv);
    TestBuildFaults test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "test_buildfaults.moc"
