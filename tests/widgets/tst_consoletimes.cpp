// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/consolecase.h"
#include "widgets/consolebar.h"
#include "widgets/consolemap.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::ConsoleCase;
using culprit::tests::patience;
using namespace Qt::StringLiterals;

class ConsoleTimesTest final : public QObject, private ConsoleCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void timeStampsBecomeDeltasOrNothing();
    void timeStampsMayComeCutAnywhere();
    void otherTimesKeepPlaceAndMarks();
};

void ConsoleTimesTest::timeStampsBecomeDeltasOrNothing()
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

void ConsoleTimesTest::timeStampsMayComeCutAnywhere()
{
    QByteArray log;
    for (int i = 0; i < 200; ++i) {
        log += "[" + QByteArray::number(i * 0.25, 'f', 6).rightJustified(12, ' ') + "] line\n";
    }
    const QByteArray shown = QByteArray("[   +0.000000] line\n") + QByteArray("[   +0.250000] line\n").repeated(199);
    m_view->setTimes(Times::Deltas);
    for (const quint32 seed : {7U, 8U, 9U}) {
        m_view->setSource(u"run 7.%1"_s.arg(seed), LogId{seed});
        QRandomGenerator random(seed);
        qint64 at = 0;
        for (qsizetype size = 0; at < log.size(); at += size) {
            size = std::min<qsizetype>(random.bounded(1, 9), log.size() - at);
            m_view->append(at, log.sliced(at, size)); // each piece is taken by itself
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
        QCOMPARE(text(), shown);
    }
}

void ConsoleTimesTest::otherTimesKeepPlaceAndMarks()
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

QTEST_MAIN(ConsoleTimesTest)
#include "tst_consoletimes.moc"
