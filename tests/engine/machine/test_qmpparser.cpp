// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/qmpparser.h"

#include <QTest>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

class TestQmpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreCutAtLines()
    {
        QmpParser parser;
        const QByteArray bytes = "{\"QMP\": {}}\r\n{\"event\": \"SHUTDOWN\", \"data\": {\"guest\": true}}\n";
        const auto whole = parser.feed(bytes);
        QCOMPARE(whole.size(), 2);
        QCOMPARE(whole.at(1).value(u"event"_s).toString(), u"SHUTDOWN"_s);

        QmpParser slow;
        QList<QJsonObject> pieces;
        for (const char byte : bytes) {
            pieces += slow.feed(QByteArrayView(&byte, 1));
        }
        QCOMPARE(pieces, whole);
        QCOMPARE(slow.rejectedLines(), 0);
    }

    void whatIsNoObjectIsLeftOut()
    {
        QmpParser parser;
        constexpr char bytes[] = "[1]\n\"x\"\n{\"a\":\n}\n\xff\xfe\0garbage\n\n  \n{\"good\":1}\n";
        const auto objects = parser.feed(QByteArrayView(bytes, sizeof bytes - 1));
        QCOMPARE(objects.size(), 1);
        QVERIFY(objects.first().contains(u"good"_s));
        QCOMPARE(parser.rejectedLines(), 5);
    }

    void deepNestingDoesNoHarm()
    {
        QmpParser parser;
        QVERIFY(parser.feed(QByteArray(100'000, '[') + '\n').isEmpty());
        QVERIFY(parser.feed("{\"a\":" + QByteArray(50'000, '{') + '\n').isEmpty());
        QCOMPARE(parser.feed("{}\n").size(), 1);
    }

    void anEndlessLineIsDroppedAndTheNextIsRead()
    {
        QmpParser parser;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(parser.feed(QByteArray(64 * 1024, '{')).isEmpty());
        }
        const auto objects = parser.feed("\"still the long line\"}\n{\"next\":1}\n");
        QCOMPARE(objects.size(), 1);
        QVERIFY(objects.first().contains(u"next"_s));
        QCOMPARE(parser.rejectedLines(), 1);
    }
};

QTEST_GUILESS_MAIN(TestQmpParser)
#include "test_qmpparser.moc"
