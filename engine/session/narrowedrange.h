// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/repository.h"
#include "engine/session/setup.h"

namespace culprit::session
{

/// The commits of a range that the setup's first_parent and paths leave in, and the bad end, which is their last: if it
/// changes none of the paths itself, it stands for all that was left out.
[[nodiscard]] Result<history::CommitRange> narrowed(const history::Repository &repository, const Setup::Kernel &setup,
                                                    history::CommitRange range);

} // namespace culprit::session
