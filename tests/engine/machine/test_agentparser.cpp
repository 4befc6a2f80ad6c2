// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/agentparser.h"

#include <QTest>

using namespace culprit::machine;
using Word = AgentRecord::Word;

class TestAgentParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAndOutputArePartedHoweverTheyAreCut()
    {
        const QByteArray bytes =
            "CULPRIT:BOOT-OK 6.1.0 512\r\nCULPRIT:READY\nCULPRIT:REPRO-START\nhello\r\n"
            "no\r newlineCULPRIT:HEARTBEAT 1\nCULPRIT:UNKNOWN x\nCULPRIT:REPRO-EXIT 7\nCULPRIT:DONE";
        for (qsizetype step = 1; step < bytes.size(); step += 3) {
            AgentParser parser;
            AgentParser::Parsed all;
            for (qsizetype at = 0; at < bytes.size(); at += step) {
                const auto part = parser.feed(QByteArrayView(bytes).sliced(at).first(qMin(step, bytes.size() - at)), 5);
                all.records += part.records;
                all.output += part.output;
            }
            const auto rest = parser.finish(9);
            all.records += rest.records;
            all.output += rest.output;
            const QList<AgentRecord> expected{{.word = Word::BootOk, .rest = "6.1.0 512", .atMs = 5},
                                              {.word = Word::Ready, .rest = {}, .atMs = 5},
                                              {.word = Word::ReproStart, .rest = {}, .atMs = 5},
                                              {.word = Word::Heartbeat, .rest = "1", .atMs = 5},
                                              {.word = Word::ReproExit, .rest = "7", .atMs = 5},
                                              {.word = Word::Done, .rest = {}, .atMs = 9}};
            QCOMPARE(all.records, expected);
            QCOMPARE(all.output, "hello\nno newlineCULPRIT:UNKNOWN x\n");
        }
    }

    void hostileBytesStayBounded()
    {
        AgentParser parser;
        qsizetype passed = 0;
        for (int i = 0; i < 1000; ++i) {
            passed += parser.feed(QByteArray(1000, '\xfe'), 0).output.size();
        }
        QVERIFY(passed > 1'000'000 - 8192);

        AgentParser strange;
        const auto parsed = strange.feed("CULPRIT:BOOT-OK " + QByteArray(1000, '\x1b') + '\n', 0);
        QCOMPARE(parsed.records.size(), 1);
        QCOMPARE(parsed.records.first().rest, QByteArray(200, '?'));
    }
};

QTEST_GUILESS_MAIN(TestAgentParser)
#include "test_agentparser.moc"
