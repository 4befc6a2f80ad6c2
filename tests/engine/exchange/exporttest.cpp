// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/facts.h"
#include "tests/engine/exchange/bisected.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::test;

class ExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitReplaysTheLog_data();
    void gitReplaysTheLog();
    void gitNarrowsAsTheSession();
    void syzLogHasItsLines();
    void syzLogOfAFix();
    void textReportSaysWhatMatters();
    void aRevertIsTold();
    void unfinishedSession();
    void jsonHoldsEverything();
    void unknownFormatIsNamed();
};

void ExportTest::gitReplaysTheLog_data()
{
    QTest::addColumn<bool>("fix");
    QTest::addColumn<session::Terms>("terms");
    QTest::newRow("cause") << false << session::Terms();
    QTest::newRow("fix") << true << session::Terms();
    QTest::newRow("cause, own terms") << false << session::Terms{QStringLiteral("fast"), QStringLiteral("slow")};
    QTest::newRow("fix, own terms") << true << session::Terms{QStringLiteral("slow"), QStringLiteral("fast")};
}

void ExportTest::gitReplaysTheLog()
{
    QFETCH(bool, fix);
    QFETCH(session::Terms, terms);
    Bisected bisected(fix ? Find::Fix : Find::Cause);
    bisected.repository.checkOut();
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("replay.log")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const exchange::Source source = bisected.source();
    SessionState state = source.state;
    state.created.setup.kernel.terms = terms;
    const QByteArray log = exchange::gitLog(state, source.conclusion).toUtf8();
    file.write(log);
    file.close();
    const test::GitAnswer answer =
        bisected.repository.git({QStringLiteral("bisect"), QStringLiteral("replay"), file.fileName()});
    QVERIFY2(answer.ok(), answer.errors.constData());
    const QByteArray word = terms.isOwn() ? terms.newer.toUtf8() : fix ? "fixed" : "bad";
    const QByteArray found = bisected.repository.hash(guilty) + " is the first " + word + " commit";
    QVERIFY2((answer.output + answer.errors).contains(found), (answer.output + answer.errors + log).constData());
    // And git's own log tells the same decisions.
    const QByteArray own = bisected.repository.gitOutput({QStringLiteral("bisect"), QStringLiteral("log")});
    for (const QByteArray &line : log.split('\n')) {
        if (line.startsWith("git bisect ") && !line.contains("start")) {
            QVERIFY2(own.contains(line), own.constData());
        }
    }
    QVERIFY(log.contains("git bisect skip " + bisected.repository.hash(11)));
}

/// git takes first parents and paths from the log.
void ExportTest::gitNarrowsAsTheSession()
{
    Bisected bisected(Find::Cause);
    bisected.repository.checkOut();
    const exchange::Source source = bisected.source();
    SessionState state = source.state;
    state.created.setup.kernel.firstParent = true;
    state.created.setup.kernel.paths = {QStringLiteral("fs/it's one"), QStringLiteral("count")};
    const QString log = exchange::gitLog(state, source.conclusion);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("replay.log")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(log.section(u'\n', 0, 0).toUtf8() + '\n');
    file.close();
    const test::GitAnswer answer =
        bisected.repository.git({QStringLiteral("bisect"), QStringLiteral("replay"), file.fileName()});
    QVERIFY2(answer.ok(), answer.errors.constData());
    QFile names(bisected.repository.gitFolder() + QStringLiteral("/BISECT_NAMES"));
    QVERIFY(names.open(QIODevice::ReadOnly));
    QCOMPARE(names.readAll().trimmed(), QByteArray("'--' 'fs/it'\\''s one' 'count'"));
    QVERIFY(QFile::exists(bisected.repository.gitFolder() + QStringLiteral("/BISECT_FIRST_PARENT")));
}

