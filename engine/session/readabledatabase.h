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
    /// Where the file is read: SQLite needs a copy of one whose writer died where the folder cannot be written, or
    /// while it opened or closed the file.
    std::unique_ptr<QTemporaryDir> copy;
    std::unique_ptr<Database> database;

    [[nodiscard]] static Result<ReadableDatabase> open(const QString &path);
};

} // namespace culprit::session
