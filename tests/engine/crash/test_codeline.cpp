// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/codeline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace culprit::crash;

class TestCodeLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheKernelsOwnCode();
    void readsEachArchitecture_data();
    void readsEachArchitecture();
    void ignoresWhatIsNoCode_data();
    void ignoresWhatIsNoCode();
    void disassemblesFromTheFirstOffsetThatFits();
    void disassemblesEachArchitecture_data();
    void disassemblesEachArchitecture();
};

void TestCodeLine::findsTheKernelsOwnCode()
{
    const auto code = findMachineCode("BUG: x\n"
                                      "RIP: 0010:f+0x1/0x2 fs/a.c:1\nCode: 90 <0f> 0b 90\n"
                                      "RIP: 0033:0x7f0000000000\nCode: 90 <c3>\n"
                                      "RIP: 0010:g+0x1/0x2\nCode: 55 48 89 e5 <48> 8b 07 5d\r\n"
                                      "RIP: 0010:h+0x1/0x2\nCode: 90 <90>\n");
    QVERIFY(code);
    QVERIFY(*code == (MachineCode{Architecture::X86_64, {0x55, 0x48, 0x89, 0xe5, 0x48, 0x8b, 0x07, 0x5d}, 4, 1}));
    const std::string before = "Code: <90>\n";
    QCOMPARE(findMachineCode(before + "BUG: x\nCode: 90 <c3>\n", before.size())->marked, 1);
}

void TestCodeLine::readsEachArchitecture_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<int>("architecture");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("marked");
    const auto row = [](const char *name, const QByteArray &report, Architecture architecture, const QByteArray &bytes,
                        int marked) { QTest::newRow(name) << report << int(architecture) << bytes << marked; };
    row("x86", "RIP: 0010:f+0x1/0x2\nCode: 90 <8b> 07", Architecture::X86_64, "908b07", 1);
    row("x86, 32 bits", "EIP: f+0x1/0x2\nCode: 90 <8b> 07", Architecture::X86_32, "908b07", 1);
    row("arm64", "pc : f+0x1/0x2\nCode: d503201f f9400000 (f9400001)", Architecture::Arm64, "1f2003d5000040f9010040f9",
        8);
    row("arm", "PC is at f+0x1/0x2\nCode: e1a0a000 (e5990000) ", Architecture::Arm, "00a0a0e1000099e5", 4);
    row("riscv", "epc : f+0x1/0x2\nCode: 8082 (6108)", Architecture::RiscV64, "82800861", 2);
}

void TestCodeLine::readsEachArchitecture()
{
    QFETCH(QByteArray, report);
    QFETCH(int, architecture);
    QFETCH(QByteArray, bytes);
    QFETCH(int, marked);
    const auto code = findMachineCode({report.constData(), std::size_t(report.size())});
    QVERIFY(code);
    QCOMPARE(int(code->architecture), architecture);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(code->bytes.data()), qsizetype(code->bytes.size())).toHex(),
             bytes);
    QCOMPARE(int(code->marked), marked);
}

void TestCodeLine::ignoresWhatIsNoCode_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray(
        "Code: Unable to access opcode bytes at 0x7f7ace38e8ff.\nCode: Bad RIP value.\n");
    QTest::newRow("no mark") << QByteArray("Code: 90 90 90\nCode: \nCode: <>\nCode: <zz>\n");
    QTest::newRow("other word") << QByteArray("ErrCode: 90 <90>\n");
    QTest::newRow("traps") << QByteArray("Code: 90 <0f> 0b\nCode: d503201f (d4210000)\nCode: 8082 (9002)\n");
    QTest::newRow("user space") << QByteArray("RIP: 0033:0x1234\nCode: 90 <90>\n");
    QTest::newRow("hung task") << QByteArray("INFO: task a:1 blocked for more than 143 seconds.\nCode: 90 <90>\n");
    QTest::newRow("stall") << QByteArray("rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:\nCode: 90 <90>\n");
    QTest::newRow("lockup") << QByteArray("watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [a:1]\nCode: 90 <90>\n");
}

void TestCodeLine::ignoresWhatIsNoCode()
{
    QFETCH(QByteArray, report);
    QVERIFY(!findMachineCode({report.constData(), std::size_t(report.size())}));
}

void TestCodeLine::disassemblesFromTheFirstOffsetThatFits()
{
    if (!hasDisassembler()) {
        QSKIP("Built without capstone.");
    }
    // From 0 the first instruction would swallow the marked byte: b8 is a mov of four bytes more.
    const auto late = findMachineCode("BUG: x\nCode: b8 00 90 <48> 8b 07 c3");
    const std::string text = disassemble(*late);
    QVERIFY2(text.contains("*   3: 48 8b 07 "), text.c_str());
    QVERIFY2(text.contains("movq (%rdi), %rax <-- at fault\n"), text.c_str());
    QVERIFY2(text.starts_with("    1: 00 90 48") == false, text.c_str());
    // 06 is no instruction of 64 bits.
    QVERIFY(disassemble(*findMachineCode("BUG: x\nCode: 90 06 <90>")).starts_with("*   2: 90"));
    // No offset fits.
    QVERIFY(disassemble(*findMachineCode("BUG: x\nCode: 90 90 <06> 90")).empty());
    QVERIFY(disassemble(MachineCode{Architecture::X86_64, {}, 0, 1}).empty());
}

void TestCodeLine::disassemblesEachArchitecture_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QByteArray>("instruction");
    QTest::newRow("x86, 32 bits") << QByteArray("EIP: f\nCode: 06 <8b> 07") << QByteArray("movl (%edi), %eax");
    QTest::newRow("arm64") << QByteArray("Code: d503201f (f9400001)") << QByteArray("ldr x1, [x0]");
    QTest::newRow("arm") << QByteArray("PC is at f\nCode: e1a0a000 (e5990000)") << QByteArray("ldr r0, [sb]");
    QTest::newRow("riscv") << QByteArray("Code: 8082 (6108)") << QByteArray("c.ld a0, 0(a0)");
}

void TestCodeLine::disassemblesEachArchitecture()
{
    if (!hasDisassembler()) {
        QSKIP("Built without capstone.");
    }
    QFETCH(QByteArray, report);
    QFETCH(QByteArray, instruction);
    const std::string text = disassemble(*findMachineCode({report.constData(), std::size_t(report.size())}));
    QVERIFY2(text.contains(instruction.toStdString() + " <-- at fault"), text.c_str());
}

QTEST_GUILESS_MAIN(TestCodeLine)

#include "test_codeline.moc"
