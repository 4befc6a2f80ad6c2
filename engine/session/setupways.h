// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"
#include "engine/session/setuptable.h"

namespace culprit::session
{

/// Reads from [kernel] how revisions are built by where they stand in the history: compiler, toolchains, overrides and
/// fix-ups; the recipe and the configs must have been read before. Paths stay as they are written.
void readWays(SetupTable &table, Setup::Kernel &kernel);

} // namespace culprit::session
