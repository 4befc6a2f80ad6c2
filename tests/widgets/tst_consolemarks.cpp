// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"
#include "widgets/consolemap.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleMarksTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void marksLines();
    void marksLinesThatAreStillToCome();
    void listShowsMarks();
    void errorsOfABuildAreListed();
    void mapShowsWhereThingsAre();
};

void ConsoleMarksTest::marksLines()
{
    feedLines(300);
    m_view->showLogLine(50);
    key(u"m"_s);
    m_view->showLogLine(150);
    key(u"m"_s);
    QCOMPARE(m_view->map()->lines().marks, (std::vector{50, 150}));
    key(u"'"_s);
    QCOMPARE(caretLine(), 50);
    key(u"'"_s);
    QCOMPARE(caretLine(), 150);
    key(u"m"_s);
    QCOMPARE(m_view->map()->lines().marks, std::vector{50});
}

void ConsoleMarksTest::marksLinesThatAreStillToCome()
{
    QSignalSpy changed(m_view.get(), &ConsoleView::marksChanged);
    m_view->setMarks({3, 120});
    feedLines(50);
    QCOMPARE(m_view->map()->lines().marks, std::vector{3});
    feedLines(100);
    QCOMPARE(m_view->map()->lines().marks, (std::vector{3, 120}));
    QCOMPARE(changed.size(), 0);
    m_view->showLogLine(3);
    key(u"m"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<LogId>(), LogId{3});
    QCOMPARE(changed[0][1].value<std::vector<int>>(), std::vector{120});
}

void ConsoleMarksTest::listShowsMarks()
{
    feedLines(300);
    m_view->showLogLine(250);
    key(u"m"_s);
    openList(u"line 9"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listed().size(), 12, patience); // 9, 90 to 99 and the marked one
    QVERIFY2(listed().last().startsWith(u"\u25c6 251  "_s), qPrintable(listed().last()));
    QVERIFY2(listed().first().startsWith(u"   10  "_s), qPrintable(listed().first()));
    m_view->edit()->setFocus();
    m_view->showLogLine(95);
    key(u"m"_s);
    QVERIFY2(listed().at(6).startsWith(u"\u25c6  96  "_s), qPrintable(listed().at(6)));
    key(u"m"_s);
    QCOMPARE(listed().size(), 12);
    m_view->showLogLine(250);
    key(u"m"_s);
    QCOMPARE(listed().size(), 11);
    QCOMPARE(caretLine(), 250); // a row that goes takes nobody along
    m_view->showLogLine(20);
    key(u"m"_s);
    QVERIFY2(listed().at(1).startsWith(u"\u25c6  21  "_s), qPrintable(listed().at(1)));
}

void ConsoleMarksTest::errorsOfABuildAreListed()
{
    ConsoleView view(LogKind::Build);
    view.resize(900, 400);
    view.setSource(u"build 1"_s, LogId{5});
    QAction *errors = view.bar()->nextCrash();
    QCOMPARE(errors->text(), u"No error"_s);
    QVERIFY(!errors->isEnabled());
    view.append(0, "  CC      kernel/fork.o\n"
                   "kernel/fork.c:12:5: warning: unused variable 'x' [-Wunused-variable]\n"
                   "kernel/fork.c:99:17: error: implicit declaration of function 'a & b'\n"
                   "make[3]: *** [scripts/Makefile.build:229: kernel/fork.o] Error 1\n"
                   "BUG: is no error of a build\n");
    QTRY_COMPARE(errors->text(), u"2 errors"_s);
    QCOMPARE(view.map()->lines().warnings, std::vector<int>{1});
    QMenu *menu = errors->menu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().at(0)->text(), u"kernel/fork.c:99:17: error: implicit declaration of function 'a && b'"_s);
    menu->actions().at(1)->trigger();
    QCOMPARE(view.edit()->currentLine(), 3);
    QVERIFY(!view.isFollowing());
}

void ConsoleMarksTest::mapShowsWhereThingsAre()
{
    feedLines(100);
    feed("BUG: a\nWARNING: b\n");
    m_view->find(u"line 7 "_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->map()->lines().matches, std::vector{7}, patience);
    QCOMPARE(m_view->map()->lines().crashes, std::vector{100});
    QCOMPARE(m_view->map()->lines().warnings, std::vector{101});
    QTest::mouseClick(m_view->map(), Qt::LeftButton, {}, {2, 0});
    QCOMPARE(m_view->edit()->firstVisibleLine(), 0);
    QVERIFY(!m_view->isFollowing());
}

QTEST_MAIN(ConsoleMarksTest)
#include "tst_consolemarks.moc"
