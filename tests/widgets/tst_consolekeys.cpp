// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"
#include "widgets/consolekeys.h"
#include "widgets/consolemap.h"
#include "widgets/findbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using namespace Qt::StringLiterals;

class ConsoleKeysTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void keysLeaveAndReachTheEnd_data();
    void keysLeaveAndReachTheEnd();
    void visitsCrashesAndWarnings();
    void letterKeysCanBeSwitchedOff();
    void asksToSave();
};

void ConsoleKeysTest::keysLeaveAndReachTheEnd_data()
{
    QTest::addColumn<int>("leave");
    QTest::addColumn<int>("reach");
    QTest::newRow("up, down") << int{Qt::Key_Up} << int{Qt::Key_Down};
    QTest::newRow("page up, page down") << int{Qt::Key_PageUp} << int{Qt::Key_PageDown};
    QTest::newRow("home, end") << int{Qt::Key_Home} << int{Qt::Key_End};
    QTest::newRow("up, G") << int{Qt::Key_Up} << int{Qt::Key_G};
    QTest::newRow("F twice") << int{Qt::Key_F} << int{Qt::Key_F};
}

void ConsoleKeysTest::keysLeaveAndReachTheEnd()
{
    QFETCH(const int, leave);
    QFETCH(const int, reach);
    feedLines(500);
    key(static_cast<Qt::Key>(leave));
    QVERIFY(!m_view->isFollowing());
    feedLines(10);
    QVERIFY(!atEnd());
    if (reach == Qt::Key_Down || reach == Qt::Key_PageDown) {
        m_view->edit()->scrollToEnd();
        m_view->edit()->scrollBy(-1);
        QVERIFY(!m_view->isFollowing());
    }
    key(static_cast<Qt::Key>(reach));
    QVERIFY(m_view->isFollowing());
    feedLines(10);
    QVERIFY(atEnd());
}

void ConsoleKeysTest::visitsCrashesAndWarnings()
{
    feedLines(100);
    feed("[  100.1][ T12] BUG: KASAN: slab-use-after-free in f\n");
    feedLines(100);
    feed("[  200.1] WARNING: CPU: 0 PID: 1 at mm/slub.c:1\n<0>[  200.2] Kernel panic - not syncing: x\n");
    feedLines(100);
    key(u"e"_s);
    QCOMPARE(caretLine(), 100);
    QVERIFY(!m_view->isFollowing());
    key(u"e"_s);
    QCOMPARE(caretLine(), 202);
    key(u"e"_s);
    QCOMPARE(caretLine(), 100);
    key(u"E"_s);
    QCOMPARE(caretLine(), 202);
    key(u"w"_s);
    QCOMPARE(caretLine(), 201);
}

void ConsoleKeysTest::letterKeysCanBeSwitchedOff()
{
    feedLines(500);
    m_view->keys()->setLetters(false);
    key(u"fz/mt"_s);
    QVERIFY(m_view->map()->lines().marks.empty());
    QVERIFY(m_view->feed().times() == Times::Shown);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_view->edit()->isWrapped());
    QVERIFY(!m_view->findBar()->isVisible());
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_view->findBar()->isVisible());
}

void ConsoleKeysTest::asksToSave()
{
    QSignalSpy save(m_view.get(), &ConsoleView::saveWanted);
    key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(save.size(), 1);
    QCOMPARE(save[0][0].value<LogId>(), LogId{3});
}

QTEST_MAIN(ConsoleKeysTest)
#include "tst_consolekeys.moc"
