// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/attention.h"

#include <QDBusConnection>
#include <QMap>
#include <QObject>

#include <optional>

namespace culprit::app
{

/// Notes on the desktop, by org.freedesktop.Notifications (Desktop Notifications Specification 1.2). A note takes the
/// place of the one before of its kind. Nothing waits for the desktop; without one nothing happens.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Note &note);
    void withdrawAll();

Q_SIGNALS:
    /// The user chose one. `token` lets a window come to the front on Wayland; may be empty.
    void opened(const QString &token);
    /// Of a note that named a waiting commit.
    void skipWanted(const culprit::history::ObjectId &commit);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

private:
    void send(const Note &note);
    void askForCapabilities();

    QDBusConnection m_bus;
    QMap<Note::Kind, uint> m_shown;             ///< the desktop's ids
    std::optional<history::ObjectId> m_waiting; ///< that the shown note of NeedsPerson is about
    std::optional<bool> m_takesMarkup;          ///< once the desktop has said so
    QList<Note> m_unsent;                       ///< they wait for that
    QString m_token;
};

} // namespace culprit::app
