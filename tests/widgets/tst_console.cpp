// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/patience.h"
#include "widgets/consolebar.h"
#include "widgets/consolekeys.h"
#include "widgets/consolemap.h"
#include "widgets/consolematchlist.h"
#include "widgets/consolematchmodel.h"
#include "widgets/consoleview.h"
#include "widgets/findbar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void showsTheBytesHoweverTheyAreCut();
    void makesHostileBytesVisible_data();
    void makesHostileBytesVisible();
    void breaksAnEndlessLine();
    void findsLogLinesBehindBrokenOnes();
    void asksForWhatIsMissing();
    void passesOverWhatItHas();
    void fetchesALogByPieces();
    void emptiesForAnotherLog();
    void isReadOnlyAndCopies();

    void followsAtTheStart();
    void keysLeaveAndReachTheEnd_data();
    void keysLeaveAndReachTheEnd();
    void wheelLeavesAndReachesTheEnd();
    void draggingTheScrollBarLeavesTheEnd();
    void staysWhereTheReaderIs();
    void wrapAndResizeKeepFollowing();
    void losesNothingWhenItGetsLong_data();
    void losesNothingWhenItGetsLong();
    void buttonShowsAndSetsFollowing();

    void countsAndVisitsMatches();
    void findsWhatComesLater();
    void escapeClosesTheFindBar();
    void listsTheLinesThatMatch();
    void listStaysAtItsEnd();
    void listShowsMarks();
    void listIsAModel();
    void escapeClosesTheList();
    void visitsCrashesAndWarnings();
    void errorsOfABuildAreListed();
    void marksLines();
    void marksLinesThatAreStillToCome();
    void timeStampsBecomeDeltasOrNothing();
    void timeStampsMayComeCutAnywhere();
    void otherTimesKeepPlaceAndMarks();
    void mapShowsWhereThingsAre();
    void waitsForALineToCome();
    void letterKeysCanBeSwitchedOff();
    void asksToSave();

private:
    [[nodiscard]] QStringList listed() const;
    void openList(const QString &text);
    void feed(const QByteArray &bytes);
    void feedLines(int count);
    void wheel(int steps);
    void key(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view->edit(), key, modifiers); }
    [[nodiscard]] QByteArray text() const { return m_view->edit()->utf8(); }
    [[nodiscard]] bool atEnd() const { return m_view->edit()->goesToEnd(); }
    [[nodiscard]] int caretLine() const;

    std::unique_ptr<ConsoleView> m_view;
    qint64 m_offset = 0;
};

void ConsoleTest::init()
{
    m_view = std::make_unique<ConsoleView>();
    m_view->resize(700, 400);
    m_view->show();
    m_view->setSource(u"run 7.2"_s, LogId{3});
    m_offset = 0;
    QVERIFY(QTest::qWaitForWindowActive(m_view.get(), patience));
    m_view->edit()->setFocus();
}

void ConsoleTest::feed(const QByteArray &bytes)
{
    m_view->append(m_offset, bytes);
    m_offset += bytes.size();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
}

void ConsoleTest::feedLines(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        bytes += "[    1.000000] line " + QByteArray::number(i) + " of the console\n";
    }
    feed(bytes);
}

void ConsoleTest::wheel(int steps)
{
    QWidget *viewport = m_view->edit()->viewport();
    const QPointF middle = QRectF(viewport->rect()).center();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &event);
}

void ConsoleTest::key(const QString &text)
{
    QTest::keyClicks(m_view->edit(), text);
}

int ConsoleTest::caretLine() const
{
    int line = 0;
    int column = 0;
    m_view->edit()->getCursorPosition(&line, &column);
    return line;
}

