// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/patience.h"
#include "tests/widgets/sample.h"
#include "widgets/historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::patience;
using session::Verdict;

class TestHistoryModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keepsTheModelRulesWhileSnapshotsChange()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(nullptr);
        QCOMPARE(model.rowCount(), 0);
        sample::Session session(sample::kernelRange(60, 2));
        model.setSnapshot(session.snapshot());
        QCOMPARE(model.rowCount(), 61);
        model.setSnapshot(session.testing(30, 2, 10).snapshot());
        model.setLevel(HistoryModel::Level::Candidates);
        model.setSnapshot(session.candidates(20, 40).snapshot());
        model.setSnapshot(session.runs(25, 3, 10, Verdict::Bad).candidates(20, 25).snapshot());
        model.setLevel(HistoryModel::Level::Whole);
        QCOMPARE(model.rowCount(), 61);
        model.setSnapshot(sample::Session(sample::randomRange(9, 1)).snapshot());
        QCOMPARE(model.rowCount(), 10);
        model.setSnapshot(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsOnlyOfRowsThatLookDifferent()
    {
        HistoryModel model;
        sample::Session session(sample::kernelRange(200, 2));
        session.testing(100, 1, 10);
        model.setSnapshot(session.snapshot());
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setSnapshot(session.snapshot());
        QCOMPARE(changes.count(), 0);
        model.setSnapshot(session.testing(100, 2, 10).snapshot());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.front().at(0).toModelIndex().row(), 99);
        QCOMPARE(changes.front().at(1).toModelIndex().row(), 99);
        QCOMPARE(resets.count(), 0);
    }

    void showsFirstParentsOnly()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto range = sample::kernelRange(60, 2);
        sample::Session session(range);
        model.setSnapshot(session.candidates(20, 40).snapshot());
        std::vector<bool> line(range->commits.size());
        CommitIndex at = 59;
        for (line[at] = true; !range->commits[at].parents.empty(); line[at] = true) {
            at = range->commits[at].parents.front();
        }
        model.setFirstParents(range, line);
        QVERIFY(model.showsFirstParents());
        const auto length = std::ranges::count(line, true);
        QVERIFY(length < 50);
        QCOMPARE(model.rowCount(), length + 1);
        // What is left out stands at the merge that brought it in, and all of it somewhere.
        int merged = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const int between = model.index(row, 0).data(HistoryModel::BetweenRole).toInt();
            const QString text = model.index(row, 0).data(Qt::AccessibleTextRole).toString();
            QCOMPARE(text.contains(QStringLiteral("merges ")), between > 0);
            if (between > 0) {
                QVERIFY(model.marks().commit(model.place(row)).parentCount > 1);
                const auto segments = model.lanes()->segments(row);
                QVERIFY(std::ranges::contains(segments, LaneSegment::Kind::Outside, &LaneSegment::kind));
            }
            merged += between;
        }
        QCOMPARE(merged, 60 - length);
        QCOMPARE(model.lanes()->lanes(), 1);
        // Of a level its part; there "between" counts whatever lies there.
        model.setLevel(HistoryModel::Level::Candidates);
        for (int row = 1; row < model.rowCount() - 1; ++row) {
            QVERIFY(line[model.place(row)] && model.mark(row).candidate);
        }
        QVERIFY(model.betweenText(0).contains(QStringLiteral("between")));
        model.setLevel(HistoryModel::Level::Whole);
        // Another range is not cut by it.
        model.setSnapshot(sample::Session(sample::kernelRange(60, 3)).snapshot());
        QVERIFY(!model.showsFirstParents());
        QCOMPARE(model.rowCount(), 61);
        model.setFirstParents({}, {});
        QCOMPARE(model.rowCount(), 61);
    }

    void growsWhenAGoodEndIsFound()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto range = sample::kernelRange(60, 2);
        sample::Session session(range);
        model.setSnapshot(session.seekGoodEnd().snapshot());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.idOf(0), range->bad.id);
        QCOMPARE(model.idOf(1), range->goods.front().id);
        QCOMPARE(model.marks().mark(0).mark, Mark::InferredBad);
        QCOMPARE(model.marks().mark(1).mark, Mark::Untested);
        model.setSnapshot(session.runs(1, 0, 10, Verdict::Good).snapshot());
        QCOMPARE(model.marks().mark(1).mark, Mark::Good);

        model.setSnapshot(session.findGoodEnd(range).snapshot());
        QCOMPARE(model.rowCount(), 61);
        QCOMPARE(model.idOf(0), range->bad.id);
        QCOMPARE(model.rowOf(range->goods.front().id), 60);
        QCOMPARE(model.marks().mark(60).mark, Mark::Good);
    }

    void infersVerdictsAlongTheHistory()
    {
        HistoryModel model;
        sample::Session session(sample::randomRange(40, 5));
        session.runs(39, 10, 10, Verdict::Bad).runs(0, 0, 10, Verdict::Good).runs(20, 0, 10, Verdict::Good);
        model.setSnapshot(session.snapshot());
        const auto mark = [&](CommitIndex place) { return model.marks().mark(place).mark; };
        QCOMPARE(mark(20), Mark::Good);
        QCOMPARE(mark(39), Mark::Bad);
        QCOMPARE(mark(40), Mark::InferredGood);
        const auto &commits = model.marks().range()->commits;
        QVERIFY(!commits[20].parents.empty());
        for (const CommitIndex parent : commits[20].parents) {
            QVERIFY(mark(parent) == Mark::InferredGood || mark(parent) == Mark::Good);
        }
        model.setSnapshot(session.runs(1, 8, 10, Verdict::Bad).snapshot());
        for (CommitIndex place = 2; place < 39; ++place) {
            if (std::ranges::find(commits[place].parents, 1U) != commits[place].parents.end() &&
                mark(place) != Mark::Good) {
                QVERIFY(mark(place) == Mark::InferredBad || mark(place) == Mark::InferredGood);
            }
        }
    }

    void saysWhatARowShows()
    {
        HistoryModel model;
        sample::Session session(sample::kernelRange(20, 2));
        session.runs(10, 6, 10, Verdict::Bad)
            .judge(10, Verdict::Skip)
            .testing(5, 1, 10)
            .runs(7, 1, 4, Verdict::Undecided);
        model.setSnapshot(session.snapshot());
        const QModelIndex row = model.index(model.rowOf(sample::idOf(10)), HistoryModel::Graph);
        const QString text = row.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.startsWith(shortHash(sample::idOf(10)) +
                                 QStringLiteral(", skip, overruled, was bad, runs crashed: 6 of 10")),
                 qPrintable(text));
        QCOMPARE(row.data(HistoryModel::RunsRole).toString(), QStringLiteral("6/10"));
        QCOMPARE(row.data(HistoryModel::IdRole).value<history::ObjectId>(), sample::idOf(10));
        QCOMPARE(model.currentRow(), model.rowOf(sample::idOf(5)));
        QCOMPARE(model.mark(model.currentRow()).stage, Stage::Testing);
        QCOMPARE(model.marks().mark(7).mark, Mark::Mixed);
        QCOMPARE(model.marks().runMarks(5), (std::vector{Mark::Good, Mark::Running}));
        QCOMPARE(model.index(0, HistoryModel::Graph).data(HistoryModel::TagsRole).toStringList(),
                 QStringList(QStringLiteral("v6.9-rc1")));
    }

    void tellsHowLikelySuspectsAre()
    {
        HistoryModel model;
        sample::Session session(sample::kernelRange(20, 2));
        session.candidates(5, 9);
        QSignalSpy toggled(&model, &HistoryModel::chancesToggled);
        model.setSnapshot(session.snapshot());
        QVERIFY(!model.hasChances());
        QCOMPARE(toggled.count(), 0);
        std::vector<double> chances(20, 0.001);
        chances[7] = 0.9;
        model.setSnapshot(session.doubt(chances).snapshot());
        QVERIFY(model.hasChances());
        QCOMPARE(toggled.count(), 1);
        const auto chance = [&](std::uint32_t place) {
            return model.index(model.rowOf(sample::idOf(place)), HistoryModel::Chance);
        };
        QCOMPARE(chance(7).data().toString(), QStringLiteral("90 %"));
        QCOMPARE(chance(8).data().toString(), QStringLiteral("0.1 %"));
        QCOMPARE(chance(11).data().toString(), QString()); // no suspect
        QVERIFY(chance(7).data(Qt::ToolTipRole).toString().contains(QStringLiteral("the culprit with 90 %")));

        // Only rows whose percentage differs are told of.
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        chances[8] = 0.0012;
        model.setSnapshot(session.doubt(chances).snapshot());
        QCOMPARE(changes.count(), 0);
        chances[8] = 0.04;
        model.setSnapshot(session.doubt(chances).snapshot());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.front().at(0).toModelIndex().row(), chance(8).row());
        QCOMPARE(changes.front().at(1).toModelIndex().row(), chance(8).row());
        // A plan for another range is passed over.
        model.setSnapshot(session.doubt(std::vector(19, 0.01)).snapshot());
        QVERIFY(!model.hasChances());
        QCOMPARE(chance(7).data().toString(), QString());
    }

    void hidesWhatWasRuledOutButNotWhatWasTested()
    {
        HistoryModel model;
        sample::Session session(sample::kernelRange(100, 2));
        session.runs(70, 10, 10, Verdict::Bad).runs(10, 0, 10, Verdict::Good).candidates(30, 39);
        model.setSnapshot(session.snapshot());
        model.setLevel(HistoryModel::Level::Candidates);
        // Ten suspects, two tested, the bad end, the good end.
        QCOMPARE(model.rowCount(), 14);
        QCOMPARE(model.rowOf(sample::idOf(50)), -1);
        QVERIFY(model.rowOf(sample::idOf(70)) >= 0);
        QCOMPARE(model.lanes()->rows(), 14);
    }

    /// A line of which three were tested: each leads to the next one, over what is between them.
    void testedOnlyLeadsOverTheRest()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        sample::Session session(sample::lineRange(100));
        session.runs(70, 10, 10, Verdict::Bad).runs(10, 0, 10, Verdict::Good).candidates(11, 70);
        model.setSnapshot(session.snapshot());
        model.setLevel(HistoryModel::Level::Tested);
        QCOMPARE(model.rowCount(), 4);
        const auto between = [&](int row) { return model.index(row, 0).data(HistoryModel::BetweenRole).toInt(); };
        QCOMPARE(model.idOf(0), sample::idOf(99));
        QCOMPARE(between(0), 28);
        QCOMPARE(model.idOf(1), sample::idOf(70));
        QCOMPARE(between(1), 59);
        QCOMPARE(between(2), 10);
        const auto kinds = model.lanes()->segments(0);
        QVERIFY(std::ranges::contains(kinds, LaneSegment::Kind::Out, &LaneSegment::kind));
        model.setLevel(HistoryModel::Level::Whole);
        QCOMPARE(between(0), 0);
    }

    void laysOutLongRangesBesideTheWindow()
    {
        HistoryModel model;
        QSignalSpy laidOut(&model, &HistoryModel::lanesChanged);
        model.setSnapshot(sample::Session(sample::kernelRange(5000, 2)).snapshot());
        QCOMPARE(model.rowCount(), 5001);
        QVERIFY(model.lanes() == nullptr);
        // A second range before the first layout is done: only the second one counts.
        model.setSnapshot(sample::Session(sample::kernelRange(4000, 3)).snapshot());
        QTRY_VERIFY_WITH_TIMEOUT(model.lanes() != nullptr, patience);
        QCOMPARE(model.lanes()->rows(), 4001);
        QCOMPARE(laidOut.count(), 1);
    }
};

QTEST_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
