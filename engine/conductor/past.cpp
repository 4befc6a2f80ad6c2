// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/past.h"

#include <algorithm>

namespace culprit::conductor
{

SnapshotPtr snapshotAfter(EventSeq seq, std::span<const session::Event> events, const session::Ranges &ranges)
{
    if (events.empty()) {
        return nullptr;
    }
    const auto after = std::ranges::upper_bound(events, seq, {}, &session::Event::seq);
    const auto count = std::max<std::ptrdiff_t>(after - events.begin(), 1);
    auto state = std::make_shared<const session::SessionState>(
        session::fold(events.first(static_cast<std::size_t>(count)), ranges));
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->plan = std::make_shared<const Plan>(planFor(*state));
    snapshot->past = state->last;
    snapshot->readOnly = true;
    snapshot->readOnlyReason =
        QStringLiteral("This is the session as it was after event %1 of %2: go back to now to judge or to start.")
            .arg(state->last.value)
            .arg(events.back().seq.value);
    snapshot->state = std::move(state);
    return snapshot;
}

} // namespace culprit::conductor
