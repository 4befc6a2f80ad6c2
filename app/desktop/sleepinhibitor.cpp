// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/sleepinhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace culprit::app
{

SleepInhibitor::SleepInhibitor(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus) {}

void SleepInhibitor::setWanted(bool wanted)
{
    if (wanted == m_wanted) {
        return;
    }
    m_wanted = wanted;
    if (!wanted) {
        m_lock = {};
    } else if (!m_asked && m_bus.isConnected()) {
        ask();
    }
}

void SleepInhibitor::ask()
{
    m_asked = true;
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                          u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"sleep"_s << u"Culprit"_s << tr("A bisection runs") << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asked = false;
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (m_wanted && !reply.isError()) {
            m_lock = reply.value();
        }
    });
}

} // namespace culprit::app
