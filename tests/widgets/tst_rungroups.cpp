// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/rungroups.h"
#include "widgets/stepsview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Relevance;

namespace
{

qint64 never()
{
    return 0;
}

QStringList groupsOf(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row, 0).data().toString();
    }
    return names;
}

/// Every cell of the model.
QStringList told(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts << index.data().toString() << index.data(Qt::AccessibleTextRole).toString()
                  << index.data(StepRows::MarkRole).toString();
        }
        texts << told(model, model.index(row, 0, parent));
    }
    return texts;
}

/// By its beginning.
QModelIndex groupNamed(const QAbstractItemModel &model, const QString &name)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString().startsWith(name)) {
            return model.index(row, 0);
        }
    }
    return {};
}

} // namespace

class RunGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titlesComeFirst();
    void groupsTellWhatAFreshModelTells();
    void groupsGoBackInTime();
    void judgementsMoveRuns();
    void oneRunOfThousandsChangesLittle();
    void aRunThatEndsStaysSelected();
    void theSameRunIsSelectedInBothGroupings();
    void keysGoFromRevisionToRevision();
    void groupsFilter();
};

void RunGroupsTest::titlesComeFirst()
{
    RunGroups model(never);
    sample::Session s = sample::running();
    s.run(7, Outcome::InfraFailed);
    model.setSnapshot(s.snapshot());
    QStringList titles{sample::target, sample::other, sample::undecided};
    titles.sort();
    QCOMPARE(groupsOf(model),
             titles + QStringList({u"No crash"_s, u"Boot failed"_s, u"Infrastructure failed"_s, u"Running"_s}));
    const QModelIndex target = groupNamed(model, sample::target);
    const session::TitleState &title = s.state.titles.at(sample::target);
    QCOMPARE(model.rowCount(target), title.runs);
    QCOMPARE(target.siblingAtColumn(StepRows::Runs).data().toString(),
             u"%1 runs of %2 revisions"_s.arg(title.runs).arg(title.revisions.size()));
    QCOMPARE(target.data(StepRows::CountRole).toString(), u"%1×"_s.arg(title.runs)); // beside a title in a narrow view
    QCOMPARE(target.siblingAtColumn(StepRows::Verdict).data().toString(), u"target"_s);
    QCOMPARE(target.data(StepRows::MarkRole).toInt(), int(Mark::Bad));
    const QModelIndex infra = groupNamed(model, u"Infrastructure"_s);
    QCOMPARE(infra.siblingAtColumn(StepRows::Runs).data().toString(), u"1 run of 1 revision"_s);
    const QModelIndex run = model.index(0, 0, infra);
    QVERIFY(run.data().toString().startsWith(u"run 6.5  "_s + hashText(sample::id(7))));
    QVERIFY(model.revisionAt(run) == sample::id(7));
    QVERIFY(!model.revisionAt(infra));
}

void RunGroupsTest::groupsTellWhatAFreshModelTells()
{
    RunGroups model(never);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    sample::Session s;
    const auto show = [&] {
        model.setSnapshot(s.snapshot());
        RunGroups fresh(never);
        fresh.setSnapshot(s.snapshot());
        QCOMPARE(told(model), told(fresh));
    };
    for (int number = 1; number <= 4; ++number) {
        s.build(number, session::BuildOutcome::Built);
        for (const QString &title : {sample::target, QString(), sample::other, sample::undecided}) {
            const RunId run = s.run(number, std::nullopt);
            show();
            s.activity.machines = {{0, run, sample::id(number), u"booting"_s, 0}};
            show();
            s.activity.machines.clear();
            s.endRun(run, title.isEmpty() ? Outcome::Ok : Outcome::Crashed, title);
            show();
        }
    }
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 4);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(s.snapshot());
    QCOMPARE(changed.size(), 0);
    s.state.titles.at(sample::undecided).judged = Relevance::Target;
    show();
    QCOMPARE(groupNamed(model, sample::undecided).siblingAtColumn(StepRows::Verdict).data().toString(),
             u"target (yours)"_s);
}

void RunGroupsTest::groupsGoBackInTime()
{
    RunGroups model(never);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const conductor::SnapshotPtr late = sample::running().snapshot();
    sample::Session early;
    early.build(60, session::BuildOutcome::Built);
    early.run(60, Outcome::Ok);
    early.run(60, std::nullopt);
    model.setSnapshot(late);
    const QStringList all = told(model);
    model.setSnapshot(early.snapshot());
    QCOMPARE(groupsOf(model), QStringList({u"No crash"_s, u"Running"_s}));
    model.setSnapshot(late);
    QCOMPARE(told(model), all);
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void RunGroupsTest::judgementsMoveRuns()
{
    RunGroups model(never);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sample::Session s;
    s.build(3, session::BuildOutcome::Built);
    const RunId run = s.run(3, Outcome::Crashed, sample::target);
    s.run(3, Outcome::Crashed, sample::target);
    model.setSnapshot(s.snapshot());
    const QPersistentModelIndex row = model.indexOf(run);
    s.state.runs.at(run).judged = Outcome::InfraFailed;
    s.state.judgements.emplace_back();
    model.setSnapshot(s.snapshot());
    QCOMPARE(row.parent().data().toString(), u"Infrastructure failed"_s);
    QCOMPARE(row.data(StepRows::StruckRole).toString(), u"crashed"_s);
    s.state.runs.at(run).judged.reset();
    s.state.judgements.emplace_back();
    model.setSnapshot(s.snapshot());
    QCOMPARE(groupsOf(model), QStringList{sample::target});
    QCOMPARE(row.row(), 0);
}

void RunGroupsTest::oneRunOfThousandsChangesLittle()
{
    RunGroups model(never);
    sample::Session s;
    for (int number = 1; number <= 20; ++number) {
        s.build(number, session::BuildOutcome::Built);
        for (int i = 0; i < 100; ++i) {
            s.run(number, i % 10 == 0 ? Outcome::Crashed : Outcome::Ok, i % 10 == 0 ? sample::target : QString());
        }
    }
    const RunId last = s.run(20, std::nullopt);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setSnapshot(s.snapshot());
    QCOMPARE(inserted.size(), 6); // three groups, and their runs at once
    QCOMPARE(model.rowCount(groupNamed(model, u"No crash"_s)), 1800);
    inserted.clear();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    s.endRun(last, Outcome::Ok);
    model.setSnapshot(s.snapshot());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 2); // the run and the group that it went to
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.rowCount(groupNamed(model, u"No crash"_s)), 1801);
}

