// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/activitylog.h"
#include "widgets/codeedit.h"
#include "widgets/decisionview.h"
#include "widgets/doubttext.h"
#include "widgets/elidedlabel.h"
#include "widgets/phasesview.h"
#include "widgets/plaintext.h"
#include "widgets/reportview.h"
#include "widgets/stepsview.h"
#include "widgets/titlesview.h"
#include "widgets/verdictbar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Verdict;

namespace
{

/// Every cell of the model.
QStringList told(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts << index.data().toString() << index.data(Qt::AccessibleTextRole).toString();
        }
        texts << told(model, model.index(row, 0, parent));
    }
    return texts;
}

QString joined(const std::vector<DecisionPart> &parts)
{
    QString text;
    for (const DecisionPart &part : parts) {
        text += part.heading + u'\n' + part.lines.join(u'\n') + u'\n';
    }
    return text;
}

VerdictBar::Target targetOf(int number, bool judged = false)
{
    return {sample::id(number), u"net: tcp: take the reference"_s, Verdict::Bad, judged};
}

void hover(QWidget *widget, bool in)
{
    if (in) {
        QEnterEvent event(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QApplication::sendEvent(widget, &event);
    } else {
        QEvent event(QEvent::Leave);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

class PanesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsGrowWithoutAReset();
    void stepsTellWhatAFreshModelTells();
    void stepsGoBackInTime();
    void stepsTakeThousandsOfRuns();
    void stepsSayWhatHappened();
    void stepsSayHowSureVerdictsAre();
    void stepsTellRowsApart();
    void stepsFilter();
    void stepsSelectSilently();

    void titlesComeAndGo();
    void titlesAreJudged();
    void titlesShowACrash();
    void titlesPreviewTheirJudgement();
    void phasesCount();
    void phasesTellTheChance();
    void decisionNamesRuleAndCounts();
    void decisionOfAnUntestedRevision();
    void decisionShowsNoMarkup();
    void decisionKeepsASelectionWhenCountsChange();
    void decisionTellsWhatTheSearchExpects();
    void decisionTellsHowSureAVerdictIs();
    void decisionTellsWhatTheAnswerLeansOn();
    void chancesAreNeverQuiteSure();
    void activityIsInWords();
    void reportCopies();

    void barNamesItsTarget();
    void barSendsPayloads();
    void barSaysWhatIsOnlyThought();
    void decisionTellsThoughtsAndSuspicions();
    void barKeepsItsTargetWhileInUse();
    void barAsksForPreviews();
    void barSaysWhyItIsBlocked();
};

void PanesTest::stepsTellWhatAFreshModelTells()
{
    StepsModel model([] { return qint64{0}; });
    sample::Session s;
    const auto show = [&] {
        model.setSnapshot(s.snapshot());
        StepsModel fresh([] { return qint64{0}; });
        fresh.setSnapshot(s.snapshot());
        QCOMPARE(told(model), told(fresh));
    };
    for (int number = 1; number <= 4; ++number) {
        s.build(number, session::BuildOutcome::Running);
        show();
        s.build(number, session::BuildOutcome::Built);
        show();
        for (int i = 0; i < 3; ++i) {
            const RunId run = s.run(number, std::nullopt);
            show();
            s.endRun(run, i == 0 ? Outcome::Crashed : Outcome::Ok, i == 0 ? sample::target : QString());
            show();
        }
        s.verdict(number, Verdict::Bad, u"1 of 3"_s);
        show();
    }
    s.revision(2).judged = Verdict::Good;
    show();
}

void PanesTest::stepsGrowWithoutAReset()
{
    StepsModel model([] { return qint64{0}; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    sample::Session s;
    model.setSnapshot(s.snapshot());
    for (int number = 1; number <= 8; ++number) {
        s.build(number, session::BuildOutcome::Built);
        model.setSnapshot(s.snapshot());
        for (int i = 0; i < 4; ++i) {
            const RunId run = s.run(number, std::nullopt);
            model.setSnapshot(s.snapshot());
            s.endRun(run, i == 0 ? Outcome::Crashed : Outcome::Ok, i == 0 ? sample::target : QString());
            model.setSnapshot(s.snapshot());
        }
        s.verdict(number, Verdict::Bad, u"1 of 4"_s);
        model.setSnapshot(s.snapshot());
    }
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.rowCount(model.index(7, 0)), 5);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(removed.size(), 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(s.snapshot());
    QCOMPARE(changed.size(), 0);
}

void PanesTest::stepsGoBackInTime()
{
    StepsModel model([] { return qint64{0}; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const conductor::SnapshotPtr late = sample::running().snapshot();
    sample::Session early;
    early.build(60, session::BuildOutcome::Built);
    early.run(60, Outcome::Ok);
    model.setSnapshot(late);
    const int all = model.rowCount();
    model.setSnapshot(early.snapshot());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    model.setSnapshot(late);
    QCOMPARE(model.rowCount(), all);
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void PanesTest::stepsTakeThousandsOfRuns()
{
    StepsModel model([] { return qint64{0}; });
    sample::Session s;
    for (int number = 1; number <= 20; ++number) {
        s.build(number, session::BuildOutcome::Built);
        for (int i = 0; i < 100; ++i) {
            s.run(number, i % 10 == 0 ? Outcome::Crashed : Outcome::Ok, i % 10 == 0 ? sample::target : QString());
        }
    }
    const RunId last = s.run(20, std::nullopt);
    model.setSnapshot(s.snapshot());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    s.endRun(last, Outcome::Ok);
    model.setSnapshot(s.snapshot());
    QCOMPARE(changed.size(), 2); // the run and its revision
    QCOMPARE(model.rowCount(model.index(19, 0)), 102);
}

void PanesTest::stepsSayWhatHappened()
{
    StepsModel model([] { return qint64{0}; });
    model.setSnapshot(sample::running().snapshot());
    const auto text = [&](int step, int column) { return model.index(step, column).data().toString(); };
    QVERIFY(text(0, StepsModel::Step).startsWith(u"1  "_s + hashText(sample::id(60)) + u"  v6.9-rc1"_s));
    QCOMPARE(text(0, StepsModel::Verdict), u"bad"_s);
    QVERIFY(text(0, StepsModel::Runs).startsWith(u"5 of 10 runs hit the bug"_s));
    QCOMPARE(text(0, StepsModel::Title), sample::target);
    QCOMPARE(text(1, StepsModel::Verdict), u"good"_s);
    QCOMPARE(text(2, StepsModel::Verdict), u"skip"_s);
    QCOMPARE(text(4, StepsModel::Verdict), u"bad"_s);
    QCOMPARE(model.index(4, 0).data(StepsModel::StruckRole).toString(), u"good"_s);
    QVERIFY(model.index(4, 0).data(Qt::AccessibleTextRole).toString().contains(u"overruled, was good"_s));
    QCOMPARE(text(5, StepsModel::Verdict), u"testing"_s);
    QCOMPARE(text(6, StepsModel::Verdict), u"building ahead 61 %"_s);
    const QModelIndex failed = model.index(0, StepsModel::Title, model.index(2, 0));
    QVERIFY(failed.data().toString().contains(u"implicit declaration"_s));
    const QModelIndex booting = model.index(4, StepsModel::Verdict, model.index(5, 0));
    QCOMPARE(booting.data().toString(), u"booting"_s);
    QCOMPARE(model.index(4, StepsModel::Step, model.index(5, 0)).data().toString(), u"run 6.4"_s);
}

void PanesTest::stepsSayHowSureVerdictsAre()
{
    StepsModel model([] { return qint64{0}; });
    sample::Session s = sample::doubtful();
    s.activity.machines.clear();
    model.setSnapshot(s.snapshot());
    const auto verdict = [&](int step) { return model.index(step, StepsModel::Verdict).data().toString(); };
    QCOMPARE(verdict(0), u"bad >99.9 %"_s);
    QCOMPARE(verdict(1), u"good 98.4 %"_s);
    QCOMPARE(verdict(2), u"skip"_s);
    QCOMPARE(verdict(3), u"bad 99.8 %"_s);
    QCOMPARE(verdict(4), u"bad"_s); // a person's word
    QCOMPARE(verdict(5), u"in doubt 40 %"_s);
    QVERIFY(model.index(5, StepsModel::Verdict).data(Qt::ToolTipRole).toString().contains(u"bug is there with 40 %"_s));
    s.revision(7).presence = 0.3;
    model.setSnapshot(s.snapshot());
    QCOMPARE(verdict(5), u"in doubt 30 %"_s);
}

void PanesTest::stepsTellRowsApart()
{
    StepsView view;
    view.resize(900, 500);
    view.show();
    view.setSnapshot(sample::running().snapshot());
    QSignalSpy run(&view, &StepsView::runActivated);
    QSignalSpy build(&view, &StepsView::buildActivated);
    QSignalSpy selected(&view, &StepsView::revisionSelected);
    QTreeView *tree = view.tree();
    const QModelIndex step = tree->model()->index(0, 0);
    tree->expand(step);
    tree->setCurrentIndex(tree->model()->index(3, 0, step));
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(run.size(), 1);
    QCOMPARE(run[0][0].value<RunId>(), RunId{3});
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<history::ObjectId>(), sample::id(60));
    tree->setCurrentIndex(tree->model()->index(0, 0, step));
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(build.size(), 1);
    QCOMPARE(build[0][0].value<BuildId>(), BuildId{1});
}

void PanesTest::stepsFilter()
{
    StepsView view;
    view.setSnapshot(sample::running().snapshot());
    QTest::keyClicks(view.filter(), u"BOOT failed"_s);
    QCOMPARE(view.tree()->model()->rowCount(), 1);
    QVERIFY(view.tree()->model()->index(0, 0).data().toString().contains(hashText(sample::id(31))));
    view.filter()->clear();
    QCOMPARE(view.tree()->model()->rowCount(), 7);
}

void PanesTest::stepsSelectSilently()
{
    StepsView view;
    view.setSnapshot(sample::running().snapshot());
    QSignalSpy selected(&view, &StepsView::revisionSelected);
    view.selectRevision(sample::id(31));
    QCOMPARE(selected.size(), 0);
    QVERIFY(view.tree()->currentIndex().data().toString().contains(hashText(sample::id(31))));
}

void PanesTest::titlesComeAndGo()
{
    TitlesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sample::Session s;
    model.setSnapshot(s.snapshot());
    s.run(1, Outcome::Crashed, sample::target);
    model.setSnapshot(s.snapshot());
    s.run(1, Outcome::Crashed, sample::undecided);
    s.run(2, Outcome::Crashed, sample::target);
    model.setSnapshot(s.snapshot());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, TitlesModel::Title).data().toString(), sample::undecided);
    QCOMPARE(model.index(0, TitlesModel::Relevance).data().toString(), u"undecided"_s);
    QCOMPARE(model.index(1, TitlesModel::Runs).data().toInt(), 2);
    QCOMPARE(model.index(1, TitlesModel::Revisions).data().toInt(), 2);
    s.state.titles.erase(sample::undecided);
    model.setSnapshot(s.snapshot());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, TitlesModel::Relevance).data().toString(), u"target"_s);
}

void PanesTest::titlesAreJudged()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.target()->isEnabled());
    QVERIFY(view.target()->toolTip().contains(u"No crash title is selected"_s));
    view.table()->selectRow(0);
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    QVERIFY(!view.automatic()->isEnabled());
    QVERIFY(view.automatic()->toolTip().contains(u"The rules decide"_s));
    view.target()->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), sample::undecided);
    QCOMPARE(chosen[0][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Target));
    s.state.titles[sample::undecided].judged = session::Relevance::Target;
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.target()->isEnabled());
    QVERIFY(view.target()->toolTip().contains(u"You said so already"_s));
    view.automatic()->click();
    QCOMPARE(chosen[1][1].value<std::optional<session::Relevance>>(), std::optional<session::Relevance>());
}

