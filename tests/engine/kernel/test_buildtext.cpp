// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildcause.h"
#include "engine/kernel/kconfig.h"
#include "engine/kernel/progressmeter.h"
#include "engine/kernel/recipe.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

namespace
{

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

/// What is read from and written to a build without one: recipes, configs, make's output.
class TestBuildText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellReadsPlaceholdersAsWritten();
    void shellBracesAreLeftAlone();
    void unknownPlaceholderIsNamed();
    void recipesWithoutCommandsAreRefused();
    void hashTellsRecipesApart();
    void configKeepsLastValue();
    void fragmentOverridesConfig();
    void configsDiffer();
    void hostileConfigsAreBounded();
    void lostOptionsAreNamed();
    void noConfigIsRefusedWithItsLine();
    void causeOfFailure_data();
    void causeOfFailure();
    void causeOutside_data();
    void causeOutside();
    void hostileLogsAreBounded();
    void percentFollowsTheEarlierBuild();
    void recordKeepsOrderOfNewLines();
    void targetIsNamed();
};

void TestBuildText::shellReadsPlaceholdersAsWritten()
{
    const Placeholders values{.source = text("/a b/it's $HOME"),
                              .objects = text("/o"),
                              .config = {},
                              .jobs = 3,
                              .variables = {text("CC=ccache gcc"), text("V=1")}};
    const auto command = expandCommand(text("printf '%s|' {source} {objects} {config} {jobs} {variables}"), values);
    QVERIFY(command);
    QProcess shell;
    shell.start(text("/bin/sh"), {text("-c"), *command});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), "/a b/it's $HOME|/o||3|CC=ccache gcc|V=1|");
}

void TestBuildText::shellBracesAreLeftAlone()
{
    const auto command = expandCommand(text("{ echo ${source}; } {{source} {A} {}"), {});
    QVERIFY(command);
    QCOMPARE(*command, text("{ echo ${source}; } {source} {A} {}"));
}

void TestBuildText::unknownPlaceholderIsNamed()
{
    const auto recipe = Recipe::custom({}, text("make {target}"), text("image"), {});
    QVERIFY(!recipe);
    QVERIFY(recipe.error().message.contains("{target}"));
    QCOMPARE(recipe.error().kind, Error::Kind::Use);
}

void TestBuildText::recipesWithoutCommandsAreRefused()
{
    QVERIFY(!Recipe::custom(text("configure"), {}, text("image"), {}));
    QVERIFY(!Recipe::custom({}, text("make"), {}, {}));
    const auto recipe = Recipe::custom({}, text("make"), text("image"), {});
    QVERIFY(recipe);
    QCOMPARE(recipe->banner, text("Linux version"));
}

void TestBuildText::hashTellsRecipesApart()
{
    const auto recipe = Recipe::custom({}, text("make"), text("image"), {}, text("Pocket"));
    auto other = *recipe;
    other.banner = text("Other");
    QCOMPARE(other.hash(), recipe->hash());
    other.build = text("make V=1");
    QVERIFY(other.hash() != recipe->hash());
    QVERIFY(Recipe::linuxKernel().hash() != recipe->hash());
}

void TestBuildText::configKeepsLastValue()
{
    const auto config =
        Kconfig::parse("# a comment\nCONFIG_A=y\nCONFIG_S=\"x=y\"\n# CONFIG_B is not set\r\nCONFIG_A=n\n", {});
    QVERIFY(config);
    QCOMPARE(config->value("CONFIG_A"), "n");
    QCOMPARE(config->value("CONFIG_S"), "\"x=y\"");
    QCOMPARE(config->value("CONFIG_B"), "n");
    QCOMPARE(config->value("CONFIG_C"), "");
    QCOMPARE(config->text(), "# CONFIG_A is not set\nCONFIG_S=\"x=y\"\n# CONFIG_B is not set\n");
}

void TestBuildText::fragmentOverridesConfig()
{
    auto config = Kconfig::parse("CONFIG_A=y\nCONFIG_B=m\n", {});
    config->merge(*Kconfig::parse("# CONFIG_A is not set\nCONFIG_C=7\n", {}));
    QCOMPARE(config->text(), "# CONFIG_A is not set\nCONFIG_B=m\nCONFIG_C=7\n");
}

void TestBuildText::configsDiffer()
{
    const QByteArray before = "CONFIG_B=m\nCONFIG_A=y\n# CONFIG_C is not set\nCONFIG_D=7\n# CONFIG_F is not set\n";
    const QByteArray after = "CONFIG_E=\"x\"\nCONFIG_D=8\nCONFIG_B=m\n# CONFIG_A is not set\nCONFIG_C=m\n";
    const auto changes = configChanges(before, after);
    QVERIFY(changes);
    QStringList lines;
    for (const ConfigChange &change : *changes) {
        lines += toText(change);
        QCOMPARE(change.matters(), change.symbol != "CONFIG_F");
    }
    QCOMPARE(lines, (QStringList{text("CONFIG_A: y -> n"), text("CONFIG_C: n -> m"), text("CONFIG_D: 7 -> 8"),
                                 text("CONFIG_E: absent -> \"x\""), text("CONFIG_F: n -> absent")}));
    QCOMPARE(configChanges(after, after), QList<ConfigChange>());
}

