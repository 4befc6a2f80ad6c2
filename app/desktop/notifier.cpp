// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notifier.h"

#include "widgets/plaintext.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString openAction = u"open"_s;
const QString skipAction = u"skip"_s;
const QString defaultAction = u"default"_s; // a click on the note itself
constexpr qsizetype longestText = 500;

QDBusMessage callTo(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifier::Notifier(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    // Without the service's name: with it Qt would ask the bus, and wait, who that is.
    m_bus.connect({}, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect({}, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
    m_bus.connect({}, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void Notifier::show(const Note &note)
{
    if (!m_bus.isConnected()) {
        return;
    }
    if (m_takesMarkup) {
        send(note);
        return;
    }
    m_unsent << note;
    if (m_unsent.size() == 1) {
        askForCapabilities();
    }
}

/// A desktop that takes markup would take our plain text for it.
void Notifier::askForCapabilities()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callTo(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        const QList<Note> waiting = std::exchange(m_unsent, {});
        if (reply.isError()) {
            return; // no desktop that shows notes; the next one asks again
        }
        m_takesMarkup = reply.value().contains(u"body-markup"_s);
        for (const Note &note : waiting) {
            send(note);
        }
    });
}

void Notifier::send(const Note &note)
{
    const QString text = widgets::oneLine(note.text, longestText);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"urgency"_s, QVariant::fromValue(uchar(1))}};
    QStringList actions{defaultAction, tr("Open"), openAction, tr("Open")};
    if (note.waiting) {
        actions << skipAction << tr("Skip");
    }
    if (note.kind == Note::Kind::NeedsPerson) {
        m_waiting = note.waiting;
    }
    QDBusMessage message = callTo(u"Notify"_s);
    message << QCoreApplication::applicationName() << m_shown.value(note.kind, 0U) << QGuiApplication::desktopFileName()
            << widgets::oneLine(note.title) << (*m_takesMarkup ? text.toHtmlEscaped() : text) << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, kind = note.kind] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isError()) {
            m_shown.insert(kind, reply.value());
        }
    });
}

void Notifier::withdrawAll()
{
    for (const uint id : std::exchange(m_shown, {})) {
        QDBusMessage message = callTo(u"CloseNotification"_s);
        message << id;
        m_bus.send(message);
    }
}

void Notifier::onActivationToken(uint id, const QString &token)
{
    if (m_shown.values().contains(id)) {
        m_token = token;
    }
}

void Notifier::onActionInvoked(uint id, const QString &action)
{
    if (!m_shown.values().contains(id)) {
        return;
    }
    if (action == skipAction && m_shown.value(Note::Kind::NeedsPerson) == id && m_waiting) {
        Q_EMIT skipWanted(*m_waiting);
    } else if (action == openAction || action == defaultAction) {
        Q_EMIT opened(std::exchange(m_token, {}));
    }
}

void Notifier::onClosed(uint id, uint)
{
    m_shown.removeIf([id](const auto &shown) { return shown.value() == id; });
}

} // namespace culprit::app
