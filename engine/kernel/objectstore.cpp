// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/objectstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 LongestLink = 8192;

std::optional<QString> firstLine(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray line = file.readLine(LongestLink);
    return QFile::decodeName(line.endsWith('\n') ? line.chopped(1) : line);
}

bool isGitFolder(const QDir &folder)
{
    return folder.exists(u"HEAD"_s) && (folder.exists(u"objects"_s) || folder.exists(u"commondir"_s));
}

/// The git folder of `folder` itself, not of its parents.
std::optional<QString> gitFolderAt(const QDir &folder)
{
    const QString dotGit = folder.filePath(u".git"_s);
    if (isGitFolder(QDir(dotGit))) {
        return dotGit;
    }
    if (const auto link = firstLine(dotGit); link && link->startsWith("gitdir: "_L1)) {
        return folder.absoluteFilePath(link->sliced(8));
    }
    if (isGitFolder(folder)) {
        return folder.absolutePath();
    }
    return {};
}

} // namespace

Result<QString> objectStoreOf(const QString &path)
{
    const QFileInfo start(path);
    if (!start.isDir()) {
        return wrongUse(path.toStdString() + " is not a folder: give the folder of a git repository.");
    }
    QDir folder(start.canonicalFilePath());
    std::optional<QString> git = gitFolderAt(folder);
    while (!git && folder.cdUp()) {
        git = gitFolderAt(folder);
    }
    if (!git) {
        return wrongUse(path.toStdString() + " is not in a git repository: give the folder of a git repository.");
    }
    QDir common(*git);
    if (const auto link = firstLine(common.filePath(u"commondir"_s))) {
        common.setPath(common.absoluteFilePath(*link));
    }
    const QString objects = QFileInfo(common.filePath(u"objects"_s)).canonicalFilePath();
    if (objects.isEmpty()) {
        return wrongUse("The git repository of " + path.toStdString() +
                        " has no folder of objects: repair it (git fsck) or give another one.");
    }
    return objects;
}

} // namespace culprit::kernel
