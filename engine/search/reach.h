// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// For each of the given nodes how many of them it contains, itself too. The nodes are ascending and closed: what lies
/// between two of them is one of them. Takes n*n/128 word operations and 64 bytes a node.
[[nodiscard]] std::vector<std::uint32_t> reach(const Graph &graph, std::span<const Node> nodes);

} // namespace culprit::search