void ExportTest::syzLogHasItsLines()
{
    const Bisected bisected(Find::Cause);
    const QString log = bisected.as("syz");
    const QStringList lines = log.split(u'\n');
    const auto at = [&lines](const QString &line) { return lines.indexOf(line); };
    const QString bad = bisected.hash(last);
    QCOMPARE(at(QStringLiteral("bisecting cause commit starting from ") + bad), 0);
    QCOMPARE(at(QStringLiteral("ensuring issue is reproducible on original commit ") + bad), 1);
    QCOMPARE(at(QStringLiteral("testing commit %1 gcc").arg(bad)), 3);
    QCOMPARE(lines[4], QStringLiteral("compiler: gcc (Debian 14.2.0) 14.2.0"));
    QCOMPARE(lines[5], QStringLiteral("kernel signature: ") + QString(64, u'a'));
    QCOMPARE(lines[6], QStringLiteral("run #0: OK"));
    QCOMPARE(lines[7], QStringLiteral("run #1: crashed: ") + bug);
    QCOMPARE(lines[26], QStringLiteral("representative crash: %1, types: [KASAN-READ]").arg(bug));
    QCOMPARE(lines[27], QStringLiteral("testing release v1"));
    QVERIFY(lines.contains(QStringLiteral("run #3: ignore: ") + noise));
    const qsizetype start = at(QStringLiteral("# git bisect start %1 %2").arg(bad, bisected.hash(0)));
    const qsizetype good = at(QStringLiteral("# git bisect good ") + bisected.hash(8));
    const qsizetype badStep = at(QStringLiteral("# git bisect bad ") + bisected.hash(12));
    const qsizetype end = at(QStringLiteral("first bad commit: %1 commit %2").arg(bisected.hash(guilty)).arg(guilty));
    QVERIFY2(0 < start && start < good && good < badStep && badStep < end, qPrintable(log));
    QCOMPARE(lines[good - 1], QStringLiteral("false negative chance: 0.000"));
    QVERIFY(lines.contains(QStringLiteral("# git bisect skip ") + bisected.hash(11)));
    QVERIFY(log.contains(QStringLiteral("failed building %1: a.c:1:1: error: no").arg(bisected.hash(11))));
    QVERIFY(log.contains(QStringLiteral("revisions tested: 6, total time: ")));
    QVERIFY(log.contains(QStringLiteral("(build: 7m10.5s, test: 2m40s)")));
    QVERIFY(log.endsWith(QStringLiteral("crash: %1\nBUG: KASAN\nCall Trace:\n").arg(bug)));
}

void ExportTest::syzLogOfAFix()
{
    const Bisected bisected(Find::Fix);
    const QString log = bisected.as("syz");
    QVERIFY(log.startsWith(QStringLiteral("bisecting fixing commit since ") + bisected.hash(0)));
    QVERIFY(log.contains(QStringLiteral("testing current HEAD %1\n").arg(bisected.hash(last))));
    QVERIFY(log.contains(QStringLiteral("# git bisect start %1 %2\n").arg(bisected.hash(last), bisected.hash(0))));
    QVERIFY(log.contains(QStringLiteral("# git bisect good %1\n").arg(bisected.hash(8)))); // it crashed
    QVERIFY(log.contains(QStringLiteral("first good commit: ") + bisected.hash(guilty)));
    QVERIFY(!log.contains(QStringLiteral("\ncrash: ")));
}

void ExportTest::textReportSaysWhatMatters()
{
    const Bisected bisected(Find::Cause);
    const QString report = bisected.as("text");
    const QString cited = bisected.hash(guilty).left(12) + QStringLiteral(" (\"commit 9\")");
    QVERIFY2(report.startsWith(QStringLiteral("The bug was introduced by commit\n\n    ") + cited), qPrintable(report));
    QVERIFY(report.contains(QStringLiteral("Confirmed")));
    QVERIFY(report.contains(bisected.hash(12).left(12) + QStringLiteral("  bad           6     4     0  commit 12")));
    QVERIFY(report.contains(QStringLiteral("target      ")) && report.contains(bug));
    QVERIFY(report.contains(QStringLiteral("unrelated")) && report.contains(QStringLiteral("good end v1")));
    QVERIFY(report.contains(QStringLiteral("It does not build: a.c:1:1: error: no")));
    QVERIFY(report.contains(QStringLiteral("parent  ") + bisected.hash(8).left(12)));
    QVERIFY(report.contains(QStringLiteral("QEMU emulator version 10.0")));
    QVERIFY(report.contains(QStringLiteral("\ngcc-8 is not installed.\n")));
    QVERIFY(report.contains(QStringLiteral(" builds: CONFIG_KCOV=n: too old\n")));
    QVERIFY(report.endsWith(bisected.as("git")));
    QVERIFY(std::ranges::none_of(report, [](QChar c) { return c.unicode() < 0x20 && c != u'\n'; }));
}

