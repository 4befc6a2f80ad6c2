// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"
#include "engine/conductor/guestmaker.h"
#include "engine/machine/runrequest.h"

namespace culprit::conductor
{

/// How the setup wants a run; for whoever runs it are left the kernel and the folder.
[[nodiscard]] machine::RunRequest machineRequest(const session::Setup &setup, const GuestParts &parts,
                                                 machine::Accelerator accelerator, RunId run, qint64 seed);

} // namespace culprit::conductor
