// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/plan.h"
#include "engine/exchange/logaudit.h"
#include "engine/session/doubt.h"
#include "engine/session/imported.h"
#include "tests/engine/exchange/importedlog.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::exchange;
using namespace culprit::session;
using namespace culprit::test;

namespace
{

QByteArray runLines(int crashes, int oks, const QByteArray &title = "KASAN: use-after-free Read in f")
{
    QByteArray lines;
    for (int i = 0; i < crashes + oks; ++i) {
        lines += "run #" + QByteArray::number(i) + (i < crashes ? ": crashed: " + title : QByteArray(": OK")) + '\n';
    }
    return lines;
}

} // namespace

class ImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleBecomesASession();
    void sampleNamesTheDoubtedVerdict();
    void sampleIsExportedAsItWas();
    void aFlippedVerdictMovesTheRange();
    void cutAnywhere();
    void logOf2018();
    void logOf2024();
    void fixLog();
    void fixGuardSaysNothingOfTheBug();
    void inconclusiveLog();
    void oldestReleaseHasTheBugToo();
    void contradictionsAreNamed();
    void hostileLogs_data();
    void hostileLogs();
    void whatIsNoLogIsRefused();
    void ownExportComesBack();
};

void ImportTest::sampleBecomesASession()
{
    const Imported imported(sample());
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    const SessionState &state = imported.state;
    const auto tested =
        std::ranges::count_if(state.revisions, [](const auto &item) { return !item.second.runs.empty(); });
    QCOMPARE(tested, 17);
    QCOMPARE(state.created.bad, id(start));
    QCOMPARE(state.created.goods, QList{id(v512)});
    QCOMPARE(imported.range->commits.size(), 16U);
    const QList<QByteArray> line = imported.line();
    QCOMPARE(line.indexOf(v513), 14);
    QCOMPARE(line.indexOf(start), 15);
    QCOMPARE(line.indexOf(nextBad), line.indexOf(blamed) + 1);
    QCOMPARE(imported.runs(start), 20);
    QCOMPARE(imported.runs(v512), 10);
    QCOMPARE(imported.at(v512).tally.ok, 10);
    QVERIFY(state.runs.at(imported.at(v512).runs.front()).ended->inferred);
    QVERIFY(!state.runs.at(imported.at(start).runs.front()).ended->inferred);
    QCOMPARE(imported.runs("464dca612bc6bceceafadfb4bf28f1a27ccc4632"), 20); // after the bug showed to be flaky
    QCOMPARE(imported.at(start).tally.target, 14);
    QCOMPARE(state.nameOf(id(v513)), QStringLiteral("v5.13"));
    QCOMPARE(state.builtBy(id(v513))->ended->compiler,
             QStringLiteral("gcc (GCC) 10.2.1 20210217, GNU ld (GNU Binutils for Debian) 2.35.1"));
    // "Bisecting: 6 revisions left" stand between it and the oldest bad one.
    QCOMPARE(commitsBehind(state, id(nextBad)), 7);
    QCOMPARE(commitsBehind(state, id(blamed)), 1);
    QVERIFY(commitsBehind(state, id(line.front())) > 1000);
    QVERIFY(state.imported->cut.isEmpty());
    QVERIFY(state.imported->contradictions.isEmpty());
    QVERIFY(state.imported->answer.startsWith(QStringLiteral("first bad commit: 6c2450ae")));
    QVERIFY(!state.imported->inferred.isEmpty());
    QCOMPARE(imported.kept, sample());
    // The report at the end belongs to the one crash of the blamed commit.
    const auto reported =
        std::ranges::count_if(state.runs, [](const auto &run) { return !run.second.ended->report.isEmpty(); });
    QCOMPARE(reported, 1);
}

