// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace culprit::app
{

/// Keeps the machine from going to sleep, by Inhibit of org.freedesktop.login1. Where logind is not there or refuses,
/// the machine sleeps as it would.
class SleepInhibitor final : public QObject
{
    Q_OBJECT

public:
    /// `bus`: the system's.
    explicit SleepInhibitor(const QDBusConnection &bus, QObject *parent = nullptr);

    void setWanted(bool wanted);
    [[nodiscard]] bool isHeld() const { return m_lock.isValid(); }

private:
    void ask();

    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_lock; ///< held for as long as it is open
    bool m_wanted = false;
    bool m_asked = false;
};

} // namespace culprit::app
