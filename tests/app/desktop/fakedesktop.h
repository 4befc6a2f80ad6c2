// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QVariantMap>

namespace culprit::tests
{

/// A bus of its own, which is gone with it.
class PrivateBus final
{
public:
    PrivateBus(); ///< ends the program if there is no dbus-daemon
    ~PrivateBus();

    [[nodiscard]] QDBusConnection connectAs(const QString &name);

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

/// Records what it is told, as a desktop's notification server.
class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };

    explicit FakeNotifications(QDBusConnection bus);

    QList<Call> calls;
    QList<uint> closed;
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions"), QStringLiteral("body-markup")};

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id) { closed << id; }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);
};

/// Hands out locks as logind does, and knows which are still held.
class FakeLogind final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogind(QDBusConnection bus);
    ~FakeLogind() override;

    [[nodiscard]] int heldLocks() const;
    QStringList calls; ///< "sleep Culprit block"

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    QList<int> m_ours; ///< the other ends
};

/// Listens to what programs say of their place on the task bar.
class FakeTaskbar final : public QObject
{
    Q_OBJECT

public:
    explicit FakeTaskbar(QDBusConnection bus);

    QList<std::pair<QString, QVariantMap>> updates;

private Q_SLOTS:
    void onUpdate(const QString &application, const QVariantMap &properties);
};

} // namespace culprit::tests
