// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/maskedsignature.h"
#include "engine/kernel/signature.h"
#include "engine/kernel/x86instruction.h"
#include "minitree.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace culprit;
using namespace culprit::kernel;

namespace
{

/// A kernel's WARN as x86 has it: ud2, and the line beside its address in a table.
const QByteArray Warn = "#define WARN() __asm__ volatile(\"1: ud2\\n\" \\\n"
                        "\".pushsection __bug_table,\\\"aw\\\"\\n2: .long 1b - .\\n.long 0f - .\\n\" \\\n"
                        "\".word %c0\\n.word 0\\n.org 2b+12\\n.popsection\\n\" \\\n"
                        "\".pushsection .rodata\\n0: .string \\\"a.c\\\"\\n.popsection\" : : \"i\"(__LINE__))\n";

struct Signatures {
    QByteArray real;
    QByteArray masked;
};

} // namespace

class TestMaskedSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftedLineIsMasked_data();
    void shiftedLineIsMasked();
    void otherChangesAreSeen_data();
    void otherChangesAreSeen();
    void linesOfBugTableAreMasked();
    void unlinkedKernelIsMaskedToo();
    void othersAreRefused();
    void damagedFilesGiveErrors();
    void decoderFindsTheInstructionsOfObjdump_data();
    void decoderFindsTheInstructionsOfObjdump();
    void decoderEndsWithItsBytes();
    void largeFilesTakeLittleTime();

private:
    QString compile(const QByteArray &source, const QStringList &options = {});
    Signatures sign(const QByteArray &source, const QStringList &options = {});
    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestMaskedSignature::compile(const QByteArray &source, const QStringList &options)
{
    const QString base = m_folder.filePath(QString::number(++m_files));
    writeFile(m_folder.filePath(text("a.c")), source);
    runTool(
        text("gcc"),
        QStringList{text("-O1"), text("-nostdlib"), text("-static"), text("-Wl,-e,f"), text("-o"), base, text("a.c")} +
            options,
        m_folder.path());
    return base;
}

Signatures TestMaskedSignature::sign(const QByteArray &source, const QStringList &options)
{
    const QString path = compile(source, options);
    const auto masked = maskedSignature(path);
    if (!masked) {
        qFatal("%s", masked.error().message.c_str());
    }
    return {kernelSignature(path).value(), *masked};
}

void TestMaskedSignature::shiftedLineIsMasked_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("options");
    const QByteArray use =
        "__attribute__((noipa)) void note(int a, int b, int line) { (void)a; (void)b; (void)line; }\n";
    const QByteArray argument = use + "@int f(int n) { note(n, 0x12345, __LINE__); return n * 3; }\n";
    QTest::newRow("argument in a register") << argument << QStringList();
    QTest::newRow("argument on the stack") << argument << QStringList{text("-m32")};
    QTest::newRow("registers in 32-bit code") << argument << QStringList{text("-m32"), text("-mregparm=3")};
    QTest::newRow("stored") << use + "volatile int last;\n@int f(int n) { last = __LINE__; note(n, n, n); return n; }\n"
                            << QStringList();
}

void TestMaskedSignature::shiftedLineIsMasked()
{
    QFETCH(const QByteArray, source);
    QFETCH(const QStringList, options);
    const auto at = [&](const QByteArray &comment) { return sign(QByteArray(source).replace("@", comment), options); };
    const Signatures first = at("/* a comment */\n");
    const Signatures shifted = at("/* a longer\n * comment\n */\n");
    QVERIFY(first.real != shifted.real);
    QCOMPARE(first.masked, shifted.masked);
    QCOMPARE(first.masked.size(), 64);
    QVERIFY(first.masked != first.real);
}

void TestMaskedSignature::otherChangesAreSeen_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("constant above 65535") << QByteArray("70000") << QByteArray("70001");
    QTest::newRow("constant that becomes a line") << QByteArray("70000") << QByteArray("700");
    QTest::newRow("none becomes a line") << QByteArray("note(70000, ") << QByteArray("note(0, ");
    QTest::newRow("opcode") << QByteArray("n + 300") << QByteArray("n - 300");
    QTest::newRow("constant that is counted with") << QByteArray("n + 300") << QByteArray("n + 301");
    QTest::newRow("constant that is compared with") << QByteArray("> 500") << QByteArray("> 501");
    QTest::newRow("data") << QByteArray("word = 7") << QByteArray("word = 8");
    QTest::newRow("order of arguments") << QByteArray("70000, n") << QByteArray("n, 70000");
}

void TestMaskedSignature::otherChangesAreSeen()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const QByteArray source = "__attribute__((noipa)) void note(int a, int b, int l) { (void)a; (void)b; (void)l; }\n"
                              "int word = 7;\n"
                              "int f(int n) { note(70000, n, __LINE__); return n > 500 ? word : n + 300; }\n";
    QByteArray changed = source;
    changed.replace(from, to);
    QVERIFY(changed != source);
    QVERIFY(sign(source).masked != sign(changed).masked);
}

void TestMaskedSignature::linesOfBugTableAreMasked()
{
    const QByteArray source = Warn + "@int f(int n) { if (n > 7) WARN(); if (n < 3) WARN(); return n; }\n";
    const auto at = [&](const QByteArray &comment, const QByteArray &flags = "0") {
        return sign(QByteArray(source).replace("@", comment).replace(".word 0", ".word " + flags));
    };
    const Signatures first = at("/* a comment */\n");
    const Signatures shifted = at("/* a longer\n * comment\n */\n");
    QVERIFY(first.real != shifted.real);
    QCOMPARE(first.masked, shifted.masked);
    QVERIFY(at("/* a comment */\n", "5").masked != first.masked);
}

