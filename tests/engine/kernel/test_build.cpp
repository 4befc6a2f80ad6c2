// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/build.h"
#include "minitree.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace culprit;
using namespace culprit::kernel;
using Outcome = BuildResult::Outcome;
using Phase = BuildProgress::Phase;

namespace
{

/// Builds that are stopped or killed hang in this rule, with half an object written, while the file `hang` exists.
QByteArray hangingMakefile(const QString &folder)
{
    return text("O ?= .\n"
                "all: $(O)/kernel.elf\n"
                "$(O)/kernel.elf: $(O)/count.o\n\t@ld -r -o $@ $^\n"
                "$(O)/count.o: count.c\n"
                "\t@gcc -c -o $@.whole $<\n"
                "\t@if [ -e %1/hang ]; then head -c 100 $@.whole > $@; "
                "sh -c 'trap \"\" TERM; echo $$$$ > %1/pid.new; mv %1/pid.new %1/pid; sleep 1000; sleep 1000'; fi\n"
                "\t@cp $@.whole $@\n")
        .arg(folder)
        .toUtf8();
}

bool lives(const QString &pidFile)
{
    const int pid = readFile(pidFile).trimmed().toInt();
    return pid > 0 && ::kill(pid, 0) == 0;
}

struct Watched {
    QByteArray log;
    QList<BuildProgress> progress;
    std::optional<BuildResult> result;

    void watch(Build *build)
    {
        QObject::connect(build, &Build::log, build, [this](const QByteArray &chunk) { log += chunk; });
        QObject::connect(build, &Build::progress, build, [this](const BuildProgress &now) { progress += now; });
        QObject::connect(build, &Build::finished, build, [this](const BuildResult &ended) { result = ended; });
    }
};

/// The other program of the test that ends by SIGKILL: starts a build and waits for ever.
int beBuilder(const QStringList &arguments)
{
    const auto slot = BuildSlot::acquire(arguments[0], arguments[1], MiniTree::recipe());
    BuildRequest request;
    request.revision = history::ObjectId::fromHex(arguments[2].toStdString()).value();
    request.recipe = MiniTree::recipe();
    request.recipe.configure = text("true");
    request.outputFolder = arguments[0] + text("/out");
    Build build(*slot, request);
    build.start();
    return QCoreApplication::exec();
}

} // namespace

class TestBuild final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAKernel();
    void leavesTheUsersRepositoryAlone();
    void buildsOnlyWhatChanged();
    void signatureTellsChangesApart();
    void shiftedLinesChangeTheMaskedSignatureNot();
    void failingBuildNamesItsFirstError();
    void machinesFaultIsNotTheRevisions_data();
    void machinesFaultIsNotTheRevisions();
    void stopKillsTheWholeTree();
    void stopBeforeAnythingRuns();
    void timeLimitEndsAHangingMake();
    void twoSlotsBuildAtOnce();
    void killedProgramLeavesAUsableSlot();
    void finishedBuildIsTakenFromTheCache();
    void missingConfigIsNamed();
    void lostOptionMakesTheRevisionUntestable();
    void unknownCommitIsNamed();
    void recipeWithoutAnImageIsNamed();
    void commandPastesIntoAShell();
    void pocketKernelOfTheDemoBuilds();

