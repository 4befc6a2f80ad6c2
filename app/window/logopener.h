// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTemporaryDir>

namespace culprit::app
{

/// Makes sessions of other programs' logs, in files of its own that are gone with it.
class LogOpener final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// opened() or failed() follows. With a `repo` the session's range is the true one.
    void open(const QString &log, const QString &repo);
    /// The same of a log of which only the bytes are known.
    void open(const QByteArray &log, const QString &name, const QString &repo);

    /// The log that a session was made of; the session itself if it was made of none.
    [[nodiscard]] QString logOf(const QString &session) const { return m_logs.value(session, session); }

Q_SIGNALS:
    void opened(const QString &session);
    void failed(const culprit::Error &error);

private:
    QTemporaryDir m_folder;
    QHash<QString, QString> m_logs; ///< which log each session was made of
    int m_count = 0;
};

} // namespace culprit::app
