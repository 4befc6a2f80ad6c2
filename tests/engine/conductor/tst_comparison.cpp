// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/comparison.h"
#include "tests/engine/conductor/course.h"
#include "tests/engine/exchange/importedlog.h"

#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

const QString bug = u"KASAN: slab-use-after-free Read in tcp_recvmsg"_s;

/// A line of 16 commits with the bug from `first` on, searched to its end.
ScriptedSession finished(int first = 8)
{
    auto script = ScriptedSession::line(16);
    const Course course = follow(script, [first](int commit, int) { return commit >= first; });
    Q_ASSERT(course.end.culprit == script.id(first));
    return script;
}

/// Both ends proven by the runs given, then one revision in the middle.
ScriptedSession withMiddle(const std::function<void(ScriptedSession &, const ObjectId &)> &test)
{
    auto script = ScriptedSession::line(16);
    for (const auto &[commit, title] : {std::pair(15, bug), std::pair(-1, QString())}) {
        script.build(script.id(commit));
        for (int run = 0; run < 20; ++run) {
            script.run(script.id(commit), title);
        }
    }
    test(script, script.id(7));
    return script;
}

auto runs(int hits, int silent, const QString &title = bug)
{
    return [=](ScriptedSession &script, const ObjectId &id) {
        script.build(id);
        for (int run = 0; run < hits + silent; ++run) {
            script.run(id, run < hits ? title : QString());
        }
    };
}

ComparedRevision at(const Comparison &comparison, const ObjectId &id)
{
    return *std::ranges::find(comparison.revisions, id, &ComparedRevision::revision);
}

QString textOf(const Comparison &comparison, const ScriptedSession &first, const ScriptedSession &second)
{
    return comparisonText(comparison, first.state(), second.state(), {u"mine"_s, u"theirs"_s});
}

} // namespace

class ComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionIsLikeItself()
    {
        const ScriptedSession script = finished();
        const Comparison comparison = comparisonOf(script.state(), script.state());
        QVERIFY(comparison.sameAnswer);
        QVERIFY(!comparison.parting && comparison.howTheyPart.isEmpty());
        QVERIFY(comparison.settings.isEmpty());
        QCOMPARE(comparison.first.culprit, std::optional(script.id(8)));
        QVERIFY(comparison.revisions.size() > 4);
        for (const ComparedRevision &revision : comparison.revisions) {
            QVERIFY(!revision.differs && revision.reason.isEmpty());
            QCOMPARE(revision.first, revision.second);
        }
        const QString text = textOf(comparison, script, script);
        QVERIFY2(text.startsWith(u"The same answer\n"_s) && text.contains(u"none\n"_s), qPrintable(text));
    }

    void searchesPartAtTheFirstOtherVerdict()
    {
        const ScriptedSession first = finished(8);
        const ScriptedSession second = finished(5);
        const Comparison comparison = comparisonOf(first.state(), second.state());
        QVERIFY(!comparison.sameAnswer);
        QCOMPARE(comparison.second.culprit, std::optional(second.id(5)));
        QVERIFY(comparison.parting);
        const ComparedRevision parting = at(comparison, *comparison.parting);
        QCOMPARE(parting.first.verdict, Verdict::Good);
        QCOMPARE(parting.second.verdict, Verdict::Bad);
        QVERIFY(parting.differs);
        const int commit = first.commitOf(parting.revision);
        QVERIFY(commit >= 5 && commit < 8);
        QVERIFY2(comparison.howTheyPart.contains(u"says good, the second one bad"_s),
                 qPrintable(comparison.howTheyPart));
        // What only one of them tested is there, and is no difference.
        const auto alone = std::ranges::find_if(
            comparison.revisions, [](const ComparedRevision &revision) { return revision.first.tally.ended() == 0; });
        QVERIFY(alone != comparison.revisions.end() && !alone->differs);
        const QString text = textOf(comparison, first, second);
        QVERIFY2(text.contains(u"\n! "_s) && text.contains(u"second  theirs: "_s), qPrintable(text));
    }

    void why_data()
    {
        using Test = std::function<void(ScriptedSession &, const ObjectId &)>;
        QTest::addColumn<Test>("first");
        QTest::addColumn<Test>("second");
        QTest::addColumn<QString>("reason");
        const Test bad = runs(5, 5);
        QTest::newRow("by chance") << Test(runs(2, 8)) << Test(runs(0, 10)) << u"bad is the fair reading"_s;
        QTest::newRow("not by chance") << Test(runs(9, 1)) << Test(runs(0, 10)) << u"is not silent in 10 runs"_s;
        QTest::newRow("the other way") << Test(runs(0, 10)) << bad << u"in 0 of 10 runs of the first session"_s;
        QTest::newRow("judged") << bad << Test([](ScriptedSession &script, const ObjectId &id) {
            runs(5, 5)(script, id);
            script.add(session::VerdictJudged{id, Verdict::Good, {}, u"me"_s});
        }) << u"Judged good by hand in the second session."_s;
        QTest::newRow("build") << Test([](ScriptedSession &script, const ObjectId &id) {
            script.build(id, session::BuildOutcome::Failed);
        }) << bad << u"It did not build in the first session (main.c:1: error: no)"_s;
        QTest::newRow("title") << bad << Test([](ScriptedSession &script, const ObjectId &id) {
            script.add(session::TitleJudged{u"WARNING in other"_s, session::Relevance::Unrelated, {}, u"me"_s});
            runs(1, 9, u"WARNING in other"_s)(script, id);
        }) << u"those of the other one, with \"WARNING in other\", do not count there"_s;
        QTest::newRow("same kernel") << bad << Test([](ScriptedSession &script, const ObjectId &id) {
            script.build(id, session::BuildOutcome::Built, u"1234"_s);
            for (int run = 0; run < 10; ++run) {
                script.run(id);
            }
        }) << u"5 of 10 runs of the first session and in 0 of 10 runs of the second one."_s;
    }

    void why()
    {
        using Test = std::function<void(ScriptedSession &, const ObjectId &)>;
        QFETCH(Test, first);
        QFETCH(Test, second);
        QFETCH(QString, reason);
        const ScriptedSession one = withMiddle(first);
        const ScriptedSession other = withMiddle(second);
        const Comparison comparison = comparisonOf(one.state(), other.state());
        const ComparedRevision revision = at(comparison, one.id(7));
        QVERIFY(revision.differs);
        QVERIFY2(revision.reason.contains(reason), qPrintable(revision.reason));
        QVERIFY(revision.reason.endsWith(u'.'));
        QCOMPARE(comparison.parting, std::optional(one.id(7)));
        QVERIFY(textOf(comparison, one, other).contains(revision.reason));
        for (const ComparedRevision &end : comparison.revisions) {
            QVERIFY(end.revision == one.id(7) || !end.differs);
        }
    }

    void theVerySameKernelIsNamed()
    {
        const auto test = [](int hits) {
            return withMiddle([hits](ScriptedSession &script, const ObjectId &id) {
                script.build(id, session::BuildOutcome::Built, u"abcd"_s);
                for (int run = 0; run < 10; ++run) {
                    script.run(id, run < hits ? bug : QString());
                }
            });
        };
        const ScriptedSession one = test(9);
        const ScriptedSession other = test(0);
        const Comparison comparison = comparisonOf(one.state(), other.state());
        QVERIFY(at(comparison, one.id(7)).reason.endsWith(u"Both ran the very same kernel."_s));
    }

    void aLogTellsItsAnswer()
    {
        const test::Imported log(test::sample());
        QVERIFY2(log.error.isEmpty(), qPrintable(log.error));
        const session::VerdictJudged judgement{test::id(test::v513), Verdict::Good, {}, u"me"_s};
        const session::SessionState own =
            session::extend(log.state, {EventSeq{log.state.last.value + 1}, log.state.lastAt, judgement});
        const Comparison comparison = comparisonOf(log.state, own);
        QCOMPARE(comparison.first.culprit, std::optional(test::id(test::blamed)));
        QVERIFY(comparison.first.confirmed);
        QVERIFY(comparison.settings.isEmpty());
        const ComparedRevision revision = at(comparison, test::id(test::v513));
        QVERIFY(revision.first.isTold && !revision.second.isTold && revision.second.isJudged);
        QCOMPARE(revision.reason, u"Judged good by hand in the second session."_s);
        QCOMPARE(comparison.parting, std::optional(revision.revision));
        const QString text = comparisonText(comparison, log.state, own, {u"theirs"_s, u"mine"_s});
        QVERIFY2(text.contains(u"a log does not tell its settings"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
