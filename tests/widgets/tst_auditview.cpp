// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/auditview.h"
#include "widgets/revisiontext.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

conductor::VerdictAudit verdictOf(int commit, Verdict verdict, double support, const QString &sentence)
{
    conductor::VerdictAudit audit;
    audit.revision = sample::id(commit);
    audit.verdict = verdict;
    audit.support = support;
    audit.byOthers = 0.5;
    audit.answerWithout = 0.25;
    audit.sentence = sentence;
    return audit;
}

/// Of sample::running(): a weak verdict of a person, and a strong one.
conductor::Audit sampleAudit()
{
    conductor::Audit audit;
    audit.answer = {sample::id(9)};
    audit.chance = 0.43;
    audit.verdicts = {verdictOf(15, Verdict::Bad, 0.02, u"1 of 10 runs crashed."_s),
                      verdictOf(31, Verdict::Bad, 0.998, u"2 of 10 runs hit the bug."_s)};
    audit.verdicts[0].isJudged = true;
    audit.verdicts[0].remedy = u"10 more runs would make sure."_s;
    for (std::size_t i = 0; i < audit.others.size(); ++i) {
        audit.others[i] = {session::allSyzkallerRules[i], {Verdict::Good, Verdict::Bad}, {}, u"ends nowhere."_s};
    }
    return audit;
}

} // namespace

class AuditViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeakestComesFirst()
    {
        AuditModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAudit(sample::running().snapshot(), sampleAudit());
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QVERIFY(text(0, AuditModel::Revision).startsWith(hashText(sample::id(15))));
        QCOMPARE(text(0, AuditModel::Verdict), u"bad (yours)"_s);
        QCOMPARE(text(0, AuditModel::Right), u"2.0 %"_s);
        QCOMPARE(text(0, AuditModel::Rules2021), u"good"_s);
        QCOMPARE(text(1, AuditModel::Verdict), u"bad"_s);
        QCOMPARE(text(1, AuditModel::Without), u"25 %"_s);
        QVERIFY(model.index(0, AuditModel::Right).data(Qt::ToolTipRole).toString().contains(u"would make sure"_s));
        QCOMPARE(model.indexOf(sample::id(31)).row(), 1);
        QVERIFY(!model.indexOf(sample::id(1)).isValid());
        model.setAudit(sample::running().snapshot(), {});
        QCOMPARE(model.rowCount(), 0);
    }

    void itSaysWhatWouldMakeSure()
    {
        AuditView view;
        QSignalSpy asked(&view, &AuditView::auditWanted);
        const conductor::SnapshotPtr snapshot = sample::running().snapshot();
        view.setSnapshot(snapshot);
        QCOMPARE(asked.size(), 1);
        QVERIFY2(view.headline().contains(u"being weighed"_s), qPrintable(view.headline()));
        view.setAudit(snapshot->state, sampleAudit());
        QVERIFY2(view.headline().contains(hashText(sample::id(9))) && view.headline().contains(u"43 %"_s),
                 qPrintable(view.headline()));
        QVERIFY2(view.remedy().contains(u"1 of 10 runs crashed.\n10 more runs"_s), qPrintable(view.remedy()));
        QVERIFY2(view.others().contains(u"syzkaller 2021 ends nowhere."_s), qPrintable(view.others()));
        // The same state is not weighed twice.
        view.setSnapshot(snapshot);
        QCOMPARE(asked.size(), 1);
    }

    void anAnswerOfAnotherStateIsPassedOver()
    {
        AuditView view;
        const conductor::SnapshotPtr first = sample::running().snapshot();
        const conductor::SnapshotPtr second = sample::running().snapshot();
        view.setSnapshot(first);
        view.setSnapshot(second);
        view.setAudit(first->state, sampleAudit());
        QCOMPARE(view.table()->model()->rowCount(), 0);
        view.setAudit(second->state, std::nullopt);
        QVERIFY2(view.headline().contains(u"cannot be audited"_s), qPrintable(view.headline()));
    }

    void theChosenVerdictStaysChosen()
    {
        AuditView view;
        view.show();
        QSignalSpy selected(&view, &AuditView::revisionSelected);
        const conductor::SnapshotPtr first = sample::running().snapshot();
        view.setSnapshot(first);
        view.setAudit(first->state, sampleAudit());
        view.table()->setFocus();
        QVERIFY(selected.isEmpty()); // nobody has chosen yet
        QTest::keyClick(view.table(), Qt::Key_Down);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<history::ObjectId>(), sample::id(31));
        conductor::Audit turned = sampleAudit();
        std::ranges::reverse(turned.verdicts);
        const conductor::SnapshotPtr second = sample::running().snapshot();
        view.setSnapshot(second);
        view.setAudit(second->state, turned);
        QCOMPARE(view.table()->currentIndex().row(), 0);
        QVERIFY(view.remedy().startsWith(hashText(sample::id(31))));
    }

    void aRevertIsNamed()
    {
        sample::Session s = sample::running();
        s.state.reverts = {{sample::id(9), sample::id(60), sample::id(99), {}}};
        const QString name = nameText(s.state, sample::id(99));
        QVERIFY2(name.contains(hashText(sample::id(9)) + u" reverted"_s), qPrintable(name));
        QVERIFY(nameText(s.state, sample::id(98)).isEmpty());
    }

    void foreignTextStaysText()
    {
        sample::Session s = sample::running();
        auto range = std::make_shared<history::CommitRange>(*s.state.range);
        range->commits[14].subject = "<b>bold</b> \u202eevil";
        s.state.range = range;
        AuditView view;
        const conductor::SnapshotPtr snapshot = s.snapshot();
        view.setSnapshot(snapshot);
        conductor::Audit audit = sampleAudit();
        audit.answer = {sample::id(15)};
        audit.verdicts[0].sentence = u"KASAN in <i>\u202ex"_s;
        view.setAudit(snapshot->state, audit);
        for (const QString &text : {view.headline(), view.remedy(),
                                    view.table()->model()->index(0, AuditModel::Revision).data().toString()}) {
            QVERIFY2(text.contains(u'<') && !text.contains(QChar(0x202e)), qPrintable(text));
        }
    }
};

QTEST_MAIN(AuditViewTest)
#include "tst_auditview.moc"
