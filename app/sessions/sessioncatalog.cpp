// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessions/sessioncatalog.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

using Summaries = QList<SessionSummary>;
using Known = QHash<QString, SessionSummary>;

Summaries filesOf(const QStringList &recent, const QString &folder)
{
    Summaries sessions;
    QSet<QString> seen;
    const auto add = [&](const QFileInfo &file) {
        const QString path = file.absoluteFilePath();
        if (!seen.contains(path) && sessions.size() < SessionCatalog::mostSessions) {
            seen.insert(path);
            SessionSummary summary;
            summary.path = path;
            summary.changedAt = changeTimeOf(path);
            sessions << summary;
        }
    };
    for (const QString &path : recent) {
        add(QFileInfo(path));
    }
    const QDir sessionsFolder(folder);
    for (const QFileInfo &file : sessionsFolder.entryInfoList({u"*.culprit"_s}, QDir::Files, QDir::Time)) {
        add(file);
    }
    std::ranges::stable_sort(sessions, std::ranges::greater(), &SessionSummary::changedAt);
    return sessions;
}

/// The first result are all, those after it one each.
void lookFor(QPromise<Summaries> &promise, const QStringList &recent, const QString &folder, const Known &known)
{
    Summaries sessions = filesOf(recent, folder);
    for (SessionSummary &session : sessions) {
        const auto before = known.find(session.path);
        if (before != known.end() && before->changedAt == session.changedAt) {
            session = *before;
        }
    }
    promise.addResult(sessions);
    for (const SessionSummary &session : std::as_const(sessions)) {
        if (promise.isCanceled()) {
            return;
        }
        const bool isKnown = (!session.result.isEmpty() && !session.wasActive) || !session.error.isEmpty();
        promise.addResult(Summaries{isKnown ? session : summaryOf(session.path)});
    }
}

} // namespace

SessionCatalog::SessionCatalog(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
    m_worker.setThreadPriority(QThread::LowPriority);
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &SessionCatalog::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SessionCatalog::completed);
}

SessionCatalog::~SessionCatalog()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_worker.waitForDone();
}

void SessionCatalog::look(const QStringList &recent, const QString &folder)
{
    m_watcher.cancel();
    m_watcher.setFuture(QtConcurrent::run(&m_worker, lookFor, recent, folder, m_known));
}

void SessionCatalog::take(int result)
{
    const Summaries summaries = m_watcher.resultAt(result);
    if (result == 0) {
        m_sessions = summaries;
        Q_EMIT found();
        return;
    }
    const int place = result - 1;
    const SessionSummary &summary = summaries.front();
    m_known.insert(summary.path, summary);
    m_sessions[place] = summary;
    Q_EMIT read(place);
}

} // namespace culprit::app
