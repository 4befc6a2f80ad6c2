// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/exchange/exporter.h"
#include "engine/session/journal.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace culprit::exchange
{

/// What of a session's archive is made above this folder.
struct ArchiveParts {
    const Source &source; ///< of all events
    QString report;       ///< the report for people
    /// The shell text that does a run again; empty if there is none, then the archive has the recorded command.
    std::function<QByteArray(RunId)> runByHand;
};

/// Writes the archive `path`, which must not exist: a tar compressed with zstd that holds one folder, its README.txt
/// says what each file is. Consoles are streamed. After an error nothing is left. Blocks: for workers.
[[nodiscard]] Result<void> packSession(const session::Journal &journal, const ArchiveParts &parts, const QString &path);

/// Begins as an archive of packSession() does, by its bytes.
[[nodiscard]] bool mayBeSessionArchive(const QString &path);

/// Makes the session file `target`, which must not exist, of an archive: with the same events, range, logs and texts of
/// commits. What packSession() would not write (other names, links, too much) is an error; no other file is ever
/// written. Blocks: for workers.
[[nodiscard]] Result<void> unpackSession(const QString &path, const QString &target);

} // namespace culprit::exchange
