// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/kconfig.h"
#include "engine/session/journal.h"
#include "engine/session/state.h"

#include <optional>
#include <vector>

namespace culprit::exchange
{

/// The .config that the tree made of the session's for the revision, by its newest build that came so far; 0: none.
[[nodiscard]] LogId configOf(const session::SessionState &state, const history::ObjectId &id);

/// The text of that config; empty if there is none.
[[nodiscard]] Result<QByteArray> configText(const session::Journal &journal, const session::SessionState &state,
                                            const history::ObjectId &id);

/// Revisions whose config the session keeps, as they were first built.
[[nodiscard]] std::vector<history::ObjectId> revisionsWithConfig(const session::SessionState &state);

/// What a revision's config is compared with unless somebody says: the one built right before it.
[[nodiscard]] std::optional<history::ObjectId> revisionBefore(const session::SessionState &state,
                                                              const history::ObjectId &id);

/// How the config drifted between two revisions.
struct ConfigDrift {
    history::ObjectId before;
    history::ObjectId after;
    QList<kernel::ConfigChange> changes;
};

/// A sentence with the counts, then a line for each symbol; those that are off in both, and only named by one of them,
/// stand at the end.
[[nodiscard]] QString driftText(const session::SessionState &state, const ConfigDrift &drift);

} // namespace culprit::exchange