void ImportTest::sampleNamesTheDoubtedVerdict()
{
    const Imported imported(sample());
    const RevisionState &revision = imported.at(blamed);
    QCOMPARE(revision.verdict(), Verdict::Good);
    QCOMPARE(revision.told->verdict, Verdict::Bad);
    QCOMPARE(revision.tally.target, 0);
    QVERIFY2(revision.reason.startsWith(QStringLiteral("The log says bad, but: ")), qPrintable(revision.reason));
    const std::vector<DoubtedVerdict> doubted = doubtedVerdicts(imported.state);
    QVERIFY(!doubted.empty());
    QCOMPARE(doubted.front().revision, id(blamed));
    QVERIFY2(doubted.front().chanceOfSoFew < 1e-4, qPrintable(doubted.front().sentence));
    QVERIFY(doubted.front().sentence.contains(QStringLiteral("the log says bad; by all runs it is good")));
    QVERIFY(doubted.front().sentence.contains(QStringLiteral("Of 10 runs here 0 hit the bug")));
    QVERIFY(doubted.front().sentence.contains(QStringLiteral("WARNING: ODEBUG bug in netdev_run_todo")));
    // All other verdicts of the log stand.
    for (const auto &[commit, other] : imported.state.revisions) {
        if (other.told && commit != id(blamed)) {
            QVERIFY2(other.verdict() == other.told->verdict, qPrintable(other.reason));
        }
    }
    const QString report = imported.report();
    QVERIFY(report.contains(doubted.front().sentence));
    QVERIFY(report.contains(QStringLiteral("first bad commit: 6c2450ae")));
    // The culprit stands above it, among commits that the log does not name.
    const conductor::Plan plan = conductor::planFor(imported.state);
    QCOMPARE(plan.action, conductor::Plan::Action::NeedsPerson);
    QCOMPARE(plan.candidates, std::vector{id(nextBad)});
    QVERIFY(!plan.culprit);
    QVERIFY2(plan.reason.contains(QStringLiteral("one of about 7 commits up to 66ae0d1e2d9f")),
             qPrintable(plan.reason));
    QVERIFY(plan.reason.contains(QStringLiteral("--repo")));
}

void ImportTest::sampleIsExportedAsItWas()
{
    const Imported imported(sample());
    const Conclusion conclusion;
    const Source source{imported.state, imported.events, conclusion, imported.kept};
    QCOMPARE(exportSession(QStringLiteral("syz"), source).value(), sample());
    Event judged{EventSeq{imported.state.last.value + 1}, 1, VerdictJudged{id(blamed), Verdict::Good, {}, {}, 0}};
    const SessionState changed = extend(imported.state, judged);
    const QByteArray ours =
        exportSession(QStringLiteral("syz"), {changed, imported.events, conclusion, imported.kept}).value();
    QVERIFY(ours != sample());
    QVERIFY(ours.contains("# git bisect good " + blamed));
    QVERIFY(exportSession(QStringLiteral("json"), source).value().contains("\"doubted\":[{"));
    QVERIFY(exportSession(QStringLiteral("git"), source).value().contains("git bisect good " + blamed));
}

void ImportTest::aFlippedVerdictMovesTheRange()
{
    const Imported imported(sample());
    const auto judge = [&](Verdict verdict) {
        const Payload judgement = VerdictJudged{id(blamed), verdict, {}, {}, 0};
        return conductor::planFor(extend(imported.state, {EventSeq{imported.state.last.value + 1}, 1, judgement}));
    };
    const conductor::Plan bad = judge(Verdict::Bad);
    QCOMPARE(bad.culprit, std::optional(id(blamed))); // what the log says
    QCOMPARE(judge(Verdict::Good).candidates, std::vector{id(nextBad)});
}

void ImportTest::cutAnywhere()
{
    const QByteArray whole = sample();
    qsizetype last = 0;
    for (qsizetype end = 0; end < whole.size(); end += 97) {
        const QByteArray bytes = whole.first(end);
        const auto log = readBisectLog(bytes, QStringLiteral("the log"));
        if (!log) {
            QVERIFY2(end < 97, qPrintable(QString::number(end)));
            continue;
        }
        const auto session = sessionFrom(*log, {}, {});
        QVERIFY2(session.has_value(), qPrintable(QString::number(end)));
        QVERIFY(std::ssize(session->events) >= last);
        last = std::ssize(session->events);
        const bool answered = bytes.contains("first bad commit: 6c2450ae55656f6b0370bfd4cb52ec8a4ecd0916 io_uring: "
                                             "allocate memory for overflowed CQEs\n");
        QCOMPARE(log->cut.isEmpty(), answered);
        for (const LoggedTest &test : log->tests) {
            QVERIFY(std::ranges::none_of(test.runs, [&](const LoggedRun &run) {
                return !run.title.isEmpty() &&
                       !whole.contains(QStringLiteral(": crashed: %1\n").arg(run.title).toUtf8());
            }));
        }
    }
    // Cut in the middle of a test, all panes still get a state and a plan.
    for (const char *const mark :
         {"testing release v5.12", "Bisecting: 53 revisions", "all runs: OK\n# git bisect good e1d675df"}) {
        const Imported imported(whole.first(whole.indexOf(mark) + 3));
        QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
        QVERIFY(imported.state.imported->cut.startsWith(QStringLiteral("The log ends in the middle of line ")));
        QVERIFY(!conductor::planFor(imported.state).reason.isEmpty());
        QVERIFY(imported.report().contains(imported.state.imported->cut));
    }
}

