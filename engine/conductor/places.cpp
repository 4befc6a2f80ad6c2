// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

const QString imagesPrefix = u"images-"_s;
const QString runsPrefix = u"culprit-runs-"_s;

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/culprit"_s;
}

/// Removes the folders PREFIX<pid>-* whose process is no more.
void removeStaleIn(const QString &folder, const QString &prefix)
{
    QDir parent(folder);
    for (const QString &name : parent.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
        bool isNumber = false;
        const int pid = name.sliced(prefix.size()).section(u'-', 0, 0).toInt(&isNumber);
        if (isNumber && pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH) {
            QDir(parent.filePath(name)).removeRecursively();
        }
    }
}

} // namespace

Places Places::standard()
{
    const QString own = QString::number(QCoreApplication::applicationPid()) + u"-XXXXXX"_s;
    return {cacheFolder(), cacheFolder() + u'/' + imagesPrefix + own, QDir::tempPath() + u'/' + runsPrefix + own};
}

void Places::removeStale()
{
    removeStaleIn(cacheFolder(), imagesPrefix);
    removeStaleIn(QDir::tempPath(), runsPrefix);
}

} // namespace culprit::conductor