void ExportTest::aRevertIsTold()
{
    Bisected bisected(Find::Cause);
    const ObjectId revert = ObjectId::fromHex(std::string(40, 'd')).value();
    const QString before = bisected.as("syz");
    bisected.happen(RevertMade{bisected.id(guilty), bisected.id(last), revert, {}});
    bisected.happen(BuildStarted{BuildId{900}, revert, LogId{}, {}});
    BuildEnded built;
    built.build = BuildId{900};
    built.outcome = BuildOutcome::Built;
    bisected.happen(built);
    for (int run = 900; run < 920; ++run) {
        bisected.happen(RunStarted{RunId{run}, BuildId{900}, revert, LogId{}, 0, {}, 0, -1});
        RunEnded ended;
        ended.run = RunId{run};
        bisected.happen(ended);
    }
    const QString name =
        QStringLiteral("dddddddddddd (\"Revert \"%1\"\")").arg(subjectOf(bisected.state, bisected.id(guilty)));
    const QString text = bisected.as("text");
    QVERIFY2(text.contains(QStringLiteral(": ") + name + QStringLiteral("\n    good: Of 20 runs 0 hit the bug")),
             qPrintable(text));
    QVERIFY(bisected.as("html").contains(QStringLiteral("Revert on ")));
    QVERIFY(bisected.as("git").contains(QStringLiteral("\n# revert, good: [%1] Revert ").arg(hexOf(revert))));
    QVERIFY(!bisected.as("git").contains(QStringLiteral("git bisect good ") + hexOf(revert)));
    // Readers of that format know of no such test.
    const QString syz = bisected.as("syz");
    QVERIFY2(!syz.contains(hexOf(revert)), qPrintable(syz));
    QCOMPARE(syz.count(u'\n'), before.count(u'\n'));

    bisected.happen(RevertMade{bisected.id(guilty), bisected.id(last), {}, QStringLiteral("it is a merge")});
    QVERIFY2(bisected.as("text").contains(QStringLiteral(": none\n    it is a merge\n")),
             qPrintable(bisected.as("text")));
}

void ExportTest::unfinishedSession()
{
    Bisected bisected(Find::Cause);
    bisected.conclusion = {};
    bisected.conclusion.phase = QStringLiteral("Bisect");
    bisected.events.resize(1);
    bisected.state = fold(bisected.events, {bisected.state.range});
    QVERIFY(bisected.as("text").contains(QStringLiteral("The search is not over (phase: Bisect)")));
    QVERIFY(bisected.as("git").contains(QStringLiteral("git bisect bad ") + bisected.hash(last)));
    QVERIFY(bisected.as("git").contains(QStringLiteral("git bisect good ") + bisected.hash(0)));
    QVERIFY(!bisected.as("syz").contains(QStringLiteral("revisions tested")));
    QVERIFY(!bisected.as("json").isEmpty());
    bisected.events.clear();
    bisected.state = {};
    for (const QString &format : exportFormats()) {
        const auto bytes = exportSession(format, bisected.source());
        QVERIFY(bytes ? !bytes->isEmpty() : bytes.error().message.contains("takes a confirmed culprit"));
    }
}

void ExportTest::jsonHoldsEverything()
{
    const Bisected bisected(Find::Cause);
    const QJsonObject object = QJsonDocument::fromJson(bisected.as("json").toUtf8()).object();
    QCOMPARE(object[u"schema"].toString(), QStringLiteral("culprit-session/1"));
    QCOMPARE(object[u"conclusion"][u"culprit"].toString(), bisected.hash(guilty));
    const QJsonArray events = object[u"events"].toArray();
    QCOMPARE(static_cast<std::size_t>(events.size()), bisected.events.size());
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QJsonValue event = events[i];
        const QByteArray payload = QJsonDocument(event[u"payload"].toObject()).toJson();
        QVERIFY(payloadFromJson(event[u"kind"].toString(), payload).value() ==
                bisected.events[static_cast<std::size_t>(i)].payload);
    }
    QCOMPARE(static_cast<std::size_t>(object[u"revisions"].toArray().size()), bisected.state.revisions.size());
    QCOMPARE(object[u"revisions"][0][u"verdict"].toString(), QStringLiteral("bad"));
    QCOMPARE(object[u"revisions"][0][u"applied"].toArray(), QJsonArray{QStringLiteral("CONFIG_KCOV=n: too old")});
    QCOMPARE(object[u"titles"].toArray().size(), 2);
}

void ExportTest::unknownFormatIsNamed()
{
    const Bisected bisected(Find::Cause);
    const auto none = exportSession(QStringLiteral("pdf"), bisected.source());
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, Error::Kind::Use);
    QCOMPARE(QString::fromStdString(none.error().message),
             QStringLiteral(
                 "There is no export format \"pdf\": use one of text, syz, git, mail, fixes, table, html, json."));
}

QTEST_GUILESS_MAIN(ExportTest)
#include "exporttest.moc"
