// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/bisectlog.h"
#include "engine/history/commitrange.h"
#include "engine/session/event.h"

namespace culprit::exchange
{

/// The range of a bisection as far as its log tells it: the commits that it names, in a line from the oldest to the
/// newest, each the parent of the next. Each test lies between the newest old and the oldest new revision so far, and
/// git counts the commits between it and the latter ("Bisecting: 12 revisions left"), which tells how many stand hidden
/// between two of the line. In truth history branches; of that the log knows nothing.
struct TestedLine {
    ObjectId bad;          ///< the end with the bug
    QList<ObjectId> goods; ///< the ends without it; empty if the log ends before one was found
    history::CommitRange range;
    QList<session::LogImported::Hidden> hidden;
    QStringList contradictions; ///< verdicts that no line can hold, sentences
};

[[nodiscard]] TestedLine testedLine(const BisectLog &log);

} // namespace culprit::exchange
