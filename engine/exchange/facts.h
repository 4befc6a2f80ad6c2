// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QString>

#include <map>
#include <optional>
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

/// The first 12 digits of a commit, and more where another one of the range or an end begins with the same. Commits
/// outside the range are not known here: a repository may have one that takes a digit more, and git says so then.
[[nodiscard]] QString uniqueHexOf(const SessionState &state, const ObjectId &id);
/// The same with the subject in quotes.
[[nodiscard]] QString uniquelyCited(const SessionState &state, const ObjectId &id);

/// The parents of a commit of the range.
struct Parents {
    std::vector<ObjectId> known; ///< those in the range, in git's order
    std::size_t outside = 0;     ///< how many are before it, at or behind the good end
};
[[nodiscard]] Parents parentsOf(const SessionState &state, const ObjectId &id);

[[nodiscard]] bool isEnd(const SessionState &state, const ObjectId &id);
/// The runs of a revision that ended and were not cancelled.
[[nodiscard]] std::vector<const RunState *> endedRuns(const SessionState &state, const RevisionState &revision);
/// Revisions as they were first touched; ends that were not stand at the front.
[[nodiscard]] std::vector<const RevisionState *> inOrder(const SessionState &state);
/// Of an end that no run has judged yet, what the setup claims.
[[nodiscard]] session::Verdict verdictOf(const SessionState &state, const RevisionState &revision);

/// The run whose crash is shown: one at the culprit; where a fix is sought, or the culprit did not crash, one at the
/// bad end. Null if neither crashed.
[[nodiscard]] const RunState *shownCrash(const SessionState &state, const std::optional<ObjectId> &culprit);
/// Null if nobody was found, or only for another commit.
[[nodiscard]] const session::RecipientsFound *recipientsOf(const SessionState &state,
                                                           const std::optional<ObjectId> &culprit);
/// Of the revision's newest build, else of the first build that tells it; empty if none does.
[[nodiscard]] QString compilerOf(const SessionState &state, const std::optional<ObjectId> &id);
/// What was done to builds that others did not get, a sentence each, and to how many.
[[nodiscard]] std::map<QString, int> appliedTo(const SessionState &state);

[[nodiscard]] qint64 buildMilliseconds(const SessionState &state);
[[nodiscard]] qint64 runMilliseconds(const SessionState &state); ///< of all runs, though many ran at once

} // namespace culprit::exchange
