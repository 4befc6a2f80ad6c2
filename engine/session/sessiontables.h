// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"

#include <QString>

namespace culprit::session
{

class Database;

/// Keys of the table setting.
inline const QString rangeKey = QStringLiteral("range");
inline const QString forksKey = QStringLiteral("forks");
inline const QString commitPrefix = QStringLiteral("commit/");
[[nodiscard]] QString commitKey(const history::ObjectId &id); ///< of a CommitText
inline const QString lostKey = QStringLiteral("lost");        ///< what salvaging left out, see LostEvents

/// Makes an empty database one of a session: its numbers in the header and its tables.
[[nodiscard]] Result<void> createTables(Database &database);

/// An error names the table that is missing or has other columns: such a file is not ours, whatever its header says.
[[nodiscard]] Result<void> checkTables(const Database &database, const QString &path);

} // namespace culprit::session