void PanesTest::titlesShowACrash()
{
    sample::Session s = sample::running();
    const auto first = [&s](const QString &title) {
        const auto found = std::ranges::find_if(s.state.runs, [&title](const auto &item) {
            return item.second.ended && item.second.ended->title == title;
        });
        return &found->second;
    };
    first(sample::target)->ended->report = u"RIP: 0010:frob_put+0x1/0x2\n"_s;
    first(sample::undecided)->ended->report = u"WARNING: stray\n"_s;
    TitlesView view;
    view.setSnapshot(s.snapshot());
    const auto shows = [&view](const char *text) { return view.crash()->utf8().contains(text); };
    QVERIFY(shows("RIP: 0010:frob_put+0x1/0x2")); // the bug's, while none is chosen
    QVERIFY(shows("without source lines"));
    view.table()->selectRow(0);
    QVERIFY(shows("WARNING: stray"));
    first(sample::target)->read =
        session::ReportRead{RunId{}, u"RIP: 0010:frob_put+0x1/0x2 drivers/frob.c:7\n"_s, {}, u"drivers/frob.c"_s, {}};
    view.setSnapshot(s.snapshot());
    view.table()->selectRow(1);
    QVERIFY(shows("drivers/frob.c:7"));
    QVERIFY(shows("in drivers/frob.c"));
    QVERIFY(!shows("without source lines"));
}

