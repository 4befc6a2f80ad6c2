// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/idleness.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace culprit;
using namespace Qt::StringLiterals;

class IdlenessTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] machine::HostFiles files() const
    {
        machine::HostFiles files;
        files.stat = m_folder.filePath(u"stat"_s);
        return files;
    }

    void count(qint64 busy, qint64 idle) const
    {
        QFile file(files().stat);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("cpu " + QByteArray::number(busy) + " 0 0 " + QByteArray::number(idle) + " 0 0 0 0\n");
    }

private Q_SLOTS:
    void tellsOfAProcessorWithoutWork()
    {
        count(1000, 1000);
        conductor::Idleness idleness(files());
        QSignalSpy found(&idleness, &conductor::Idleness::foundSpareProcessor);
        idleness.watch();
        QVERIFY(!idleness.hasSpareProcessor());
        count(1000, 2000);
        QVERIFY(found.wait(60'000));
        QVERIFY(idleness.hasSpareProcessor());
        // What was measured before it was stopped says nothing of later.
        idleness.stop();
        QVERIFY(!idleness.hasSpareProcessor());
    }

    void staysSilentWhileAllWork()
    {
        count(1000, 1000);
        conductor::Idleness idleness(files());
        QSignalSpy found(&idleness, &conductor::Idleness::foundSpareProcessor);
        QTimer work;
        qint64 busy = 1000;
        connect(&work, &QTimer::timeout, this, [&] { count(++busy, 1000); });
        work.start(50);
        idleness.watch();
        QVERIFY(!found.wait(4'000));
        QVERIFY(!idleness.hasSpareProcessor());
    }

    void takesASilentHostForAnIdleOne()
    {
        conductor::Idleness idleness({u"/no/stat"_s, u"/no/memory"_s, u"/no/vmstat"_s});
        QSignalSpy found(&idleness, &conductor::Idleness::foundSpareProcessor);
        idleness.watch();
        QVERIFY(found.wait(60'000));
    }
};

QTEST_GUILESS_MAIN(IdlenessTest)
#include "tst_idleness.moc"
