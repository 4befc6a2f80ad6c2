// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"

#include <QString>

#include <optional>

namespace culprit::session
{

/// What a branch shares with the session that it came from.
struct Branched {
    EventSeq at; ///< the last event that both have
    qint64 logs = 0;
    qint64 cancelled = 0; ///< builds and runs that were under way at that event
};

/// Makes the session file `target`, which must not exist, of the events of another one up to `at` (none: all), with the
/// ranges, logs and texts of commits that those need. What was under way is cancelled there, and the last event says
/// where the branch comes from. The other file is only read; its engine may run. Blocks: for workers.
[[nodiscard]] Result<Branched> branchSession(const QString &from, std::optional<EventSeq> at, const QString &target);

} // namespace culprit::session