void PanesTest::titlesPreviewTheirJudgement()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    view.table()->selectRow(0);
    QSignalSpy wanted(&view, &TitlesView::previewWanted);
    QEnterEvent enter({}, {}, {});
    QCoreApplication::sendEvent(view.unrelated(), &enter);
    QCOMPARE(wanted.size(), 1);
    const auto payload = wanted[0][0].value<session::Payload>();
    QCOMPARE(std::get<session::TitleJudged>(payload).title, sample::undecided);
    QCOMPARE(std::get<session::TitleJudged>(payload).relevance, std::optional(session::Relevance::Unrelated));
    view.setPreview(u"15 suspects become 20"_s);
    QCOMPARE(view.preview()->text(), u"15 suspects become 20"_s);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(view.unrelated(), &leave);
    QVERIFY(view.preview()->text().isEmpty());
}

void PanesTest::phasesCount()
{
    sample::Session s = sample::running();
    const auto text = [&](conductor::Phase phase) { return phaseText(*s.snapshot(), phase); };
    QCOMPARE(text(conductor::Phase::BadIsBad).mark, Mark::Good);
    QVERIFY(text(conductor::Phase::BadIsBad).detail.contains(u"5 of 10 runs hit the bug"_s));
    QCOMPARE(text(conductor::Phase::Bisect).mark, Mark::Running);
    QCOMPARE(text(conductor::Phase::Bisect).detail, u"15 suspects, about 3 steps to go"_s);
    QCOMPARE(text(conductor::Phase::Confirm).state, u"waiting"_s);
    s.plan.action = conductor::Plan::Action::NeedsPerson;
    QCOMPARE(text(conductor::Phase::Bisect).state, u"needs you"_s);
    s.plan.action = conductor::Plan::Action::Finished;
    s.plan.phase = conductor::Phase::Done;
    s.plan.culprit = sample::id(7);
    s.plan.confirmed = true;
    QCOMPARE(text(conductor::Phase::Confirm).state, u"done"_s);
    QVERIFY(text(conductor::Phase::Confirm).detail.contains(hashText(sample::id(7))));
}

