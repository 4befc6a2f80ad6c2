// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/examplesession.h"

#include "engine/exchange/sessionarchive.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

static void useResources() // outside every namespace, as Q_INIT_RESOURCE asks
{
    Q_INIT_RESOURCE(example);
}

namespace culprit::app
{

Result<QString> exampleSession(const QString &folder)
{
    useResources();
    QString session = QDir(folder).filePath(u"example.culprit"_s);
    if (QFile::exists(session)) {
        return session;
    }
    const QTemporaryDir unpacking;
    const QString archive = unpacking.filePath(u"example.tar.zst"_s);
    if (!QDir().mkpath(folder) || !QFile::copy(u":/example/pocket.tar.zst"_s, archive)) {
        return std::unexpected(Error{Error::Kind::Outside, "The example could not be written: see that " +
                                                               folder.toStdString() + " and " +
                                                               unpacking.path().toStdString() +
                                                               " are folders with room that you may write to."});
    }
    return exchange::unpackSession(archive, session).transform([&] { return session; });
}

} // namespace culprit::app
