// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/largesession.h"
#include "tests/system/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using culprit::tests::Finished;
using culprit::tests::Program;

/// A session file that a disk or a copy damaged, from the user's side.
class SalvageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        tests::LargeSession shape;
        shape.judgements = 1500;
        shape.consoleBytes = 20'000;
        const auto written = tests::writeLargeSession(m_program.path(u"whole.culprit"_s), shape);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        m_bytes = bytesOf(u"whole.culprit"_s);
        m_events = eventsOf(u"whole.culprit"_s);
        QVERIFY(m_events.size() > 2000);
    }

    void aSoundFile()
    {
        const Finished check = m_program.run({u"check"_s, u"whole.culprit"_s});
        QCOMPARE(check.status, 0);
        QCOMPARE(check.output, u"sound: %1 events, 440 logs\n"_s.arg(m_events.size()));
        const QJsonObject json = m_program.run({u"check"_s, u"whole.culprit"_s, u"--json"_s}).objects().at(0);
        QVERIFY(json[u"sound"_s].toBool());
        QCOMPARE(json[u"events"_s].toInteger(), m_events.size());

        const Finished salvage = m_program.run({u"salvage"_s, u"whole.culprit"_s, u"-o"_s, u"again.culprit"_s});
        QVERIFY2(salvage.status == 0, qPrintable(salvage.output + salvage.errors));
        QCOMPARE(salvage.output.count(u'\n'), 1);
        QCOMPARE(eventsOf(u"again.culprit"_s), m_events);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const qsizetype size = m_bytes.size();
        QRandomGenerator random(5);
        const auto overwritten = [&](qsizetype at, qsizetype length, bool zero) {
            QByteArray bytes = m_bytes;
            for (qsizetype i = at; i < at + length; ++i) {
                bytes[i] = zero ? '\0' : static_cast<char>(random.bounded(256));
            }
            return bytes;
        };
        QTest::newRow("schema") << overwritten(100, 500, false);
        QTest::newRow("first page") << overwritten(0, 4096, true);
        QTest::newRow("end of the file") << overwritten(size - 40'960, 40'960, true);
        QTest::newRow("cut") << m_bytes.first(size * 19 / 20);
        for (const qsizetype part : {3, 5, 7}) {
            QTest::addRow("page at %lld of 8", static_cast<long long>(part))
                << overwritten(size / 8 / 4096 * part * 4096, 4096, part == 5);
        }
    }

    void damage()
    {
        QFETCH(QByteArray, bytes);
        m_program.write(u"damaged.culprit"_s, bytes);
        QFile::remove(m_program.path(u"saved.culprit"_s));
        const Finished check = m_program.run({u"check"_s, u"damaged.culprit"_s});
        QVERIFY2(check.status == 1 || check.status == 3, qPrintable(check.output));
        QVERIFY(!(check.output + check.errors).isEmpty());

        const Finished salvage = m_program.run({u"salvage"_s, u"damaged.culprit"_s, u"-o"_s, u"saved.culprit"_s});
        QVERIFY2(salvage.status == 1 || salvage.status == 0, qPrintable(salvage.output + salvage.errors));
        QVERIFY(salvage.output.startsWith(u"saved: "_s));
        QCOMPARE(salvage.status, salvage.output.contains(u"missing: "_s) ? 1 : 0);
        QCOMPARE(bytesOf(u"damaged.culprit"_s), bytes);

        const Finished again = m_program.run({u"check"_s, u"saved.culprit"_s});
        QVERIFY2(again.status == 0, qPrintable(again.output));
        const QMap<qint64, QJsonObject> saved = eventsOf(u"saved.culprit"_s);
        QVERIFY(saved.size() > m_events.size() / 2);
        for (const auto &[seq, event] : saved.asKeyValueRange()) {
            QVERIFY2(m_events.value(seq) == event, qPrintable(QString::number(seq)));
        }
    }

    void nothingToSave()
    {
        m_program.write(u"letter"_s, "This is a letter to my aunt.\n");
        for (const QString &file : {u"letter"_s, u"/nowhere/x.culprit"_s}) {
            const Finished finished = m_program.run({u"salvage"_s, file, u"-o"_s, u"none.culprit"_s});
            QCOMPARE(finished.status, 3);
            QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
            QVERIFY2(finished.errors.contains(file), qPrintable(finished.errors));
            QVERIFY(!QFile::exists(m_program.path(u"none.culprit"_s)));
            QCOMPARE(m_program.run({u"check"_s, file}).status, 3);
        }
    }

    void theRefusalNamesTheWayOut()
    {
        m_program.write(u"cut.culprit"_s, m_bytes.first(m_bytes.size() / 2));
        for (const QString &command : {u"show"_s, u"resume"_s}) {
            const Finished finished = m_program.run({command, u"cut.culprit"_s});
            QCOMPARE(finished.status, 3);
            QVERIFY2(finished.errors.contains(u"culprit salvage FILE -o NEW"_s), qPrintable(finished.errors));
            QCOMPARE(finished.errors.trimmed().count(u'\n'), 0);
        }
    }

private:
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(m_program.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QMap<qint64, QJsonObject> eventsOf(const QString &name) const
    {
        QMap<qint64, QJsonObject> events;
        const Finished shown = m_program.run({u"show"_s, name, u"--as"_s, u"json"_s});
        const QJsonArray array = QJsonDocument::fromJson(shown.output.toUtf8()).object()[u"events"_s].toArray();
        for (const QJsonValue &value : array) {
            events.insert(value.toObject()[u"seq"_s].toInteger(), value.toObject());
        }
        return events;
    }

    Program m_program;
    QByteArray m_bytes;
    QMap<qint64, QJsonObject> m_events;
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "tst_salvage.moc"
