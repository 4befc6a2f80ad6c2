// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"
#include "tests/benchmarks/searchplayer/words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace culprit::bench
{

/// A history as lines of commits, parents before children.
struct HistoryText {
    std::vector<std::vector<search::Node>> parents;
    std::vector<std::int64_t> dates; ///< seconds since 1970
    std::vector<std::string> names;
    std::vector<double> prior;

    /// Reads "INDEX DATE NAME PRIOR" of the next commit. False if that is not what is there.
    [[nodiscard]] bool readCommit(Words &words);
    /// Reads the rest of that line, "PARENT...".
    [[nodiscard]] bool readParents(Words &words);
    [[nodiscard]] Result<search::Graph> graph() const;
};

} // namespace culprit::bench
