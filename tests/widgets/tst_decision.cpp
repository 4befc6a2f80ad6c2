// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/decisionview.h"
#include "widgets/doubttext.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Verdict;

namespace
{

QString joined(const std::vector<DecisionPart> &parts)
{
    QString text;
    for (const DecisionPart &part : parts) {
        text += part.heading + u'\n' + part.lines.join(u'\n') + u'\n';
    }
    return text;
}

} // namespace

class DecisionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionNamesRuleAndCounts();
    void decisionOfAnUntestedRevision();
    void decisionShowsNoMarkup();
    void decisionKeepsASelectionWhenCountsChange();
    void decisionTellsWhatTheSearchExpects();
    void decisionTellsHowSureAVerdictIs();
    void decisionTellsWhatTheAnswerLeansOn();
    void chancesAreNeverQuiteSure();
    void decisionTellsThoughtsAndSuspicions();
};

void DecisionTest::decisionNamesRuleAndCounts()
{
    const conductor::SnapshotPtr snapshot = sample::running().snapshot();
    const QString bad = joined(decisionOf(*snapshot, sample::id(60)));
    QVERIFY2(bad.contains(u"Held for bad: 5 of 10 runs hit the bug, 2 are enough"_s), qPrintable(bad));
    QVERIFY(bad.contains(u"Not overruled."_s));
    QVERIFY(bad.contains(u"5×  "_s + sample::target));
    const QString judged = joined(decisionOf(*snapshot, sample::id(15)));
    QVERIFY2(judged.contains(u"Held for bad, because you said so. By its runs it would be good"_s), qPrintable(judged));
    QVERIFY(judged.contains(u"Your note: the hang is the same bug"_s));
    const QString skip = joined(decisionOf(*snapshot, sample::id(30)));
    QVERIFY(skip.contains(u"implicit declaration"_s));
    const DecisionPart plan = planLines(*snapshot);
    QVERIFY(plan.heading.contains(hashText(sample::id(7))));
    QVERIFY(plan.lines.contains(u"It halves the 15 suspects."_s));
    sample::Session named = sample::running();
    named.plan.reason = u"a196633e1f1b tells most"_s;
    QVERIFY(planLines(*named.snapshot()).lines.contains(u"a196633e1f1b tells most."_s));
    QVERIFY(plan.lines.contains(u"Suspects: 15. Left to test after this: 7, about 3 steps."_s));
}

void DecisionTest::decisionOfAnUntestedRevision()
{
    const conductor::SnapshotPtr snapshot = sample::running().snapshot();
    QVERIFY(joined(decisionOf(*snapshot, sample::id(5))).contains(u"still a suspect"_s));
    QVERIFY(joined(decisionOf(*snapshot, sample::id(40))).contains(u"no suspect any more"_s));
}

void DecisionTest::decisionShowsNoMarkup()
{
    sample::Session s = sample::running();
    s.revision(15).note = u"<b>bold</b> <img src=\"file:///etc/passwd\"> \u202eevil"_s;
    DecisionView view;
    view.setSnapshot(s.snapshot());
    view.setRevision(sample::id(15));
    QVERIFY(view.toPlainText().contains(u"<b>bold</b> <img src=\"file:///etc/passwd\">"_s));
    QVERIFY(!view.toPlainText().contains(QChar(0x202e)));
    QCOMPARE(toolTipOf(u"<b>x"_s).contains(u"<b>"_s), false);
}

