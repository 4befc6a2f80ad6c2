// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <array>
#include <map>

namespace culprit::session
{

/// What syzkaller makes of a revision's runs (google/syzkaller, pkg/bisect). A crash counts there whatever its title.
enum class SyzkallerRules {
    Of2021, ///< one crash is bad; else skip if more than two thirds of the runs told nothing; else one good run is good
    Of2024  ///< judgeTally(), of all crashes but of lost machines and of the fuzzer's own unless the bad end shows such
};

inline constexpr std::array allSyzkallerRules{SyzkallerRules::Of2021, SyzkallerRules::Of2024};

[[nodiscard]] QString word(SyzkallerRules rules); ///< "syzkaller 2021"

/// Of each revision that was run or did not build, from the same runs. Undecided: the rules would end the session, as
/// too many runs failed outside the kernel.
[[nodiscard]] std::map<ObjectId, Verdict> verdictsBy(SyzkallerRules rules, const SessionState &state);

} // namespace culprit::session
