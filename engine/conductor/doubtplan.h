// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

namespace culprit::conductor
{

/// The plan of a session that searches by probability; state.search is set. Both ends prove themselves, then the visits
/// are made that tell most in the least time, until one commit (or those that no kernel can tell from it) is the
/// culprit with the asked confidence. It is named once it and its parents were run themselves.
[[nodiscard]] Plan planUnderDoubt(const session::SessionState &state);

} // namespace culprit::conductor
