// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomhistory.h"

#include <algorithm>

namespace culprit::test
{

namespace
{

constexpr std::int64_t firstDate = 1'600'000'000;

std::size_t below(std::size_t bound, std::mt19937 &random)
{
    return random() % bound;
}

/// How far back a parent may lie and how many further parents a commit gets.
struct Habits {
    std::size_t window = 1;
    unsigned mergePercent = 0;
    std::size_t mostParents = 2;
    unsigned rootPercent = 0;
    unsigned dateStep = 60; ///< seconds between two commits on average
};

Habits habitsOf(Shape shape)
{
    switch (shape) {
    case Shape::Linear:
        break;
    case Shape::Kernel:
        return {12, 20, 2, 0, 60};
    case Shape::Octopus:
        return {15, 25, 6, 0, 60};
    case Shape::ManyRoots:
        return {10, 25, 2, 6, 60};
    case Shape::Tangle:
        return {1000, 50, 3, 0, 60};
    case Shape::EqualDates:
        return {12, 25, 2, 0, 0};
    }
    return {};
}

std::vector<std::size_t> someParents(std::size_t commit, const Habits &habits, std::mt19937 &random)
{
    if (commit == 0 || random() % 100 < habits.rootPercent) {
        return {};
    }
    const auto pick = [&] { return commit - 1 - below(std::min(commit, habits.window), random); };
    std::vector<std::size_t> parents{pick()};
    if (random() % 100 < habits.mergePercent) {
        const std::size_t wanted = 2 + below(habits.mostParents - 1, random);
        for (std::size_t i = 1; i < wanted; ++i) {
            if (const std::size_t parent = pick(); std::ranges::find(parents, parent) == parents.end()) {
                parents.push_back(parent);
            }
        }
    }
    return parents;
}

/// Gives the last commit every commit that nobody contains as a parent, at most a few by one merge.
void gatherLooseEnds(RandomHistory &history)
{
    std::vector<bool> contained(history.parents.size(), false);
    for (const auto &parents : history.parents) {
        for (const std::size_t parent : parents) {
            contained[parent] = true;
        }
    }
    std::vector<std::size_t> loose;
    for (std::size_t commit = 0; commit < contained.size(); ++commit) {
        if (!contained[commit]) {
            loose.push_back(commit);
        }
    }
    while (loose.size() > 1) {
        const std::size_t taken = std::min<std::size_t>(loose.size(), 3);
        history.parents.emplace_back(loose.end() - static_cast<std::ptrdiff_t>(taken), loose.end());
        loose.resize(loose.size() - taken);
        loose.push_back(history.parents.size() - 1);
    }
}

} // namespace

RandomHistory randomHistory(Shape shape, std::size_t size, std::mt19937 &random)
{
    const Habits habits = habitsOf(shape);
    RandomHistory history;
    for (std::size_t commit = 0; commit < size; ++commit) {
        history.parents.push_back(someParents(commit, habits, random));
    }
    gatherLooseEnds(history);
    std::int64_t date = firstDate;
    for (std::size_t commit = 0; commit < history.parents.size(); ++commit) {
        const std::size_t step = habits.dateStep == 0 ? below(10, random) / 9 : below(2 * habits.dateStep, random);
        date += static_cast<std::int64_t>(step);
        history.dates.push_back(date);
    }
    return history;
}

} // namespace culprit::test
