// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/toolchain.h"
#include "playedcompiler.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::kernel;
using Family = Toolchain::Family;

namespace
{

Toolchain compiler(const char *command, int version, Family family = Family::Gcc, const char *crossPrefix = "")
{
    return {.family = family,
            .command = text(command),
            .crossPrefix = text(crossPrefix),
            .version = version,
            .name = text(command),
            .llvm = false};
}

} // namespace

class TestToolchain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realCompilersAreFound();
    void everyKindOfNameIsFound();
    void chosenByName_data();
    void chosenByName();
    void familyThatIsMissingIsAnError();
    void makeIsToldOnce();
    void tablesEndWithoutBounds();
};

void TestToolchain::realCompilersAreFound()
{
    const QList<Toolchain> installed = installedToolchains();
    const auto gcc = std::ranges::find(installed, text("gcc"), &Toolchain::command);
    QVERIFY(gcc != installed.end());
    const QByteArray dumped = runTool(text("gcc"), {text("-dumpversion")}).trimmed();
    QCOMPARE(gcc->version, dumped.split('.').first().toInt());
    const QByteArray version = runTool(text("gcc"), {text("--version")}).split('\n').first();
    const QByteArray linker = runTool(text("ld"), {text("--version")}).split('\n').first();
    QCOMPARE(gcc->name, QString::fromUtf8(version + ", " + linker));
    QCOMPARE(gcc->family, Family::Gcc);
    QVERIFY(gcc->crossPrefix.isEmpty());
    QVERIFY(!gcc->llvm);
}

void TestToolchain::everyKindOfNameIsFound()
{
    const QTemporaryDir folder;
    playCompiler(folder.path(), text("gcc-8"), text("gcc-8 (Debian 8.4.0-7) 8.4.0"));
    playCompiler(folder.path(), text("x86_64-linux-gcc"), text("x86_64-linux-gcc (GCC) 7.5.0"));
    playCompiler(folder.path(), text("clang-9"), text("Debian clang version 9.0.1-20 (tags/x)"));
    playCompiler(folder.path(), text("mips-linux-gnu-gcc-8"), text("mips-linux-gnu-gcc-8 (Debian) 8.4.0"),
                 text("mips-linux-gnu"));
    playCompiler(folder.path(), text("c99-gcc"), text("gcc (Wrapper) 8.4.0"));
    playCompiler(folder.path(), text("gcc-ar-8"), text("GNU ar (GNU Binutils) 2.44"));
    playCompiler(folder.path(), text("gcc-6"), text("no version at all"));
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", folder.path().toLocal8Bit() + ':' + before);
    const QList<Toolchain> installed = installedToolchains();
    qputenv("PATH", before);
    const auto versionOf = [&](const char *command) {
        const auto found = std::ranges::find(installed, text(command), &Toolchain::command);
        return found == installed.end() ? 0 : found->version;
    };
    QCOMPARE(versionOf("gcc-8"), 8);
    QCOMPARE(versionOf("x86_64-linux-gcc"), 7);
    QCOMPARE(versionOf("clang-9"), 9);
    QCOMPARE(versionOf("mips-linux-gnu-gcc-8"), 0);
    QCOMPARE(versionOf("c99-gcc"), 0);
    QCOMPARE(versionOf("gcc-ar-8"), 0);
    QCOMPARE(versionOf("gcc-6"), 0);
    QVERIFY(installed.first().crossPrefix.isEmpty());
    const auto cross = std::ranges::find(installed, text("x86_64-linux-gcc"), &Toolchain::command);
    QCOMPARE(cross->crossPrefix, text("x86_64-linux-"));
    const auto clang = std::ranges::find(installed, text("clang-9"), &Toolchain::command);
    QCOMPARE(clang->family, Family::Clang);
    QVERIFY2(clang->name.startsWith(text("Debian clang version 9.0.1-20 (tags/x), GNU ld")), qPrintable(clang->name));
}

void TestToolchain::chosenByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("noted");
    const auto row = [](const char *name, const char *command, bool noted) {
        QTest::newRow(name) << text(name) << text(command) << noted;
    };
    row("gcc", "gcc", false);
    row("gcc-8", "gcc-8", false);
    row("gcc-14", "gcc", false);
    row("gcc-7", "x86_64-linux-gcc", false);
    row("gcc-9", "gcc-11", true);
    row("gcc-5", "x86_64-linux-gcc", true);
    row("gcc-15", "gcc", true);
    row("clang-15", "clang-19", true);
    row("clang-20", "clang-19", true);
    row("clang", "clang-19", true);
    row("aarch64-linux-gnu-gcc-8", "gcc-8", true);
}

void TestToolchain::chosenByName()
{
    QFETCH(QString, name);
    QFETCH(QString, command);
    QFETCH(bool, noted);
    const QList<Toolchain> installed{compiler("gcc", 14), compiler("gcc-11", 11), compiler("gcc-8", 8),
                                     compiler("clang-19", 19, Family::Clang),
                                     compiler("x86_64-linux-gcc", 7, Family::Gcc, "x86_64-linux-")};
    const auto choice = chooseToolchain(name, installed);
    QVERIFY2(choice.has_value(), choice ? "" : choice.error().message.c_str());
    QCOMPARE(choice->toolchain.command, command);
    QCOMPARE(!choice->note.isEmpty(), noted);
    if (noted) {
        QVERIFY2(choice->note.startsWith(name + text(" is not installed, ") + command), qPrintable(choice->note));
        QVERIFY2(choice->note.contains(text("apt install ") + name), qPrintable(choice->note));
    }
}

void TestToolchain::familyThatIsMissingIsAnError()
{
    const auto choice = chooseToolchain(text("clang-15"), {compiler("gcc", 14)});
    QVERIFY(!choice.has_value());
    QVERIFY(choice.error().message.contains("clang-15 is not installed"));
    QVERIFY(choice.error().message.contains("apt install clang-15"));
}

void TestToolchain::makeIsToldOnce()
{
    QCOMPARE(makeVariables(compiler("gcc-8", 8), {}), (QStringList{text("CC=gcc-8"), text("HOSTCC=gcc-8")}));
    QCOMPARE(makeVariables(compiler("gcc-8", 8), text("ccache")),
             (QStringList{text("CC=ccache gcc-8"), text("HOSTCC=ccache gcc-8")}));
    QCOMPARE(makeVariables(compiler("x86_64-none-gcc", 7, Family::Gcc, "x86_64-none-"), {}),
             (QStringList{text("CC=x86_64-none-gcc"), text("HOSTCC=gcc")}));
    Toolchain clang = compiler("clang-19", 19, Family::Clang);
    QCOMPARE(makeVariables(clang, {}), (QStringList{text("CC=clang-19"), text("HOSTCC=clang-19")}));
    clang.llvm = true;
    QCOMPARE(makeVariables(clang, {}).last(), text("LLVM=-19"));
    clang.command = text("clang");
    QCOMPARE(makeVariables(clang, {}).last(), text("LLVM=1"));
}

void TestToolchain::tablesEndWithoutBounds()
{
    for (const QList<ToolchainRule> &rules : {gccOfReleases(), clangOfReleases()}) {
        QVERIFY(rules.last().stretch == history::Stretch());
        QVERIFY(std::ranges::all_of(rules.first(rules.size() - 1), [](const ToolchainRule &rule) {
            return !rule.stretch.from.empty() && rule.stretch.until.empty();
        }));
    }
}

QTEST_GUILESS_MAIN(TestToolchain)
#include "test_toolchain.moc"
