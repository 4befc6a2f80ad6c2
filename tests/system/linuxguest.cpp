// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/linuxguest.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

namespace
{

constexpr std::chrono::milliseconds longestScript = std::chrono::minutes(30);

Result<void> runScript(const QString &script, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(linuxFile(script), arguments);
    if (process.waitForFinished(int(longestScript.count())) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0) {
        return {};
    }
    process.kill();
    process.waitForFinished();
    return failedOutside(script.toStdString() + " failed: " + process.readAll().right(2000).toStdString());
}

/// Of what the history depends on.
QByteArray keyOf(const QString &tarball)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QFileInfo info(tarball);
    hash.addData(u"%1 %2 %3"_s.arg(tarball).arg(info.size()).arg(info.lastModified().toSecsSinceEpoch()).toUtf8());
    QStringList files{linuxFile(u"history.sh"_s)};
    QDirIterator patches(linuxFile({}), {u"*.patch"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (patches.hasNext()) {
        files << patches.next();
    }
    std::ranges::sort(files);
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        hash.addData(file.open(QIODevice::ReadOnly) ? file.readAll() : path.toUtf8());
    }
    return hash.result().toHex();
}

} // namespace

QString linuxFolder()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/culprit/linux-test"_s;
    QDir().mkpath(folder);
    return folder;
}

QString linuxTarball()
{
    const QDir sources(u"/usr/src"_s);
    const QStringList packages = sources.entryList({u"linux-source-*.tar.xz"_s}, QDir::Files, QDir::Time);
    return packages.isEmpty() ? QString() : sources.filePath(packages.first());
}

QString linuxFile(const QString &name)
{
    return QStringLiteral(CULPRIT_LINUX_TEST) + u'/' + name;
}

QString gitIn(const QString &repository, const QStringList &arguments)
{
    QProcess git;
    git.start(u"git"_s, QStringList{u"-C"_s, repository} + arguments);
    git.waitForFinished();
    return git.exitCode() == 0 ? QString::fromUtf8(git.readAllStandardOutput()).chopped(1) : QString();
}

Result<LinuxHistory> linuxHistory(const QString &tarball, const QString &folder)
{
    LinuxHistory history;
    history.repository = folder + u"/linux.git"_s;
    const QByteArray key = keyOf(tarball);
    QFile keyFile(folder + u"/linux.git.key"_s);
    if (!keyFile.open(QIODevice::ReadOnly) || keyFile.readAll() != key || !QFileInfo::exists(history.repository)) {
        keyFile.close();
        keyFile.remove();
        if (const auto made = runScript(u"history.sh"_s, {tarball, history.repository}); !made) {
            return std::unexpected(made.error());
        }
        if (!keyFile.open(QIODevice::WriteOnly) || keyFile.write(key) != key.size()) {
            return failedOutside(keyFile.fileName().toStdString() + " cannot be written: make room.");
        }
    }
    history.culprit = gitIn(history.repository, {u"rev-parse"_s, u"refs/culprit"_s});
    history.parent = gitIn(history.repository, {u"rev-parse"_s, u"refs/culprit^"_s});
    history.good = gitIn(history.repository, {u"rev-parse"_s, u"refs/culprit~2"_s});
    history.subject = gitIn(history.repository, {u"log"_s, u"-1"_s, u"--format=%s"_s, u"refs/culprit"_s});
    return history;
}

Result<void> writeGuestConfig(const QString &repository, const QString &path)
{
    const QString fragments = QStringLiteral(CULPRIT_GUEST_FRAGMENTS);
    return runScript(u"guestconfig.sh"_s,
                     {repository, path, fragments + u"/guest.fragment"_s, fragments + u"/image.fragment"_s});
}

} // namespace culprit::tests
