// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/signature.h"
#include "minitree.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

class TestSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheHashOfLoadedSections();
    void debugInformationAndNotesDoNotCount();
    void codeAndDataCount();
    void otherFilesAreRefused();
    void damagedFilesGiveErrors();
    void imageWithoutElfIsHashedWhole();

private:
    QString compile(const QByteArray &source, const QStringList &options = {});
    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestSignature::compile(const QByteArray &source, const QStringList &options)
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

void TestSignature::isTheHashOfLoadedSections()
{
    const QString path = compile("int counter; const char *word = \"w\"; int f(void) { return ++counter + *word; }");
    const QByteArray bytes = readFile(path);
    QCryptographicHash expected(QCryptographicHash::Sha256);
    static const QRegularExpression line(text("^\\s*\\[\\s*\\d+\\]\\s+\\S+\\s+(\\S+)\\s+\\S+\\s+([0-9a-f]{6,})\\s+([0-"
                                              "9a-f]{6,})\\s+\\S+\\s+\\w*A\\w*\\s+\\d+\\s"));
    int sections = 0;
    for (const QByteArray &row : runTool(text("readelf"), {text("-SW"), path}).split('\n')) {
        const auto match = line.match(QString::fromUtf8(row));
        if (match.hasMatch() && match.captured(1) != text("NOBITS") && match.captured(1) != text("NOTE")) {
            const QByteArray section =
                bytes.mid(match.captured(2).toLongLong(nullptr, 16), match.captured(3).toLongLong(nullptr, 16));
            expected.addData(QCryptographicHash::hash(section, QCryptographicHash::Sha256));
            ++sections;
        }
    }
    QVERIFY(sections >= 3);
    QCOMPARE(kernelSignature(path), expected.result().toHex());
}

void TestSignature::debugInformationAndNotesDoNotCount()
{
    const QByteArray source = "int f(void) { return 1; }";
    const auto plain = kernelSignature(compile(source));
    QVERIFY(plain);
    QCOMPARE(plain->size(), 64);
    QCOMPARE(kernelSignature(compile(source, {text("-g")})), plain);
    QCOMPARE(kernelSignature(compile(source, {text("-Wl,--build-id=0x1234")})), plain);
}

void TestSignature::codeAndDataCount()
{
    const auto plain = kernelSignature(compile("int v = 1; int f(void) { return v; }"));
    QVERIFY(kernelSignature(compile("int v = 2; int f(void) { return v; }")) != plain);
    QVERIFY(kernelSignature(compile("int v = 1; int f(void) { return -v; }")) != plain);
}

void TestSignature::otherFilesAreRefused()
{
    const QString script = m_folder.filePath(text("script"));
    writeFile(script, "#!/bin/sh\n");
    for (const QString &path : {script, m_folder.filePath(text("gone")), m_folder.path()}) {
        const auto signature = kernelSignature(path);
        QVERIFY(!signature);
        QVERIFY(signature.error().message.contains(path.toStdString()));
    }
}

void TestSignature::damagedFilesGiveErrors()
{
    const QByteArray good = readFile(compile("int v = 1; int f(void) { return v; }"));
    const QString path = m_folder.filePath(text("damaged"));
    QRandomGenerator random(7);
    int refused = 0;
    for (int round = 0; round < 500; ++round) {
        QByteArray bytes = good;
        const bool cut = round % 2 == 0;
        if (cut) {
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        } else {
            // the header and the section headers, at the end, are what can mislead
            for (int i = 0; i < 8; ++i) {
                const auto at = random.bounded(2) == 0 ? random.bounded(64)
                                                       : static_cast<int>(bytes.size()) - 1 - random.bounded(600);
                bytes[at] = static_cast<char>(random.bounded(256));
            }
        }
        writeFile(path, bytes);
        const auto signature = kernelSignature(path);
        refused += signature ? 0 : 1;
        QVERIFY(!cut || !signature);
    }
    QVERIFY(refused > 250);
}

void TestSignature::imageWithoutElfIsHashedWhole()
{
    const QString path = m_folder.filePath(text("bzImage"));
    writeFile(path, "MZ...");
    QCOMPARE(imageSignature(path), QCryptographicHash::hash("MZ...", QCryptographicHash::Sha256).toHex());
    const QString elf = compile("int f(void) { return 1; }");
    QCOMPARE(imageSignature(elf), kernelSignature(elf));
}

QTEST_GUILESS_MAIN(TestSignature)
#include "test_signature.moc"
