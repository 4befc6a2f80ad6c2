// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/symbolizer.h"
#include "smallkernel.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <format>

using namespace Qt::StringLiterals;
using culprit::crash::DebugFiles;
using culprit::crash::Symbolized;
using culprit::crash::Symbolizer;
using culprit::test::ListedFunction;
using culprit::test::runTool;
using culprit::test::SmallKernel;
using Outcome = culprit::crash::Symbolized::Outcome;

class TestSymbolizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void marksInlinedFunctionsAboveTheirCaller();
    void looksAtTheCallBeforeAReturnAddress_data();
    void looksAtTheCallBeforeAReturnAddress();
    void keepsTheRestOfALine_data();
    void keepsTheRestOfALine();
    void resolvesModules();
    void namesFilesRelativeToTheTree();
    void tellsWhereTheReportBegins();
    void refusesAKernelOfAnotherBuild();
    void goesOnAfterOneFunctionThatDoesNotFit();
    void statesWhatIsMissing();
    void keepsAnyText();

private:
    [[nodiscard]] std::string place(const std::string &name, std::uint64_t offset) const;
    [[nodiscard]] std::string atCall(const std::string &caller, const QByteArray &callee) const;
    [[nodiscard]] Symbolized symbolize(const std::string &report);

    SmallKernel m_tree;
    QString m_vmlinux;
    std::map<std::string, ListedFunction> m_functions;
};

void TestSymbolizer::initTestCase()
{
    m_vmlinux = m_tree.build(u"vmlinux"_s);
    m_functions = SmallKernel::functions(m_vmlinux);
}

std::string TestSymbolizer::place(const std::string &name, std::uint64_t offset) const
{
    return std::format("{}+{:#x}/{:#x}", name, offset, m_functions.at(name).size);
}

/// The place to which the first call of a function from another returns.
std::string TestSymbolizer::atCall(const std::string &caller, const QByteArray &callee) const
{
    const ListedFunction function = m_functions.at(caller);
    bool called = false;
    for (const QByteArray &line : runTool(u"objdump"_s, {u"-d"_s, u"--no-show-raw-insn"_s, m_vmlinux}).split('\n')) {
        const quint64 address = line.left(line.indexOf(':')).trimmed().toULongLong(nullptr, 16);
        if (called) {
            return place(caller, address - function.address);
        }
        called = address >= function.address && address < function.address + function.size && line.contains("call") &&
                 line.contains('<' + callee + '>');
    }
    qFatal("no call");
}

Symbolized TestSymbolizer::symbolize(const std::string &report)
{
    return Symbolizer({.vmlinux = m_vmlinux.toStdString()}).symbolize(report);
}

void TestSymbolizer::marksInlinedFunctionsAboveTheirCaller()
{
    const std::string frame = atCall("boom.cold", "complain");
    const Symbolized result = symbolize("Call Trace:\n ? " + frame + "\n </TASK>\n");
    QCOMPARE(result.outcome, Outcome::Done);
    QCOMPARE(result.places, 1);
    QCOMPARE(result.resolved, 1);
    QCOMPARE(result.text, "Call Trace:\n"
                          " ? take include/item.h:12 [inline]\n"
                          " ? sum_of include/item.h:20 [inline]\n"
                          " ? " +
                              frame + " kernel/core.c:19\n </TASK>\n");
    QVERIFY(result.notes.empty());
}

void TestSymbolizer::looksAtTheCallBeforeAReturnAddress_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char *name, const QByteArray &before, bool exact, const QByteArray &after = {}) {
        QTest::newRow(name) << before << after << exact;
    };
    row("frame", " ", false);
    row("unsure frame", " ? ", false);
    row("frame with address", " [<ffffffff81234567>] ", false);
    row("header", "BUG: KASAN: use-after-free in ", false, " at addr 0");
    row("lock", " #0: 00000000 (lock){+.+.}, at: ", false);
    row("x86", "RIP: 0010:", true);
    row("x86 with addresses", "RIP: 0010:[<ffffffff81234567>]  [<ffffffff81234567>] ", true);
    row("x86, 32 bits", "EIP: ", true);
    row("x86, old", "IP: [<ffffffff81234567>] ", true);
    row("arm64", "pc : ", true);
    row("arm64 caller", "lr : ", false);
    row("arm64 exception", " ", true, " (P)");
    row("arm", "PC is at ", true);
    row("arm caller", "LR is at ", false);
    row("riscv", "epc : ", true);
    row("riscv caller", " ra : ", false);
    row("powerpc", "NIP [c000000000123456] ", true);
    row("powerpc caller", "LR [c000000000123456] ", false);
    row("mips", "epc   : 80123456 ", true);
    row("loongarch", "  ERA: 9000000000123456 ", true);
    row("s390", "Krnl PSW : 0704c00180000000 0000000000123456 (", true, ")");
    row("warning", "WARNING: CPU: 0 PID: 12 at kernel/core.c:25 ", true);
}