void ConsoleTest::showsTheBytesHoweverTheyAreCut()
{
    QByteArray log;
    for (int i = 0; i < 300; ++i) {
        log += "[   1.5] caf\u00e9 \u4e2d\u6587 \U0001F427 tab\there " + QByteArray::number(i) + '\n';
    }
    QRandomGenerator random(42);
    for (qsizetype at = 0; at < log.size();) {
        const qsizetype size = std::min<qsizetype>(random.bounded(1, 7), log.size() - at);
        m_view->append(at, log.sliced(at, size));
        at += size;
        if (random.bounded(200) == 0) {
            QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    QCOMPARE(text(), log);
    QCOMPARE(m_view->edit()->lineCount(), 301);
}

void ConsoleTest::makesHostileBytesVisible_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");

    QTest::newRow("carriage return") << "a\r\nb\r\r\nc\n"_ba << "a\nb\nc\n"_ba;
    QTest::newRow("nul and bell") << QByteArray("a\0b\x07\x7f\n", 6) << "a\u2400b\u2407\u2421\n"_ba;
    QTest::newRow("colours") << "\x1b[1;31mred\x1b[0m \x1b[Kend\n"_ba << "red end\n"_ba;
    QTest::newRow("window title") << "\x1b]0;evil\x07 x\n"_ba << "\u241b]0;evil\u2407 x\n"_ba;
    QTest::newRow("unended escape") << "\x1b[12\nBUG: x\n"_ba << "\u241b[12\nBUG: x\n"_ba;
    QTest::newRow("endless escape") << "\x1b[" + QByteArray(60, '1') + "m\n" << "\u241b[" + QByteArray(60, '1') + "m\n";
    QTest::newRow("bidi") << "a\u202eb\u2066c\u2028d\u200b\n"_ba << "a<U+202E>b<U+2066>c<U+2028>d<U+200B>\n"_ba;
    QTest::newRow("c1 control") << "a\xc2\x9b"
                                   "31mb\n"_ba
                                << "a<U+009B>31mb\n"_ba;
    QTest::newRow("invalid bytes") << "a\xff\xc0\x80z\xe4\xb8\n"_ba << "a\ufffd\ufffd\ufffdz\ufffd\n"_ba;
    QTest::newRow("surrogate") << "\xed\xa0\x80\n"_ba << "\ufffd\ufffd\ufffd\n"_ba;
    QTest::newRow("beyond unicode") << "\xf4\x90\x80\x80\n"_ba << "\ufffd\ufffd\ufffd\ufffd\n"_ba;
}

void ConsoleTest::makesHostileBytesVisible()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, shown);
    feed(bytes);
    QCOMPARE(text(), shown);

    m_view->setSource(u"the same, byte by byte"_s, LogId{4});
    m_offset = 0;
    for (const char byte : bytes) {
        m_view->append(m_offset++, QByteArray(1, byte));
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    QCOMPARE(text(), shown);
}

void ConsoleTest::breaksAnEndlessLine()
{
    const QByteArray endless(1'000'000, 'x');
    feed(endless + "\nBUG: after it\n");
    const QList<QByteArray> lines = text().split('\n');
    QByteArray joined;
    for (qsizetype i = 0; i + 2 < lines.size(); ++i) {
        QVERIFY(lines[i].size() <= ConsoleText::lineLimit);
        joined += lines[i];
    }
    QCOMPARE(joined, endless);
    QCOMPARE(lines[lines.size() - 2], "BUG: after it"_ba);
}

void ConsoleTest::findsLogLinesBehindBrokenOnes()
{
    feed("first\n" + QByteArray(3 * ConsoleText::lineLimit, 'x') + "\nthird\n");
    m_view->showLogLine(2);
    QCOMPARE(m_view->edit()->text(caretLine()), u"third\n"_s);
}

void ConsoleTest::asksForWhatIsMissing()
{
    QSignalSpy wanted(m_view.get(), &ConsoleView::bytesWanted);
    feed("one\n");
    m_view->append(10, "four\n");
    m_view->append(15, "five\n");
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].toLongLong(), 4);
    QCOMPARE(text(), "one\n"_ba);
    m_view->append(4, "two..\nfour\nfive\n");
    QTRY_COMPARE_WITH_TIMEOUT(text(), "one\ntwo..\nfour\nfive\n"_ba, patience);
}

void ConsoleTest::passesOverWhatItHas()
{
    feed("one\ntwo\n");
    m_view->append(0, "one\n");
    m_view->append(4, "two\nthree\n");
    m_view->append(0, "one\ntwo\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    QCOMPARE(text(), "one\ntwo\nthree\n"_ba);
}

void ConsoleTest::fetchesALogByPieces()
{
    QByteArray log;
    for (int i = 0; i < 5000; ++i) {
        log += "line " + QByteArray::number(i) + '\n';
    }
    connect(m_view.get(), &ConsoleView::bytesWanted, m_view.get(), [&](LogId, qint64 offset) {
        m_view->append(offset, log.sliced(offset, std::min<qsizetype>(9999, log.size() - offset)), log.size());
    });
    m_view->setSource(u"stored"_s, LogId{9});
    QTRY_COMPARE_WITH_TIMEOUT(text(), log, patience);
}

void ConsoleTest::emptiesForAnotherLog()
{
    feed("BUG: old\n");
    QSignalSpy wanted(m_view.get(), &ConsoleView::bytesWanted);
    m_view->setSource(u"run 7.2, ended"_s, LogId{3});
    QCOMPARE(text(), "BUG: old\n"_ba);
    QCOMPARE(wanted.size(), 0);
    m_view->setSource(u"run 7.3"_s, LogId{5});
    QCOMPARE(text(), QByteArray());
    QVERIFY(m_view->map()->lines().crashes.empty());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<LogId>(), LogId{5});
}