void ImportTest::logOf2018()
{
    const QByteArray log =
        "bisecting cause commit starting from " + made('a') + "\nbuilding syzkaller on " + made('f') +
        "\ntesting commit " + made('a') +
        " with gcc (GCC) 8.1.0\nall runs: crashed: WARNING in f\ntesting release v4.19\ntesting commit " + made('b') +
        " with gcc (GCC) 8.1.0\nall runs: OK\n# git bisect start " + made('a') + ' ' + made('b') +
        "\nBisecting: 7 revisions left to test after this (roughly 3 steps)\n[" + made('c') +
        "] mm: a change\n\ntesting commit " + made('c') +
        " with gcc (GCC) 8.1.0\nmm/a.c:1:2: error: no such thing\nmake: *** [mm/a.o] Error 1\n# git "
        "bisect skip " +
        made('c') + "\nBisecting: 6 revisions left to test after this (roughly 3 steps)\n[" + made('d') +
        "] mm: another\n\ntesting commit " + made('d') + " with gcc (GCC) 8.1.0\n" + runLines(3, 5, "WARNING in f") +
        "# git bisect bad " + made('d') +
        "\nrevisions tested: 3, total time: 1h0m0s (build: 1h0m0s, test: 0s)\nfirst bad commit: " + made('d') +
        " mm: another\ncc: [\"a@b.c\"]\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.line(), (QList{made('c'), made('d'), made('a')}));
    QCOMPARE(imported.runs(made('a')), 10);
    QCOMPARE(imported.at(made('a')).tally.target, 10);
    QCOMPARE(imported.runs(made('d')), 8);
    QCOMPARE(imported.at(made('c')).verdict(), Verdict::Skip);
    QVERIFY(imported.at(made('c')).reason.contains(QStringLiteral("mm/a.c:1:2: error: no such thing")));
    QCOMPARE(imported.state.builds.at(imported.at(made('a')).builds.front()).ended->compiler,
             QStringLiteral("gcc (GCC) 8.1.0"));
}

void ImportTest::logOf2024()
{
    const auto test = [](char digit, const QByteArray &runs) {
        return "testing commit " + made(digit) +
               " gcc\ncompiler: gcc (Debian 12.2.0-14) 12.2.0\nkernel signature: " + QByteArray(64, digit) + '\n' +
               runs;
    };
    const QByteArray log =
        "ci2 starts bisection 2024-05-01 10:00:00 +0000 UTC\nbisecting cause commit starting from " + made('a') +
        "\nbuilding syzkaller on " + made('f') + "\nensuring issue is reproducible on original commit " + made('a') +
        "\n\n" + test('a', runLines(15, 5)) +
        "representative crash: KASAN: use-after-free Read in f, types: [KASAN-USE-AFTER-FREE-READ]\n"
        "check whether we can drop unnecessary instrumentation\ndisabling configs for [UBSAN BUG], they are not "
        "needed\n" +
        test('a', runLines(0, 10)) + "kconfig minimization: base=3000 full=7000 leaves diff=2000\n" +
        "testing without sub-chunk 1/5\n" + test('a', "all runs: boot failed: can't ssh into the instance\n") +
        "picked [v6.8 v6.7] out of 30 release tags\ntesting release v6.8\n" +
        test('b', "all runs: OK\nfalse negative chance: 0.000\n") + "# git bisect start " + made('a') + ' ' +
        made('b') + "\nBisecting: 2 revisions left to test after this (roughly 2 steps)\n[" + made('c') +
        "] net: one\n\n" + test('c', runLines(1, 9)) +
        "unable to determine the verdict: 9 good runs (wanted 5), for bad wanted 5 in total, got 10\n# git bisect "
        "skip " +
        made('c') + "\nBisecting: 2 revisions left to test after this (roughly 2 steps)\n[" + made('d') +
        "] net: two\n\ntesting commit " + made('d') + " gcc\nfailed building " + made('d') +
        ": net/x.c:3:1: error: broken\nmake: *** [net] Error 2\n\n# git bisect skip " + made('d') +
        "\nThere are only 'skip'ped commits left to test.\nThe first bad commit could be any of:\n" + made('d') + '\n' +
        made('c') + '\n' + made('a') +
        "\nWe cannot bisect more!\n\nrevisions tested: 6, total time: 1h (build: 30m, test: 30m)\n"
        "bisection is inconclusive, the first bad commit could be any of:\n" +
        made('d') + '\n' + made('c') + '\n' + made('a') + '\n';
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.runs(made('a')), 20); // those of smaller configs are left out
    QCOMPARE(imported.at(made('a')).tally.target, 15);
    QVERIFY(imported.report().contains(QStringLiteral("2 tests of smaller configs are left out")));
    QCOMPARE(imported.runs(made('b')), 10);
    QCOMPARE(imported.at(made('d')).verdict(), Verdict::Skip);
    QVERIFY(imported.at(made('d')).reason.contains(QStringLiteral("net/x.c:3:1: error: broken")));
    // The log could not tell; its one crash of the bug does.
    QCOMPARE(imported.at(made('c')).told->verdict, Verdict::Skip);
    QCOMPARE(imported.at(made('c')).tally.target, 1);
    QVERIFY(imported.at(made('c')).told->sentence.contains(QStringLiteral("unable to determine the verdict")));
    QVERIFY(imported.state.imported->answer.startsWith(QStringLiteral("bisection is inconclusive")));
}

