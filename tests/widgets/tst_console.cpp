// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"
#include "widgets/consolemap.h"
#include "widgets/findbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void showsTheBytesHoweverTheyAreCut();
    void makesHostileBytesVisible_data();
    void makesHostileBytesVisible();
    void breaksAnEndlessLine();
    void findsLogLinesBehindBrokenOnes();
    void asksForWhatIsMissing();
    void passesOverWhatItHas();
    void fetchesALogByPieces();
    void emptiesForAnotherLog();
    void asksAheadOfALongLog();
    void isReadOnlyAndCopies();
    void losesNothingWhenItGetsLong_data();
    void losesNothingWhenItGetsLong();
    void emptiesALongTextForAnotherLog();
};

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

void ConsoleTest::asksAheadOfALongLog()
{
    QSignalSpy wanted(m_view.get(), &ConsoleView::bytesWanted);
    const QByteArray log = QByteArray("a line of a long log\n").repeated(500'000);
    constexpr qsizetype piece = 512 * 1024;
    m_view->append(0, log.first(piece), log.size());
    QCOMPARE(wanted.size(), 1); // before any of it is in the text
    QCOMPARE(wanted[0][1].toLongLong(), piece);
    qsizetype at = piece;
    for (; wanted.size() == at / piece; at += piece) {
        m_view->append(at, log.sliced(at, piece), log.size());
    }
    QVERIFY2(at < log.size() / 2, "asks for all of it while nothing is taken");
    QTRY_COMPARE_WITH_TIMEOUT(wanted.last()[1].toLongLong(), at, patience);
    m_view->append(at, log.sliced(at), log.size());
    QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    QVERIFY(text() == log);
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

void ConsoleTest::emptiesALongTextForAnotherLog()
{
    const QByteArray log = QByteArray("a line of a long log\n").repeated(100'000);
    feed(log);
    QCOMPARE(m_view->edit()->size(), log.size());
    m_view->showLogLine(7);
    key(u"m"_s);
    m_view->setSource(u"run 7.3"_s, LogId{4});
    QCOMPARE(text(), QByteArray());
    QVERIFY(m_view->edit()->marks().empty());
    m_offset = 0;
    feedLines(300);
    QVERIFY(atEnd());
    QVERIFY(m_view->edit()->isReadOnly());
    m_view->find(u"line 150 "_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->edit()->highlights().size(), 1U, patience);
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
