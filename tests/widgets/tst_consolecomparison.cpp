// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/patience.h"
#include "widgets/consolecomparisonview.h"
#include "widgets/consoleside.h"
#include "widgets/findbar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::patience;
using namespace Qt::StringLiterals;
using Difference = ConsoleComparison::Difference;
using Row = ConsoleSide::Row;

namespace
{

QByteArray line(double time, const QByteArray &message)
{
    return '[' + QByteArray::number(time, 'f', 6).rightJustified(12) + "][  T" + QByteArray::number(int(time * 7)) +
           "] " + message + '\n';
}

/// A boot that goes on as it should, and one with a crash in it: 300 lines alike, then two that differ, 300 alike, the
/// crash, 300 alike.
QByteArray boot(bool crashes, double offset)
{
    QByteArray log;
    const auto alike = [&](const QByteArray &what) {
        for (int i = 0; i < 300; ++i) {
            log += line(offset + i, what + " step " + QByteArray::number(i) + " at ffff8880" +
                                        QByteArray::number(10'000'000 + int(offset)));
        }
    };
    alike("early");
    log += line(offset, crashes ? "widget: probe failed with error -22" : "widget: ready");
    log += line(offset, crashes ? "widget: giving up" : "widget: registered");
    alike("middle");
    if (crashes) {
        log += line(offset, "BUG: KASAN: slab-use-after-free in widget_open+0x1/0x2");
        log += line(offset, "Read of size 8 at addr ffff888012345678 by task repro/4711");
        log += line(offset, "Call Trace:");
    }
    alike("late");
    return log;
}

std::shared_ptr<const ConsoleComparison> compared(const QByteArray &left, const QByteArray &right)
{
    return std::make_shared<const ConsoleComparison>(comparisonOf(left, right).value());
}

} // namespace

class ConsoleComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noiseIsNoDifference()
    {
        const auto same = compared(boot(false, 0), boot(false, 99));
        QVERIFY(same->differences.empty());
        QCOMPARE(same->rows, 902);
        QCOMPARE(same->left, boot(false, 0));
        QCOMPARE(same->right, boot(false, 99));
    }

    void whatDiffersStandsBesideEachOther()
    {
        const auto pair = compared(boot(false, 0), boot(true, 99));
        QCOMPARE(pair->differences, (std::vector<Difference>{{300, 2, 2, 300, 300}, {602, 0, 3, 602, 602}}));
        QCOMPARE(pair->rows, 905);
        QCOMPARE(pair->left.count('\n'), 905);
        QCOMPARE(pair->right.count('\n'), 905);
        const QList<QByteArray> left = pair->left.split('\n');
        QVERIFY(left[602].isEmpty() && left[604].isEmpty());
        QVERIFY(left[605].contains("late step 0"));
        QVERIFY(pair->right.split('\n')[605].contains("late step 0"));
    }

    void emptyUnendedAndHostileOnes()
    {
        QCOMPARE(compared({}, {})->rows, 0);
        const auto one = compared({}, "BUG: x");
        QCOMPARE(one->differences, (std::vector<Difference>{{0, 0, 1, 0, 0}}));
        QCOMPARE(one->left, "\n"_ba);
        QCOMPARE(one->right, "BUG: x\n"_ba);
        const auto hostile = compared("a\x1b[31m\u202e\r\n" + QByteArray(1, '\0') + "\n", "a\n");
        QCOMPARE(hostile->left, "a<U+202E>\n\u2400\n"_ba);
    }

    void whatIsTooLongIsCut()
    {
        const auto lines = compared("x\n"_ba.repeated(ConsoleComparison::lineLimit + 1), "x\n"_ba);
        QVERIFY(lines->isCut);
        QCOMPARE(lines->rows, ConsoleComparison::lineLimit);
        QVERIFY(!compared("x\n"_ba.repeated(ConsoleComparison::lineLimit), "x\n"_ba)->isCut);
        QVERIFY(compared(QByteArray(ConsoleComparison::byteLimit + 1, 'x'), "x\n"_ba)->isCut);
    }

    void opensAtTheFirstDifference()
    {
        Shown shown;
        QCOMPARE(shown.view.position(), u"difference 1 of 2, line 301 beside line 301"_s);
        QVERIFY(shown.isInSight(300));
        QCOMPARE(shown.view.left()->kind(300), Row::Changed);
        QCOMPARE(shown.view.right()->kind(301), Row::Changed);
        QVERIFY(!shown.view.left()->kind(299) && !shown.view.left()->kind(302));
        QCOMPARE(shown.view.left()->kind(602), Row::Missing);
        QCOMPARE(shown.view.right()->kind(602), Row::Own);
        QCOMPARE(shown.view.right()->kind(604), Row::Own);
        QVERIFY(!shown.view.right()->kind(605));
        QCOMPARE(shown.view.left()->firstCurrent(), 300);
    }

    void keysAndButtonsGoFromOneToTheNext()
    {
        Shown shown;
        ConsoleComparisonView &view = shown.view;
        QVERIFY(!view.previous()->isEnabled());
        QCOMPARE(view.previous()->toolTip(), u"This is the first difference"_s);
        QTest::keyClick(view.left(), Qt::Key_N);
        QCOMPARE(view.position(), u"difference 2 of 2, line 603 beside line 603"_s);
        QVERIFY(shown.isInSight(602));
        QCOMPARE(view.right()->firstCurrent(), 602);
        QVERIFY(!view.next()->isEnabled());
        QTest::keyClick(view.right(), Qt::Key_N); // there is none
        QVERIFY(view.position().startsWith(u"difference 2"_s));
        QTest::keyClick(view.right(), Qt::Key_P);
        QVERIFY(view.position().startsWith(u"difference 1"_s));
        QTest::keyClick(view.right(), Qt::Key_BracketRight);
        QVERIFY(view.position().startsWith(u"difference 2"_s));
        QTest::keyClick(view.right(), Qt::Key_BracketLeft);
        QVERIFY(view.position().startsWith(u"difference 1"_s));
        view.next()->trigger();
        view.first()->trigger();
        QVERIFY(view.position().startsWith(u"difference 1"_s));
        QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(view.position().startsWith(u"difference 2"_s));

        view.setLetters(false);
        QTest::keyClick(view.left(), Qt::Key_P);
        QVERIFY(view.position().startsWith(u"difference 2"_s));
    }

    void bothScrollTogether()
    {
        Shown shown;
        ConsoleSide *left = shown.view.left();
        ConsoleSide *right = shown.view.right();
        QCOMPARE(right->firstVisibleLine(), left->firstVisibleLine());
        QTest::keyClick(left, Qt::Key_Home);
        QCOMPARE(left->firstVisibleLine(), 0);
        QCOMPARE(right->firstVisibleLine(), 0);
        QTest::keyClick(right, Qt::Key_PageDown);
        QVERIFY(right->firstVisibleLine() > 5);
        QCOMPARE(left->firstVisibleLine(), right->firstVisibleLine());
        QTest::keyClick(left, Qt::Key_End);
        QCOMPARE(right->firstVisibleLine(), left->firstVisibleLine());
        QVERIFY(left->isAtEnd() && right->isAtEnd());
        right->verticalScrollBar()->setValue(123);
        QCOMPARE(left->firstVisibleLine(), 123);
    }

    void sameConsolesSaySo()
    {
        Shown shown(boot(true, 3), boot(true, 8));
        QCOMPARE(shown.view.position(), u"No difference but in time stamps, addresses and the like"_s);
        for (const QAction *action : {shown.view.first(), shown.view.previous(), shown.view.next()}) {
            QVERIFY(!action->isEnabled());
            QCOMPARE(action->toolTip(), u"There is no difference"_s);
        }
        QTest::keyClick(shown.view.left(), Qt::Key_N);
        QCOMPARE(shown.view.left()->firstVisibleLine(), 0);
    }

    void everyPairOfRunsCanBeChosen()
    {
        ConsoleComparisonView view;
        QSignalSpy wanted(&view, &ConsoleComparisonView::pairWanted);
        view.setRuns({{LogId{9}, u"run 3 <b>\u202e"_s}, {LogId{5}, u"run 2"_s}, {LogId{2}, u"run 1"_s}}, LogId{2},
                     LogId{9});
        QCOMPARE(wanted.takeFirst(), (QVariantList{QVariant::fromValue(LogId{2}), QVariant::fromValue(LogId{9})}));
        QCOMPARE(view.leftBox()->currentText(), u"run 1"_s);
        QVERIFY(!view.rightBox()->currentText().contains(QChar(0x202e)));
        view.setComparison(compared("a\n", "b\n"));
        QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), patience);
        view.leftBox()->setCurrentIndex(1);
        Q_EMIT view.leftBox()->activated(1);
        QCOMPARE(wanted.takeFirst(), (QVariantList{QVariant::fromValue(LogId{5}), QVariant::fromValue(LogId{9})}));
        QVERIFY(view.left()->utf8().isEmpty()); // what is shown is never of another run than its name
        QCOMPARE(view.left()->accessibleName(), u"run 2"_s);
        view.fail(u"It cannot be read."_s);
        QCOMPARE(view.position(), u"It cannot be read."_s);
        QVERIFY(!view.next()->isEnabled());
    }

    void aLongOneIsCutAndSaysSo()
    {
        Shown shown("x\n"_ba.repeated(ConsoleComparison::lineLimit + 1), "y\n"_ba);
        QCOMPARE(shown.view.left()->lines(), ConsoleComparison::lineLimit + 1);
        const auto labels = shown.view.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == u"Only the first 100,000 lines or 8 MB of each console are compared."_s;
        }));
    }

    void textIsFoundOnTheSideThatHasTheKeyboard()
    {
        Shown shown;
        ConsoleComparisonView &view = shown.view;
        view.right()->setFocus();
        QTest::keyClick(view.right(), Qt::Key_Slash);
        QVERIFY(view.findBar()->isVisible());
        auto *field = view.findBar()->findChild<QLineEdit *>();
        field->setText(u"KASAN"_s);
        QTRY_COMPARE_WITH_TIMEOUT(view.findBar()->countText(), u"1 match"_s, patience);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(view.right()->selectedText(), u"KASAN"_s);
        QCOMPARE(view.findBar()->countText(), u"1 of 1"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!view.findBar()->isVisible());
        QVERIFY(view.right()->hasFocus());
    }

private:
    struct Shown {
        explicit Shown(const QByteArray &left = boot(false, 0), const QByteArray &right = boot(true, 99))
        {
            view.resize(900, 400);
            view.setRuns({{LogId{2}, u"run 2"_s}, {LogId{1}, u"run 1"_s}}, LogId{1}, LogId{2});
            view.show();
            QVERIFY(QTest::qWaitForWindowActive(&view, patience));
            view.setComparison(compared(left, right));
            QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), patience);
        }

        [[nodiscard]] bool isInSight(int row) const
        {
            const int first = view.left()->firstVisibleLine();
            const long rows = view.left()->SendScintilla(QsciScintillaBase::SCI_LINESONSCREEN);
            return row >= first && row < first + rows;
        }

        ConsoleComparisonView view;
    };
};

QTEST_MAIN(ConsoleComparisonTest)
#include "tst_consolecomparison.moc"
