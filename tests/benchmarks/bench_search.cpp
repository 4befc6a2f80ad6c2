// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searches large ranges by probability and prints what one step takes: the posterior after all runs so far, and the
// choice of the next visit, on one core. usage: bench_search [COMMITS...]; without any 1,000, 20,000 and 100,000.

#include "engine/search/bayes.h"
#include "tests/benchmarks/kernelhistory.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <print>
#include <random>

namespace
{

using namespace culprit;
using namespace culprit::search;

double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Graph graphOf(const bench::KernelHistory &history)
{
    std::vector<std::vector<Node>> parents;
    for (std::size_t commit = 0; commit < history.size(); ++commit) {
        const auto of = history.parentsOf(commit);
        parents.emplace_back(of.begin(), of.end());
    }
    std::vector<std::uint32_t> ranks(history.size());
    std::iota(ranks.begin(), ranks.end(), 0U);
    return Graph::make(parents, history.dates, std::move(ranks)).value();
}

struct Times {
    std::vector<double> belief;
    std::vector<double> choice;
};

void print(std::string_view what, std::vector<double> times)
{
    std::ranges::sort(times);
    std::println("  {:<34} median {:8.2f} ms, longest {:8.2f} ms of {} steps", what, times[times.size() / 2],
                 times.back(), times.size());
}

/// A bug that shows in two thirds of the runs, ten machines.
void play(std::size_t commits)
{
    std::println("{} commits", commits);
    const bench::KernelHistory history = bench::kernelHistory(commits, 1);
    auto start = std::chrono::steady_clock::now();
    const BayesSearch search(graphOf(history));
    std::println("  {:<34} {:8.2f} ms, once a session", "graph and ancestor sums", since(start));
    const auto culprit = static_cast<Node>(commits * 3 / 7);
    const NodeFlags present = search.graph().descendants(std::array{culprit});
    std::mt19937 random(7);
    Observations seen;
    Times times;
    for (int step = 0; step < 200; ++step) {
        start = std::chrono::steady_clock::now();
        const Belief now = search.belief(seen);
        times.belief.push_back(since(start));
        start = std::chrono::steady_clock::now();
        const Advice advice = search.advise(now, seen, {.build = 6.7, .batch = 1, .machines = 10}, 0.99);
        times.choice.push_back(since(start));
        if (advice.ended()) {
            std::println("  {} after {} steps", advice.answer.nodes.front() == culprit ? "found" : "another one named",
                         step);
            break;
        }
        auto revision = std::ranges::find(seen.revisions, advice.visit->node, &Observation::node);
        if (revision == seen.revisions.end()) {
            revision = seen.revisions.insert(revision, {advice.visit->node, Making::Built, {}});
        }
        for (int run = 0; run < advice.visit->runs; ++run) {
            (present[revision->node] && random() % 3 != 0 ? revision->counts.target : revision->counts.ok) += 1;
        }
    }
    print("posterior", times.belief);
    print("choice of the next visit", times.choice);
}

} // namespace

int main(int count, char **values)
{
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i) {
        sizes.push_back(std::strtoul(values[i], nullptr, 10));
    }
    for (const std::size_t commits : sizes.empty() ? std::vector<std::size_t>{1'000, 20'000, 100'000} : sizes) {
        if (commits == 0 || commits > 5'000'000) {
            std::println(stderr, "bench_search: give numbers of commits, at most 5,000,000");
            return 2;
        }
        play(commits);
    }
}
