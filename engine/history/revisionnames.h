// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/repository.h"

#include <cstdint>
#include <string>
#include <vector>

namespace culprit::history
{

/// A tag or branch that names a commit.
struct RevisionName {
    std::string name; ///< as it can be typed: "v6.12", "main", "origin/main"
    bool isBranch = false;
    std::int64_t time = 0; ///< of the commit, seconds since 1970

    bool operator==(const RevisionName &) const = default;
};

/// Every tag and branch, also of remotes: the newest commit first.
[[nodiscard]] Result<std::vector<RevisionName>> revisionNames(const Repository &repository);

} // namespace culprit::history
