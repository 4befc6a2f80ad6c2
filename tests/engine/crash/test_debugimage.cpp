// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Source positions against addr2line, which reads the same files by other code.

#include "engine/crash/debugimage.h"
#include "smallkernel.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using culprit::crash::DebugImage;
using culprit::crash::SourceFrame;
using culprit::crash::TextSymbols;
using culprit::test::ListedFunction;
using culprit::test::runTool;
using culprit::test::SmallKernel;

namespace
{

/// Functions of equal code share an address: one name for all of them.
class Names final
{
public:
    explicit Names(const std::map<std::string, ListedFunction> &functions)
    {
        std::map<quint64, QString> first;
        for (const auto &[name, function] : functions) {
            m_first[QString::fromStdString(name)] =
                first.try_emplace(function.address, QString::fromStdString(name)).first->second;
        }
    }
    [[nodiscard]] QStringList same(const QStringList &frames) const
    {
        QStringList result;
        for (const QString &frame : frames) {
            const QString name = frame.section(u' ', 0, 0);
            result << m_first.value(name, name) + u' ' + frame.section(u' ', 1);
        }
        return result;
    }

private:
    QHash<QString, QString> m_first;
};

/// "FUNCTION FILE:LINE" of each frame, as both sides are compared.
QStringList described(const std::vector<SourceFrame> &frames)
{
    QStringList result;
    for (const SourceFrame &frame : frames) {
        result << QString::fromStdString(frame.function) + u' ' + QDir::cleanPath(QString::fromStdString(frame.file)) +
                      u':' + QString::number(frame.line);
    }
    return result;
}

/// For each address its frames, by `addr2line -afi`.
QList<QStringList> byAddr2line(const QString &elf, const QList<quint64> &addresses)
{
    QByteArray input;
    for (const quint64 address : addresses) {
        input += QByteArray::number(address, 16) + '\n';
    }
    QList<QStringList> answers;
    QString function;
    for (const QByteArray &bytes : runTool(u"addr2line"_s, {u"-afie"_s, elf}, {}, input).split('\n')) {
        QString line = QString::fromUtf8(bytes);
        if (line.startsWith(u"0x")) {
            answers.append(QStringList());
            function.clear();
        } else if (function.isEmpty()) {
            function = line;
        } else {
            line = line.section(u" (discriminator"_s, 0, 0);
            const QString number = line.section(u':', -1) == u"?"_s ? u"0"_s : line.section(u':', -1);
            answers.last() << function + u' ' + QDir::cleanPath(line.section(u':', 0, -2)) + u':' + number;
            function.clear();
        }
    }
    return answers;
}

} // namespace

class TestDebugImage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAddr2lineSays_data();
    void saysWhatAddr2lineSays();
    void findsFunctionsByNameAndSize();
    void knowsTheBuildId();
    void refusesOtherFiles();
    void survivesDamagedFiles();

private:
    SmallKernel m_tree;
};

void TestDebugImage::saysWhatAddr2lineSays_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("dwarf 4") << QStringList{u"-gdwarf-4"_s};
    QTest::newRow("dwarf 5") << QStringList{u"-gdwarf-5"_s};
    QTest::newRow("dwarf 5, compressed") << QStringList{u"-gdwarf-5"_s, u"-gz=zlib"_s};
    QTest::newRow("dwarf 5, function sections") << QStringList{u"-gdwarf-5"_s, u"-ffunction-sections"_s};
    QTest::newRow("dwarf 5, relocatable") << QStringList{u"-gdwarf-5"_s, u"-fPIE"_s, u"-pie"_s, u"-static-pie"_s};
}

void TestDebugImage::saysWhatAddr2lineSays()
{
    QFETCH(QStringList, options);
    const QString elf = m_tree.build(u"vmlinux"_s, options);
    auto image = DebugImage::open(elf.toStdString());
    QVERIFY2(image, image ? "" : image.error().message.c_str());
    QVERIFY(image->hasDebugInformation());

    const auto functions = SmallKernel::functions(elf);
    const Names names(functions);
    quint64 low = ~quint64(0);
    quint64 high = 0;
    for (const auto &[name, function] : functions) {
        low = std::min<quint64>(low, function.address);
        high = std::max<quint64>(high, function.address + function.size);
    }
    QVERIFY(high - low > 4000);
    QRandomGenerator random(5);
    QList<quint64> addresses;
    for (int i = 0; i < 1000; ++i) {
        addresses << low + random.bounded(high - low);
    }
    const QList<QStringList> expected = byAddr2line(elf, addresses);
    QCOMPARE(expected.size(), addresses.size());
    int inlined = 0;
    int known = 0;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QStringList found = described(image->frames(addresses[i]));
        // Between functions addr2line names the symbol before, of no line.
        const bool same = found.isEmpty() ? expected[i].size() == 1 && expected[i].first().endsWith(u":0"_s)
                                          : names.same(found) == names.same(expected[i]);
        QVERIFY2(same, qPrintable(QString::number(addresses[i], 16) + u": "_s + found.join(u" < "_s) +
                                  u" instead of "_s + expected[i].join(u" < "_s)));
        known += found.isEmpty() ? 0 : 1;
        inlined += found.size() > 1 ? 1 : 0;
    }
    QVERIFY(known > 900);
    QVERIFY(inlined > 200);
}

