// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

namespace culprit::conductor
{

/// Whether the search ended with a merge.
[[nodiscard]] bool endsWithMerge(const session::SessionState &state, const Plan &plan);

/// What it means that the culprit is a merge, sentences; empty if it is none.
[[nodiscard]] QString whatTheMergeMeans(const session::SessionState &state, const Plan &plan);

/// The settings of the bisection that finds the commit behind a merge that is the culprit.
struct FollowUp {
    session::Setup setup;
    QByteArray patch; ///< to be written to the path that the setup's last fix-up names; empty: there is none
    QString sentence; ///< what it bisects
};

/// Where first parents only were followed, what came with the merge. Else one of its two sides (1: the branch that was
/// merged into, 2: what was merged), each commit with the other side's changes, which the file `patch` will hold. An
/// error of kind Use where the search did not end with a merge of two. Reads trees: for workers.
[[nodiscard]] Result<FollowUp> followUp(const session::SessionState &state, const Plan &plan, int side,
                                        const QString &patch);

} // namespace culprit::conductor
