// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/eventspan.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace culprit::session
{

/// Whether a session file is as it was written.
struct Integrity {
    qint64 events = 0;
    qint64 logs = 0;
    std::vector<EventSpan> lost; ///< events that the file itself knows to be missing since it was salvaged
    QStringList faults;          ///< sentences, no more than a hundred; empty: the file is sound

    [[nodiscard]] bool isSound() const { return faults.isEmpty(); }
};

/// Reads all of a session file: SQLite's own check, every event and that their numbers have no holes, every byte of
/// every log, the range and the texts of commits. An error if there is no session file to check. Blocks: for workers.
[[nodiscard]] Result<Integrity> checkSession(const QString &path);

} // namespace culprit::session
