// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/comparisonview.h"
#include "widgets/revisiontext.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

/// Two revisions of sample::running(), one of them judged otherwise in the other session.
conductor::Comparison sampleComparison()
{
    conductor::Comparison comparison;
    conductor::ComparedRevision same;
    same.revision = sample::id(31);
    same.first.verdict = same.second.verdict = Verdict::Bad;
    same.first.tally.target = 2;
    same.first.tally.ok = 8;
    conductor::ComparedRevision other;
    other.revision = sample::id(15);
    other.first.verdict = Verdict::Good;
    other.second.verdict = Verdict::Bad;
    other.second.isJudged = true;
    other.differs = true;
    other.reason = u"It was judged by hand in the second session <i>\u202e."_s;
    comparison.revisions = {same, other};
    comparison.settings = {{u"test.runs"_s, u"10"_s, {}}};
    comparison.howTheyPart = u"at the fifteenth commit"_s;
    comparison.first.candidates = {sample::id(1), sample::id(2)};
    comparison.second.culprit = sample::id(15);
    comparison.second.confirmed = true;
    return comparison;
}

ComparisonModel *sampleModel()
{
    const auto state = sample::running().snapshot()->state;
    return new ComparisonModel(state, state, sampleComparison());
}

} // namespace

class ComparisonViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesAreTold()
    {
        const std::unique_ptr<ComparisonModel> model(sampleModel());
        const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto text = [&](int row, int column) { return model->index(row, column).data().toString(); };
        QVERIFY(text(0, ComparisonModel::Revision).startsWith(hashText(sample::id(31))));
        QVERIFY2(text(0, ComparisonModel::First).startsWith(u"bad, 2 of 10 runs hit the bug"_s),
                 qPrintable(text(0, ComparisonModel::First)));
        QCOMPARE(text(0, ComparisonModel::Why), QString());
        QVERIFY(!model->index(0, 0).data(Qt::FontRole).isValid());
        QCOMPARE(text(1, ComparisonModel::First), u"good"_s);
        QCOMPARE(text(1, ComparisonModel::Second), u"bad (judged)"_s);
        QVERIFY(model->index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        const QString why = text(1, ComparisonModel::Why);
        QVERIFY2(why.contains(u"<i>"_s) && !why.contains(QChar(0x202e)), qPrintable(why));
    }

    void theAnswersComeFirst()
    {
        ComparisonView view(sampleModel(), {u"a.culprit"_s, u"b <b>.culprit"_s});
        QVERIFY2(view.summary().startsWith(u"Not the same answer.\na.culprit: one of 2 commits\nb <b>.culprit: "_s),
                 qPrintable(view.summary()));
        QVERIFY(view.summary().contains(u"confirmed"_s));
        QVERIFY(view.summary().contains(u"Where they part: at the fifteenth commit"_s));
        QVERIFY(view.summary().contains(u"Setting test.runs: 10 here, not set there"_s));
        view.onlyDifferences()->setChecked(true);
        QVERIFY(view.table()->isRowHidden(0) && !view.table()->isRowHidden(1));
        view.onlyDifferences()->setChecked(false);
        QVERIFY(!view.table()->isRowHidden(0));
        QSignalSpy selected(&view, &ComparisonView::revisionSelected);
        view.table()->selectRow(1);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<history::ObjectId>(), sample::id(15));
    }
};

QTEST_MAIN(ComparisonViewTest)
#include "tst_comparisonview.moc"
