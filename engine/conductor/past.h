// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <span>

namespace culprit::conductor
{

/// A session as it stood after the event `seq`, with the plan of that moment: read-only, Snapshot::past names the
/// event. Where no event has that number, the nearest earlier one counts, the first one at the least. Null without
/// events. Folds all that came before; for workers.
[[nodiscard]] SnapshotPtr snapshotAfter(EventSeq seq, std::span<const session::Event> events,
                                        const session::Ranges &ranges);

} // namespace culprit::conductor
