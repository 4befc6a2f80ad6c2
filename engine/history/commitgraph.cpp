// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitgraph.h"

#include <algorithm>
#include <fstream>

namespace culprit::history
{

namespace
{

constexpr std::size_t mostLayers = 250;
constexpr int mostAlternates = 20;

} // namespace

std::optional<CommitGraph> CommitGraph::open(const std::filesystem::path &objects)
{
    if (auto graph = openAt(objects)) {
        return graph;
    }
    std::ifstream alternates(objects / "info" / "alternates");
    std::string path;
    for (int line = 0; line < mostAlternates && std::getline(alternates, path); ++line) {
        if (auto graph = openAt(objects / path)) {
            return graph;
        }
    }
    return std::nullopt;
}

std::optional<CommitGraph> CommitGraph::openAt(const std::filesystem::path &objects)
{
    CommitGraph graph;
    if (!graph.add(objects / "info" / "commit-graph") && !graph.addChain(objects / "info" / "commit-graphs")) {
        return std::nullopt;
    }
    graph.m_correctedDates = std::ranges::all_of(graph.m_layers, &CommitGraphFile::hasCorrectedDates);
    return graph;
}

bool CommitGraph::add(const std::filesystem::path &path)
{
    auto layer = CommitGraphFile::open(path, m_layers.empty() ? 0 : count(), m_layers.size());
    if (!layer) {
        return false;
    }
    m_layers.push_back(std::move(*layer));
    return true;
}

bool CommitGraph::addChain(const std::filesystem::path &folder)
{
    std::ifstream chain(folder / "commit-graph-chain");
    std::string name;
    while (m_layers.size() < mostLayers && std::getline(chain, name)) {
        // Without an upper layer all below it still stands.
        if (!ObjectId::fromHex(name) || !add(folder / ("graph-" + name + ".graph"))) {
            break;
        }
    }
    return !m_layers.empty();
}

std::optional<std::uint32_t> CommitGraph::find(const ObjectId &id) const
{
    for (const CommitGraphFile &layer : m_layers) {
        if (const auto place = layer.find(id)) {
            return place;
        }
    }
    return std::nullopt;
}

const CommitGraphFile &CommitGraph::layerOf(std::uint32_t place) const
{
    if (m_layers.size() == 1) {
        return m_layers.front();
    }
    const auto above = std::ranges::upper_bound(m_layers, place, {}, &CommitGraphFile::below);
    return *(above - 1);
}

} // namespace culprit::history
