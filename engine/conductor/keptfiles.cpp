// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/keptfiles.h"

#include "engine/kernel/files.h"
#include "engine/kernel/signature.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

/// It counts as unused from now on.
void touch(const QString &path)
{
    std::error_code ignored;
    std::filesystem::last_write_time(QFile::encodeName(path).toStdString(),
                                     std::filesystem::file_time_type::clock::now(), ignored);
}

/// What stands there already may have been damaged since.
bool isThere(const QString &path, const QByteArray &sha256)
{
    return QFileInfo::exists(path) && kernel::fileHash(path) == sha256;
}

} // namespace

Result<void> KeptFiles::makeFolder() const
{
    if (QDir().mkpath(m_folder)) {
        return {};
    }
    return failedOutside("The folder " + m_folder.toStdString() + " cannot be made: make room or set XDG_CACHE_HOME.");
}

QString KeptFiles::pathOf(const QString &kind, const QByteArray &sha256) const
{
    return QDir(m_folder).absoluteFilePath(kind + u'-' + QString::fromLatin1(sha256));
}

Result<KeptFiles::Kept> KeptFiles::keepFile(const QString &kind, const QString &path) const
{
    const auto hash = kernel::fileHash(path);
    if (!hash) {
        return std::unexpected(hash.error());
    }
    const Kept kept{pathOf(kind, *hash), *hash};
    if (const auto made = makeFolder(); !made) {
        return std::unexpected(made.error());
    }
    if (!isThere(kept.path, *hash)) {
        QFile::remove(kept.path);
        const auto copied = kernel::copyFile(path, kept.path, kernel::Sharing::Link);
        if (!copied && !isThere(kept.path, *hash)) {
            return std::unexpected(copied.error());
        }
    }
    touch(kept.path);
    return kept;
}

Result<KeptFiles::Kept> KeptFiles::keepBytes(const QString &kind, const QByteArray &bytes) const
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const Kept kept{pathOf(kind, hash), hash};
    if (const auto made = makeFolder(); !made) {
        return std::unexpected(made.error());
    }
    if (!isThere(kept.path, hash)) {
        QSaveFile file(kept.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            return failedOutside(kept.path.toStdString() + " cannot be written (" + file.errorString().toStdString() +
                                 "): make room.");
        }
    }
    touch(kept.path);
    return kept;
}

void KeptFiles::trim() const
{
    QList<kernel::CacheEntry> entries;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files)) {
        entries += {.path = file.absoluteFilePath(), .used = file.lastModified(), .bytes = file.size()};
    }
    kernel::trimCache(entries, m_limits);
}

} // namespace culprit::conductor
