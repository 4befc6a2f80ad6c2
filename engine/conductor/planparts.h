// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

namespace culprit::conductor
{

// What plans of every strategy say alike.

/// "over 99.9 %", "97.3 %", "42 %", "under 0.1 %"
[[nodiscard]] QString percentText(double chance);
[[nodiscard]] QString candidatesText(std::size_t count); ///< "1 candidate", "38 candidates"
[[nodiscard]] Plan needsPerson(Phase phase, const QString &reason);
[[nodiscard]] session::Verdict verdictOf(const session::SessionState &state, const ObjectId &id);

/// Sentences for an end of the range that was expected to be bad (good): why it is tested, why it does not do.
[[nodiscard]] QString whyEndIsTested(const session::SessionState &state, const ObjectId &end,
                                     session::Verdict expected);
[[nodiscard]] QString whyEndFails(const session::SessionState &state, const ObjectId &end, session::Verdict expected);
/// Sentences for a fork of a branch with a revision that may be fixed, and for a good end whose past rules a fix out.
[[nodiscard]] QString whyForkIsTested(const session::SessionState &state, const ObjectId &fork,
                                      const ObjectId &revision);
[[nodiscard]] QString whyNothingIsFixed(const session::SessionState &state, const QString &meaning);
/// For runs that a person asked for, `missing` of which are to go.
[[nodiscard]] QString whyRunsAreAskedFor(const session::SessionState &state, const session::RevisionState &revision,
                                         int missing);
/// For a person to say what the runs of `id` do not; reason: why they do not.
[[nodiscard]] Plan machineFails(const session::SessionState &state, Phase phase, const ObjectId &id,
                                const QString &reason);

} // namespace culprit::conductor
