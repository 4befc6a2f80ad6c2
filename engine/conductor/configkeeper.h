// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/journal.h"
#include "engine/session/state.h"

namespace culprit::conductor
{

/// The log of the session that holds the config: that of an earlier build with the very same one, else a new one. Most
/// revisions of a search end with the same config as the one before, so a session grows by what drifts. 0 for an empty
/// config.
[[nodiscard]] Result<LogId> keepConfig(session::Journal &journal, const session::SessionState &state,
                                       const QByteArray &config);

} // namespace culprit::conductor
