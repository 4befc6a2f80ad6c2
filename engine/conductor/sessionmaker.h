// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitrange.h"
#include "engine/session/event.h"

namespace culprit::conductor
{

struct NewSession {
    session::SessionCreated created;
    history::CommitRange range;
};

/// Resolves a setup's revisions in its repository and reads the range between them; without a good one, finds the
/// releases to try, and the range has the bad end only. Blocks: for workers.
[[nodiscard]] Result<NewSession> makeSession(const session::Setup &setup);

} // namespace culprit::conductor
