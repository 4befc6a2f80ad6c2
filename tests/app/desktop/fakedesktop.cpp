// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/desktop/fakedesktop.h"

#include <QDBusError>

#include <algorithm>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

PrivateBus::PrivateBus()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    if (!m_daemon.waitForReadyRead(30'000)) {
        qFatal("no dbus-daemon: %s", qPrintable(m_daemon.errorString()));
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names)) {
        QDBusConnection::disconnectFromBus(name);
    }
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::connectAs(const QString &name)
{
    if (m_names.contains(name)) {
        return QDBusConnection(name);
    }
    m_names << name;
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, name);
    if (!bus.isConnected()) {
        qFatal("no bus: %s", qPrintable(bus.lastError().message()));
    }
    return bus;
}

FakeNotifications::FakeNotifications(QDBusConnection bus)
{
    bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    if (!bus.registerService(u"org.freedesktop.Notifications"_s)) {
        qFatal("no name for the notifications");
    }
}

uint FakeNotifications::Notify(const QString &, uint replaces, const QString &, const QString &title,
                               const QString &text, const QStringList &actions, const QVariantMap &, int)
{
    calls << Call{replaces, title, text, actions};
    return replaces != 0 ? replaces : 100 + uint(calls.size());
}

FakeLogind::FakeLogind(QDBusConnection bus)
{
    bus.registerObject(u"/org/freedesktop/login1"_s, this, QDBusConnection::ExportAllSlots);
    if (!bus.registerService(u"org.freedesktop.login1"_s)) {
        qFatal("no name for logind");
    }
}

FakeLogind::~FakeLogind()
{
    for (const int end : std::as_const(m_ours)) {
        ::close(end);
    }
}

QDBusUnixFileDescriptor FakeLogind::Inhibit(const QString &what, const QString &who, const QString &,
                                            const QString &mode)
{
    calls << QStringList{what, who, mode}.join(u' ');
    int ends[2];
    if (::pipe(ends) != 0) {
        qFatal("no pipe");
    }
    m_ours << ends[0];
    QDBusUnixFileDescriptor theirs;
    theirs.giveFileDescriptor(ends[1]);
    return theirs;
}

int FakeLogind::heldLocks() const
{
    return int(std::ranges::count_if(m_ours, [](int end) {
        pollfd state{end, POLLIN, 0};
        ::poll(&state, 1, 0);
        return (state.revents & POLLHUP) == 0;
    }));
}

FakeTaskbar::FakeTaskbar(QDBusConnection bus)
{
    bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                SLOT(onUpdate(QString, QVariantMap)));
}

void FakeTaskbar::onUpdate(const QString &application, const QVariantMap &properties)
{
    updates.append({application, properties});
}

} // namespace culprit::tests
