// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/database.h"

#include <QTemporaryDir>

#include <memory>

namespace culprit::session
{

/// The database of a session file to read from, wherever the file lies.
struct ReadableDatabase {
    /// Where the file is read: of one whose writer died and whose folder cannot be written, SQLite needs a copy.
    std::unique_ptr<QTemporaryDir> copy;
    std::unique_ptr<Database> database;

    [[nodiscard]] static Result<ReadableDatabase> open(const QString &path);
};

} // namespace culprit::session
