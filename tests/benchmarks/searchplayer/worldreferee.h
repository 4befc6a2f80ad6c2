// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/searchplayer/referee.h"
#include "tests/benchmarks/searchplayer/world.h"

namespace culprit::bench
{

/// What a game took.
struct Bill {
    int builds = 0; ///< that were paid for in full
    int failedBuilds = 0;
    int runs = 0;
    int batches = 0;
    int abortedBuilds = 0;
    double buildMinutes = 0; ///< of the game with a clock, aborted builds too
    double clock = 0;        ///< minutes, of the game with a clock
};

/// Plays a world whose text it has. Run j of a commit always ends the same way, whatever came before; the rules are
/// those of the referee that speaks the line protocol.
class WorldReferee final : public Referee
{
public:
    /// Of a game, after which it is stopped.
    static constexpr int mostRuns = 8000;
    static constexpr int mostBuilds = 800;

    /// graph: that of the world. Both outlive the referee.
    WorldReferee(const World &world, const search::Graph &graph);

    [[nodiscard]] const Bill &bill() const { return m_bill; }

    [[nodiscard]] Result<std::optional<VisitEnd>> visit(search::Node node, int runs) override;
    void startBuild(search::Node node) override;
    void startRuns(search::Node node, int runs) override;
    [[nodiscard]] Result<std::optional<std::vector<Event>>> wait() override;

private:
    enum class Ending { Ok, Target, Stranger };
    struct Work {
        search::Node node = 0;
        int runs = 0;
        double began = 0;
        double ends = 0;
    };

    [[nodiscard]] Ending endingOf(search::Node node, int run) const;
    /// False if that is one too many.
    [[nodiscard]] bool build(search::Node node);
    [[nodiscard]] std::optional<search::Counts> run(search::Node node, int runs);
    [[nodiscard]] int batchesOf(int runs) const;

    const World &m_world;
    search::NodeFlags m_present;
    std::vector<bool> m_tried;
    std::vector<int> m_done; ///< runs of each commit
    std::optional<Work> m_building;
    std::optional<Work> m_running;
    Bill m_bill;
};

} // namespace culprit::bench
