// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

namespace culprit::app
{

/// The commits of the session's range and its ends that a tag or the beginning of a hash names: reads no kernel tree.
[[nodiscard]] std::vector<history::ObjectId> revisionsNamed(const session::SessionState &state, const QString &name);

/// A commit of the session by (the beginning of) its hash or a tag, else by what the kernel tree, if it is there, calls
/// it. An error names what is unknown or ambiguous.
[[nodiscard]] Result<history::ObjectId> revisionIn(const session::SessionState &state, const QString &name);

} // namespace culprit::app
