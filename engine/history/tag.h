// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <string>

namespace culprit::history
{

/// A tag that names a commit, directly or by a tag object.
struct Tag {
    std::string name; ///< without refs/tags/
    ObjectId commit;

    bool operator==(const Tag &) const = default;
};

} // namespace culprit::history
