// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/worldreferee.h"

#include <algorithm>
#include <array>
#include <limits>

namespace culprit::bench
{

using namespace search;

namespace
{

/// The last step of splitmix64.
std::uint64_t mix(std::uint64_t word)
{
    word += 0x9E3779B97F4A7C15U;
    word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9U;
    word = (word ^ (word >> 27U)) * 0x94D049BB133111EBU;
    return word ^ (word >> 31U);
}

std::uint64_t hash(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0, std::uint64_t d = 0)
{
    return mix(mix(mix(mix(a) ^ b) ^ c) ^ d);
}

/// Evenly from 0 to 1.
double unit(std::uint64_t word)
{
    return static_cast<double>(word >> 11U) * 0x1p-53;
}

} // namespace

WorldReferee::WorldReferee(const World &world, const Graph &graph)
    : m_world(world),
      m_present(graph.descendants(std::array{world.culprit})),
      m_tried(graph.size(), false),
      m_done(graph.size(), 0)
{
}

WorldReferee::Ending WorldReferee::endingOf(Node node, int run) const
{
    const Scenario &scenario = m_world.scenario;
    const std::uint64_t key = hash(m_world.seed, 7, node, static_cast<std::uint64_t>(run));
    if (m_present[node] && unit(hash(key, 1)) < m_world.rates[node]) {
        return unit(hash(key, 2)) < scenario.own ? Ending::Target : Ending::Stranger;
    }
    if (unit(hash(key, 3)) < scenario.q) {
        return unit(hash(key, 4)) < scenario.title ? Ending::Target : Ending::Stranger;
    }
    return Ending::Ok;
}

bool WorldReferee::build(Node node)
{
    if (m_tried[node]) {
        return true;
    }
    if (m_bill.builds == mostBuilds) {
        return false;
    }
    m_tried[node] = true;
    ++m_bill.builds;
    m_bill.failedBuilds += m_world.broken[node] ? 1 : 0;
    return true;
}

int WorldReferee::batchesOf(int runs) const
{
    const int machines = m_world.scenario.costs.machines;
    return runs / machines + (runs % machines > 0 ? 1 : 0);
}

std::optional<Counts> WorldReferee::run(Node node, int runs)
{
    if (runs > mostRuns - m_bill.runs) {
        return std::nullopt;
    }
    Counts counts;
    for (int i = 0; i < runs; ++i) {
        const Ending ending = endingOf(node, m_done[node]++);
        ++(ending == Ending::Ok ? counts.ok : ending == Ending::Target ? counts.target : counts.stranger);
    }
    m_bill.runs += runs;
    m_bill.batches += batchesOf(runs);
    return counts;
}

Result<std::optional<VisitEnd>> WorldReferee::visit(Node node, int runs)
{
    if (!build(node)) {
        return std::nullopt;
    }
    if (m_world.broken[node]) {
        return VisitEnd{false, {}, {}};
    }
    const auto counts = run(node, runs);
    if (!counts) {
        return std::nullopt;
    }
    return VisitEnd{true, *counts, {}};
}

void WorldReferee::startBuild(Node node)
{
    if (m_building) {
        ++m_bill.abortedBuilds;
        m_bill.buildMinutes += m_bill.clock - m_building->began;
    }
    m_building = Work{node, 0, m_bill.clock, m_bill.clock + m_world.scenario.costs.build};
}

void WorldReferee::startRuns(Node node, int runs)
{
    m_running = Work{node, runs, m_bill.clock, m_bill.clock + m_world.scenario.costs.batch * batchesOf(runs)};
}

Result<std::optional<std::vector<Event>>> WorldReferee::wait()
{
    constexpr double never = std::numeric_limits<double>::infinity();
    m_bill.clock = std::min(m_building ? m_building->ends : never, m_running ? m_running->ends : never);
    std::vector<Event> events;
    if (m_building && m_building->ends <= m_bill.clock) {
        const Node node = m_building->node;
        if (!build(node)) {
            return std::nullopt;
        }
        m_bill.buildMinutes += m_world.scenario.costs.build;
        m_building.reset();
        events.push_back({m_world.broken[node] ? Event::What::Broken : Event::What::Built, node, {}, m_bill.clock});
    }
    if (m_running && m_running->ends <= m_bill.clock) {
        const Node node = m_running->node;
        const auto counts = run(node, m_running->runs);
        if (!counts) {
            return std::nullopt;
        }
        m_running.reset();
        events.push_back({Event::What::Ran, node, *counts, m_bill.clock});
    }
    return events;
}

} // namespace culprit::bench
