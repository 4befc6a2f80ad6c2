// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace culprit::history
{

/// What leaves commits of a range out of a bisection, as the options of git bisect start do.
struct Narrowing {
    bool firstParent = false;       ///< what came by merges counts as done by the merge
    std::vector<std::string> paths; ///< files and folders from the top of the tree on: only commits that change them

    [[nodiscard]] bool isNone() const { return !firstParent && paths.empty(); }
};

} // namespace culprit::history
