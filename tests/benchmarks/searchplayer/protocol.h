// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <iosfwd>

namespace culprit::bench
{

/// Plays one game after the other with the referee at the other end, until that says QUIT or goes away. One message a
/// line: "WORLD key=value...", "C INDEX DATE ID PRIOR PARENT..." for each commit, BEGIN; then the player asks with
/// "RUN COMMIT RUNS" (in the game with a clock also BUILD and WAIT) and ends with "DONE PROBABILITY COMMIT..." or
/// GIVEUP.
[[nodiscard]] Result<void> playByProtocol(std::istream &in, std::ostream &out);

} // namespace culprit::bench
