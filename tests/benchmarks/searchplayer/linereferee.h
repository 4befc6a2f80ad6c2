// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/searchplayer/referee.h"

#include <iosfwd>
#include <string>

namespace culprit::bench
{

/// A referee at the other end of two streams, by the line protocol.
class LineReferee final : public Referee
{
public:
    LineReferee(std::istream &in, std::ostream &out) : m_in(in), m_out(out) {}

    /// size: commits of the game that begins.
    void newGame(std::size_t size)
    {
        m_nodes = size;
        m_building.reset();
        m_running.reset();
    }
    /// The referee's next line that is not empty; nothing if it went away.
    [[nodiscard]] std::optional<std::string> hear();

    [[nodiscard]] Result<std::optional<VisitEnd>> visit(search::Node node, int runs) override;
    void startBuild(search::Node node) override;
    void startRuns(search::Node node, int runs) override;
    [[nodiscard]] Result<std::optional<std::vector<Event>>> wait() override;

private:
    [[nodiscard]] Result<std::string> hearAnswer();

    std::istream &m_in;
    std::ostream &m_out;
    std::size_t m_nodes = 0;
    std::optional<search::Node> m_building;
    std::optional<search::Node> m_running;
    int m_runs = 0;
};

} // namespace culprit::bench
