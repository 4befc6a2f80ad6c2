// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/tag.h"

#include <vector>

namespace culprit::history
{

/// Which of these tags to try on the way back to a release without a bug, newest version first: with each step back the
/// next one lies further away. The rule is syzkaller's (pkg/vcs). Of the releases with two numbers, counted from 0 at
/// the newest: 0 to 2, then the even ones up to 10, then each third from 12 on, and the oldest. Before them, of those
/// with three numbers that are newer than all of these, the two newest and, if they are more than 5, the middle one;
/// the others are left out, and so are tags that name no release. No commit comes twice.
[[nodiscard]] std::vector<Tag> releasesToTry(const std::vector<Tag> &tags);

} // namespace culprit::history
