// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/event.h"
#include "tests/engine/session/randompayloads.h"

#include <QSet>
#include <QTest>

using namespace culprit;
using namespace culprit::session;

class EventTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWas();
    void kindsAreDistinct();
    void missingMembersTakeDefaults();
    void unknownMembersAreIgnored();
    void hostilePayloadsAreRefused_data();
    void hostilePayloadsAreRefused();
    void longPayloadIsRefused();
    void descriptionIsOnePlainLine();
    void wordsComeBack();
};

void EventTest::everyKindComesBackAsItWas()
{
    RandomPayloads random(20'260'101);
    for (int round = 0; round < 300; ++round) {
        for (std::size_t kind = 0; kind < std::variant_size_v<Payload>; ++kind) {
            const Payload payload = random.next(kind);
            QCOMPARE(payload.index(), kind);
            const QByteArray json = toJson(payload);
            const Result<Payload> read = payloadFromJson(kindOf(payload), json);
            QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
            QVERIFY2(*read == payload, json.constData());
        }
    }
}

void EventTest::kindsAreDistinct()
{
    RandomPayloads random(1);
    QSet<QString> kinds;
    for (std::size_t kind = 0; kind < std::variant_size_v<Payload>; ++kind) {
        kinds += kindOf(random.next(kind));
    }
    QCOMPARE(static_cast<std::size_t>(kinds.size()), std::variant_size_v<Payload>);
    QCOMPARE(kindOf(RunEnded{}), QStringLiteral("run-ended"));
    QVERIFY(isJudgement(Undone{}));
    QVERIFY(!isJudgement(RunEnded{}));
}

void EventTest::missingMembersTakeDefaults()
{
    const Result<Payload> read = payloadFromJson(QStringLiteral("run-ended"), QByteArrayLiteral("{\"run\":7}"));
    QVERIFY(read.has_value());
    RunEnded expected;
    expected.run = RunId{7};
    QVERIFY(*read == Payload(expected));
}

void EventTest::unknownMembersAreIgnored()
{
    const Result<Payload> read =
        payloadFromJson(QStringLiteral("undone"), QByteArrayLiteral("{\"target\":3,\"mood\":{\"a\":[1]}}"));
    QVERIFY(read.has_value());
    QVERIFY(*read == Payload(Undone{EventSeq{3}, {}}));
}

void EventTest::hostilePayloadsAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QString &kind, const QByteArray &json, const QString &named) {
        QTest::newRow(name) << kind << json << named;
    };
    const QString run = QStringLiteral("run-ended");
    row("kind", QStringLiteral("run\x1b[2J"), "{}", QStringLiteral("kind"));
    row("empty", run, "", QStringLiteral("JSON"));
    row("array", run, "[]", QStringLiteral("object"));
    row("cut", run, "{\"run\":", QStringLiteral("JSON"));
    row("nul", run, QByteArray("\0\0\0", 3), QStringLiteral("JSON"));
    row("deep", run, QByteArray(100'000, '['), QStringLiteral("JSON"));
    row("text for number", run, "{\"run\":\"7\"}", QStringLiteral("\"run\""));
    row("number for text", run, "{\"title\":7}", QStringLiteral("\"title\""));
    row("fraction", run, "{\"run\":1.5}", QStringLiteral("\"run\""));
    row("huge", run, "{\"run\":1e300}", QStringLiteral("\"run\""));
    row("negative id", run, "{\"run\":-1}", QStringLiteral("\"run\""));
    row("unknown word", run, "{\"outcome\":\"won\"}", QStringLiteral("\"outcome\""));
    row("short id", QStringLiteral("retest-asked"), "{\"revision\":\"abc\"}", QStringLiteral("\"revision\""));
    row("int overflow", QStringLiteral("retest-asked"), "{\"runs\":3000000000}", QStringLiteral("\"runs\""));
    row("list of numbers", run, "{\"alternatives\":[1]}", QStringLiteral("\"alternatives\""));
    row("nested", QStringLiteral("session-created"), "{\"setup\":{\"test\":{\"runs\":\"ten\"}}}",
        QStringLiteral("\"setup.test.runs\""));
    row("not nested", QStringLiteral("session-created"), "{\"setup\":[]}", QStringLiteral("\"setup\""));
    row("timeout", QStringLiteral("session-created"), "{\"setup\":{\"test\":{\"timeout\":-5}}}",
        QStringLiteral("timeout"));
}

void EventTest::hostilePayloadsAreRefused()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const Result<Payload> read = payloadFromJson(kind, json);
    QVERIFY(!read.has_value());
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY(!message.contains(QChar(u'\x1b')));
    QVERIFY(message.size() < 300);
}

void EventTest::longPayloadIsRefused()
{
    RunEnded event;
    event.report = QString(5 << 20, u'x');
    const Result<Payload> read = payloadFromJson(kindOf(event), toJson(event));
    QVERIFY(!read.has_value());
    event.report = QString(1 << 20, u'x');
    QVERIFY(payloadFromJson(kindOf(event), toJson(event)).has_value());
}

void EventTest::descriptionIsOnePlainLine()
{
    RunEnded event;
    event.run = RunId{12};
    event.outcome = Outcome::Crashed;
    event.title = QStringLiteral("KASAN: use-after-free\n\x1b[2Jin f") + QString(5000, u'x');
    const QString text = describe(event);
    QVERIFY2(text.startsWith(QStringLiteral("run 12 crashed: KASAN: use-after-free")), qPrintable(text));
    QVERIFY(text.size() < 600);
    BuildEnded built;
    built.build = BuildId{3};
    built.milliseconds = 12'000;
    built.applied = {QStringLiteral("compiler gcc-8"), QStringLiteral("CONFIG_KCOV=n: too old")};
    QCOMPARE(describe(built), QStringLiteral("build 3 built in 12.0 s (compiler gcc-8; CONFIG_KCOV=n: too old)"));
    EngineStarted started;
    started.reason = QStringLiteral("it works");
    started.notes = {QStringLiteral("gcc-8 is not installed.")};
    QVERIFY(describe(started).endsWith(QStringLiteral(": it works (gcc-8 is not installed.)")));
    RandomPayloads random(7);
    for (std::size_t kind = 0; kind < std::variant_size_v<Payload>; ++kind) {
        for (int round = 0; round < 100; ++round) {
            const QString line = describe(random.next(kind));
            QVERIFY(!line.isEmpty());
            QVERIFY(std::ranges::none_of(line, [](QChar c) { return c.category() == QChar::Other_Control; }));
        }
    }
}

void EventTest::wordsComeBack()
{
    for (int i = 0; i < 7; ++i) {
        const auto outcome = static_cast<Outcome>(i);
        QVERIFY(outcomeFromWord(word(outcome)) == outcome);
    }
    QVERIFY(outcomeFromWord(u"boot-failed") == Outcome::BootFailed);
    QVERIFY(!outcomeFromWord(u"boot"));
    for (int i = 0; i < 4; ++i) {
        const auto verdict = static_cast<Verdict>(i);
        QVERIFY(verdictFromWord(word(verdict)) == verdict);
    }
    for (int i = 0; i < 3; ++i) {
        const auto relevance = static_cast<Relevance>(i);
        QVERIFY(relevanceFromWord(word(relevance)) == relevance);
    }
    for (int i = 0; i < 5; ++i) {
        const auto outcome = static_cast<BuildOutcome>(i);
        QVERIFY(buildOutcomeFromWord(word(outcome)) == outcome);
    }
}

QTEST_GUILESS_MAIN(EventTest)
#include "eventtest.moc"