void PanesTest::phasesTellTheChance()
{
    sample::Session s = sample::doubtful();
    const auto detail = [&](conductor::Phase phase) { return phaseText(*s.snapshot(), phase).detail; };
    QCOMPARE(detail(conductor::Phase::Bisect), u"15 suspects, about 4 builds to go, the likeliest with 43 %"_s);
    s.plan.doubt->toGo.builds = 0;
    QVERIFY(detail(conductor::Phase::Bisect).contains(u"only runs to go"_s));
    QVERIFY(!detail(conductor::Phase::Confirm).contains(u"again"_s));
}

void PanesTest::decisionNamesRuleAndCounts()
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

void PanesTest::decisionOfAnUntestedRevision()
{
    const conductor::SnapshotPtr snapshot = sample::running().snapshot();
    QVERIFY(joined(decisionOf(*snapshot, sample::id(5))).contains(u"still a suspect"_s));
    QVERIFY(joined(decisionOf(*snapshot, sample::id(40))).contains(u"no suspect any more"_s));
}

void PanesTest::decisionShowsNoMarkup()
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

void PanesTest::decisionKeepsASelectionWhenCountsChange()
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

void PanesTest::decisionTellsWhatTheSearchExpects()
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

void PanesTest::decisionTellsHowSureAVerdictIs()
{
    const sample::Session s = sample::doubtful();
    const auto text = [&](int number) { return joined(decisionOf(*s.snapshot(), sample::id(number))); };
    QVERIFY2(text(0).contains(u"Called good; the bug is there all the same with 1.6 %."_s), qPrintable(text(0)));
    QVERIFY2(text(31).contains(u"Called bad; the bug is not there all the same with 0.2 %."_s), qPrintable(text(31)));
    QVERIFY(!text(15).contains(u"all the same"_s)); // a person's word
    QVERIFY2(text(13).contains(u"the bug is there with 80 %, and comes from this commit with 4 %"_s),
             qPrintable(text(13)));
}

