// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <vector>

namespace culprit::session
{

/// A verdict that an imported log gives without any run to show for it is evidence with these odds to 1: right in 19 of
/// 20 cases.
inline constexpr int oddsOfTold = 19;

/// Says good or bad, and there are no builds and runs that could be looked at instead.
[[nodiscard]] bool isOnlyTold(const RevisionState &revision);

/// The prior weight of each commit of the range: itself and the commits right before it that the log hides.
[[nodiscard]] std::vector<double> weightsOfHidden(const LogImported &imported, std::size_t commits);

/// How many commits a commit of the range stands for: 1, and more (about) where the log hides some right before it.
[[nodiscard]] qint64 commitsBehind(const SessionState &state, const ObjectId &id);

/// Where the log's verdict is another one than the session's own, the reason of that says so first.
void sayWhatTheLogSays(SessionState &state);

/// The session comes from a log and knows no kernel tree: nothing more can be built or named.
[[nodiscard]] bool lacksTree(const SessionState &state);

} // namespace culprit::session
