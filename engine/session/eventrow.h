// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

namespace culprit::session
{

/// A row of the table event. The last member of its payload is a seal over the whole row, so that a byte that changed
/// on disk is noticed; rows without one (of earlier versions) are believed.
struct EventRow {
    EventSeq seq;
    qint64 time = 0; ///< ms since 1970, UTC
    QString kind;
    QByteArray payload; ///< one JSON object
    bool operator==(const EventRow &) const = default;
};

[[nodiscard]] EventRow rowOf(const Event &event);

/// An error says what is wrong with the row.
[[nodiscard]] Result<Event> eventFrom(const EventRow &row);

/// The log of the session file that an event names; 0: none.
[[nodiscard]] LogId logNamedBy(const Payload &payload);

} // namespace culprit::session
