// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/qmp.h"

#include <QJsonDocument>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

/// The client against a monitor that this test plays.
class TestQmp : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<QmpClient> m_client;
    QLocalSocket *m_monitor = nullptr;
    QByteArray m_heard;

    bool connectBoth()
    {
        m_heard.clear();
        m_client->connectTo(m_folder->filePath(u"qmp"_s));
        if (!QTest::qWaitFor([this] { return m_server->hasPendingConnections(); })) {
            return false;
        }
        m_monitor = m_server->nextPendingConnection();
        connect(m_monitor, &QLocalSocket::readyRead, this, [this] { m_heard += m_monitor->readAll(); });
        return true;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(u"/tmp/culprit-qmp-XXXXXX"_s);
        m_server = std::make_unique<QLocalServer>();
        QVERIFY(m_server->listen(m_folder->filePath(u"qmp"_s)));
        m_client = std::make_unique<QmpClient>();
    }

    void theGreetingIsAnsweredAndEventsArrive()
    {
        const QSignalSpy ready(m_client.get(), &QmpClient::ready);
        const QSignalSpy events(m_client.get(), &QmpClient::happened);
        const QSignalSpy failures(m_client.get(), &QmpClient::commandFailed);
        QVERIFY(connectBoth());
        m_monitor->write("{\"QMP\": {\"version\": {}, \"capabilities\": []}}\r\n");
        QTRY_COMPARE(m_heard, "{\"execute\":\"qmp_capabilities\"}\n");
        QVERIFY(!m_client->isReady());
        m_monitor->write("{\"return\": {}}\r\n{\"event\": \"SHUTDOWN\", \"data\": {\"reason\": \"guest-reset\"}}\r\n");
        QTRY_COMPARE(ready.size(), 1);
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(events.first().at(0).toString(), u"SHUTDOWN"_s);
        QCOMPARE(events.first().at(1).toJsonObject().value(u"reason"_s).toString(), u"guest-reset"_s);

        m_client->execute(u"inject-nmi"_s);
        m_monitor->write("{\"return\": {}}\n{\"error\": {\"desc\": \"" + QByteArray(500, 'x') + "\"}}\n");
        QTRY_COMPARE(failures.size(), 1);
        QCOMPARE(failures.first().first().toString().size(), 200);
        QCOMPARE(ready.size(), 1);
    }

    void theLastEventsBeforeTheEndArrive()
    {
        QStringList order;
        connect(m_client.get(), &QmpClient::happened, this, [&order](const QString &name) { order += name; });
        connect(m_client.get(), &QmpClient::closed, this, [&order] { order += u"closed"_s; });
        QVERIFY(connectBoth());
        m_monitor->write("{\"event\": \"GUEST_PANICKED\"}\n{\"event\": \"SHUTDOWN\"}\n");
        m_monitor->flush();
        m_monitor->disconnectFromServer();
        const QStringList expected{u"GUEST_PANICKED"_s, u"SHUTDOWN"_s, u"closed"_s};
        QTRY_COMPARE(order, expected);
        QVERIFY(m_client->isIdle());
    }

    void garbageIsOutlived()
    {
        const QSignalSpy events(m_client.get(), &QmpClient::happened);
        QVERIFY(connectBoth());
        const QByteArray garbage = QByteArray(3'000'000, '{') + "\n[[[\n\xff\xfe\n{\"event\": 7, \"data\": []}\n";
        m_monitor->write(garbage + "{\"event\": \"STOP\"}\n");
        QTRY_COMPARE(events.size(), 2);
        QCOMPARE(events.at(0).at(0).toString(), QString());
        QCOMPARE(events.at(1).at(0).toString(), u"STOP"_s);
    }

    void aMonitorThatIsNotThereYetIsTriedAgain()
    {
        m_server->close();
        m_client->connectTo(m_folder->filePath(u"qmp"_s));
        QTRY_VERIFY(m_client->isIdle());
        QVERIFY(m_server->listen(m_folder->filePath(u"qmp"_s)));
        QVERIFY(connectBoth());
    }
};

QTEST_GUILESS_MAIN(TestQmp)
#include "test_qmp.moc"
