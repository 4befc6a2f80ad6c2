// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"

#include <QAction>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleFollowingTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void followsAtTheStart();
    void wheelLeavesAndReachesTheEnd();
    void draggingTheScrollBarLeavesTheEnd();
    void scrollingOnKeepsFollowingWhatPoursIn();
    void staysWhereTheReaderIs();
    void showsWhatComesInSight();
    void wrapAndResizeKeepFollowing();
    void buttonShowsAndSetsFollowing();
    void waitsForALineToCome();

private:
    void wheel(int steps);
};

void ConsoleFollowingTest::wheel(int steps)
{
    QWidget *viewport = m_view->edit()->viewport();
    const QPointF middle = QRectF(viewport->rect()).center();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &event);
}

void ConsoleFollowingTest::followsAtTheStart()
{
    QVERIFY(m_view->isFollowing());
    feedLines(500);
    QVERIFY(m_view->edit()->verticalScrollBar()->maximum() > 100);
    QVERIFY(atEnd());
    feedLines(500);
    QVERIFY(atEnd());
}

void ConsoleFollowingTest::wheelLeavesAndReachesTheEnd()
{
    feedLines(500);
    wheel(1);
    QVERIFY(!atEnd());
    QVERIFY(!m_view->isFollowing());
    wheel(-3);
    QVERIFY(atEnd());
    QVERIFY(m_view->isFollowing());
}

void ConsoleFollowingTest::draggingTheScrollBarLeavesTheEnd()
{
    feedLines(500);
    QScrollBar *bar = m_view->edit()->verticalScrollBar();
    bar->setSliderDown(true);
    bar->setSliderPosition(bar->maximum() / 2);
    bar->triggerAction(QAbstractSlider::SliderMove);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(bar->value(), bar->maximum() / 2);
    bar->setSliderPosition(bar->maximum());
    bar->triggerAction(QAbstractSlider::SliderMove);
    bar->setSliderDown(false);
    QVERIFY(m_view->isFollowing());
}

/// Whether the view is at the end just now or some lines behind it.
void ConsoleFollowingTest::scrollingOnKeepsFollowingWhatPoursIn()
{
    const QByteArray much = QByteArray("much of it\n").repeated(400'000);
    m_view->append(0, much);
    while (!m_view->feed().isIdle()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        wheel(-1);
        QVERIFY(m_view->isFollowing());
    }
    QVERIFY(atEnd());
    m_view->append(much.size(), much);
    wheel(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    QVERIFY(!m_view->isFollowing());
    QVERIFY(!atEnd());
}

void ConsoleFollowingTest::staysWhereTheReaderIs()
{
    feedLines(500);
    key(Qt::Key_Home);
    key(Qt::Key_PageDown);
    const int first = m_view->edit()->firstVisibleLine();
    QVERIFY(first > 0);
    feedLines(2000);
    QCOMPARE(m_view->edit()->firstVisibleLine(), first);
}

void ConsoleFollowingTest::showsWhatComesInSight()
{
    m_view->setFollowing(false);
    feed("a few lines\n");
    const QImage before = m_view->edit()->grab().toImage();
    QSignalSpy painted(m_view->edit(), &QsciScintillaBase::SCN_PAINTED);
    feed("one more, in sight\n");
    QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty(), patience);
    QVERIFY(m_view->edit()->grab().toImage() != before);
}

void ConsoleFollowingTest::wrapAndResizeKeepFollowing()
{
    feedLines(300);
    feed(QByteArray(4000, 'y') + '\n');
    key(u"z"_s);
    QVERIFY(m_view->edit()->isWrapped());
    QVERIFY(m_view->isFollowing());
    QTRY_VERIFY_WITH_TIMEOUT(atEnd(), patience);
    m_view->resize(500, 250);
    QVERIFY(m_view->isFollowing());
    QTRY_VERIFY_WITH_TIMEOUT(atEnd(), patience);
    key(u"z"_s);
    QVERIFY(!m_view->edit()->isWrapped());
    QVERIFY(m_view->isFollowing());
    QTRY_VERIFY_WITH_TIMEOUT(atEnd(), patience);
}

void ConsoleFollowingTest::buttonShowsAndSetsFollowing()
{
    feedLines(500);
    QAction *follow = m_view->bar()->follow();
    QVERIFY(follow->isChecked());
    key(Qt::Key_Home);
    QVERIFY(!follow->isChecked());
    follow->trigger();
    QVERIFY(m_view->isFollowing());
    QVERIFY(atEnd());
}

void ConsoleFollowingTest::waitsForALineToCome()
{
    m_view->showLogLine(250);
    feedLines(100);
    QCOMPARE(caretLine(), 0);
    feedLines(400);
    QCOMPARE(caretLine(), 250);
    feedLines(100);
    QCOMPARE(caretLine(), 250);
}

QTEST_MAIN(ConsoleFollowingTest)
#include "tst_consolefollowing.moc"
