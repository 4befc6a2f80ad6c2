// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"
#include "engine/search/observations.h"

#include <vector>

namespace culprit::search
{

/// Chance that each revision builds and boots: 1 for those that did, 0 for those that did not, and between them by how
/// near to either a revision is along parent and child links, since revisions fail in stretches.
[[nodiscard]] std::vector<double> buildChances(const Graph &graph, const Observations &seen);

} // namespace culprit::search
