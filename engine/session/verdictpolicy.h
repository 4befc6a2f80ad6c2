// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

namespace culprit::session
{

/// syzkaller's thresholds of 2024 and later (pkg/bisect): a revision is good if no run hit the bug and at least half
/// (flaky: three quarters) of the runs ended well; bad if max(2, (runs - infra) / 6) runs hit it and at least half of
/// the runs ended either way; else skip. Unlike there, only crashes of the session's own bug count as hits.
struct PolicyVerdict {
    Verdict verdict = Verdict::Undecided; ///< undecided while runs are missing
    bool infrastructure = false;          ///< too many runs failed for reasons outside the kernel: a person must look
    int runsMissing = 0;                  ///< ends of runs still awaited, of those that run now too; 0 once more runs
                                          ///< cannot change the verdict or none are wanted
    QString reason;                       ///< counts and rule in words
};

/// Bad is said as soon as it is certain, good only when all wanted runs have ended; runs beyond the wanted ones count
/// fully. One wanted run decides alone, as in git's own bisection.
[[nodiscard]] PolicyVerdict judgeTally(const Tally &tally, int runsWanted, bool flaky);

/// Fills everything that is derived in `state`: title relevance, tallies, verdicts (by these thresholds, or by
/// probability, see doubt.h), flakiness.
void derive(SessionState &state);

} // namespace culprit::session
