// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"
#include "engine/search/observations.h"

#include <vector>

namespace culprit::search
{

/// Chance that each revision builds and boots: 1 for those that did, 0 for those that did not, and between them by how
/// near to either a revision is along parent and child links, since revisions fail in stretches. Between two that are
/// broken for the same reason hardly any other builds: what broke the one is not yet mended at the other.
[[nodiscard]] std::vector<double> buildChances(const Graph &graph, const Observations &seen);

} // namespace culprit::search