private:
    BuildRequest request(const history::ObjectId &revision) const;
    Watched build(const BuildRequest &request, const std::optional<ArtifactCache> &cache = {});
    std::shared_ptr<BuildSlot> acquire();
    QString path(const char *name) const { return m_folder->filePath(text(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MiniTree> m_tree;
};

void TestBuild::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tree = std::make_unique<MiniTree>(path("tree"));
}

BuildRequest TestBuild::request(const history::ObjectId &revision) const
{
    BuildRequest request;
    request.revision = revision;
    request.recipe = MiniTree::recipe();
    request.jobs = 1;
    request.outputFolder = path("out/") + QString::fromStdString(revision.shortHex());
    return request;
}

std::shared_ptr<BuildSlot> TestBuild::acquire()
{
    auto slot = BuildSlot::acquire(path("cache"), m_tree->folder(), MiniTree::recipe());
    if (!slot) {
        qFatal("%s", slot.error().message.c_str());
    }
    return *slot;
}

Watched TestBuild::build(const BuildRequest &request, const std::optional<ArtifactCache> &cache)
{
    Watched watched;
    Build build(acquire(), request, cache);
    watched.watch(&build);
    build.start();
    if (!QTest::qWaitFor([&watched] { return watched.result.has_value(); }, 120000)) {
        qFatal("the build does not end: %s", watched.log.constData());
    }
    return watched;
}

void TestBuild::makesAKernel()
{
    const Watched built = build(request(m_tree->first()));
    QCOMPARE(built.result->cause, QString());
    QCOMPARE(built.result->outcome, Outcome::Built);
    QCOMPARE(built.result->image, path("out/") + QString::fromStdString(m_tree->first().shortHex()) + text("/image"));
    QVERIFY(readFile(built.result->image).contains("Linux version mini"));
    QCOMPARE(readFile(built.result->vmlinux), readFile(built.result->image));
    QVERIFY(built.result->config.isEmpty());
    QCOMPARE(built.result->signature.size(), 64);
    QVERIFY(built.result->compiler.startsWith(text("gcc")));
    QVERIFY(built.result->milliseconds > 0);
    QVERIFY(built.log.contains("$ make -C "));
    QVERIFY(built.log.contains("  CC      greet.o\n"));
    QList<Phase> phases;
    for (const BuildProgress &progress : built.progress) {
        if (phases.isEmpty() || phases.last() != progress.phase) {
            phases += progress.phase;
        }
    }
    QCOMPARE(phases.first(5),
             QList<Phase>({Phase::Checkout, Phase::Configure, Phase::Build, Phase::Collect, Phase::Signature}));
}

void TestBuild::leavesTheUsersRepositoryAlone()
{
    writeFile(path("tree/count.c"), "the user is at work here");
    const QByteArray before = photograph(m_tree->folder());
    QCOMPARE(build(request(m_tree->first())).result->outcome, Outcome::Built);
    QCOMPARE(photograph(m_tree->folder()), before);
}

void TestBuild::buildsOnlyWhatChanged()
{
    build(request(m_tree->first()));
    const auto second = m_tree->commit({{text("count.c"), "int count(int n) { return n + 2; }\n"}});
    const Watched built = build(request(second));
    QCOMPARE(built.result->outcome, Outcome::Built);
    QVERIFY(built.log.contains("  CC      count.o\n"));
    QVERIFY(!built.log.contains("  CC      greet.o\n"));
    int last = -1;
    for (const BuildProgress &progress : built.progress) {
        if (progress.phase == Phase::Build && progress.percent) {
            QVERIFY(*progress.percent >= last);
            last = *progress.percent;
        }
    }
    QVERIFY(last > 50);
}

void TestBuild::signatureTellsChangesApart()
{
    const auto documentation = m_tree->commit(
        {{text("README"), "A better kernel.\n"},
         {text("greet.c"), "/* says hello */ const char *greet(void) { return \"Linux version mini\"; }\n"}});
    const auto code = m_tree->commit({{text("count.c"), "int count(int n) { return n + 2; }\n"}});
    const QByteArray first = build(request(m_tree->first())).result->signature;
    QCOMPARE(first.size(), 64);
    QCOMPARE(build(request(documentation)).result->signature, first);
    QVERIFY(build(request(code)).result->signature != first);
    QCOMPARE(build(request(m_tree->first())).result->signature, first);
}

void TestBuild::shiftedLinesChangeTheMaskedSignatureNot()
{
    const QByteArray code = "void note(int); int count(int n) { note(__LINE__); return n + 1; }\n";
    const auto plain = m_tree->commit({{text("count.c"), code}});
    const auto comment = m_tree->commit({{text("count.c"), "/* counts\n * up\n */\n" + code}});
    const BuildResult first = *build(request(plain)).result;
    const ArtifactCache cache(path("artifacts"));
    const BuildResult second = *build(request(comment), cache).result;
    QCOMPARE(second.outcome, Outcome::Built);
    QVERIFY(second.signature != first.signature);
    QCOMPARE(second.maskedSignature.size(), 64);
    QCOMPARE(second.maskedSignature, first.maskedSignature);
    QCOMPARE(build(request(comment), cache).result->maskedSignature, first.maskedSignature);
}

void TestBuild::failingBuildNamesItsFirstError()
{
    const auto broken = m_tree->commit({{text("greet.c"), "const char *greet(void) { return missing; }\n"}});
    const Watched built = build(request(broken));
    QCOMPARE(built.result->outcome, Outcome::Failed);
    QVERIFY2(built.result->cause.startsWith(text("greet.c:1:")), qPrintable(built.result->cause));
    QVERIFY2(built.result->cause.contains(text("missing")), qPrintable(built.result->cause));
    QCOMPARE(built.result->causeFile, text("greet.c"));
    QVERIFY(!QDir(request(broken).outputFolder).exists());
    QVERIFY(built.result->command.contains(text("make -C ")));
    // the next one is not the worse for it
    QCOMPARE(build(request(m_tree->first())).result->outcome, Outcome::Built);
}

void TestBuild::machinesFaultIsNotTheRevisions_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("part");
    QTest::newRow("disk full") << QByteArray("gcc -c -o /dev/full count.c") << text("disk is full");
    QTest::newRow("file size limit") << QByteArray("ulimit -f 1; gcc -g3 -include stdio.h -c -o $(O)/count.o count.c")
                                     << text("limit on file sizes");
    QTest::newRow("killed compiler") << QByteArray("kill -KILL $$$$") << text("memory");
    QTest::newRow("missing tool") << QByteArray("no-such-bison -o x") << text("no-such-bison is missing");
    QTest::newRow("make killed") << QByteArray("kill -KILL $$PPID") << text("memory");
}

