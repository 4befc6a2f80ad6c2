// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/emptynote.h"
#include "widgets/revisionkeys.h"
#include "widgets/stepsview.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QSignalSpy>
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

} // namespace

class StepsTest final : public QObject
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
    void stepsSayWhyThereAreNone();
    void stepsSelectSilently();
    void stepsNameTheRunOfTheirMenu();
    void lettersAskForTheRevisionOfTheRow();
};

void StepsTest::stepsSayWhyThereAreNone()
{
    StepsView view;
    view.resize(600, 300);
    view.show();
    const auto *note = view.tree()->findChild<EmptyNote *>();
    sample::Session s;
    s.plan.action = conductor::Plan::Action::Test;
    s.activity.mode = conductor::Activity::Mode::Idle;
    view.setSnapshot(s.snapshot());
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"No revision has been tested yet. F5 starts the bisection."_s);
    QCOMPARE(view.tree()->accessibleDescription(), note->text());
    QCOMPARE(note->geometry(), view.tree()->viewport()->geometry());
    s.activity.mode = conductor::Activity::Mode::Running;
    view.setSnapshot(s.snapshot());
    QCOMPARE(note->text(), u"No revision has been tested yet."_s);

    s.build(60, session::BuildOutcome::Built);
    s.run(60, Outcome::Ok);
    view.setSnapshot(s.snapshot());
    QVERIFY(!note->isVisible());
    QCOMPARE(view.tree()->accessibleDescription(), QString());
    view.filter()->setText(u"no such word"_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"No step matches the filter."_s);
}

void StepsTest::stepsTellWhatAFreshModelTells()
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

void StepsTest::stepsGrowWithoutAReset()
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

void StepsTest::stepsGoBackInTime()
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

void StepsTest::stepsTakeThousandsOfRuns()
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

void StepsTest::stepsSayWhatHappened()
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

void StepsTest::stepsSayHowSureVerdictsAre()
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

void StepsTest::stepsTellRowsApart()
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

void StepsTest::stepsFilter()
{
    StepsView view;
    view.setSnapshot(sample::running().snapshot());
    QTest::keyClicks(view.filter(), u"BOOT failed"_s);
    QCOMPARE(view.tree()->model()->rowCount(), 1);
    QVERIFY(view.tree()->model()->index(0, 0).data().toString().contains(hashText(sample::id(31))));
    view.filter()->clear();
    QCOMPARE(view.tree()->model()->rowCount(), 7);
}

void StepsTest::stepsSelectSilently()
{
    StepsView view;
    view.setSnapshot(sample::running().snapshot());
    QSignalSpy selected(&view, &StepsView::revisionSelected);
    view.selectRevision(sample::id(31));
    QCOMPARE(selected.size(), 0);
    QVERIFY(view.tree()->currentIndex().data().toString().contains(hashText(sample::id(31))));
}

void StepsTest::stepsNameTheRunOfTheirMenu()
{
    StepsView view;
    view.resize(900, 500);
    view.show();
    sample::Session s;
    s.build(3, session::BuildOutcome::Built);
    const RunId run = s.run(3, Outcome::Crashed, sample::target);
    view.setSnapshot(s.snapshot());
    view.tree()->expandAll();
    QSignalSpy changed(&view, &StepsView::currentChanged);
    QSignalSpy wanted(&view, &StepsView::menuWanted);
    const QAbstractItemModel *model = view.tree()->model();
    const QModelIndex step = model->index(0, 0);
    const QModelIndex last = model->index(model->rowCount(step) - 1, 0, step);
    const auto rightClick = [&](const QModelIndex &index) {
        const QPoint position = view.tree()->visualRect(index).center();
        QTest::mouseClick(view.tree()->viewport(), Qt::RightButton, {}, position);
        QContextMenuEvent event(QContextMenuEvent::Mouse, position, view.tree()->viewport()->mapToGlobal(position));
        QCoreApplication::sendEvent(view.tree()->viewport(), &event);
        return view.tree()->viewport()->mapToGlobal(position);
    };
    rightClick(step);
    QVERIFY(!view.currentRun());
    const QPoint position = rightClick(last);
    QVERIFY(view.currentRun() == run);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.last().first().toPoint(), position);
}

void StepsTest::lettersAskForTheRevisionOfTheRow()
{
    StepsView view;
    sample::Session s;
    for (const int number : {3, 31, 7}) {
        s.build(number, session::BuildOutcome::Built);
        s.run(number, Outcome::Crashed, sample::target);
    }
    view.setSnapshot(s.snapshot());
    QTreeView &tree = *view.tree();
    const RevisionKeys *keys = view.keys();
    QSignalSpy verdicts(keys, &RevisionKeys::verdictWanted);
    QSignalSpy removals(keys, &RevisionKeys::verdictRemovalWanted);
    QSignalSpy retests(keys, &RevisionKeys::retestWanted);
    QSignalSpy nexts(keys, &RevisionKeys::testNextWanted);
    QSignalSpy diffs(keys, &RevisionKeys::diffWanted);
    QSignalSpy consoles(keys, &RevisionKeys::consoleWanted);
    QSignalSpy activated(&view, &StepsView::revisionActivated);
    tree.setCurrentIndex({});
    QTest::keyClick(&tree, Qt::Key_B);
    QCOMPARE(verdicts.size(), 0);

    // Up and down the steps, from their runs too, and not past the ends.
    const auto step = [&tree] { return tree.currentIndex().parent().isValid() ? -1 : tree.currentIndex().row(); };
    QTest::keyClick(&tree, Qt::Key_BracketRight);
    QCOMPARE(step(), 0);
    QTest::keyClick(&tree, Qt::Key_BracketRight);
    QCOMPARE(step(), 1);
    tree.expandAll();
    tree.setCurrentIndex(tree.model()->index(0, 0, tree.currentIndex()));
    QTest::keyClick(&tree, Qt::Key_B);
    QCOMPARE(verdicts.size(), 1);
    QCOMPARE(verdicts.at(0).at(0).value<history::ObjectId>(), sample::id(31));
    QCOMPARE(verdicts.at(0).at(1).value<Verdict>(), Verdict::Bad);
    QTest::keyClicks(&tree, u"urndc"_s);
    for (const QSignalSpy *spy : {&removals, &retests, &nexts, &diffs, &consoles}) {
        QCOMPARE(spy->size(), 1);
        QCOMPARE(spy->at(0).at(0).value<history::ObjectId>(), sample::id(31));
    }
    QTest::keyClick(&tree, Qt::Key_BracketLeft);
    QCOMPARE(step(), 0);
    QTest::keyClick(&tree, Qt::Key_BracketLeft);
    QCOMPARE(step(), 0);
    QTest::keyClick(&tree, Qt::Key_End);
    QTest::keyClick(&tree, Qt::Key_BracketLeft);
    QCOMPARE(step(), 1);
    QTest::keyClick(&tree, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).value<history::ObjectId>(), sample::id(31));

    view.keys()->setLetters(false);
    QTest::keyClick(&tree, Qt::Key_B);
    QCOMPARE(verdicts.size(), 1);
}

QTEST_MAIN(StepsTest)
#include "tst_steps.moc"
