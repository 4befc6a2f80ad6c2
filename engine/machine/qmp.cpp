// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/qmp.h"

#include <QJsonDocument>

namespace culprit::machine
{

namespace
{
constexpr qint64 ReadAtOnce = 64 * 1024;
constexpr qsizetype LongestDescription = 200;
} // namespace

QmpClient::QmpClient(QObject *parent) : QObject(parent)
{
    m_socket.setReadBufferSize(ReadAtOnce);
    connect(&m_socket, &QLocalSocket::readyRead, this, &QmpClient::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        m_ready = false;
        Q_EMIT closed();
    });
}

QmpClient::~QmpClient()
{
    m_socket.disconnect(this);
}

void QmpClient::connectTo(const QString &socketPath)
{
    if (isIdle()) {
        m_socket.connectToServer(socketPath);
    }
}

void QmpClient::execute(const QString &command, const QJsonObject &arguments)
{
    QJsonObject message{{QStringLiteral("execute"), command}};
    if (!arguments.isEmpty()) {
        message.insert(QStringLiteral("arguments"), arguments);
    }
    m_socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
}

void QmpClient::read()
{
    while (m_socket.bytesAvailable() > 0) {
        const QList<QJsonObject> messages = m_parser.feed(m_socket.read(ReadAtOnce));
        for (const QJsonObject &message : messages) {
            take(message);
        }
    }
}

void QmpClient::take(const QJsonObject &message)
{
    if (message.contains(QStringLiteral("QMP"))) {
        execute(QStringLiteral("qmp_capabilities"));
    } else if (message.contains(QStringLiteral("event"))) {
        Q_EMIT happened(message.value(QStringLiteral("event")).toString(),
                        message.value(QStringLiteral("data")).toObject());
    } else if (message.contains(QStringLiteral("error"))) {
        const QJsonObject error = message.value(QStringLiteral("error")).toObject();
        Q_EMIT commandFailed(error.value(QStringLiteral("desc")).toString().left(LongestDescription));
    } else if (message.contains(QStringLiteral("return")) && !m_ready) {
        m_ready = true;
        Q_EMIT ready();
    }
}

} // namespace culprit::machine
