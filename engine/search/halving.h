// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/evidence.h"
#include "engine/search/graph.h"

namespace culprit::search
{

/// The revision that halves the range best: on any graph the one that git bisect (2.47) takes for the same verdicts,
/// with git's count of remaining revisions and steps.
///
/// Candidates are what the bad end contains and no good revision does. git's bad end is the revision marked bad last;
/// evidence has no order, so it is the bad one that leaves the fewest candidates (then the lowest node). In a session
/// that follows the proposals the two are the same.
///
/// Where the range is so large and tangled that countReach() estimates, the revision is only near the one that halves
/// best; what is told of it is exact all the same.
///
/// git first asks for merge bases when a good end is no ancestor of the bad one: that is done before there is a range,
/// see history::Repository::mergeBasesToTest.
[[nodiscard]] Choice bisect(const Graph &graph, const Evidence &evidence);

} // namespace culprit::search
