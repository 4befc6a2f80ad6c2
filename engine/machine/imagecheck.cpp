// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/imagecheck.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int ToolDeadline = 20'000;            // ms
constexpr qint64 SmallestDisk = 1024 * 1024;    // bytes; less holds no file system with a user space
constexpr qint64 LargestToolOutput = 64 * 1024; // bytes that are looked at

struct ToolOutput {
    bool succeeded = false;
    QByteArray output;
    QString firstError;
};

ToolOutput runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool isDone = process.waitForFinished(ToolDeadline);
    if (!isDone) {
        process.kill();
        process.waitForFinished(ToolDeadline);
    }
    ToolOutput result;
    result.succeeded = isDone && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    result.output = process.readAllStandardOutput().left(LargestToolOutput);
    result.firstError = QString::fromUtf8(process.readAllStandardError().trimmed().split('\n').first().left(300));
    return result;
}

Result<void> checkTool(const QString &program, const QString &package)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        return failedOutside(
            u"%1 is missing, without which no guest from a disk image runs: install it (apt install %2)."_s
                .arg(program, package)
                .toStdString());
    }
    return {};
}

Result<QString> formatOf(const QString &disk)
{
    const QFileInfo file(disk);
    if (!file.exists() || file.isDir() || !file.isReadable()) {
        return wrongUse(
            u"The disk image %1 cannot be read: name an existing file in [machine] disk."_s.arg(disk).toStdString());
    }
    const ToolOutput info = runTool(u"qemu-img"_s, {u"info"_s, u"--force-share"_s, u"--output=json"_s, u"--"_s, disk});
    const QJsonObject found = QJsonDocument::fromJson(info.output).object();
    const QString format = found.value(u"format"_s).toString();
    if (!info.succeeded || format.isEmpty()) {
        return wrongUse(u"%1 is no disk image that QEMU can use: %2"_s
                            .arg(disk, info.firstError.isEmpty() ? u"qemu-img does not know it."_s : info.firstError)
                            .toStdString());
    }
    if (found.value(u"virtual-size"_s).toInteger() < SmallestDisk) {
        return wrongUse(
            u"%1 is too small for a disk image: name the image itself in [machine] disk."_s.arg(disk).toStdString());
    }
    return format;
}

Result<void> checkKey(const QString &key)
{
    const QFileInfo file(key);
    if (!file.isFile() || !file.isReadable()) {
        return wrongUse(
            u"The key %1 cannot be read: name an existing private key in [machine] ssh_key."_s.arg(key).toStdString());
    }
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others) {
        return wrongUse(
            u"The key %1 is open to others, so ssh will not use it: run chmod 600 on it."_s.arg(key).toStdString());
    }
    // An empty passphrase opens a key that needs none.
    if (!runTool(u"ssh-keygen"_s, {u"-y"_s, u"-P"_s, QString(), u"-f"_s, key}).succeeded) {
        return wrongUse(u"%1 is no private key without a passphrase: make one (ssh-keygen -N '' -f FILE) and put its "
                        ".pub into the image's authorized_keys."_s.arg(key)
                            .toStdString());
    }
    return {};
}

} // namespace

Result<ImageGuest> checkedImageGuest(const QString &disk, const QString &sshKey, const QString &sshUser)
{
    if (const auto tools =
            checkTool(u"qemu-img"_s, u"qemu-utils"_s).and_then([] { return checkTool(u"ssh"_s, u"openssh-client"_s); });
        !tools) {
        return std::unexpected(tools.error());
    }
    const Result<QString> format = formatOf(disk);
    if (!format) {
        return std::unexpected(format.error());
    }
    if (const auto key = checkKey(sshKey); !key) {
        return std::unexpected(key.error());
    }
    ImageGuest guest;
    guest.disk = disk;
    guest.diskFormat = *format;
    guest.sshKey = sshKey;
    guest.sshUser = sshUser;
    return guest;
}

} // namespace culprit::machine
