// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace culprit::kernel
{

namespace
{

std::unexpected<Error> notCopied(const QString &from, const QString &to, const std::string &why)
{
    return failedOutside(from.toStdString() + " cannot be copied to " + to.toStdString() + " (" + why +
                         "): make room or choose another folder.");
}

} // namespace

Result<void> copyFile(const QString &from, const QString &to, Sharing sharing)
{
    const std::filesystem::path source(QFile::encodeName(from).toStdString());
    const std::filesystem::path target(QFile::encodeName(to).toStdString());
    std::error_code error;
    if (sharing == Sharing::Link) {
        std::filesystem::create_hard_link(source, target, error);
        if (!error) {
            return {};
        }
        error.clear();
    }
    std::filesystem::copy_file(source, target, error);
    if (error) {
        return notCopied(from, to, error.message());
    }
    return {};
}

Result<void> moveIntoPlace(const QString &folder, const QString &place)
{
    if (!QDir().mkpath(QFileInfo(place).absolutePath())) {
        return notCopied(folder, place, "its parent folder cannot be made");
    }
    const QByteArray source = QFile::encodeName(folder);
    const QByteArray target = QFile::encodeName(place);
    if (::rename(source.constData(), target.constData()) == 0) {
        return {};
    }
    if (errno != ENOTEMPTY && errno != EEXIST) {
        return notCopied(folder, place, std::strerror(errno));
    }
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_EXCHANGE) == 0) {
        QDir(folder).removeRecursively();
        return {};
    }
    // Some network file systems cannot exchange.
    if (!QDir(place).removeRecursively() || ::rename(source.constData(), target.constData()) != 0) {
        return notCopied(folder, place, std::strerror(errno));
    }
    return {};
}

} // namespace culprit::kernel
