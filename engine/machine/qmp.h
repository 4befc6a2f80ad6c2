// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/qmpparser.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QObject>
#include <QString>

namespace culprit::machine
{

/// Client of QEMU's machine protocol (docs/interop/qmp-spec.rst) over one UNIX socket: greeting, capabilities, events,
/// and commands whose answers nobody waits for.
class QmpClient final : public QObject
{
    Q_OBJECT

public:
    explicit QmpClient(QObject *parent = nullptr);
    ~QmpClient() override;

    /// Tries once; call again while isIdle(), for QEMU makes its socket some time after its start.
    void connectTo(const QString &socketPath);
    [[nodiscard]] bool isIdle() const { return m_socket.state() == QLocalSocket::UnconnectedState; }
    [[nodiscard]] bool isReady() const { return m_ready && m_socket.state() == QLocalSocket::ConnectedState; }
    void execute(const QString &command, const QJsonObject &arguments = {});

Q_SIGNALS:
    void ready();                                                ///< commands are accepted
    void happened(const QString &name, const QJsonObject &data); ///< an event of the machine
    void commandFailed(const QString &description);              ///< plain text from QEMU, at most 200 characters
    void closed();

private:
    void read();
    void take(const QJsonObject &message);

    QLocalSocket m_socket;
    QmpParser m_parser;
    bool m_ready = false;
};

} // namespace culprit::machine
