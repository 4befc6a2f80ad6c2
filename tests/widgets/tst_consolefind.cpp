// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"
#include "widgets/consolemap.h"
#include "widgets/consolematchlist.h"
#include "widgets/consolematchmodel.h"
#include "widgets/findbar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleFindTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void countsAndVisitsMatches();
    void findsWhatComesLater();
    void escapeClosesTheFindBar();
    void listsTheLinesThatMatch();
    void listStaysAtItsEnd();
    void listIsAModel();
    void escapeClosesTheList();
};

void ConsoleFindTest::countsAndVisitsMatches()
{
    feed("one kmalloc\ntwo\nthree KMALLOC kmalloc\nfour\n");
    key(u"/"_s);
    QVERIFY(m_view->findBar()->isVisible());
    auto *field = m_view->findBar()->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"kmalloc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"3 matches"_s, patience);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_view->findBar()->countText(), u"1 of 3"_s);
    QCOMPARE(m_view->edit()->selectedText(), u"kmalloc"_s);
    QVERIFY(!m_view->isFollowing());
    m_view->edit()->setFocus();
    key(u"n"_s);
    QCOMPARE(m_view->edit()->selectedText(), u"KMALLOC"_s);
    key(u"n"_s);
    key(u"n"_s);
    QCOMPARE(m_view->findBar()->countText(), u"1 of 3"_s);
    key(u"N"_s);
    QCOMPARE(m_view->findBar()->countText(), u"3 of 3"_s);
}

void ConsoleFindTest::findsWhatComesLater()
{
    feed("abc nee");
    m_view->find(u"needle"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"no match"_s, patience);
    feed("dle\nneedle\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"2 matches"_s, patience);
}

void ConsoleFindTest::escapeClosesTheFindBar()
{
    feed("abc\n");
    m_view->find(u"abc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"1 match"_s, patience);
    QTest::keyClick(m_view->findBar()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!m_view->findBar()->isVisible());
    QVERIFY(m_view->map()->lines().matches.empty());
    QVERIFY(m_view->edit()->hasFocus());
}

void ConsoleFindTest::listsTheLinesThatMatch()
{
    feed("one kmalloc kmalloc\ntwo\n" + QByteArray(3000, 'x') + " kmalloc\n<b>KMALLOC\n");
    feedLines(500);
    QVERIFY(!m_view->list()->isVisible());
    openList(u"kmalloc"_s);
    QVERIFY(m_view->findBar()->isVisible() && m_view->list()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(m_view->edit()->height() > m_view->list()->height(), patience);
    QVERIFY(m_view->list()->height() > 60);
    QTRY_COMPARE_WITH_TIMEOUT(listed().size(), 3, patience);
    QCOMPARE(listed().at(0), u"    1  one kmalloc kmalloc"_s);
    QCOMPARE(listed().at(2), u"    4  <b>KMALLOC"_s);
    QVERIFY(listed().at(1).size() < 420);
    QVERIFY(m_view->list()->model()->index(2, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    QVERIFY(m_view->isFollowing());

    const QRect row = m_view->list()->visualRect(m_view->list()->model()->index(2, 0));
    QTest::mouseClick(m_view->list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_view->edit()->selectedText(), u"KMALLOC"_s);
    QCOMPARE(caretLine(), 3);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->findBar()->countText(), u"4 of 4"_s);
    QTest::keyClick(m_view->list(), Qt::Key_Up);
    QCOMPARE(caretLine(), 2);

    // Another search, another list; matching the case goes for both.
    m_view->findBar()->findChild<QLineEdit *>()->setText(u"line 49"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listed().size(), 11, patience);
    QVERIFY2(listed().at(0).endsWith(u"line 49 of the console"_s), qPrintable(listed().at(0)));
    m_view->edit()->setFocus();
    key(u"l"_s);
    QVERIFY(!m_view->list()->isVisible());
    QVERIFY(m_view->findBar()->isVisible());
}

void ConsoleFindTest::listStaysAtItsEnd()
{
    feedLines(200);
    openList(u"line"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->list()->model()->rowCount(), 200, patience);
    const QScrollBar *bar = m_view->list()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0 && bar->value() == bar->maximum(), patience);
    feedLines(300);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->list()->model()->rowCount(), 500, patience);
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), bar->maximum(), patience);
    QVERIFY(m_view->isFollowing());
    m_view->list()->scrollToTop();
    feedLines(300);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->list()->model()->rowCount(), 800, patience);
    QCOMPARE(bar->value(), 0);
}

void ConsoleFindTest::listIsAModel()
{
    const QAbstractItemModelTester tester(m_view->list()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_view->setMarks({3, 120, 450});
    openList(u"line"_s);
    for (int i = 0; i < 5; ++i) {
        feedLines(100);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->list()->model()->rowCount(), 100 * (i + 1), patience);
    }
    for (int row = 1; row < 500; ++row) {
        QVERIFY(m_view->list()->matches()->lineAt(row) == m_view->list()->matches()->lineAt(row - 1) + 1);
    }
    m_view->setSource(u"run 7.3"_s, LogId{4});
    QCOMPARE(m_view->list()->model()->rowCount(), 0);
}

void ConsoleFindTest::escapeClosesTheList()
{
    feedLines(100);
    openList(u"line"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->list()->model()->rowCount(), 100, patience);
    m_view->list()->setFocus();
    QTest::keyClick(m_view->list(), Qt::Key_Escape);
    QVERIFY(!m_view->list()->isVisible());
    QVERIFY(!m_view->findBar()->isVisible());
    QVERIFY(m_view->edit()->hasFocus());
    key(u"/"_s); // as it was left
    QVERIFY(m_view->list()->isVisible());
    m_view->listed()->click();
    QVERIFY(!m_view->list()->isVisible());
}

QTEST_MAIN(ConsoleFindTest)
#include "tst_consolefind.moc"