void TestBuildText::hostileConfigsAreBounded()
{
    const auto foreign = configChanges("CONFIG_A=y\n", "#!/bin/sh\nrm -rf /\n");
    QVERIFY(!foreign);
    QVERIFY2(foreign.error().message.contains("second config"), foreign.error().message.c_str());
    QVERIFY(!configChanges({}, "CONFIG_A=y\n"));
    QByteArray many;
    for (int i = 0; many.size() < 8'000'000; ++i) {
        many += "CONFIG_X" + QByteArray::number(i) + "=y\n";
    }
    QElapsedTimer clock;
    clock.start();
    const auto changes = configChanges("CONFIG_A=y\n", many);
    QVERIFY(changes);
    QVERIFY(changes->size() > 100'000);
    qInfo("%lld changes in %lld ms", static_cast<long long>(changes->size()), static_cast<long long>(clock.elapsed()));
    const QByteArray value(1'000'000, 'y');
    QCOMPARE(configChanges("CONFIG_A=y\n", "CONFIG_A=" + value + '\n').value().first().after, value);
}

void TestBuildText::lostOptionsAreNamed()
{
    const auto config = Kconfig::parse("CONFIG_A=y\nCONFIG_B=m\n# CONFIG_C is not set\n", {});
    const QStringList required{text("CONFIG_A"), text("B"), text("CONFIG_C"), text("CONFIG_D")};
    QCOMPARE(config->lost(required), QStringList({text("CONFIG_B"), text("CONFIG_C"), text("CONFIG_D")}));
}

void TestBuildText::noConfigIsRefusedWithItsLine()
{
    const auto program = Kconfig::parse("CONFIG_A=y\n#include <stdio.h>\nint main(void)\n", text("repro.c"));
    QVERIFY(!program);
    QVERIFY(program.error().message.contains("repro.c"));
    QVERIFY(program.error().message.contains("line 3"));
    QVERIFY(!Kconfig::parse("# nothing\n", text("empty")));
    QVERIFY(!Kconfig::parse(QByteArray("\0\1\2", 3), text("binary")));
}

void TestBuildText::causeOfFailure_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("compiler")
        << QByteArray(
               "  CC      kernel/fork.o\n../kernel/fork.c: In function \xe2\x80\x98"
               "f\xe2\x80\x99:\n"
               "../kernel/fork.c:3:1: warning: invalid something\n"
               "../kernel/fork.c:12:5: error: expected \xe2\x80\x98;\xe2\x80\x99 before \xe2\x80\x98}\xe2\x80\x99\n"
               "make[3]: *** [../scripts/Makefile.build:229: kernel/fork.o] Error 1\n")
        << QByteArray("kernel/fork.c:12:5: error: expected ';' before '}'") << QByteArray("kernel/fork.c");
    QTest::newRow("absolute paths")
        << QByteArray("/cache/slot/source/mm/slab.c:1:10: fatal error: linux/x.h: No such file or directory\n")
        << QByteArray("mm/slab.c:1:10: fatal error: linux/x.h: No such file or directory") << QByteArray("mm/slab.c");
    QTest::newRow("linker")
        << QByteArray("ld: kernel/fork.o: in function `copy':\nfork.c:(.text+0x1f): undefined reference to `gone'\n")
        << QByteArray("fork.c:(.text+0x1f): undefined reference to `gone'") << QByteArray("kernel/fork.c");
    QTest::newRow("linked twice")
        << QByteArray("ld: fs/b.o:(.bss+0x0): multiple definition of `x'; fs/a.o:(.bss+0x0): first defined here\n")
        << QByteArray("ld: fs/b.o:(.bss+0x0): multiple definition of `x'; fs/a.o:(.bss+0x0): first defined here")
        << QByteArray("fs/b.c");
    QTest::newRow("no rule")
        << QByteArray("make[1]: *** No rule to make target 'drivers/net/gone.o', needed by 'all'.  Stop.\n")
        << QByteArray("make[1]: *** No rule to make target 'drivers/net/gone.o', needed by 'all'.  Stop.")
        << QByteArray("drivers/net/gone.c");
    QTest::newRow("Kconfig")
        << QByteArray("init/Kconfig:12: syntax error\ninit/Kconfig:11:warning: ignoring unsupported character\n")
        << QByteArray("init/Kconfig:12: syntax error") << QByteArray("init/Kconfig");
    QTest::newRow("modpost") << QByteArray("ERROR: modpost: \"gone\" [drivers/x.ko] undefined!\n")
                             << QByteArray("ERROR: modpost: \"gone\" [drivers/x.ko] undefined!") << QByteArray();
    QTest::newRow("strong before weak") << QByteArray(
                                               "collect2: ld returned 1 exit status\nld.lld: error: b.c is wrong\n")
                                        << QByteArray("ld.lld: error: b.c is wrong") << QByteArray("b.c");
    QTest::newRow("only make's word") << QByteArray("checking\nmake: *** [Makefile:3: all] Error 1\n")
                                      << QByteArray("make: *** [Makefile:3: all] Error 1") << QByteArray("Makefile");
    QTest::newRow("colours") << QByteArray(
                                    "\x1b[01m\x1b[Ka.c:1:1:\x1b[m\x1b[K \x1b[01;31m\x1b[Kerror: \x1b[m\x1b[Kno\n")
                             << QByteArray("a.c:1:1: error: no") << QByteArray("a.c");
    QTest::newRow("nothing") << QByteArray("  CC      a.o\na.c:1:1: warning: this is wrong\n") << QByteArray()
                             << QByteArray();
}

