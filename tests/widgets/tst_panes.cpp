// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/activitylog.h"
#include "widgets/codeedit.h"
#include "widgets/elidedlabel.h"
#include "widgets/phasesview.h"
#include "widgets/reportview.h"
#include "widgets/revisiontext.h"
#include "widgets/titlesview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Verdict;

class PanesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titlesComeAndGo();
    void titlesAreJudged();
    void titlesAreJudgedByLetters();
    void titlesShowACrash();
    void titlesPreviewTheirJudgement();
    void phasesCount();
    void phasesTellTheChance();
    void phasesTellOfReleases();
    void noPhaseIsCutOff();
    void activityIsInWords();
    void reportCopies();
};

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

void PanesTest::titlesAreJudgedByLetters()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    QTest::keyClick(view.table(), Qt::Key_T); // none is selected
    QVERIFY(chosen.isEmpty());
    view.table()->selectRow(0);
    QTest::keyClick(view.table(), Qt::Key_U);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), sample::undecided);
    QCOMPARE(chosen[0][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Unrelated));
    s.state.titles[sample::undecided].judged = session::Relevance::Unrelated;
    view.setSnapshot(s.snapshot());
    QTest::keyClick(view.table(), Qt::Key_T);
    QCOMPARE(chosen[1][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Target));
    QTest::keyClick(view.table(), Qt::Key_A);
    QCOMPARE(chosen[2][1].value<std::optional<session::Relevance>>(), std::optional<session::Relevance>());
    view.setLetters(false);
    QTest::keyClick(view.table(), Qt::Key_T);
    QCOMPARE(chosen.size(), 3);
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

void PanesTest::noPhaseIsCutOff()
{
    PhasesView view;
    view.setSnapshot(sample::doubtful().snapshot());
    view.resize(view.fontMetrics().averageCharWidth() * 30, view.minimumSizeHint().height());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QList<ElidedLabel *> details = view.findChildren<ElidedLabel *>();
    QCOMPARE(details.size(), 4);
    for (const ElidedLabel *detail : details) {
        QVERIFY(detail->height() >= detail->fontMetrics().height());
        QVERIFY(view.rect().contains(QRect(detail->mapTo(&view, QPoint()), detail->size())));
    }
}

void PanesTest::phasesTellOfReleases()
{
    sample::Session s = sample::running();
    s.state.created.goods.clear();
    s.state.created.releases = {{sample::id(31), u"v6.8"_s}, {sample::id(12), u"v6.7"_s}};
    s.plan.phase = conductor::Phase::GoodIsGood;
    const auto text = [&](conductor::Phase phase) { return phaseText(*s.snapshot(), phase); };
    QCOMPARE(text(conductor::Phase::GoodIsGood).mark, Mark::Running);
    QCOMPARE(text(conductor::Phase::GoodIsGood).detail, u"1 of 2 releases tried"_s);
    s.plan.action = conductor::Plan::Action::Finished;
    s.plan.phase = conductor::Phase::Done;
    QCOMPARE(text(conductor::Phase::BadIsBad).state, u"done"_s);
    QCOMPARE(text(conductor::Phase::GoodIsGood).state, u"none is good"_s);
    QCOMPARE(text(conductor::Phase::Bisect).state, u"left out"_s);
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

    QSignalSpy moment(&view, &ActivityLogView::momentWanted);
    QAction *look = view.actions().at(1);
    look->trigger(); // no line is chosen
    QVERIFY(moment.isEmpty());
    view.setCurrentIndex(view.log()->index(0, 0));
    look->trigger();
    QCOMPARE(moment.size(), 1);
    QCOMPARE(moment[0][0].value<EventSeq>(), EventSeq{1});
}

void PanesTest::reportCopies()
{
    ReportView view;
    view.setReport(u"Report"_s, u"Hi,\n\n<culprit> is 1a2b\n"_s);
    view.copyAll();
    QCOMPARE(QApplication::clipboard()->text(), u"Hi,\n\n<culprit> is 1a2b\n"_s);
}

QTEST_MAIN(PanesTest)
#include "tst_panes.moc"
