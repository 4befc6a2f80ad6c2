// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/activitylog.h"
#include "widgets/timebar.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;

namespace
{

session::Event eventOf(int number)
{
    return {EventSeq{number}, 1'718'000'000'000 + number * 1000,
            session::EngineStopped{u"reason %1"_s.arg(number), false}};
}

std::vector<session::Event> eventsUpTo(int last)
{
    std::vector<session::Event> events;
    for (int number = 1; number <= last; ++number) {
        events.push_back(eventOf(number));
    }
    return events;
}

} // namespace

class TimeBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndIsNow()
    {
        ActivityLogModel log;
        TimeBar bar(log);
        QVERIFY(!bar.slider()->isEnabled());
        QVERIFY2(bar.text().contains(u"nothing has happened"_s), qPrintable(bar.text()));
        log.setEvents(eventsUpTo(5));
        QCOMPARE(bar.slider()->value(), 4);
        QVERIFY(!bar.moment());
        log.append(eventOf(6)); // it stays at the end while events come
        QCOMPARE(bar.slider()->value(), 5);
        QVERIFY(!bar.moment());
        QVERIFY(!bar.nowButton()->isEnabled());
        QVERIFY(!bar.branchButton()->isEnabled());
    }

    void anEarlierEventIsLookedAt()
    {
        ActivityLogModel log;
        TimeBar bar(log);
        log.setEvents(eventsUpTo(5));
        QSignalSpy wanted(&bar, &TimeBar::eventWanted);
        QSignalSpy now(&bar, &TimeBar::nowWanted);
        QSignalSpy branch(&bar, &TimeBar::branchWanted);
        QTest::keyClick(bar.slider(), Qt::Key_Left);
        QTest::keyClick(bar.slider(), Qt::Key_Left);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<EventSeq>(), EventSeq{3});
        QVERIFY2(bar.text().contains(u"event 3 of 5"_s) && bar.text().contains(u"reason 3"_s), qPrintable(bar.text()));
        log.append(eventOf(6)); // it stays where it is while events come
        QCOMPARE(bar.moment(), std::optional(EventSeq{3}));
        bar.branchButton()->click();
        QCOMPARE(branch[0][0].value<EventSeq>(), EventSeq{3});
        bar.nowButton()->click();
        QCOMPARE(now.size(), 1);
        QVERIFY(!bar.moment());
        QCOMPARE(wanted.size(), 2);
    }

    void itFollowsWhatIsShown()
    {
        ActivityLogModel log;
        TimeBar bar(log);
        log.setEvents(eventsUpTo(5));
        QSignalSpy wanted(&bar, &TimeBar::eventWanted);
        bar.setMoment(EventSeq{2});
        QCOMPARE(bar.moment(), std::optional(EventSeq{2}));
        bar.setMoment(std::nullopt);
        QVERIFY(!bar.moment());
        QVERIFY(wanted.isEmpty());    // it was told, not asked
        log.setEvents(eventsUpTo(3)); // another session
        QVERIFY(!bar.moment());
        QCOMPARE(bar.slider()->maximum(), 2);
    }

    void itPlaysFromTheStartToNow()
    {
        ActivityLogModel log;
        TimeBar bar(log);
        log.setEvents(eventsUpTo(4));
        QSignalSpy wanted(&bar, &TimeBar::eventWanted);
        QSignalSpy now(&bar, &TimeBar::nowWanted);
        bar.speed()->setCurrentIndex(bar.speed()->count() - 1);
        bar.playButton()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<EventSeq>(), EventSeq{1});
        QTRY_COMPARE_WITH_TIMEOUT(now.size(), 1, 60'000);
        QCOMPARE(wanted.size(), 3);
        QVERIFY(!bar.playButton()->isChecked());
        QVERIFY(!bar.moment());
    }
};

QTEST_MAIN(TimeBarTest)
#include "tst_timebar.moc"