void ConsoleTest::isReadOnlyAndCopies()
{
    feed("alpha\nbeta\n");
    key(u"xyz"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Delete);
    QCOMPARE(text(), "alpha\nbeta\n"_ba);
    QTest::keyClick(m_view->edit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view->edit(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"alpha\nbeta\n"_s);
}

void ConsoleTest::followsAtTheStart()
{
    QVERIFY(m_view->isFollowing());
    feedLines(500);
    QVERIFY(m_view->edit()->verticalScrollBar()->maximum() > 100);
    QVERIFY(atEnd());
    feedLines(500);
    QVERIFY(atEnd());
}

void ConsoleTest::keysLeaveAndReachTheEnd_data()
{
    QTest::addColumn<int>("leave");
    QTest::addColumn<int>("reach");
    QTest::newRow("up, down") << int{Qt::Key_Up} << int{Qt::Key_Down};
    QTest::newRow("page up, page down") << int{Qt::Key_PageUp} << int{Qt::Key_PageDown};
    QTest::newRow("home, end") << int{Qt::Key_Home} << int{Qt::Key_End};
    QTest::newRow("up, G") << int{Qt::Key_Up} << int{Qt::Key_G};
    QTest::newRow("F twice") << int{Qt::Key_F} << int{Qt::Key_F};
}

void ConsoleTest::keysLeaveAndReachTheEnd()
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

void ConsoleTest::wheelLeavesAndReachesTheEnd()
{
    feedLines(500);
    wheel(1);
    QVERIFY(!atEnd());
    QVERIFY(!m_view->isFollowing());
    wheel(-3);
    QVERIFY(atEnd());
    QVERIFY(m_view->isFollowing());
}

void ConsoleTest::draggingTheScrollBarLeavesTheEnd()
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

void ConsoleTest::staysWhereTheReaderIs()
{
    feedLines(500);
    key(Qt::Key_Home);
    key(Qt::Key_PageDown);
    const int first = m_view->edit()->firstVisibleLine();
    QVERIFY(first > 0);
    feedLines(2000);
    QCOMPARE(m_view->edit()->firstVisibleLine(), first);
}

void ConsoleTest::wrapAndResizeKeepFollowing()
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

void ConsoleTest::losesNothingWhenItGetsLong_data()
{
    QTest::addColumn<bool>("following");
    QTest::addColumn<bool>("wrapped");
    QTest::newRow("following") << true << false;
    QTest::newRow("read") << false << false;
    QTest::newRow("read, wrapped") << false << true;
}

void ConsoleTest::losesNothingWhenItGetsLong()
{
    QFETCH(const bool, following);
    QFETCH(const bool, wrapped);
    feedLines(300);
    const QByteArray before = text();
    m_view->showLogLine(50);
    key(u"m"_s);
    m_view->find(u"line 150 "_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"1 match"_s, patience);
    const auto match = m_view->edit()->find("line 150 ", true, 0, before.size());
    QVERIFY(match);
    m_view->edit()->setWrapped(wrapped);
    m_view->edit()->select(*match);
    const int top = m_view->edit()->firstVisibleLine();
    QCoreApplication::processEvents(); // the selection ends following
    m_view->setFollowing(following);

    QByteArray more;
    for (int i = 0; more.size() < 1'500'000; ++i) {
        more += "[    2.000000] more of it, line by line: " + QByteArray::number(i) + '\n';
    }
    QSignalSpy moved(m_view->edit(), &ConsoleEdit::roomMade);
    for (qsizetype at = 0; at < more.size(); at += 700'000) {
        feed(more.sliced(at, std::min<qsizetype>(700'000, more.size() - at)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(moved.size(), 1, patience);
    QVERIFY(text() == before + more);
    QCOMPARE(m_view->isFollowing(), following);
    if (following) {
        QTRY_VERIFY_WITH_TIMEOUT(atEnd(), patience);
    } else {
        QCOMPARE(m_view->edit()->firstVisibleLine(), top);
    }
    QCOMPARE(m_view->edit()->selectedText(), u"line 150 "_s);
    QCOMPARE(m_view->edit()->marks(), std::vector{50});
    const auto highlights = m_view->edit()->highlights();
    QCOMPARE(highlights.size(), 1U);
    QCOMPARE(highlights.front().begin, match->begin);
    QVERIFY(m_view->edit()->isReadOnly());

    // A short text needs no room, also after a long one.
    m_view->setSource(u"run 7.3"_s, LogId{4});
    m_offset = 0;
    feedLines(100);
    QCOMPARE(m_view->edit()->lineCount(), 101);
    QCOMPARE(moved.size(), 1);
}

void ConsoleTest::buttonShowsAndSetsFollowing()
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

void ConsoleTest::countsAndVisitsMatches()
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

void ConsoleTest::findsWhatComesLater()
{
    feed("abc nee");
    m_view->find(u"needle"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"no match"_s, patience);
    feed("dle\nneedle\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"2 matches"_s, patience);
}

void ConsoleTest::escapeClosesTheFindBar()
{
    feed("abc\n");
    m_view->find(u"abc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->findBar()->countText(), u"1 match"_s, patience);
    QTest::keyClick(m_view->findBar()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!m_view->findBar()->isVisible());
    QVERIFY(m_view->map()->lines().matches.empty());
    QVERIFY(m_view->edit()->hasFocus());
}

QStringList ConsoleTest::listed() const
{
    QStringList lines;
    const QAbstractItemModel *model = m_view->list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        lines << model->index(row, 0).data().toString();
    }
    return lines;
}

void ConsoleTest::openList(const QString &text)
{
    m_view->edit()->setFocus();
    key(u"l"_s);
    m_view->findBar()->findChild<QLineEdit *>()->setText(text);
}

void ConsoleTest::listsTheLinesThatMatch()
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

void ConsoleTest::listStaysAtItsEnd()
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

void ConsoleTest::listShowsMarks()
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

void ConsoleTest::listIsAModel()
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

void ConsoleTest::escapeClosesTheList()
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

void ConsoleTest::visitsCrashesAndWarnings()
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

void ConsoleTest::errorsOfABuildAreListed()
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

void ConsoleTest::marksLines()
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

void ConsoleTest::marksLinesThatAreStillToCome()
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

void ConsoleTest::timeStampsBecomeDeltasOrNothing()
{
    const QByteArray log = "[    1.000001] first\n"
                           "<6>[   12.500000] second\n"
                           "plain\n"
                           "[   12.400000][  T1] earlier\n"
                           "[ 1.5 ] none\n"
                           "[    ";
    const auto comeAgain = [&] {
        m_offset = 0;
        feed(log);
    };
    comeAgain();
    QCOMPARE(text(), log);
    QSignalSpy wanted(m_view.get(), &ConsoleView::bytesWanted);
    key(u"t"_s);
    QCOMPARE(wanted.size(), 1);
    comeAgain();
    QCOMPARE(text(), QByteArray("[   +0.000000] first\n"
                                "<6>[  +11.499999] second\n"
                                "plain\n"
                                "[   -0.100000][  T1] earlier\n"
                                "[ 1.5 ] none\n"));
    QVERIFY2(m_view->bar()->times()->text().contains(QChar(0x0394)), qPrintable(m_view->bar()->times()->text()));
    m_view->bar()->times()->trigger();
    comeAgain();
    QCOMPARE(text(), QByteArray("first\n<6>second\nplain\n[  T1] earlier\n[ 1.5 ] none\n"));
    key(u"t"_s);
    comeAgain();
    QCOMPARE(text(), log);
}

void ConsoleTest::timeStampsMayComeCutAnywhere()
{
    QByteArray log;
    for (int i = 0; i < 200; ++i) {
        log += "[" + QByteArray::number(i * 0.25, 'f', 6).rightJustified(12, ' ') + "] line\n";
    }
    m_view->setTimes(Times::Deltas);
    m_offset = 0;
    QRandomGenerator random(7);
    for (qsizetype at = 0; at < log.size();) {
        const qsizetype size = std::min<qsizetype>(random.bounded(1, 9), log.size() - at);
        feed(log.sliced(at, size));
        at += size;
    }
    QCOMPARE(text(), QByteArray("[   +0.000000] line\n") + QByteArray("[   +0.250000] line\n").repeated(199));
}

void ConsoleTest::otherTimesKeepPlaceAndMarks()
{
    feedLines(300);
    m_view->showLogLine(150);
    key(u"m"_s);
    key(u"t"_s);
    m_offset = 0;
    feedLines(300);
    QCOMPARE(caretLine(), 150);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->map()->lines().marks, std::vector{150});
    QCOMPARE(m_view->edit()->lineUtf8(150), QByteArray("[   +0.000000] line 150 of the console"));
}

void ConsoleTest::mapShowsWhereThingsAre()
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

void ConsoleTest::waitsForALineToCome()
{
    m_view->showLogLine(250);
    feedLines(100);
    QCOMPARE(caretLine(), 0);
    feedLines(400);
    QCOMPARE(caretLine(), 250);
    feedLines(100);
    QCOMPARE(caretLine(), 250);
}

void ConsoleTest::letterKeysCanBeSwitchedOff()
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

void ConsoleTest::asksToSave()
{
    QSignalSpy save(m_view.get(), &ConsoleView::saveWanted);
    key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(save.size(), 1);
    QCOMPARE(save[0][0].value<LogId>(), LogId{3});
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
