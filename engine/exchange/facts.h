// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QString>

#include <vector>

namespace culprit::exchange
{

using history::ObjectId;
using session::RevisionState;
using session::RunState;
using session::SessionState;

/// What several formats take from a state.

[[nodiscard]] QString hexOf(const ObjectId &id);
[[nodiscard]] QString shortHexOf(const ObjectId &id);
[[nodiscard]] QString subjectOf(const SessionState &state, const ObjectId &id); ///< empty if unknown; one plain line
/// Foreign text as one line without control characters.
[[nodiscard]] QString plainLine(const QString &text);

/// As kernel people write a commit: 12 digits and the subject in quotes.
[[nodiscard]] QString cited(const SessionState &state, const ObjectId &id);

[[nodiscard]] bool isEnd(const SessionState &state, const ObjectId &id);
/// The runs of a revision that ended and were not cancelled.
[[nodiscard]] std::vector<const RunState *> endedRuns(const SessionState &state, const RevisionState &revision);
/// Revisions as they were first touched; ends that were not stand at the front.
[[nodiscard]] std::vector<const RevisionState *> inOrder(const SessionState &state);
/// Of an end that no run has judged yet, what the setup claims.
[[nodiscard]] session::Verdict verdictOf(const SessionState &state, const RevisionState &revision);

[[nodiscard]] qint64 buildMilliseconds(const SessionState &state);
[[nodiscard]] qint64 runMilliseconds(const SessionState &state); ///< of all runs, though many ran at once

} // namespace culprit::exchange