void TestSymbolizer::looksAtTheCallBeforeAReturnAddress()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(bool, exact);
    // entry_start has the lines of an assembler file, one for each instruction of one byte.
    m_tree.write(u"arch/entry.s"_s,
                 ".text\n.globl entry\n.type entry,@function\nentry:\nnop\nnop\nnop\nret\n.size entry,.-entry\n");
    static const QString vmlinux =
        m_tree.build(u"with-entry"_s, {u"-gdwarf-5"_s, u"-Wa,-gdwarf-5"_s, u"arch/entry.s"_s});
    Symbolizer symbolizer({.vmlinux = vmlinux.toStdString()});
    const std::string line = before.toStdString() + "entry+0x2/0x4";
    const Symbolized result = symbolizer.symbolize(line + after.toStdString());
    QCOMPARE(result.text, line + (exact ? " arch/entry.s:7" : " arch/entry.s:6") + after.toStdString());
}

void TestSymbolizer::keepsTheRestOfALine_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("parentheses") << u" [<80123456>] (caller) from [<80123456>] ("_s << u")"_s;
    QTest::newRow("registers") << u"RIP: 0010:"_s << u" RSP: ffff88000"_s;
    QTest::newRow("flags") << u" "_s << u" fs/x (unreliable)"_s;
    QTest::newRow("carriage return") << u" "_s << u"\r"_s;
}

void TestSymbolizer::keepsTheRestOfALine()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const std::string frame = place("lookup", 1);
    const Symbolized result = symbolize((before + QString::fromStdString(frame) + after).toStdString());
    QCOMPARE(QString::fromStdString(result.text),
             before + QString::fromStdString(frame) + u" kernel/core.c:6"_s + after);
}

void TestSymbolizer::resolvesModules()
{
    const QString module = m_tree.buildModule();
    const std::string id = SmallKernel::buildId(module).toStdString();
    const auto functions = SmallKernel::functions(module);
    const std::string join = std::format("wifi_join+{0:#x}/{0:#x}", functions.at("wifi_join").size);
    const std::string frame = " " + join + " [wifi_fun " + id + "]\n";
    const std::string resolved = " " + join + " net/wifi.c:9 [wifi_fun]\n";

    Symbolizer byFolder({.vmlinux = m_vmlinux.toStdString(), .moduleFolders = {m_tree.folder().toStdString()}});
    QCOMPARE(byFolder.symbolize(frame).text, resolved);
    Symbolizer byName({.vmlinux = m_vmlinux.toStdString(), .modules = {{"wifi_fun", module.toStdString()}}});
    QCOMPARE(byName.symbolize(frame).text, resolved);
    QCOMPARE(byName.symbolize(" " + join + " [wifi_fun]\n").text, resolved);
    // An inlined function of another section than the first.
    const std::string scan =
        std::format("scan+{:#x}/{:#x}", functions.at("scan").size * 2 / 3, functions.at("scan").size);
    QVERIFY(byName.symbolize(" " + scan + " [wifi_fun]\n").text.contains(" sum_of include/item.h:"));

    std::string otherId = id;
    otherId[0] = otherId[0] == '0' ? '1' : '0';
    const Symbolized other = byName.symbolize(" " + join + " [wifi_fun " + otherId + "]\n");
    QCOMPARE(other.text, " " + join + " [wifi_fun]\n");
    QCOMPARE(other.notes.size(), 1);
    QVERIFY(other.notes[0].contains("another build"));

    const Symbolized missing = byName.symbolize(" " + join + " [ext4 " + id + "]\n");
    QCOMPARE(missing.text, " " + join + " [ext4]\n");
    QCOMPARE(missing.resolved, 0);
    QVERIFY(missing.notes[0].contains("ext4.ko"));
}

void TestSymbolizer::namesFilesRelativeToTheTree()
{
    // A build in another folder names its sources by absolute paths; init/main.c tells where the tree is.
    m_tree.write(u"init/main.c"_s, "long start_kernel(long a) { return a * 3; }\n");
    QDir(m_tree.folder()).mkpath(u"out"_s);
    runTool(u"gcc"_s,
            {u"-O2"_s, u"-g"_s, u"-nostdlib"_s, u"-static"_s, u"-I"_s + m_tree.folder(), u"-o"_s, u"vmlinux"_s,
             m_tree.folder() + u"/kernel/core.c"_s, m_tree.folder() + u"/init/main.c"_s},
            m_tree.folder() + u"/out"_s);
    const QString vmlinux = m_tree.folder() + u"/out/vmlinux"_s;
    const auto functions = SmallKernel::functions(vmlinux);
    const std::string start = std::format(" start_kernel+0x1/{:#x}", functions.at("start_kernel").size);
    Symbolizer found({.vmlinux = vmlinux.toStdString()});
    QCOMPARE(found.symbolize(start).text, start + " init/main.c:1");
    Symbolizer given({.vmlinux = vmlinux.toStdString(), .sourceFolder = (m_tree.folder() + u"/init/"_s).toStdString()});
    QCOMPARE(given.symbolize(start).text, start + " main.c:1");
}