void RunGroupsTest::aRunThatEndsStaysSelected()
{
    StepsView view;
    view.setGrouping(StepsView::Grouping::Title);
    view.resize(900, 500);
    view.show();
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QTreeView &tree = *view.tree();
    const QAbstractItemModel &model = *tree.model();
    tree.expand(groupNamed(model, sample::target));
    const QModelIndex live = model.index(1, 0, groupNamed(model, u"Running"_s));
    tree.setCurrentIndex(live);
    const auto run = view.currentRun();
    QVERIFY(run);
    for (int i = 0; i < 3; ++i) {
        s.run(7, std::nullopt);
        view.setSnapshot(s.snapshot());
    }
    s.endRun(*run, Outcome::Crashed, sample::target);
    view.setSnapshot(s.snapshot());
    QVERIFY(view.currentRun() == run);
    QVERIFY(tree.selectionModel()->isSelected(tree.currentIndex()));
    QCOMPARE(tree.currentIndex().parent(), groupNamed(model, sample::target));
    QVERIFY(tree.isExpanded(groupNamed(model, sample::target)));
    QVERIFY(!tree.isExpanded(groupNamed(model, u"No crash"_s)));
}

void RunGroupsTest::theSameRunIsSelectedInBothGroupings()
{
    StepsView view;
    view.resize(900, 500);
    view.show();
    view.setSnapshot(sample::running().snapshot());
    QTreeView &tree = *view.tree();
    const QModelIndex step = tree.model()->index(0, 0);
    tree.setCurrentIndex(tree.model()->index(3, 0, step));
    QVERIFY(view.currentRun() == RunId{3});
    QSignalSpy grouped(&view, &StepsView::groupingChanged);
    QTest::keyClick(view.groupBox(), Qt::Key_Down);
    QCOMPARE(view.grouping(), StepsView::Grouping::Title);
    QCOMPARE(grouped.size(), 1);
    QVERIFY(view.currentRun() == RunId{3});
    QCOMPARE(tree.currentIndex().parent().data().toString(), sample::target);

    QSignalSpy selected(&view, &StepsView::revisionSelected);
    QSignalSpy activated(&view, &StepsView::runActivated);
    const QModelIndex next = tree.indexBelow(tree.currentIndex());
    QTest::keyClick(&tree, Qt::Key_Down);
    QCOMPARE(tree.currentIndex(), next);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<history::ObjectId>(), sample::id(60));
    QTest::keyClick(&tree, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].value<RunId>() == *view.currentRun());

    const auto run = view.currentRun();
    view.setGrouping(StepsView::Grouping::None);
    QVERIFY(view.currentRun() == run);
    view.setGrouping(StepsView::Grouping::Title);
    view.selectRevision(sample::id(31));
    QVERIFY(tree.currentIndex().data().toString().contains(hashText(sample::id(31))));
}

void RunGroupsTest::keysGoFromRevisionToRevision()
{
    StepsView view;
    view.setGrouping(StepsView::Grouping::Title);
    sample::Session s;
    for (const int number : {3, 31, 7}) {
        s.build(number, session::BuildOutcome::Built);
        s.run(number, number == 31 ? Outcome::Ok : Outcome::Crashed, number == 31 ? QString() : sample::target);
    }
    view.setSnapshot(s.snapshot());
    QTreeView &tree = *view.tree();
    for (const int number : {3, 31, 7}) {
        QTest::keyClick(&tree, Qt::Key_BracketRight);
        QVERIFY(tree.currentIndex().data().toString().contains(hashText(sample::id(number))));
    }
    QTest::keyClick(&tree, Qt::Key_BracketLeft);
    QVERIFY(tree.currentIndex().data().toString().contains(hashText(sample::id(31))));
}

void RunGroupsTest::groupsFilter()
{
    StepsView view;
    view.setGrouping(StepsView::Grouping::Title);
    view.setSnapshot(sample::running().snapshot());
    const QAbstractItemModel &model = *view.tree()->model();
    const auto all = model.rowCount();
    QTest::keyClicks(view.filter(), sample::target.left(20).toUpper());
    QVERIFY(model.rowCount() < all);
    QVERIFY(model.rowCount(groupNamed(model, sample::target)) > 1);
    view.filter()->setText(u"Boot failed"_s);
    QCOMPARE(groupsOf(model), QStringList{u"Boot failed"_s});
    view.filter()->clear();
    QCOMPARE(model.rowCount(), all);
}

QTEST_MAIN(RunGroupsTest)
#include "tst_rungroups.moc"
