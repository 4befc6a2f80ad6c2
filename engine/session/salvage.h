// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"
#include "engine/session/eventspan.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace culprit::session
{

/// A part of a log that is gone. In the middle of the log its bytes are replaced by as many that say so, so that what
/// follows keeps its place; at its end the log ends there.
struct LostPart {
    LogId log;
    qint64 from = 0;          ///< byte
    std::optional<qint64> to; ///< byte behind it; none: the log's end, which is not known
    bool operator==(const LostPart &) const = default;
};

/// What was saved of a damaged session file and what was not.
struct Salvaged {
    qint64 events = 0;
    qint64 logs = 0;
    qint64 commitTexts = 0;
    std::vector<EventSpan> missingEvents; ///< those before the last one that was found
    std::vector<LostPart> lostParts;
    QStringList notes; ///< what else may be missing, sentences

    [[nodiscard]] bool isWhole() const { return missingEvents.empty() && lostParts.empty() && notes.isEmpty(); }
};

/// Reads a damaged session file as far as that goes and makes the session file `target`, which must not exist, of it:
/// events with their own numbers, range, logs and texts of commits. The damaged file is only read. An error if there is
/// nothing to open afterwards: without the range or the first event. Blocks: for workers.
[[nodiscard]] Result<Salvaged> salvageSession(const QString &damaged, const QString &target);

} // namespace culprit::session
