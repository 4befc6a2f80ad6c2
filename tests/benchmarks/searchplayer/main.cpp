// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays hidden worlds for the search: a referee tells a graph and how builds and runs end, the engine's own search says
// what to do. The referee is at the other end of a line protocol, or plays worlds from their texts.

#include "tests/benchmarks/searchplayer/protocol.h"
#include "tests/benchmarks/searchplayer/score.h"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <iostream>
#include <print>

namespace
{

using namespace culprit;
using namespace culprit::bench;

constexpr std::string_view usage =
    "usage: searchplayer [--confidence C] [--machines P] [--async | --deterministic] WORLD...\n"
    "       searchplayer --protocol\n"
    "       searchplayer --help\n";

constexpr std::string_view help =
    "\n"
    "Plays each world of the WORLD files and prints a row of figures for each kind of world.\n"
    "\n"
    "  --confidence C   stop when the answer is right with this chance (0.95)\n"
    "  --machines P     runs that fit side by side, instead of what the world says\n"
    "  --async          builder and machines side by side, on a clock\n"
    "  --deterministic  as git bisect: one run a commit, any crash is bad\n"
    "  --protocol       play with the referee on standard input and output\n";

struct Options {
    bool help = false;
    bool protocol = false;
    double confidence = 0.95;
    int machines = 0; ///< 0: what the world says
    Mode mode = Mode::Auto;
    std::vector<std::string> worlds;
};

Result<Options> readOptions(const std::vector<std::string_view> &words)
{
    Options options;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::string_view value = word + 1 == words.end() ? "" : *(word + 1);
        if (*word == "--help") {
            options.help = true;
        } else if (*word == "--protocol") {
            options.protocol = true;
        } else if (*word == "--async") {
            options.mode = Mode::Async;
        } else if (*word == "--deterministic") {
            options.mode = Mode::Deterministic;
        } else if (*word == "--confidence") {
            if (!readNumber(value, options.confidence) || options.confidence <= 0 || options.confidence > 1) {
                return wrongUse("--confidence needs a chance above 0 and at most 1.");
            }
            ++word;
        } else if (*word == "--machines") {
            if (!readNumber(value, options.machines) || options.machines < 1) {
                return wrongUse("--machines needs a whole number of at least 1.");
            }
            ++word;
        } else if (word->starts_with('-')) {
            return wrongUse(std::format("There is no option {}; --help tells which there are.", quoted(*word)));
        } else {
            options.worlds.emplace_back(*word);
        }
    }
    if (!options.help && options.protocol && words.size() > 1) {
        return wrongUse("--protocol goes with nothing else: the referee says what is played.");
    }
    if (!options.help && !options.protocol && options.worlds.empty()) {
        return wrongUse("Name at least one WORLD file, or --protocol; --help tells more.");
    }
    return options;
}

/// Games of one kind of world.
struct Cell {
    Scenario scenario;
    std::size_t commits = 0;
    std::vector<Played> games;
};

Result<Played> playWorld(const World &world, const Options &options)
{
    const auto graph = world.history.graph();
    if (!graph) {
        return std::unexpected(graph.error());
    }
    WorldReferee referee(world, *graph);
    const std::clock_t before = std::clock();
    const auto end =
        play({*graph, world.history.prior, world.scenario.costs, options.confidence, options.mode}, referee);
    const std::clock_t after = std::clock();
    if (!end) {
        return std::unexpected(end.error());
    }
    Played played = scoreOf(world, *graph, *end, referee.bill(), options.mode);
    played.cpu = 1000.0 * static_cast<double>(after - before) / CLOCKS_PER_SEC;
    return played;
}

Result<void> playWorlds(const Options &options)
{
    std::vector<Cell> cells;
    for (const std::string &file : options.worlds) {
        auto world = readWorld(file);
        if (!world) {
            return std::unexpected(std::move(world.error()));
        }
        if (options.machines > 0) {
            world->scenario.costs.machines = options.machines;
        }
        auto played = playWorld(*world, options);
        if (!played) {
            return std::unexpected(std::move(played.error()));
        }
        const std::size_t commits = world->rates.size();
        auto cell = std::ranges::find_if(
            cells, [&](const Cell &other) { return other.scenario == world->scenario && other.commits == commits; });
        if (cell == cells.end()) {
            cell = cells.insert(cells.end(), Cell{world->scenario, commits, {}});
        }
        cell->games.push_back(*played);
    }
    std::println("{}", columns());
    for (const Cell &cell : cells) {
        std::println("{}", rowOf(cell.scenario, cell.commits, cell.games));
    }
    return {};
}

Result<void> run(const std::vector<std::string_view> &words)
{
    const auto options = readOptions(words);
    if (!options) {
        return std::unexpected(options.error());
    }
    if (options->help) {
        std::print("{}{}", usage, help);
        return {};
    }
    return options->protocol ? playByProtocol(std::cin, std::cout) : playWorlds(*options);
}

} // namespace

int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_IGN); // a referee that went away is one that says no more
    if (const auto done = run({argv + 1, argv + argc}); !done) {
        std::println(stderr, "searchplayer: {}", done.error().message);
        return done.error().kind == Error::Kind::Use ? 2 : 3;
    }
    return 0;
}