void ImportTest::fixLog()
{
    const QByteArray log =
        "bisecting fixing commit since " + made('a') + "\nbuilding syzkaller on " + made('f') + "\ntesting commit " +
        made('a') + " with gcc (GCC) 8.1.0\n" + runLines(9, 1) + "testing current HEAD " + made('b') +
        "\ntesting commit " + made('b') + " with gcc (GCC) 8.1.0\nall runs: OK\n# git bisect start " + made('b') + ' ' +
        made('a') + "\nBisecting: 1 revision left to test after this (roughly 1 step)\n[" + made('c') +
        "] fs: before\n\ntesting commit " + made('c') + " with gcc (GCC) 8.1.0\n" + runLines(8, 2) +
        "# git bisect good " + made('c') + "\nBisecting: 0 revisions left to test after this (roughly 0 steps)\n[" +
        made('d') + "] fs: the fix\n\ntesting commit " + made('d') +
        " with gcc (GCC) 8.1.0\nall runs: OK\n# git bisect bad " + made('d') + '\n' + made('d') +
        " is the first bad commit\nrevisions tested: 4, total time: 1h (build: 1h, test: "
        "0s)\nfirst good commit: " +
        made('d') + " fs: the fix\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.state.setup().kernel.find, Find::Fix);
    QCOMPARE(imported.state.created.bad, id(made('a')));
    QCOMPARE(imported.state.created.goods, QList{id(made('b'))});
    QCOMPARE(imported.line(), (QList{made('c'), made('d'), made('b')}));
    QCOMPARE(imported.at(made('c')).verdict(), Verdict::Bad); // the bug is there, though git calls it good
    QCOMPARE(imported.at(made('c')).told->word, QStringLiteral("good"));
    QCOMPARE(imported.at(made('d')).verdict(), Verdict::Good);
    const conductor::Plan plan = conductor::planFor(imported.state);
    QVERIFY2(plan.candidates == std::vector{id(made('d'))}, qPrintable(plan.reason));
}

void ImportTest::fixGuardSaysNothingOfTheBug()
{
    const QByteArray log = "bisecting fixing commit since " + made('a') + "\ntesting commit " + made('a') +
                           " gcc\ncompiler: gcc\n" + runLines(20, 0) + "testing current HEAD " + made('b') +
                           "\ntesting commit " + made('b') + " gcc\ncompiler: gcc\nall runs: OK\n# git bisect start " +
                           made('b') + ' ' + made('a') +
                           "\nBisecting: 3 revisions left to test after this (roughly 2 steps)\n[" + made('c') +
                           "] side: forked before\n\ntesting commit " + made('c') +
                           " gcc\ncompiler: gcc\nall runs: OK\n"
                           "determine whether the revision contains the guilty commit\nchecking the merge base " +
                           made('e') + "\nno existing result, test the revision\ntesting commit " + made('e') +
                           " gcc\ncompiler: gcc\nall runs: OK\n"
                           "the bug was not introduced yet; pretend that kernel crashed\n# git bisect good " +
                           made('c') + '\n';
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    const RevisionState &revision = imported.at(made('c'));
    QVERIFY(revision.told->pretended);
    QCOMPARE(revision.told->verdict, Verdict::Bad);
    QVERIFY2(revision.presence.value_or(0) > 0.9, qPrintable(revision.reason)); // its runs do not make it the fix
    QVERIFY(!imported.line().contains(made('e')));
    QCOMPARE(imported.runs(made('e')), 10);
}