void TestBuild::machinesFaultIsNotTheRevisions()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, part);
    const auto revision = m_tree->commit({{text("Makefile"), "all:\n\t@true; " + rule + "\n"}});
    const Watched built = build(request(revision));
    QCOMPARE(built.result->outcome, Outcome::Infrastructure);
    QVERIFY2(built.result->cause.contains(part), qPrintable(built.result->cause + text(built.log.constData())));
}

void TestBuild::stopKillsTheWholeTree()
{
    const auto revision = m_tree->commit({{text("Makefile"), hangingMakefile(m_folder->path())}});
    writeFile(path("hang"), {});
    Watched watched;
    Build build(acquire(), request(revision));
    watched.watch(&build);
    build.start();
    QTRY_VERIFY_WITH_TIMEOUT(lives(path("pid")), 60000);
    QVERIFY(build.isRunning());
    build.stop();
    QTRY_VERIFY_WITH_TIMEOUT(watched.result.has_value(), 60000);
    QCOMPARE(watched.result->outcome, Outcome::Cancelled);
    QVERIFY(!lives(path("pid")));
    QVERIFY(!build.isRunning());
    QVERIFY(!QDir(request(revision).outputFolder).exists());
}

void TestBuild::stopBeforeAnythingRuns()
{
    Watched watched;
    Build build(acquire(), request(m_tree->first()));
    watched.watch(&build);
    build.start();
    build.stop();
    QVERIFY(!watched.result);
    QTRY_VERIFY(watched.result.has_value());
    QCOMPARE(watched.result->outcome, Outcome::Cancelled);
    QCOMPARE(watched.log, QByteArray());
}

void TestBuild::timeLimitEndsAHangingMake()
{
    const auto revision = m_tree->commit({{text("Makefile"), "all:\n\t@echo $$$$ > " + path("pid").toUtf8() +
                                                                 "; trap '' TERM; sleep 1000; sleep 1000\n"}});
    BuildRequest limited = request(revision);
    limited.timeout = std::chrono::seconds(3);
    const Watched built = build(limited);
    QCOMPARE(built.result->outcome, Outcome::Failed);
    QVERIFY2(built.result->cause.contains(text("3 s")), qPrintable(built.result->cause));
    QVERIFY(QFile::exists(path("pid")));
    QVERIFY(!lives(path("pid")));
}

