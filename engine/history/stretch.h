// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace culprit::history
{

/// A part of the history: the commits that contain `from` and do not contain `until`. Names as for Repository::resolve;
/// an empty one sets no bound.
struct Stretch {
    std::string from;
    std::string until;

    bool operator==(const Stretch &) const = default;
};

/// Where a commit stands to a stretch.
enum class Standing {
    Inside,
    Outside,
    Unknown, ///< a bound is a release and the repository has no tag of any release
};

} // namespace culprit::history
