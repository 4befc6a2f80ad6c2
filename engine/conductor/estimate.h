// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

namespace culprit::conductor
{

/// Milliseconds of the median step: its build and its runs; -1 before the first verdict.
[[nodiscard]] qint64 stepTime(const session::SessionState &state);

/// Milliseconds from `now` (ms since 1970) until the session ends, by the median time that its revisions took so far;
/// -1 before the first verdict, while nobody knows how many releases will be tried, and once the last step took longer
/// than that. A step that takes longer than the median does not shorten those after it.
[[nodiscard]] qint64 estimateRemaining(const session::SessionState &state, const Plan &plan, qint64 now);

/// Whether the session ends with the runs of a kernel that is built: those of the reverted culprit.
[[nodiscard]] bool isLastTest(const session::SessionState &state, const Plan &plan);

} // namespace culprit::conductor
