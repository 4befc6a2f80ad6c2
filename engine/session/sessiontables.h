// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace culprit::session
{

class Database;

/// Keys of the table setting.
inline const QString rangeKey = QStringLiteral("range");
inline const QString forksKey = QStringLiteral("forks");
inline const QString commitPrefix = QStringLiteral("commit/");
[[nodiscard]] QString commitKey(const history::ObjectId &id); ///< of a CommitText
inline const QString lostKey = QStringLiteral("lost");        ///< what salvaging left out, see LostEvents

constexpr qint64 logChunkSize = 64 << 10; ///< bytes of text in each chunk of a log but the last

/// Both hold the same.
inline const std::array primerTables{QStringLiteral("primer"), QStringLiteral("primercopy")};
[[nodiscard]] Result<void> addPrimer(Database &database, qint64 id, const QByteArray &frame);

/// Makes an empty database one of a session: its numbers in the header and its tables.
[[nodiscard]] Result<void> createTables(Database &database);

/// An error names the table that is missing or has other columns: such a file is not ours, whatever its header says.
[[nodiscard]] Result<void> checkTables(const Database &database, const QString &path);

/// Brings the tables of an older format to the present one, in one transaction.
[[nodiscard]] Result<void> migrateTables(Database &database);

/// What to select for the number of a chunk's primer: files of format 1 have none. To be asked for each time: a writer
/// may migrate a file that others read.
[[nodiscard]] Result<QString> primerColumn(const Database &database);

} // namespace culprit::session