void PanesTest::decisionTellsWhatTheAnswerLeansOn()
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

void PanesTest::chancesAreNeverQuiteSure()
{
    QCOMPARE(chanceText(1), u"over 99.9 %"_s);
    QCOMPARE(chanceText(0.99949), u"99.9 %"_s);
    QCOMPARE(chanceText(0.99), u"99 %"_s);
    QCOMPARE(chanceText(0.431), u"43 %"_s);
    QCOMPARE(chanceText(0.0161), u"1.6 %"_s);
    QCOMPARE(chanceText(0), u"under 0.1 %"_s);
    QCOMPARE(shortChanceText(1e-9), u"<0.1 %"_s);
}

void PanesTest::activityIsInWords()
{
    ActivityLogView view;
    QAbstractItemModelTester tester(view.log(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const session::Event first{EventSeq{1}, 1'718'000'000'000,
                               session::EngineStopped{u"paused <b>by</b> the user"_s, false}};
    const session::Event second{EventSeq{2}, 1'718'000'060'000,
                                session::VerdictJudged{sample::id(7), Verdict::Bad, u"seen"_s, u"me"_s}};
    view.setEvents({first});
    view.append(second);
    view.append(second);
    QCOMPARE(view.log()->rowCount(), 2);
    QCOMPARE(view.log()->index(1, ActivityLogModel::What).data().toString(), session::describe(second.payload));
    const QString time = QDateTime::fromMSecsSinceEpoch(first.time).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    QCOMPARE(view.log()->index(0, ActivityLogModel::Time).data().toString(), time);
    QCOMPARE(view.log()->eventAt(view.log()->index(1, 0)), EventSeq{2});
}

void PanesTest::reportCopies()
{
    ReportView view;
    view.setReport(u"Report"_s, u"Hi,\n\n<culprit> is 1a2b\n"_s);
    view.copyAll();
    QCOMPARE(QApplication::clipboard()->text(), u"Hi,\n\n<culprit> is 1a2b\n"_s);
}

void PanesTest::barNamesItsTarget()
{
    VerdictBar bar;
    QVERIFY(!bar.button(VerdictBar::Good)->isEnabled());
    bar.offer(targetOf(7));
    const QString hash = hashText(sample::id(7));
    QCOMPARE(bar.findChildren<ElidedLabel *>().front()->text(), u"Mark %1 “net: tcp: take the reference”"_s.arg(hash));
    for (const auto button :
         {VerdictBar::Good, VerdictBar::Bad, VerdictBar::Skip, VerdictBar::Retest, VerdictBar::Undo}) {
        QVERIFY(bar.button(button)->toolTip().contains(hash));
        QVERIFY(bar.button(button)->accessibleName().contains(hash));
    }
    QVERIFY(!bar.button(VerdictBar::Undo)->isEnabled());
    bar.offer(targetOf(7, true));
    QVERIFY(bar.button(VerdictBar::Undo)->isEnabled());
}

void PanesTest::barSendsPayloads()
{
    VerdictBar bar;
    bar.setAuthor(u"me"_s);
    bar.setRuns(5);
    bar.offer(targetOf(7, true));
    QList<session::Payload> sent;
    connect(&bar, &VerdictBar::judged, &bar, [&](const session::Payload &payload) { sent << payload; });
    QTest::keyClicks(bar.note(), u"seen by hand"_s);
    bar.button(VerdictBar::Bad)->click();
    QVERIFY(bar.note()->text().isEmpty());
    bar.press(VerdictBar::Good);
    bar.button(VerdictBar::Skip)->click();
    bar.button(VerdictBar::Retest)->click();
    bar.button(VerdictBar::Undo)->click();
    using session::VerdictJudged;
    const QList<session::Payload> wanted{VerdictJudged{sample::id(7), Verdict::Bad, u"seen by hand"_s, u"me"_s},
                                         VerdictJudged{sample::id(7), Verdict::Good, {}, u"me"_s},
                                         VerdictJudged{sample::id(7), Verdict::Skip, {}, u"me"_s},
                                         session::RetestAsked{sample::id(7), 5, {}, u"me"_s},
                                         VerdictJudged{sample::id(7), std::nullopt, {}, u"me"_s}};
    QVERIFY(sent == wanted);
}

void PanesTest::barSaysWhatIsOnlyThought()
{
    VerdictBar bar;
    bar.offer(targetOf(7));
    QVERIFY(bar.unsure()->isHidden()); // who halves believes each verdict
    bar.setDoubtful(true);
    QVERIFY(!bar.unsure()->isHidden());
    QSignalSpy judged(&bar, &VerdictBar::judged);
    const auto odds = [&](qsizetype nth) {
        return std::get<session::VerdictJudged>(judged[nth][0].value<session::Payload>()).odds;
    };
    bar.unsure()->click();
    bar.button(VerdictBar::Good)->click();
    bar.button(VerdictBar::Good)->click();
    bar.unsure()->click();
    bar.button(VerdictBar::Skip)->click();
    QCOMPARE(odds(0), 9);
    QCOMPARE(odds(1), 0); // it is said anew each time
    QCOMPARE(odds(2), 0); // a skip says nothing that could be doubted
}

void PanesTest::decisionTellsThoughtsAndSuspicions()
{
    sample::Session s = sample::doubtful();
    s.revision(13).thought = session::Thought{Verdict::Good, 9};
    const QString text = joined(decisionOf(*s.snapshot(), sample::id(13)));
    QVERIFY2(text.contains(u"You think that it is good, 9 to 1"_s), qPrintable(text));
}

void PanesTest::barKeepsItsTargetWhileInUse()
{
    VerdictBar bar;
    bar.offer(targetOf(7));
    QTest::keyClicks(bar.note(), u"half a no"_s);
    bar.offer(targetOf(3));
    QCOMPARE(bar.target()->id, sample::id(7));
    QVERIFY(!bar.take()->isHidden());
    QVERIFY(bar.take()->text().contains(hashText(sample::id(3))));
    QSignalSpy judged(&bar, &VerdictBar::judged);
    bar.button(VerdictBar::Bad)->click();
    QCOMPARE(std::get<session::VerdictJudged>(judged[0][0].value<session::Payload>()).revision, sample::id(7));
    QTest::keyClicks(bar.note(), u"x"_s);
    bar.take()->click();
    QCOMPARE(bar.target()->id, sample::id(3));
    QVERIFY(bar.take()->isHidden());
    QVERIFY(bar.note()->text().isEmpty());
    bar.offer(targetOf(9));
    QCOMPARE(bar.target()->id, sample::id(9));
}

void PanesTest::barAsksForPreviews()
{
    VerdictBar bar;
    bar.offer(targetOf(7));
    QSignalSpy wanted(&bar, &VerdictBar::previewWanted);
    hover(bar.button(VerdictBar::Bad), true);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(std::get<session::VerdictJudged>(wanted[0][0].value<session::Payload>()).verdict,
             std::optional(Verdict::Bad));
    bar.setPreview(u"good -> bad: 38 candidates -> 9"_s);
    QCOMPARE(bar.preview()->text(), u"good -> bad: 38 candidates -> 9"_s);
    hover(bar.button(VerdictBar::Bad), false);
    QVERIFY(bar.preview()->text().isEmpty());
}

void PanesTest::barSaysWhyItIsBlocked()
{
    VerdictBar bar;
    bar.offer(targetOf(7));
    bar.setBlocked(u"Another window writes this session"_s);
    QVERIFY(!bar.button(VerdictBar::Good)->isEnabled());
    QVERIFY(bar.button(VerdictBar::Good)->toolTip().contains(u"Another window"_s));
    QSignalSpy judged(&bar, &VerdictBar::judged);
    bar.press(VerdictBar::Good);
    QCOMPARE(judged.size(), 0);
}

QTEST_MAIN(PanesTest)
#include "tst_panes.moc"