void TestSymbolizer::tellsWhereTheReportBegins()
{
    const std::string before = "noise\n " + place("lookup", 1) + "\n";
    const std::string after = "BUG: x\n " + place("lookup", 1) + "\n";
    const Symbolized result = Symbolizer({.vmlinux = m_vmlinux.toStdString()}).symbolize(before + after, before.size());
    QCOMPARE(result.text.substr(result.prefix, 6), std::string("BUG: x"));
    QCOMPARE(symbolize(before + after).prefix, 0);
}

void TestSymbolizer::refusesAKernelOfAnotherBuild()
{
    const std::string frames = " " + place("lookup", 1) + "\n " + place("boom", 1) + "\n";
    const std::string cpu = "CPU: 0 UID: 0 PID: 1 Comm: init Not tainted 6.12.0 #1 ";
    const std::string own = SmallKernel::buildId(m_vmlinux).toStdString();
    const Symbolized same = symbolize(cpu + own + "\n" + frames);
    QCOMPARE(same.outcome, Outcome::Done);
    QCOMPARE(same.resolved, 2);

    const Symbolized otherId = symbolize(cpu + std::string(40, 'a') + "\n" + frames);
    QCOMPARE(otherId.outcome, Outcome::OtherBuild);
    QCOMPARE(otherId.text, cpu + std::string(40, 'a') + "\n" + frames);
    QCOMPARE(otherId.notes.size(), 1);
    QVERIFY(otherId.notes[0].contains("another build") && otherId.notes[0].contains("aaaaaaaaaaaa"));

    const std::string otherSizes = " lookup+0x1/0x7777\n boom+0x1/0x8888\n " + place("complain", 1) + "\n";
    const Symbolized other = symbolize(otherSizes);
    QCOMPARE(other.outcome, Outcome::OtherBuild);
    QCOMPARE(other.text, otherSizes);
    QVERIFY(other.notes[0].contains("another build"));
}

void TestSymbolizer::goesOnAfterOneFunctionThatDoesNotFit()
{
    std::string report;
    for (const auto &[name, function] : m_functions) {
        report += " " + name + std::format("+0x1/{:#x}\n", function.size);
    }
    const std::string odd = " lookup+0x1/0x7777\n";
    const std::string beyond = " boom+0x7777/" + std::format("{:#x}\n", m_functions.at("boom").size);
    const std::string program = " bpf_prog_6deef7357e7b4530+0x10/0x40\n";
    const Symbolized result = symbolize(report + odd + beyond + program);
    QCOMPARE(result.outcome, Outcome::Done);
    QVERIFY(result.text.ends_with("\n" + odd + beyond + program));
    QCOMPARE(result.places, m_functions.size() + 3);
    QCOMPARE(result.notes.size(), 1);
    QVERIFY(result.notes[0].contains("lookup"));
}

void TestSymbolizer::statesWhatIsMissing()
{
    const std::string report = " " + place("lookup", 1) + "\n foo+0x1/0x2 [mod 0123456789abcdef]\n";
    const std::string plain = " " + place("lookup", 1) + "\n foo+0x1/0x2 [mod]\n";
    Symbolizer gone({.vmlinux = "/nowhere/vmlinux"});
    QCOMPARE(gone.symbolize(report).outcome, Outcome::NoKernel);
    QCOMPARE(gone.symbolize(report).text, plain);
    QVERIFY(gone.symbolize(report).notes.at(0).contains("/nowhere/vmlinux"));

    const QString bare = m_tree.build(u"bare"_s, {u"-g0"_s});
    Symbolizer withoutDebug({.vmlinux = bare.toStdString()});
    QCOMPARE(withoutDebug.symbolize(report).outcome, Outcome::NoDebugInformation);
    QVERIFY(withoutDebug.symbolize(report).notes.at(0).contains("CONFIG_DEBUG_INFO"));

    QCOMPARE(symbolize("").outcome, Outcome::NothingToDo);
    QCOMPARE(symbolize("BUG: x\n").outcome, Outcome::NothingToDo);
    QCOMPARE(symbolize("BUG: x\n").text, std::string("BUG: x\n"));
}

void TestSymbolizer::keepsAnyText()
{
    const std::string endless = std::string(3'000'000, 'x') + " " + place("lookup", 1);
    const std::string zeros("a\0b+0x\n+0x1/0x2\nfoo+0x1/\nfoo+0xfffffffffffffffff/0x1\n\n\n", 50);
    for (const std::string &text : {endless, zeros, std::string("\xff\xfe+0x1/0x1\n"), std::string("\n")}) {
        QCOMPARE(symbolize(text).text, text);
    }
    const std::string done = " boom+0x1/0x2 kernel/core.c:3\n boom+0x1/0x2 [m] kernel/core.c:3\n";
    QCOMPARE(symbolize(done).resolved, 0);
    QCOMPARE(symbolize(done).text, done);
}

QTEST_GUILESS_MAIN(TestSymbolizer)

#include "test_symbolizer.moc"
