// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitrange.h"

#include <map>
#include <memory>

namespace culprit::session
{

using SharedRange = std::shared_ptr<const history::CommitRange>;

/// The commit ranges that a session file holds.
struct Ranges {
    /// As the session began. Where no good end was given: the bad end alone, and the releases in place of good ends.
    SharedRange first;
    std::map<history::ObjectId, SharedRange> found = {}; ///< by the release of the GoodEndFound that each came with
    bool operator==(const Ranges &) const = default;
};

} // namespace culprit::session
