// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/elidedlabel.h"
#include "widgets/revisiontext.h"
#include "widgets/verdictbar.h"

#include <QApplication>
#include <QCheckBox>
#include <QEnterEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

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

class VerdictBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barNamesItsTarget();
    void barSpeaksInTheSessionsTerms();
    void barSendsPayloads();
    void barSaysWhatIsOnlyThought();
    void barKeepsItsTargetWhileInUse();
    void barAsksForPreviews();
    void barSaysWhyItIsBlocked();
};

void VerdictBarTest::barSpeaksInTheSessionsTerms()
{
    VerdictBar bar;
    bar.offer(targetOf(7));
    bar.setWords(u"fast"_s, u"slow"_s);
    const QString hash = hashText(sample::id(7));
    QCOMPARE(bar.button(VerdictBar::Bad)->text(), u"slow"_s);
    QVERIFY(bar.button(VerdictBar::Good)->toolTip().contains(u"Mark %1 fast"_s.arg(hash)));
    QSignalSpy judged(&bar, &VerdictBar::judged);
    bar.button(VerdictBar::Bad)->click();
    const auto payload = judged.at(0).at(0).value<session::Payload>();
    QVERIFY(std::get<session::VerdictJudged>(payload).verdict == Verdict::Bad);
    bar.setWords({}, {});
    VerdictBar::Target untested = targetOf(7);
    untested.isRun = false;
    bar.offer(untested);
    QCOMPARE(bar.button(VerdictBar::Retest)->text(), u"Test next"_s);
    QCOMPARE(bar.button(VerdictBar::Bad)->text(), u"Bad"_s);
}

void VerdictBarTest::barNamesItsTarget()
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

void VerdictBarTest::barSendsPayloads()
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

void VerdictBarTest::barSaysWhatIsOnlyThought()
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

void VerdictBarTest::barKeepsItsTargetWhileInUse()
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

void VerdictBarTest::barAsksForPreviews()
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

void VerdictBarTest::barSaysWhyItIsBlocked()
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

QTEST_MAIN(VerdictBarTest)
#include "tst_verdictbar.moc"
