// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "engine/exchange/exporter.h"

#include <QString>

namespace culprit::app
{

/// "Bisect: why", and how far the search is: a line of the log.
[[nodiscard]] QString planLine(const conductor::Snapshot &snapshot);

/// The plan as an export wants it; its reason also says how sure the answer is and what it leans on.
[[nodiscard]] exchange::Conclusion conclusionOf(const session::SessionState &state, const conductor::Plan &plan);

/// The session's report for people.
[[nodiscard]] QString reportText(const conductor::Snapshot &snapshot);

} // namespace culprit::app
