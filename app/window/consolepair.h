// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"
#include "widgets/consolecomparisonview.h"

namespace culprit::app
{

/// The runs that have a console, newest first, in the words of the console's list.
[[nodiscard]] std::vector<widgets::ConsoleComparisonView::Run> runsWithConsole(const session::SessionState &state);

/// There are two consoles to compare.
[[nodiscard]] bool hasConsolePair(const session::SessionState &state);

struct ConsolePair {
    LogId left;
    LogId right;
    bool operator==(const ConsolePair &) const = default;
};

/// What is worth comparing: on the left the newest silent run, of a good revision if there is one, on the right the run
/// that is `shown` or else the newest that crashed. A silent run that is shown stands on the left of that. Both are the
/// same only where there is but one console.
[[nodiscard]] ConsolePair pairToCompare(const session::SessionState &state, LogId shown);

} // namespace culprit::app
