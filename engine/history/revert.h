// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <string>

namespace culprit::history
{

/// A commit that takes another one back on top of a tip, or why there is none.
struct Revert {
    ObjectId commit;      ///< null: there is none
    std::string obstacle; ///< a clause about the commit to take back: "it is a merge"; empty if there is `commit`

    bool operator==(const Revert &) const = default;
};

} // namespace culprit::history
