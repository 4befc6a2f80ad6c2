// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/text.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <random>

using namespace culprit::history;

class TextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsUtf8();
    void replacesWhatIsNotUtf8_data();
    void replacesWhatIsNotUtf8();
    void readsLatin();
    void alwaysGivesUtf8();
    void takesTheFirstParagraphAsSubject();
};

void TextTest::keepsUtf8()
{
    const std::string text = "a\tß €\n𝄞\uFFFD\U0010FFFF";
    QCOMPARE(toUtf8(text), text);
    QCOMPARE(toLine("a\n\x1b[0mb"), std::string("a  [0mb"));
    QVERIFY(toLine(std::string(1'000'000, 'x')).size() < 10'000);
}

void TextTest::replacesWhatIsNotUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lone continuation") << QByteArray("\x80");
    QTest::newRow("cut off") << QByteArray("\xe2\x82");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf");
    QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x80\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("too large") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("NUL") << QByteArray("\0", 1);
}

void TextTest::replacesWhatIsNotUtf8()
{
    QFETCH(const QByteArray, bytes);
    const std::string text = toUtf8(("a" + bytes + "b").toStdString());
    QVERIFY(text.starts_with("a\uFFFD"));
    QVERIFY(text.ends_with("\uFFFDb"));
}

void TextTest::readsLatin()
{
    QCOMPARE(toUtf8("\xe4\xa4", "ISO-8859-1"), std::string("ä¤"));
    QCOMPARE(toUtf8("\xe4\xa4", "latin1"), std::string("ä¤"));
    QCOMPARE(toUtf8("\xe4\xa4", "ISO8859-15"), std::string("ä€"));
    QCOMPARE(toUtf8("\xe4\xa4", "KOI8-R"), std::string("\uFFFD\uFFFD"));
}

void TextTest::alwaysGivesUtf8()
{
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes;
        for (int k = 0; k < 12; ++k) {
            bytes += static_cast<char>(random() % 256);
        }
        const std::string text = toUtf8(bytes);
        QCOMPARE(QString::fromUtf8(text).toUtf8().toStdString(), text);
        QCOMPARE(toUtf8(text), text);
    }
}

void TextTest::takesTheFirstParagraphAsSubject()
{
    QCOMPARE(subjectOf("\n \nmm: free it\nonce  \n\nBody\n"), std::string("mm: free it once"));
    QCOMPARE(subjectOf(""), std::string());
    QCOMPARE(subjectOf("one"), std::string("one"));
}

QTEST_GUILESS_MAIN(TextTest)
#include "texttest.moc"
