// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitrange.h"
#include "engine/history/repository.h"
#include "engine/session/event.h"
#include "engine/session/ranges.h"

namespace culprit::conductor
{

/// What to try, in this order, where no good end is known: of the releases that the bad end contains, without its own
/// tag, those that history::releasesToTry() picks. With the recipe "linux" none is older than what the setup's compiler
/// is known to build and to boot. An error of kind Use if there is none. Blocks: for workers.
[[nodiscard]] Result<QList<session::Release>>
releasesToTry(const history::Repository &repository, const session::Setup::Kernel &setup, const history::ObjectId &bad);

/// The range of a session whose good end is not known: the bad end alone, and in place of good ends the releases, to be
/// looked at and judged.
[[nodiscard]] Result<history::CommitRange> rangeWithReleases(const history::Repository &repository,
                                                             const history::ObjectId &bad,
                                                             const QList<session::Release> &releases);

/// The range between a bad end and a release that it contains, without what the setup leaves out. Blocks: for workers.
[[nodiscard]] Result<session::SharedRange>
readRangeDownTo(const session::Setup::Kernel &setup, const history::ObjectId &bad, const history::ObjectId &release);

} // namespace culprit::conductor
