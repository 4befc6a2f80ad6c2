// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sessions/sessionsummary.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace culprit::app
{

/// Looks for sessions and reads them, one after the other, on a worker of its own.
class SessionCatalog final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostSessions = 500;

    explicit SessionCatalog(QObject *parent = nullptr);
    ~SessionCatalog() override; ///< waits for the one that is being read

    /// For these files and the session files in `folder`, not below it. A look that is under way ends.
    void look(const QStringList &recent, const QString &folder);

    /// What is known so far, the file that was written last first.
    [[nodiscard]] const QList<SessionSummary> &sessions() const { return m_sessions; }
    [[nodiscard]] bool isComplete() const { return !m_watcher.isRunning(); }

Q_SIGNALS:
    void found();         ///< all are in sessions(), most of them with their names only
    void read(int place); ///< this one is known
    void completed();

private:
    void take(int result);

    QThreadPool m_worker;
    QFutureWatcher<QList<SessionSummary>> m_watcher;
    QList<SessionSummary> m_sessions;
    QHash<QString, SessionSummary> m_known; ///< from earlier looks, by path
};

} // namespace culprit::app
