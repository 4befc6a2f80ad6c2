// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace culprit::guard
{

/// Sends `signal` to every descendant of this process, also to those in sessions and process groups of their own.
/// A parent gets it before its children are listed: with SIGKILL pending it can no longer fork, so a child it had is
/// either listed below it or, once it is dead, below this process (a subreaper) on the next call.
void signalDescendants(int signal);

} // namespace culprit::guard
