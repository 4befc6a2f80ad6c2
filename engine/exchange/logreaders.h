// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/bisectlog.h"

namespace culprit::exchange
{

/// A log of syzkaller's bisection, as syzbot publishes it: all forms from 2018 on.
[[nodiscard]] BisectLog readSyzLog(const QByteArray &bytes);

/// What `git bisect log` prints, or a hand wrote in its manner: full hashes only, for symbolic names the hash in the
/// comment above. A search for a fix is told by its terms.
[[nodiscard]] BisectLog readGitLog(const QByteArray &bytes);

/// Adds a verdict or replaces the revision's earlier one; names what that contradicts.
void addVerdict(BisectLog &log, const LoggedVerdict &verdict);

} // namespace culprit::exchange