void TestBuild::twoSlotsBuildAtOnce()
{
    const auto other = m_tree->commit({{text("README"), "Changed.\n"}});
    Watched first;
    Watched second;
    Build one(acquire(), request(m_tree->first()));
    first.watch(&one);
    one.start();
    Build two(acquire(), request(other));
    second.watch(&two);
    two.start();
    QVERIFY(one.isRunning() && two.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(first.result && second.result, 120000);
    QCOMPARE(first.result->outcome, Outcome::Built);
    QCOMPARE(second.result->outcome, Outcome::Built);
    QCOMPARE(second.result->signature, first.result->signature);
    QVERIFY(first.result->command != second.result->command);
}

void TestBuild::killedProgramLeavesAUsableSlot()
{
    const auto revision = m_tree->commit({{text("Makefile"), hangingMakefile(m_folder->path())}});
    writeFile(path("hang"), {});
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(),
                  {text("--build"), path("cache"), m_tree->folder(), QString::fromStdString(revision.hex())});
    QTRY_VERIFY_WITH_TIMEOUT(lives(path("pid")), 60000);
    program.kill();
    QVERIFY(program.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!lives(path("pid")), 30000);
    QFile::remove(path("hang"));

    const auto slot = acquire();
    QCOMPARE(slot->number(), 0);
    QCOMPARE(readFile(slot->objects() + text("/count.o")).size(), 100);
    writeFile(slot->folder() + text("/git/index.lock"), {});
    Watched watched;
    Build build(slot, request(revision));
    watched.watch(&build);
    build.start();
    QTRY_VERIFY_WITH_TIMEOUT(watched.result.has_value(), 120000);
    QCOMPARE(watched.result->cause, QString());
    QCOMPARE(watched.result->outcome, Outcome::Built);
    QVERIFY(readFile(slot->objects() + text("/count.o")).size() > 100);
}

void TestBuild::finishedBuildIsTakenFromTheCache()
{
    const ArtifactCache cache(path("artifacts"));
    const Watched first = build(request(m_tree->first()), cache);
    QVERIFY(!first.result->cached);
    BuildRequest again = request(m_tree->first());
    again.outputFolder = path("again");
    const Watched second = build(again, cache);
    QCOMPARE(second.result->outcome, Outcome::Built);
    QVERIFY(second.result->cached);
    QVERIFY(!second.log.contains("$ make"));
    QCOMPARE(second.result->signature, first.result->signature);
    QCOMPARE(second.result->command, first.result->command);
    QCOMPARE(second.result->milliseconds, first.result->milliseconds);
    QCOMPARE(second.result->image, path("again/image"));
    QCOMPARE(readFile(second.result->image), readFile(first.result->image));
    again.recipe.build += text(" V=1");
    QVERIFY(!build(again, cache).result->cached);
}

void TestBuild::missingConfigIsNamed()
{
    BuildRequest asked = request(m_tree->first());
    asked.config = path("gone.config");
    Watched built = build(asked);
    QCOMPARE(built.result->outcome, Outcome::Infrastructure);
    QVERIFY2(built.result->cause.contains(path("gone.config")), qPrintable(built.result->cause));
    asked.config = path("repro.config");
    writeFile(asked.config, "int main(void) { return 0; }\n");
    built = build(asked);
    QCOMPARE(built.result->outcome, Outcome::Infrastructure);
    QVERIFY2(built.result->cause.contains(text("line 1")), qPrintable(built.result->cause));
}

