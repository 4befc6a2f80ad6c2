// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/state.h"

#include <vector>

namespace culprit::app
{

/// Which commits of the state's range, by index, the bad end leads to by first parents alone. Reads the kernel tree, so
/// not on the GUI thread: a range does not keep whether a parent is the first.
[[nodiscard]] Result<std::vector<bool>> firstParentsOf(const session::SessionState &state);

} // namespace culprit::app
