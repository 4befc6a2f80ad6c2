// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/search/observations.h"

#include <optional>
#include <vector>

namespace culprit::bench
{

/// How a visit of a revision ended.
struct VisitEnd {
    bool built = true;
    search::Counts counts;
    std::vector<search::Opinion> said; ///< by a person, meanwhile
};

/// What ended while the player waited.
struct Event {
    enum class What { Built, Broken, Ran };
    What what = What::Built;
    search::Node node = 0;
    search::Counts counts; ///< of the runs
    double minutes = 0;    ///< since the game began
};

/// Whoever owns a hidden world: builds and runs what the player asks for. Where nothing is returned the game is over.
class Referee
{
public:
    Referee() = default;
    Referee(const Referee &) = delete;
    Referee &operator=(const Referee &) = delete;
    virtual ~Referee() = default;

    /// Builds the revision unless that is done, and runs it.
    [[nodiscard]] virtual Result<std::optional<VisitEnd>> visit(search::Node node, int runs) = 0;

    /// The game with a clock: start building (a build under way is dropped), start runs (of a built revision, on idle
    /// machines), let time pass until something ends.
    virtual void startBuild(search::Node node) = 0;
    virtual void startRuns(search::Node node, int runs) = 0;
    [[nodiscard]] virtual Result<std::optional<std::vector<Event>>> wait() = 0;
};

} // namespace culprit::bench