void ImportTest::inconclusiveLog()
{
    const QByteArray log =
        "bisecting cause commit starting from " + made('a') + "\ntesting commit " + made('a') +
        " with gcc (GCC) 8.1.0\nall runs: OK\nrevisions tested: 1, total time: 1m (build: 1m, test: 0s)\n"
        "error: the crash wasn't reproduced on the original commit\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.state.imported->answer,
             QStringLiteral("error: the crash wasn't reproduced on the original commit"));
    QVERIFY(imported.state.imported->cut.isEmpty());
    QVERIFY(!conductor::planFor(imported.state).culprit);
}

void ImportTest::oldestReleaseHasTheBugToo()
{
    QByteArray log = "bisecting cause commit starting from " + made('a') + "\ntesting commit " + made('a') +
                     " with gcc (GCC) 8.1.0\n" + runLines(10, 0);
    for (const char release : {'b', 'c'}) {
        log += QByteArray("testing release v4.") + release + "\ntesting commit " + made(release) +
               " with gcc (GCC) 8.1.0\n" + runLines(10, 0);
    }
    log += "revisions tested: 3, total time: 1m (build: 1m, test: 0s)\n"
           "the crash already happened on the oldest tested release\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.line(), (QList{made('c'), made('b'), made('a')}));
    QVERIFY(imported.state.created.goods.isEmpty());
    const conductor::Plan plan = conductor::planFor(imported.state);
    QCOMPARE(plan.action, conductor::Plan::Action::NeedsPerson);
    QVERIFY2(plan.reason.contains(QStringLiteral("no revision without the bug")), qPrintable(plan.reason));
}

void ImportTest::contradictionsAreNamed()
{
    const QByteArray log = "bisecting cause commit starting from " + made('a') + "\ntesting commit " + made('a') +
                           " with gcc\n" + runLines(10, 0) + "testing commit " + made('a') + " with gcc\n" +
                           runLines(0, 10) + "testing release v5.0\ntesting commit " + made('b') + " with gcc\n" +
                           runLines(0, 10) + "# git bisect start " + made('a') + ' ' + made('b') + "\ntesting commit " +
                           made('c') + " with gcc\n" + runLines(0, 10) + "# git bisect bad " + made('c') +
                           "\n# git bisect good " + made('d') + "\n# git bisect good " + made('c') +
                           "\nrevisions tested: 3\nfirst bad commit: " + made('e') + " unheard of\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    const QString report = imported.report();
    const auto digits = [](char digit) { return QString(12, QLatin1Char(digit)); };
    for (const QString &sentence :
         {QStringLiteral("%1 was tested twice: one test crashed, the other did not.").arg(digits('a')),
          QStringLiteral("The log says good of %1, which it does not test.").arg(digits('d')),
          QStringLiteral("The log says bad of %1, and later good.").arg(digits('c')),
          QStringLiteral("The log names %1 the culprit, which it never judged so.").arg(digits('e'))}) {
        QVERIFY2(report.contains(sentence), qPrintable(sentence + u'\n' + report));
    }
}