void TestBuild::lostOptionMakesTheRevisionUntestable()
{
    // Kconfig's part is played by a rule that drops what the tree does not know.
    const auto revision = m_tree->commit(
        {{text("Makefile"), readFile(path("tree/Makefile")) + "olddefconfig:\n\tsed -i '/GONE/d' $(O)/.config\n"}});
    writeFile(path("c"), "CONFIG_A=y\nCONFIG_GONE=y\nCONFIG_LOCALVERSION_AUTO=y\n");
    writeFile(path("f"), "CONFIG_B=y\n# CONFIG_A is not set\n");
    BuildRequest asked = request(revision);
    asked.recipe.kconfig = true;
    asked.recipe.configure = text("make -C {source} O={objects} olddefconfig");
    asked.config = path("c");
    asked.fragments = QStringList{path("f")};
    asked.requiredOptions = QStringList{text("CONFIG_GONE"), text("CONFIG_B")};
    const Watched lost = build(asked);
    QCOMPARE(lost.result->outcome, Outcome::Failed);
    QCOMPARE(lost.result->lostOptions, QStringList{text("CONFIG_GONE")});
    QVERIFY2(lost.result->cause.contains(text("untestable")), qPrintable(lost.result->cause));
    QVERIFY2(lost.result->cause.contains(text("CONFIG_GONE")), qPrintable(lost.result->cause));
    QCOMPARE(lost.result->configText, "# CONFIG_A is not set\n# CONFIG_LOCALVERSION_AUTO is not set\nCONFIG_B=y\n");
    QVERIFY(!lost.log.contains("  CC "));

    asked.requiredOptions = QStringList{text("CONFIG_B")};
    const ArtifactCache cache(path("artifacts"));
    const Watched built = build(asked, cache);
    QCOMPARE(built.result->outcome, Outcome::Built);
    QCOMPARE(built.result->configText, readFile(built.result->config));
    const Watched again = build(asked, cache);
    QVERIFY(again.result->cached);
    QCOMPARE(again.result->configText, built.result->configText);
    QCOMPARE(readFile(built.result->config),
             "# CONFIG_A is not set\n# CONFIG_LOCALVERSION_AUTO is not set\nCONFIG_B=y\n");
}

void TestBuild::unknownCommitIsNamed()
{
    const auto unknown = history::ObjectId::fromHex(std::string(40, 'd')).value();
    const Watched built = build(request(unknown));
    QCOMPARE(built.result->outcome, Outcome::Infrastructure);
    QVERIFY2(built.result->cause.contains(text("dddddddddddd")), qPrintable(built.result->cause));
}

void TestBuild::recipeWithoutAnImageIsNamed()
{
    BuildRequest asked = request(m_tree->first());
    asked.recipe.image = text("{objects}/bzImage");
    const Watched built = build(asked);
    QCOMPARE(built.result->outcome, Outcome::Failed);
    QVERIFY2(built.result->cause.contains(text("/bzImage")), qPrintable(built.result->cause));
}

void TestBuild::commandPastesIntoAShell()
{
    const Watched built = build(request(m_tree->first()));
    const auto slot = acquire();
    QVERIFY(QDir(slot->objects()).removeRecursively());
    QDir().mkpath(slot->objects());
    runTool(text("sh"), {text("-c"), built.result->command}, text("/"));
    QCOMPARE(readFile(slot->objects() + text("/kernel.elf")), readFile(built.result->image));
}

void TestBuild::pocketKernelOfTheDemoBuilds()
{
    const MiniTree pocket(path("pocket"));
    pocket.git({text("rm"), text("-rq"), text(".")});
    runTool(text("cp"), {text("-r"), text(CULPRIT_SOURCE_FOLDER "/resources/demo/kernel/."), pocket.folder()});
    pocket.git({text("add"), text("-A")});
    pocket.git({text("commit"), text("-q"), text("-m"), text("pocket")});
    m_tree = std::make_unique<MiniTree>(pocket);
    const QString id = pocket.git({text("rev-parse"), text("HEAD")}).trimmed();
    const Watched built = build(request(history::ObjectId::fromHex(id.toStdString()).value()));
    QVERIFY2(built.result->outcome == Outcome::Built, qPrintable(built.result->cause));
    QVERIFY(!built.log.contains("warning: "));
    QVERIFY(built.log.contains("  CC\tinit/main.o\n"));
    QVERIFY(std::ranges::contains(built.progress, text("init/main.o"), &BuildProgress::current));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == text("--build")) {
        return beBuilder(arguments.sliced(2));
    }
    TestBuild test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "test_build.moc"
