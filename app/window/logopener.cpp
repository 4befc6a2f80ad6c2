// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/logopener.h"

#include "app/logimport.h"
#include "engine/conductor/onworker.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace culprit::app
{

void LogOpener::open(const QString &log, const QString &repo)
{
    const QString session =
        m_folder.filePath(u"%1-%2.culprit"_s.arg(QFileInfo(log).completeBaseName().left(100)).arg(++m_count));
    conductor::onWorker(
        this, [log, repo, session] { return importLog(log, repo, session); },
        [this, log, session](const Result<void> &imported) {
            if (imported) {
                m_logs.insert(session, log);
                Q_EMIT opened(session);
            } else {
                Q_EMIT failed(imported.error());
            }
        });
}

void LogOpener::open(const QByteArray &log, const QString &name, const QString &repo)
{
    QFile file(m_folder.filePath(QFileInfo(name).completeBaseName().left(100) + u".log"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(log) != log.size() || !file.flush()) {
        Q_EMIT failed(Error{Error::Kind::Outside, file.fileName().toStdString() + " could not be written: " +
                                                      file.errorString().toStdString() + "."});
        return;
    }
    open(file.fileName(), repo);
}

} // namespace culprit::app
