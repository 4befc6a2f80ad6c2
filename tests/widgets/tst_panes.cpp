// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/activitylog.h"
#include "widgets/codeedit.h"
#include "widgets/elidedlabel.h"
#include "widgets/phasesview.h"
#include "widgets/reportview.h"
#include "widgets/revisiontext.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Verdict;

class PanesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesCount();
    void phasesTellTheChance();
    void phasesTellOfReleases();
    void noPhaseIsCutOff();
    void activityIsInWords();
    void reportCopies();
};

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