void TestMaskedSignature::unlinkedKernelIsMaskedToo()
{
    const QByteArray source = "void note(int);\n@int f(int n) { note(__LINE__); return n; }\n";
    const auto at = [&](const QByteArray &comment) {
        return sign(QByteArray(source).replace("@", comment), {text("-c")});
    };
    QCOMPARE(at("\n").masked, at("\n\n\n").masked);
    QVERIFY(at("\n").real != at("\n\n\n").real);
}

void TestMaskedSignature::othersAreRefused()
{
    const QString stripped = compile("int f(int n) { return n; }", {text("-s")});
    const auto refused = maskedSignature(stripped);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains("symbols"), refused.error().message.c_str());
    QByteArray bytes = readFile(compile("int f(int n) { return n; }"));
    bytes[18] = static_cast<char>(183); // e_machine: AArch64
    const QString foreign = m_folder.filePath(text("foreign"));
    writeFile(foreign, bytes);
    QVERIFY(kernelSignature(foreign));
    QVERIFY2(maskedSignature(foreign).error().message.contains("x86"), "another processor");
    QVERIFY(!maskedSignature(m_folder.filePath(text("gone"))));
}

void TestMaskedSignature::damagedFilesGiveErrors()
{
    const QByteArray good = readFile(compile(Warn + "int f(int n) { if (n) WARN(); return 77; }"));
    const QString path = m_folder.filePath(text("damaged"));
    QRandomGenerator random(11);
    for (int round = 0; round < 1000; ++round) {
        QByteArray bytes = good;
        if (round % 4 == 0) {
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        }
        for (int i = 0; i < 12 && !bytes.isEmpty(); ++i) {
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        }
        writeFile(path, bytes);
        const auto masked = maskedSignature(path);
        QVERIFY(!masked || masked->size() == 64);
    }
}

void TestMaskedSignature::decoderFindsTheInstructionsOfObjdump_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("is64Bit");
    const QString libc = QString::fromUtf8(runTool(text("gcc"), {text("-print-file-name=libc.so.6")})).trimmed();
    const QString small =
        QString::fromUtf8(runTool(text("gcc"), {text("-m32"), text("-print-file-name=libc.so.6")})).trimmed();
    QTest::newRow("64-bit") << libc << true;
    if (QFile::exists(small)) {
        QTest::newRow("32-bit") << small << false;
    }
}

/// Over a whole libc, vector instructions and all.
void TestMaskedSignature::decoderFindsTheInstructionsOfObjdump()
{
    QFETCH(const QString, path);
    QFETCH(const bool, is64Bit);
    const QByteArray dump =
        runTool(text("objdump"), {text("-d"), text("--insn-width=15"), text("-j"), text(".text"), path});
    int checked = 0;
    QByteArrayList wrong;
    for (const QByteArray &line : dump.split('\n')) {
        const QByteArrayList columns = line.split('\t'); // address, bytes, mnemonic
        if (columns.size() < 3 || columns[2].contains("(bad)") || columns[2].startsWith(".byte")) {
            continue;
        }
        const QByteArray bytes = QByteArray::fromHex(columns[1]);
        const std::span code(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
        const auto decoded = decodeX86(code, is64Bit);
        // A prefix that belongs to nothing stands on a line of its own.
        const bool isLonePrefix = bytes.size() == 1 && !decoded;
        if (!isLonePrefix && (!decoded || decoded->length != bytes.size())) {
            wrong += line;
        }
        ++checked;
    }
    QVERIFY(checked > 100'000);
    QVERIFY2(wrong.isEmpty(), wrong.first(std::min<qsizetype>(wrong.size(), 20)).join('\n').constData());
}

void TestMaskedSignature::decoderEndsWithItsBytes()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 1'000'000; ++round) {
        std::array<std::uint8_t, 16> bytes{};
        for (std::uint8_t &byte : bytes) {
            byte = static_cast<std::uint8_t>(random.bounded(256));
        }
        const std::size_t size = std::size_t(random.bounded(17));
        const auto decoded = decodeX86(std::span(bytes).first(size), round % 2 == 0);
        QVERIFY(!decoded || (decoded->length >= 1 && decoded->length <= std::min<std::size_t>(size, 15) &&
                             decoded->immediateOffset + decoded->immediateSize <= decoded->length));
    }
}

void TestMaskedSignature::largeFilesTakeLittleTime()
{
    QByteArray functions = ".text\n";
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray name = "g" + QByteArray::number(i);
        functions += ".type " + name + ", @function\n" + name +
                     ":\n.rept 20\nmov $1234, %esi\nmov %rsi, 8(%rsp)\n.endr\nret\n.size " + name + ", . - " + name +
                     '\n';
    }
    writeFile(m_folder.filePath(text("many.s")), functions);
    const QString path = compile("int f(int n) { return n; }", {text("many.s")});
    QElapsedTimer clock;
    clock.start();
    QVERIFY(maskedSignature(path));
    qInfo("%lld MB with 20,000 functions: %lld ms", static_cast<long long>(QFileInfo(path).size() / 1'000'000),
          static_cast<long long>(clock.elapsed()));
}

QTEST_GUILESS_MAIN(TestMaskedSignature)
#include "test_maskedsignature.moc"