void DecisionTest::decisionKeepsASelectionWhenCountsChange()
{
    sample::Session s = sample::running();
    DecisionView view;
    view.setRevision(sample::id(60));
    view.setSnapshot(s.snapshot());
    const QString before = view.toPlainText();
    view.moveCursor(QTextCursor::Start);
    view.moveCursor(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    const QString selected = view.textCursor().selectedText();
    QVERIFY(!selected.isEmpty());

    const RunId run = s.run(60, std::nullopt);
    s.endRun(run, Outcome::Crashed, sample::target);
    view.setSnapshot(s.snapshot());
    DecisionView fresh;
    fresh.setRevision(sample::id(60));
    fresh.setSnapshot(s.snapshot());
    QVERIFY(view.toPlainText() != before);
    QCOMPARE(view.toPlainText(), fresh.toPlainText());
    QCOMPARE(view.textCursor().selectedText(), selected);
    view.setRevision(sample::id(15));
    fresh.setRevision(sample::id(15));
    QCOMPARE(view.toPlainText(), fresh.toPlainText());
}

void DecisionTest::decisionTellsWhatTheSearchExpects()
{
    sample::Session s = sample::doubtful();
    DecisionView view;
    view.setSnapshot(s.snapshot());
    const QString text = view.toPlainText();
    for (const QString &line :
         {u"It splits what is left best."_s, u"The likeliest culprit is %1 (\"Merge tag"_s.arg(hashText(sample::id(9))),
          u"with 43 %; the search ends at 99 %."_s,
          u"The bug shows in 62 % of the runs where it is (90 % sure: in 48 to 75 %)."_s,
          u"Now: 14 commits share 95 % of the suspicion, the likeliest has 43 %."_s,
          u"If the bug shows (55 %): 12 commits share 95 % of the suspicion, the likeliest has 20 %."_s,
          u"If it does not (45 %): 1 commit has 97 % of the suspicion."_s,
          u"To go: about 4 builds, 60 runs, 13 to 35 minutes."_s}) {
        QVERIFY2(text.contains(line), qPrintable(line + u"\n\n"_s + text));
    }
    QVERIFY(!text.contains(u"bits"_s));
    QVERIFY(view.toolTip().contains(u"0.83 bits"_s));
    // Nobody is named before there is evidence.
    s.plan.phase = conductor::Phase::BadIsBad;
    s.plan.doubt->prospects = {};
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.toPlainText().contains(u"likeliest"_s));
}

void DecisionTest::decisionTellsHowSureAVerdictIs()
{
    const sample::Session s = sample::doubtful();
    const auto text = [&](int number) { return joined(decisionOf(*s.snapshot(), sample::id(number))); };
    QVERIFY2(text(0).contains(u"Called good; the bug is there all the same with 1.6 %."_s), qPrintable(text(0)));
    QVERIFY2(text(31).contains(u"Called bad; the bug is not there all the same with 0.2 %."_s), qPrintable(text(31)));
    QVERIFY(!text(15).contains(u"all the same"_s)); // a person's word
    QVERIFY2(text(13).contains(u"the bug is there with 80 %, and comes from this commit with 4 %"_s),
             qPrintable(text(13)));
}

void DecisionTest::decisionTellsWhatTheAnswerLeansOn()
{
    sample::Session s = sample::doubtful();
    s.plan.action = conductor::Plan::Action::Finished;
    s.plan.phase = conductor::Phase::Done;
    s.plan.culprit = sample::id(9);
    s.plan.doubt->confidence = 0.97;
    s.plan.doubt->prospects = {};
    s.plan.doubt->toGo = {};
    s.plan.doubt->support = sample::id(31);
    s.plan.doubt->withoutSupport = 0.38;
    DecisionView view;
    view.setSnapshot(s.snapshot());
    const QString text = view.toPlainText();
    QVERIFY2(text.contains(u"That is less than the 99 % asked for."_s), qPrintable(text));
    QVERIFY2(text.contains(u"It leans most on %1"_s.arg(hashText(sample::id(31)))), qPrintable(text));
    QVERIFY2(text.contains(u"without the runs there it would have 38 %."_s), qPrintable(text));
    QVERIFY(!text.contains(u"To go"_s));
    s.plan.doubt->confidence = 0.995;
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.toPlainText().contains(u"less than"_s));
}

void DecisionTest::chancesAreNeverQuiteSure()
{
    QCOMPARE(chanceText(1), u"over 99.9 %"_s);
    QCOMPARE(chanceText(0.99949), u"99.9 %"_s);
    QCOMPARE(chanceText(0.99), u"99 %"_s);
    QCOMPARE(chanceText(0.431), u"43 %"_s);
    QCOMPARE(chanceText(0.0161), u"1.6 %"_s);
    QCOMPARE(chanceText(0), u"under 0.1 %"_s);
    QCOMPARE(shortChanceText(1e-9), u"<0.1 %"_s);
}

void DecisionTest::decisionTellsThoughtsAndSuspicions()
{
    sample::Session s = sample::doubtful();
    s.revision(13).thought = session::Thought{Verdict::Good, 9};
    const QString text = joined(decisionOf(*s.snapshot(), sample::id(13)));
    QVERIFY2(text.contains(u"You think that it is good, 9 to 1"_s), qPrintable(text));
}

QTEST_MAIN(DecisionTest)
#include "tst_decision.moc"
