// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/lifecycle.h"
#include "engine/machine/runrequest.h"
#include "engine/machine/runresult.h"
#include "engine/process/childprocess.h"

namespace culprit::machine
{

/// What happened, for a reader, in one sentence.
[[nodiscard]] QString endingSentence(const RunResult &result, const Lifecycle &lifecycle, const RunRequest &request,
                                     const process::Ended &qemu);

} // namespace culprit::machine