void ImportTest::hostileLogs_data()
{
    QTest::addColumn<QByteArray>("log");
    const QByteArray head =
        "bisecting cause commit starting from " + made('a') + "\ntesting commit " + made('a') + " with gcc\n";
    QTest::newRow("escapes")
        << head + "run #0: crashed: \x1b[2J\x1b]0;title\x07 bug \xff\xfe\nrun #1: crashed: \xe2\x80\xae kcatta\n";
    QTest::newRow("zeros") << head + QByteArray("run #0: crashed: a\0b\n", 21) + QByteArray(1000, '\0') + '\n';
    QTest::newRow("long line") << head + "run #0: crashed: " + QByteArray(1 << 20, 'x') + '\n' +
                                      QByteArray(1 << 20, 'y') + '\n';
    QTest::newRow("million lines") << head + QByteArray("run #0: OK\n").repeated(1'000'000);
    QTest::newRow("million unknown lines") << head + QByteArray("what is that\n").repeated(1'000'000);
    QByteArray tests = head;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray hash = QByteArray::number(i).rightJustified(40, '0');
        tests += "testing commit " + hash + " with gcc\nrun #0: OK\n# git bisect good " + hash + '\n';
    }
    QTest::newRow("many tests") << tests;
    QByteArray verdicts = "git bisect start\n";
    for (int i = 1; i < 20'000; ++i) {
        verdicts += "git bisect " + QByteArray(i % 3 == 0 ? "bad " : "good ") +
                    QByteArray::number(i).rightJustified(40, '0') + '\n';
    }
    QTest::newRow("many verdicts") << verdicts;
    QTest::newRow("huge numbers") << head + "# git bisect start " + made('a') + ' ' + made('b') +
                                         "\nBisecting: 99999999999999999999 revisions left to test after this\n[" +
                                         made('c') + "] x\n\n# git bisect bad " + made('c') +
                                         "\nBisecting: 999999999 revisions left to test after this\n[" + made('d') +
                                         "] x\n\n# git bisect bad " + made('d') + '\n';
    QTest::newRow("same ends") << head + "# git bisect start " + made('a') + ' ' + made('a') + "\n# git bisect good " +
                                      made('a') + '\n';
    QTest::newRow("git with the same ends")
        << "git bisect start\ngit bisect bad " + made('a') + "\ngit bisect good " + made('a') + '\n';
    QTest::newRow("quotes")
        << "git bisect start '--term-old=\x1b[1m' '--term-new' 'it'\\''s' 'unended\ngit bisect skip " + made('a') +
               '\n';
}

void ImportTest::hostileLogs()
{
    QFETCH(QByteArray, log);
    QElapsedTimer timer;
    timer.start();
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.kept.size(), log.size());
    QVERIFY(imported.state.runs.size() <= 25'000);
    QVERIFY(imported.state.revisions.size() <= 6'000);
    const QString text = imported.report() + conductor::planFor(imported.state).reason;
    QVERIFY(std::ranges::none_of(text, [](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n') || c.category() == QChar::Other_Format;
    }));
}

void ImportTest::whatIsNoLogIsRefused()
{
    const QList<QByteArray> noLogs{QByteArray(),
                                   "\n\n",
                                   "hello\nworld\n",
                                   QByteArray(100'000, '\0'),
                                   "\x7f"
                                   "ELF",
                                   "bisecting cause commit starting from nowhere\n",
                                   "# git bisect start\n",
                                   "git bisect start\n",
                                   QByteArray(mostLogBytes + 1, 'x')};
    for (const QByteArray &bytes : noLogs) {
        const auto log = readBisectLog(bytes, QStringLiteral("/tmp/\x1b[2Jx"));
        QVERIFY2(!log, bytes.first(std::min<qsizetype>(bytes.size(), 100)).constData());
        QCOMPARE(log.error().kind, Error::Kind::Use);
        const QString message = QString::fromStdString(log.error().message);
        QVERIFY2(message.endsWith(u'.') && !message.contains(u'\x1b'), qPrintable(message));
    }
}

/// What this program writes in these formats, it reads.
void ImportTest::ownExportComesBack()
{
    const Imported imported(sample());
    const Conclusion conclusion;
    const Imported again(exchange::syzLog(imported.state, conclusion).toUtf8());
    QVERIFY2(again.error.isEmpty(), qPrintable(again.error));
    QCOMPARE(again.state.created.goods, imported.state.created.goods);
    for (const auto &[commit, revision] : imported.state.revisions) {
        const RevisionState *other = again.state.revision(commit);
        QVERIFY2(other != nullptr, commit.hex().c_str());
        QCOMPARE(other->tally.target, revision.tally.target);
    }
    const Imported byGit(exchange::gitLog(imported.state, conclusion).toUtf8());
    QVERIFY2(byGit.error.isEmpty(), qPrintable(byGit.error));
    QCOMPARE(byGit.state.created.bad, imported.state.created.bad);
    QCOMPARE(byGit.at(blamed).told->verdict, Verdict::Good);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "importtest.moc"
