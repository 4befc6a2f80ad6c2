// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/region.h"
#include "engine/crash/report.h"

namespace culprit::crash
{

/// What the whole console says besides the crash.
struct Remarks {
    bool panicked = false;
    bool disconnected = false;
    bool machineTrouble = false;
};

[[nodiscard]] Report writeReport(const Region &region, const Remarks &remarks);

} // namespace culprit::crash
