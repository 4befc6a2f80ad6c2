// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logimport.h"

#include "engine/exchange/logimporter.h"
#include "engine/exchange/sessionarchive.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// One byte more than a log may have tells that it has too many.
Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened || (path != u"-"_s && !QFileInfo(path).isFile())) {
        const QString why = opened ? u"it is not a plain file"_s : file.errorString();
        return failedOutside(u"The log %1 cannot be read: %2."_s.arg(path, why).toStdString());
    }
    return file.read(exchange::mostLogBytes + 1);
}

} // namespace

bool mayBeLog(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.size() > 0 &&
           !file.read(16).startsWith("SQLite format 3");
}

Result<void> importLog(const QString &path, const QString &repo, const QString &target)
{
    if (exchange::mayBeSessionArchive(path)) {
        return repo.isEmpty()
                   ? exchange::unpackSession(path, target)
                   : wrongUse("An archive of a session has its range with it: leave the kernel tree (--repo) out.");
    }
    const auto bytes = bytesOf(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const QString name = path == u"-"_s ? QString() : QFileInfo(path).fileName();
    const auto log = exchange::readBisectLog(*bytes, name.isEmpty() ? u"The standard input"_s : path);
    if (!log) {
        return std::unexpected(log.error());
    }
    const auto session = exchange::sessionFrom(*log, name, repo);
    if (!session) {
        return std::unexpected(session.error());
    }
    return exchange::writeSession(target, *session, *bytes);
}

} // namespace culprit::app
