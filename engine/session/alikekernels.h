// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/graph.h"
#include "engine/session/state.h"

#include <functional>
#include <optional>
#include <vector>

namespace culprit::session
{

/// Two revisions that were built, and whose kernels differ in nothing but what can be line numbers: their masked
/// signatures are equal, their signatures are not.
struct AlikeKernels {
    ObjectId before;
    ObjectId after; ///< contains `before`
    std::vector<search::Node>
        between; ///< of the range, what `after` contains and `before` does not; `after` comes last
    bool operator==(const AlikeKernels &) const = default;
};

/// For each revision the one that lies closest before it; those that lie closest to each other come first. `nodeOf`: a
/// commit's place in the range, nothing for the ends outside. Of more revisions alike than a search ever builds, some
/// are left out.
[[nodiscard]] std::vector<AlikeKernels>
findAlikeKernels(const SessionState &state, const search::Graph &graph,
                 const std::function<std::optional<search::Node>(const ObjectId &)> &nodeOf);

} // namespace culprit::session
