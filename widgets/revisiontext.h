// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/verdictstyle.h"

#include <QString>

namespace culprit::widgets
{

using history::ObjectId;

/// "1a2b3c4d5e6f".
[[nodiscard]] QString hashText(const ObjectId &id);

/// Null if the range is unknown or does not name it.
[[nodiscard]] const history::CommitInfo *commitOf(const session::SessionState &state, const ObjectId &id);

/// "v6.9-rc1 net: fix a leak": tag and subject, as far as they are known; "v6.9 with 1a2b3c4d5e6f reverted".
[[nodiscard]] QString nameText(const session::SessionState &state, const ObjectId &id);

/// `1a2b3c4d5e6f ("net: fix a leak")`, as kernel people quote a commit.
[[nodiscard]] QString quoteText(const session::SessionState &state, const ObjectId &id);

/// What the window says of a revision just now: its verdict, testing, or the culprit.
[[nodiscard]] Mark markOf(const conductor::Snapshot &snapshot, const session::RevisionState &revision);
/// The same in a word or two; builds and boots under way by their progress.
[[nodiscard]] QString statusText(const conductor::Snapshot &snapshot, const session::RevisionState &revision);

/// "3 of 10 runs hit the bug, 6 ended well, 1 failed to boot".
[[nodiscard]] QString tallyText(const session::Tally &tally);

[[nodiscard]] QString outcomeText(session::Outcome outcome);
[[nodiscard]] QString buildText(session::BuildOutcome outcome);
[[nodiscard]] QString relevanceText(session::Relevance relevance);
[[nodiscard]] Mark markOf(session::Relevance relevance);
/// A run that crashed with the session's bug is bad; with another one, it is no witness.
[[nodiscard]] Mark markOf(const session::SessionState &state, const session::RunState &run);

} // namespace culprit::widgets
