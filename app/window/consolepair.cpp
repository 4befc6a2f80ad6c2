// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/consolepair.h"

#include "app/window/logpane.h"

#include <algorithm>
#include <ranges>

namespace culprit::app
{

using session::Outcome;
using session::RunState;
using session::SessionState;

namespace
{

auto withConsole(const SessionState &state)
{
    return state.runs | std::views::values | std::views::reverse |
           std::views::filter([](const RunState &run) { return bool(run.started.console); });
}

/// The newest run that fits, but not `other`.
LogId newest(const SessionState &state, LogId other, auto fits)
{
    for (const RunState &run : withConsole(state)) {
        if (run.started.console != other && fits(run)) {
            return run.started.console;
        }
    }
    return {};
}

LogId firstOf(std::initializer_list<LogId> logs)
{
    const auto *const found = std::ranges::find_if(logs, [](LogId log) { return bool(log); });
    return found == logs.end() ? LogId() : *found;
}

} // namespace

std::vector<widgets::ConsoleComparisonView::Run> runsWithConsole(const SessionState &state)
{
    std::vector<widgets::ConsoleComparisonView::Run> runs;
    for (const auto &[id, run] : state.runs | std::views::reverse) {
        if (run.started.console) {
            runs.push_back({run.started.console, LogPane::titleOf(id, run)});
        }
    }
    return runs;
}

bool hasConsolePair(const SessionState &state)
{
    return std::ranges::distance(withConsole(state) | std::views::take(2)) == 2;
}

ConsolePair pairToCompare(const SessionState &state, LogId shown)
{
    const auto isSilent = [](const RunState &run) { return run.outcome() == Outcome::Ok; };
    const auto isGood = [&](const RunState &run) {
        const session::RevisionState *revision = state.revision(run.started.revision);
        return isSilent(run) && revision != nullptr && revision->verdict() == session::Verdict::Good;
    };
    const auto crashed = [](const RunState &run) { return run.outcome() == Outcome::Crashed; };
    const auto any = [](const RunState &) { return true; };

    auto runs = withConsole(state);
    const bool showsSilent =
        std::ranges::any_of(runs, [&](const RunState &run) { return run.started.console == shown && isSilent(run); });
    if (const LogId crash = newest(state, {}, crashed); showsSilent && crash) {
        return {.left = shown, .right = crash};
    }
    const LogId right = firstOf({shown, newest(state, {}, crashed), newest(state, {}, any)});
    const LogId left =
        firstOf({newest(state, right, isGood), newest(state, right, isSilent), newest(state, right, any), right});
    return {.left = left, .right = right};
}

} // namespace culprit::app
