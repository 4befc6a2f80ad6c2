// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/journal.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <utility>

namespace culprit::conductor
{

/// What a session file holds beside its events: consoles and build logs as they grow, and the texts of commits. Must
/// not outlive the journal.
class LogKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit LogKeeper(session::Journal &journal, QObject *parent = nullptr);

    /// While this is on, a power cut costs half a second of console.
    void setFlushing(bool on);
    void append(LogId log, const QByteArray &bytes);
    /// Nothing more will come.
    void end(LogId log);
    /// Up to `size` bytes from `offset`, and how many there are in all.
    [[nodiscard]] std::pair<QByteArray, qint64> read(LogId log, qint64 offset, qint64 size) const;
    /// Reads the text on a worker, if it is not kept yet.
    void keepCommitText(const QString &repository, const QString &moreObjects, const session::ObjectId &id);

Q_SIGNALS:
    void grew(culprit::LogId log, qint64 offset, const QByteArray &bytes);
    void failed(const culprit::Error &error);

private:
    session::Journal &m_journal;
    QTimer m_flushTimer;
    QSet<QByteArray> m_keptCommits;
};

} // namespace culprit::conductor
