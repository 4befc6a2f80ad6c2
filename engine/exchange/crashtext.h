// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QString>

namespace culprit::exchange
{

/// What is known of the crash of a run, lines of plain text: which run it was, in which source file it crashed, its
/// report with source positions if they were found (else why not), and the code at fault. Empty if the run left no
/// report.
[[nodiscard]] QString crashText(const session::SessionState &state, const session::RunState &run);

} // namespace culprit::exchange