void TestBuildText::causeOfFailure()
{
    QFETCH(const QByteArray, log);
    const BuildCause cause = findBuildCause(log.toStdString(), {"/cache/slot/source"});
    QTEST(QByteArray::fromStdString(cause.message), "message");
    QTEST(QByteArray::fromStdString(cause.file), "file");
    QVERIFY(!cause.outside);
}

void TestBuildText::causeOutside_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("full disk")
        << QByteArray(
               "/tmp/ccX.s: Fatal error: can't write 8 bytes to section .text of a.o: 'No space left on device'\n")
        << QByteArray("disk is full");
    QTest::newRow("killed") << QByteArray("gcc: fatal error: Killed signal terminated program cc1\n")
                            << QByteArray("memory");
    QTest::newRow("lone killed") << QByteArray("  LD      vmlinux\nKilled\n") << QByteArray("memory");
    QTest::newRow("killed by make's word")
        << QByteArray("make[2]: *** [scripts/Makefile.vmlinux:34: vmlinux] Killed\n") << QByteArray("memory");
    QTest::newRow("flex") << QByteArray("/bin/sh: 1: flex: not found\n") << QByteArray("apt install flex");
    QTest::newRow("bash") << QByteArray("/bin/sh: line 1: bc: command not found\n") << QByteArray("apt install bc");
    QTest::newRow("gcc by make") << QByteArray("make[2]: gcc: No such file or directory\n")
                                 << QByteArray("apt install gcc");
    QTest::newRow("header") << QByteArray("tools/objtool/elf.h:10:10: fatal error: gelf.h: No such file or directory\n")
                            << QByteArray("libelf-dev");
    QTest::newRow("openssl")
        << QByteArray("certs/extract-cert.c:21:10: fatal error: openssl/bio.h: No such file or directory\n")
        << QByteArray("libssl-dev");
}

void TestBuildText::causeOutside()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, part);
    const BuildCause cause = findBuildCause(log.toStdString());
    QVERIFY(cause.outside);
    QVERIFY2(QByteArray::fromStdString(cause.message).contains(part), cause.message.c_str());
    // A script of the tree that is missing is the tree's fault.
    QVERIFY(!findBuildCause("/bin/sh: 1: ./scripts/gone.sh: not found\n").outside);
}

void TestBuildText::hostileLogsAreBounded()
{
    std::string log(3'000'000, 'a');
    log += ": error: ";
    log += std::string("\0\xff\x1b[", 4);
    for (int i = 0; i < 1000; ++i) {
        log += "\nx" + std::to_string(i) + ".c:1: error: \x01\x02";
    }
    const BuildCause cause = findBuildCause(log);
    QCOMPARE(cause.lines.size(), 20U);
    QCOMPARE(cause.message, "x0.c:1: error: ");
}

void TestBuildText::percentFollowsTheEarlierBuild()
{
    ProgressMeter first;
    QByteArray log;
    for (int i = 0; i < 10; ++i) {
        log += "  CC      kernel/f" + QByteArray::number(i) + ".o\n";
    }
    first.add(log);
    QVERIFY(!first.percent());

    ProgressMeter second(first.record());
    second.add("  CC      kernel/f4");
    QVERIFY(!second.percent());
    second.add(".o\n");
    QCOMPARE(second.percent(), 50);
    second.add("  CC      kernel/f2.o\n  CC      kernel/new.o\n");
    QCOMPARE(second.percent(), 50);
    second.add("  CC      kernel/f9.o\n");
    QCOMPARE(second.percent(), 99);
}

void TestBuildText::recordKeepsOrderOfNewLines()
{
    ProgressMeter meter("a\nb\nc\n");
    meter.add("start\nb\nx\ny\nc\nx\n");
    QCOMPARE(meter.record(), "start\na\nb\nx\ny\nc\n");
}

void TestBuildText::targetIsNamed()
{
    ProgressMeter meter;
    meter.add("make[1]: Entering directory '/x'\n");
    QCOMPARE(meter.current(), QString());
    meter.add("  CC      kernel/fork.o\n");
    QCOMPARE(meter.current(), text("kernel/fork.o"));
    meter.add("  LD [M]  drivers/x.ko\n");
    QCOMPARE(meter.current(), text("drivers/x.ko"));
    meter.add("gcc -O2 -c -o /o/mm/slab.o mm/slab.c\n");
    QCOMPARE(meter.current(), text("mm/slab.c"));
}

QTEST_GUILESS_MAIN(TestBuildText)
#include "test_buildtext.moc"