void TestDebugImage::findsFunctionsByNameAndSize()
{
    // Two local functions of one name, of which only one has the size asked for.
    m_tree.write(u"kernel/twin.c"_s, "static long __attribute__((noinline, used)) twin(long a) { return a + 1; }\n");
    m_tree.write(u"lib/twin.c"_s,
                 "static long __attribute__((noinline, used)) twin(long a) { return a * a * 77 + a % 13 - 5; }\n");
    const QString elf = m_tree.build(u"twins"_s, {u"-gdwarf-5"_s, u"kernel/twin.c"_s, u"lib/twin.c"_s});
    auto image = DebugImage::open(elf.toStdString());
    QVERIFY(image);
    QList<ListedFunction> twins;
    for (const QByteArray &line : runTool(u"nm"_s, {u"-S"_s, elf}).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 4 && words[3] == "twin") {
            twins << ListedFunction{words[0].toULongLong(nullptr, 16), words[1].toULongLong(nullptr, 16)};
        }
    }
    QCOMPARE(twins.size(), 2);
    QVERIFY(twins[0].size != twins[1].size);
    for (const ListedFunction &twin : twins) {
        const auto match = image->symbols().find("twin", twin.size);
        QCOMPARE(match.fit, TextSymbols::Fit::Found);
        QCOMPARE(match.address, twin.address);
    }
    QCOMPARE(image->symbols().find("twin", 0x4000).fit, TextSymbols::Fit::OtherSize);
    QCOMPARE(image->symbols().find("triplet", 16).fit, TextSymbols::Fit::NoName);
    // The kernel counts the padding as well.
    const ListedFunction boom = SmallKernel::functions(elf).at("boom");
    QCOMPARE(image->symbols().find("boom", (boom.size + 15) / 16 * 16).address, boom.address);
}

void TestDebugImage::knowsTheBuildId()
{
    const QString elf = m_tree.build(u"vmlinux"_s);
    QCOMPARE(QString::fromStdString(DebugImage::open(elf.toStdString())->buildId()), SmallKernel::buildId(elf));
    const QString module = m_tree.buildModule();
    QCOMPARE(QString::fromStdString(DebugImage::open(module.toStdString())->buildId()), SmallKernel::buildId(module));
    QCOMPARE(SmallKernel::buildId(module).size(), 40);
    const QString stripped = m_tree.build(u"stripped"_s, {u"-s"_s});
    QVERIFY(!DebugImage::open(stripped.toStdString()));
    const QString plain = m_tree.build(u"plain"_s, {u"-g0"_s});
    auto image = DebugImage::open(plain.toStdString());
    QVERIFY(image && !image->hasDebugInformation());
    QVERIFY(image->frames(SmallKernel::functions(plain).at("boom").address).empty());
}

void TestDebugImage::refusesOtherFiles()
{
    m_tree.write(u"letter"_s, "Dear aunt,\n");
    m_tree.write(u"empty"_s, "");
    m_tree.write(u"magic"_s, "\177ELF");
    for (const QString &name : {u"letter"_s, u"empty"_s, u"magic"_s, u"gone"_s, u"lib"_s}) {
        const QString path = m_tree.folder() + u'/' + name;
        const auto image = DebugImage::open(path.toStdString());
        QVERIFY2(!image, qPrintable(name));
        QVERIFY(image.error().message.contains(path.toStdString()));
    }
    // Nobody writes to it: opening would wait for ever.
    const QString pipe = m_tree.folder() + u"/pipe"_s;
    runTool(u"mkfifo"_s, {pipe});
    QVERIFY(!DebugImage::open(pipe.toStdString()));
}

void TestDebugImage::survivesDamagedFiles()
{
    QFile file(m_tree.build(u"vmlinux"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    const auto functions = SmallKernel::functions(file.fileName());
    QRandomGenerator random(11);
    int opened = 0;
    for (int round = 0; round < 160; ++round) {
        QByteArray bytes = good;
        if (round % 4 == 0) {
            bytes.truncate(random.bounded(int(bytes.size())));
        } else {
            // Everywhere, or where headers are: at the begin and the end.
            for (int i = random.bounded(1, 40); i > 0; --i) {
                const int at = round % 4 == 1   ? random.bounded(64)
                               : round % 4 == 2 ? int(bytes.size()) - 1 - random.bounded(1600)
                                                : random.bounded(int(bytes.size()));
                bytes[at] = char(random.bounded(256));
            }
        }
        m_tree.write(u"damaged"_s, bytes);
        auto image = DebugImage::open((m_tree.folder() + u"/damaged"_s).toStdString());
        if (!image) {
            QVERIFY(image.error().message.ends_with('.'));
            continue;
        }
        ++opened;
        for (const auto &[name, function] : functions) {
            (void)image->symbols().find(name, function.size);
            (void)image->frames(function.address + function.size / 2);
        }
        (void)image->sourcePaths({});
    }
    QVERIFY(opened > 30);
}

QTEST_GUILESS_MAIN(TestDebugImage)

#include "test_debugimage.moc"
