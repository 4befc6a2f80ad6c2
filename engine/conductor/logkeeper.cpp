// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/logkeeper.h"

#include "engine/conductor/commitreader.h"
#include "engine/conductor/onworker.h"

#include <QLoggingCategory>

namespace culprit::conductor
{

Q_LOGGING_CATEGORY(logConductor, "culprit.conductor", QtInfoMsg)

namespace
{

constexpr int flushInterval = 500; // ms of console that a power cut may cost

} // namespace

LogKeeper::LogKeeper(session::Journal &journal, QObject *parent)
    : QObject(parent), m_journal(journal), m_flushTimer(this)
{
    m_flushTimer.setInterval(flushInterval);
    connect(&m_flushTimer, &QTimer::timeout, this, [this] {
        if (const auto flushed = m_journal.flushLogs(); !flushed) {
            Q_EMIT failed(flushed.error());
        }
    });
}

void LogKeeper::setFlushing(bool on)
{
    if (on) {
        m_flushTimer.start();
    } else {
        m_flushTimer.stop();
    }
}

void LogKeeper::append(LogId log, const QByteArray &bytes)
{
    const qint64 offset = m_journal.logSize(log);
    if (const auto appended = m_journal.appendLog(log, bytes); !appended) {
        Q_EMIT failed(appended.error());
        return;
    }
    Q_EMIT grew(log, offset, bytes);
}

void LogKeeper::end(LogId log)
{
    if (const auto ended = m_journal.endLog(log); !ended) {
        Q_EMIT failed(ended.error());
    }
}

std::pair<QByteArray, qint64> LogKeeper::read(LogId log, qint64 offset, qint64 size) const
{
    const auto bytes = m_journal.readLog(log, offset, size);
    if (!bytes) {
        qCWarning(logConductor, "%s", bytes.error().message.c_str());
    }
    return {bytes.value_or(QByteArray()), m_journal.logSize(log)};
}

void LogKeeper::keepCommitText(const QString &repository, const QString &moreObjects, const session::ObjectId &id)
{
    const QByteArray key(reinterpret_cast<const char *>(id.bytes().data()), qsizetype(id.bytes().size()));
    if (m_keptCommits.contains(key) || m_journal.commitText(id)) {
        return;
    }
    m_keptCommits.insert(key);
    onWorker(
        this, [repository, moreObjects, id] { return readCommitText(repository, moreObjects, id); },
        [this, id](const session::CommitText &text) {
            if (!m_journal.setCommitText(id, text)) {
                qCWarning(logConductor, "The text of commit %s could not be kept.", id.hex().c_str());
            }
        });
}

} // namespace culprit::conductor
