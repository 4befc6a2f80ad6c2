// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/readabledatabase.h"

#include "engine/session/sessionfile.h"

#include <QDir>

namespace culprit::session
{

namespace
{

Result<ReadableDatabase> openInPlace(const QString &path, Database::Mode mode)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, mode);
    if (!database) {
        return std::unexpected(database.error());
    }
    // SQLite looks at a file when it is first asked for something.
    if (const auto asked = (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_schema")); !asked) {
        return std::unexpected(asked.error());
    }
    return ReadableDatabase{nullptr, std::move(*database)};
}

/// What stands beside the file is dealt with elsewhere.
Result<ReadableDatabase> openCopy(const QString &path)
{
    auto copy = std::make_unique<QTemporaryDir>();
    const QString copied = copy->filePath(QStringLiteral("session"));
    if (!copy->isValid() || !SessionFile::copyWithJournals(path, copied)) {
        return failedOutside(
            QStringLiteral("The session file %1 could not be copied for reading: make its folder writable, or "
                           "make room in the folder for temporary files.")
                .arg(QDir::toNativeSeparators(path))
                .toStdString());
    }
    Result<ReadableDatabase> opened = openInPlace(copied, Database::Mode::Write);
    if (opened) {
        opened->copy = std::move(copy);
    }
    return opened;
}

} // namespace

Result<ReadableDatabase> ReadableDatabase::open(const QString &path)
{
    const bool writable = SessionFile::isWritable(path);
    const bool hasLog = SessionFile::hasWriteAheadLog(path);
    const bool hasJournal = SessionFile::hasRollbackJournal(path);
    Result<ReadableDatabase> opened =
        openInPlace(path, writable || hasLog || hasJournal ? Database::Mode::Read : Database::Mode::Frozen);
    const bool needsWriting = hasJournal || (hasLog && !writable);
    return opened || !needsWriting ? std::move(opened) : openCopy(path);
}

} // namespace culprit::session
