// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/hostload.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

class TestHostLoad : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    /// A host's files with these counters.
    HostCounters host(qint64 ms, qint64 user, qint64 steal, std::optional<qint64> stallUs, qint64 swapped)
    {
        HostFiles files;
        files.stat = write(u"stat"_s, "cpu  " + QByteArray::number(user) + " 0 0 123456 77 0 0 " +
                                          QByteArray::number(steal) + " 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\nintr 5\n");
        files.memoryPressure = m_folder.filePath(u"none"_s);
        if (stallUs) {
            files.memoryPressure = write(u"memory"_s, "some avg10=0.00 avg60=0.00 avg300=0.00 total=99999999\n"
                                                      "full avg10=0.00 avg60=0.00 avg300=0.00 total=" +
                                                          QByteArray::number(*stallUs) + '\n');
        }
        files.vmstat = write(u"vmstat"_s, "pgpgin 5\npswpin " + QByteArray::number(swapped) + "\npswpout 9\n");
        return readHostCounters(files, ms);
    }

private Q_SLOTS:
    void theRuleFiresOnStealStallsAndSwapAlone_data()
    {
        QTest::addColumn<int>("steal");   // ticks, of 1000 in 10 s
        QTest::addColumn<int>("stallMs"); // -1: the kernel does not tell
        QTest::addColumn<int>("pages");
        QTest::addColumn<QString>("sign");
        QTest::newRow("quiet") << 0 << 0 << 0 << QString();
        QTest::newRow("some steal") << 499 << 0 << 0 << QString();
        QTest::newRow("half") << 500 << 0 << 0 << u"50 % of the processor time"_s;
        QTest::newRow("nearly all") << 990 << 0 << 0 << u"99 % of the processor time"_s;
        QTest::newRow("some stalls") << 0 << 1999 << 0 << QString();
        QTest::newRow("stalls") << 0 << 2000 << 0 << u"in 20 % of the time"_s;
        QTest::newRow("swap that stalls nobody") << 0 << 10 << 1'000'000 << QString();
        QTest::newRow("little swap") << 0 << -1 << 19'999 << QString();
        QTest::newRow("swap") << 0 << -1 << 20'000 << u"2000 pages a second"_s;
    }

    void theRuleFiresOnStealStallsAndSwapAlone()
    {
        QFETCH(const int, steal);
        QFETCH(const int, stallMs);
        QFETCH(const int, pages);
        QFETCH(const QString, sign);
        const std::optional<qint64> none;
        const HostCounters before = host(500, 7000, 300, stallMs < 0 ? none : 1'000'000, 12);
        const HostCounters after = host(10'500, 8000 - steal, 300 + steal,
                                        stallMs < 0 ? none : 1'000'000 + qint64{1000} * stallMs, 12 + pages);
        const QString found = starvation(before, after);
        QVERIFY2(sign.isEmpty() ? found.isEmpty() : found.contains(sign), qPrintable(found));
    }

    void machinesOfThisHostDoNotStarveEachOther()
    {
        // However many wait for its processors: these are busy to the last tick, and nothing is stolen.
        QCOMPARE(starvation(host(0, 0, 0, 0, 0), host(60'000, 12'000, 0, 0, 0)), QString());
    }

    void allSignsAreTold()
    {
        const QString found = starvation(host(0, 0, 0, 0, 0), host(10'000, 100, 900, 9'000'000, 0));
        QVERIFY2(found.contains(u"90 % of the processor time"_s) && found.contains(u"in 90 % of the time"_s),
                 qPrintable(found));
    }

    void aMomentTellsNothing()
    {
        QCOMPARE(starvation(host(0, 0, 0, 0, 0), host(900, 0, 900, 900'000, 9000)), QString());
        // Nearly nothing was wanted: a stolen tick or two are no starvation.
        QCOMPARE(starvation(host(0, 0, 0, 0, 0), host(10'000, 4, 6, 0, 0)), QString());
    }

    void countersThatGoBackTellNothing()
    {
        QCOMPARE(starvation(host(0, 5000, 4000, 9'000'000, 90'000), host(10'000, 9000, 1000, 0, 0)), QString());
        QCOMPARE(starvation(host(10'000, 0, 0, 0, 0), host(0, 0, 9000, 9'000'000, 0)), QString());
    }

    void nonsenseTellsNothing_data()
    {
        QTest::addColumn<QByteArray>("stat");
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<QByteArray>("vmstat");
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("short") << QByteArray("cpu 1 2 3\n") << QByteArray("full\n") << QByteArray("pswpin\n");
        QTest::newRow("words") << QByteArray("cpu a b c d e f g h\n") << QByteArray("full total=much\n")
                               << QByteArray("pswpin many\n");
        QTest::newRow("negative") << QByteArray("cpu -1 -1 -1 -1 -1 -1 -1 -9\n") << QByteArray("full total=-5\n")
                                  << QByteArray("pswpin -4\n");
        QTest::newRow("huge") << QByteArray("cpu 1 1 1 1 1 1 1 18446744073709551615\n")
                              << QByteArray("full total=9223372036854775807\n")
                              << QByteArray("pswpin 99999999999999999999999\n");
        QTest::newRow("binary") << QByteArray(300'000, '\0') << QByteArray(300'000, '\xff') << QByteArray(300'000, ' ');
    }

    void nonsenseTellsNothing()
    {
        QFETCH(const QByteArray, stat);
        QFETCH(const QByteArray, memory);
        QFETCH(const QByteArray, vmstat);
        const HostFiles files{write(u"stat"_s, stat), write(u"memory"_s, memory), write(u"vmstat"_s, vmstat)};
        const HostCounters counters = readHostCounters(files, 0);
        QVERIFY(!counters.wantedTicks && !counters.stolenTicks && !counters.idleTicks);
        QVERIFY(!counters.memoryStallUs && !counters.swappedInPages);
        QCOMPARE(starvation(counters, host(10'000, 0, 9000, 9'000'000, 90'000)), QString());
    }

    void idleProcessorsAreCounted()
    {
        const auto at = [this](qint64 ms, qint64 busy, qint64 idle) {
            HostFiles files;
            files.stat =
                write(u"stat"_s, "cpu " + QByteArray::number(busy) + " 0 0 " + QByteArray::number(idle) + " 7 0 0 0\n");
            return readHostCounters(files, ms);
        };
        const double all = QThread::idealThreadCount();
        QCOMPARE(idleProcessors(at(0, 100, 100), at(2000, 100, 300)), std::optional(all));
        QCOMPARE(idleProcessors(at(0, 100, 100), at(2000, 200, 200)), std::optional(all / 2));
        QCOMPARE(idleProcessors(at(0, 100, 100), at(2000, 300, 100)), std::optional(0.0));
        QCOMPARE(idleProcessors(at(0, 100, 100), at(999, 100, 300)), std::nullopt);  // a moment
        QCOMPARE(idleProcessors(at(0, 100, 300), at(2000, 200, 100)), std::nullopt); // counters went back
        QCOMPARE(idleProcessors(at(0, 100, 100), readHostCounters({u"/no"_s, u"/no"_s, u"/no"_s}, 2000)), std::nullopt);
    }

    void thisHostCounts()
    {
        const HostCounters counters = readHostCounters({}, 5);
        QVERIFY(counters.wantedTicks && counters.stolenTicks);
        QVERIFY(*counters.wantedTicks > 0);
        QVERIFY(loadPercent() >= 0);
        QVERIFY(!readHostCounters({u"/no/stat"_s, u"/no/memory"_s, u"/no/vmstat"_s}, 0).wantedTicks);
    }
};

QTEST_GUILESS_MAIN(TestHostLoad)
#include "test_hostload.moc"
