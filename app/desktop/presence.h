// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/attention.h"

#include <QObject>

class QDBusConnection;

namespace culprit::app
{

class MainWindow;
class Notifier;
class Preferences;
class SleepInhibitor;
class TaskbarProgress;

/// What the desktop knows of the session in a window: notes while nobody looks at it, progress on the task bar, no
/// sleep while something runs.
class Presence final : public QObject
{
    Q_OBJECT

public:
    /// Connected to the buses of the session and the system; `window` outlives this.
    Presence(MainWindow &window, const QDBusConnection &session, const QDBusConnection &system,
             QObject *parent = nullptr);
    ~Presence() override;

    /// Comes to be as a child of the window once the buses are reached, which nothing waits for.
    static void attachTo(MainWindow &window);

private:
    [[nodiscard]] bool isLookedAt() const;
    void attach();
    void take(const conductor::SnapshotPtr &snapshot);
    void keepAwake();
    void bringUp(const QString &token);
    void skip(const history::ObjectId &commit);

    MainWindow &m_window;
    Attention m_attention;
    Notifier *m_notifier;
    TaskbarProgress *m_progress;
    SleepInhibitor *m_inhibitor;
    bool m_atWork = false;
};

} // namespace culprit::app
