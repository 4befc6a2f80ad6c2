// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/stack.h"

#include "engine/crash/demangle.h"
#include "engine/crash/functions.h"
#include "engine/crash/line.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace culprit::crash
{

namespace
{

constexpr std::string_view noFunction = "corrupted";
/// A stack deeper than this is cut: it is broken or hostile.
constexpr std::size_t maxFrames = 4096;
constexpr std::size_t linesToFirstFrame = 15;

struct Stacks {
    std::vector<Pattern> starts;
    std::vector<Pattern> frames;
    Pattern anyStart;
    /// Frames of a provoked failure: its stack is not that of the crash.
    Pattern provoked;
    Pattern infrastructure;
    Pattern entryPoints;
    Pattern waiting;
};

const Stacks &stacks()
{
    static const Stacks value = [] {
        static constexpr auto starts = std::to_array<std::string_view>(
            {"Call (?:T|t)race", "Allocated:\\n?", "Allocated by task [0-9]+:", "Freed:\\n?", "Freed by task [0-9]+:",
             R"((?:^|[^k] |\n)backtrace(?: \(crc [0-9a-f]*\))?:)", "Backtrace:", "Uninit was stored to memory at",
             "status: [0-9a-f]{16} badaddr: [0-9a-f]{16} cause: [0-9a-f]{16}"});
        static constexpr auto frames = std::to_array<std::string_view>(
            {R"(^ *(?:<pc> ){0,2}(?:<pc>)?<func>)", R"(^ *<pc> \(([a-zA-Z0-9_]+)\) from <pc> \(<func>)"});
        Stacks made;
        for (const std::string_view start : starts) {
            made.starts.emplace_back(start);
        }
        for (const std::string_view frame : frames) {
            made.frames.emplace_back(frame);
        }
        made.anyStart = Pattern::anyOf(starts);
        made.provoked = Pattern(R"(\bshould_fail(?:slab)?\b|\bshould_fail(?:slab)?(?:\.|\+))");
        made.infrastructure = Pattern::anyOf(infrastructure());
        made.entryPoints = Pattern::anyOf(entryPoints());
        made.waiting = Pattern::anyOf(waiting());
        return made;
    }();
    return value;
}

bool takeLine(std::string_view &rest, std::string_view &line)
{
    if (rest.empty()) {
        return false;
    }
    const std::size_t end = lineEnd(rest, 0);
    line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return true;
}

/// The name without its syscall prefix, then the names that shorter prefixes or none would leave.
std::vector<std::string> namesOf(const std::string &function)
{
    std::vector<std::string> names;
    for (const std::string_view prefix : syscallPrefixes()) {
        if (function.starts_with(prefix) && function.size() > prefix.size()) {
            names.push_back(function.substr(prefix.size()));
        }
    }
    names.push_back(function);
    return names;
}

std::vector<std::string> chooseStall(const std::vector<std::string> &frames)
{
    constexpr std::string_view crossCall = "smp_call_function";
    const std::string *before = &frames.front();
    for (const std::string &frame : frames) {
        if (frame.contains(crossCall)) {
            return {std::string(crossCall), frame};
        }
        if (stacks().entryPoints.matches(frame)) {
            return namesOf(*before);
        }
        before = &frame;
    }
    return {};
}

std::vector<std::string> chooseHungTask(const std::vector<std::string> &frames)
{
    static const Pattern synchronizes = Pattern("synchronize_(?:rcu|srcu|net|sched)");
    for (const std::string &frame : frames) {
        if (frame.contains("rtnl_lock")) {
            return namesOf(frame);
        }
    }
    for (const std::string &frame : frames) {
        if (synchronizes.matches(frame)) {
            return {"synchronize_rcu", frame};
        }
    }
    const auto found = std::ranges::find_if(frames, [](const std::string &f) { return !stacks().waiting.matches(f); });
    return found == frames.end() ? std::vector<std::string>{} : namesOf(*found);
}

} // namespace

FrameFinder::FrameFinder(const Frames &frames)
    : m_route(compileRoute(frames.route)), m_otherwise(compileRoute(frames.otherwise)), m_choice(frames.choice)
{
    if (!frames.skip.empty()) {
        m_skip = Pattern(frames.skip);
    }
}

FrameFinder::Steps FrameFinder::compileRoute(const Route &route)
{
    Steps steps;
    for (const std::string_view place : route) {
        if (place == stackTrace) {
            steps.push_back({.stack = true, .line = {}});
        } else {
            steps.push_back({.stack = false, .line = Pattern(place)});
        }
    }
    return steps;
}

FrameFinder::Found FrameFinder::find(std::string_view report) const
{
    Found result;
    for (const Steps *steps : {&m_route, &m_otherwise}) {
        if (steps->empty()) {
            continue;
        }
        const Collected collected = collect(report, *steps);
        if (collected.frames.empty()) {
            continue;
        }
        std::vector<std::string> names = choose(collected.frames);
        if (!names.empty() && (collected.whole || result.names.empty())) {
            result = {.names = std::move(names), .whole = collected.whole};
        }
        if (result.whole) {
            return result;
        }
    }
    if (result.names.empty()) {
        result.names = {std::string(noFunction)};
        result.whole = false;
    }
    return result;
}

FrameFinder::Collected FrameFinder::collect(std::string_view report, const Steps &steps) const
{
    Collected collected;
    std::string_view rest = report;
    std::string_view line;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].stack) {
            const Step *next = i + 1 < steps.size() ? &steps[i + 1] : nullptr;
            if (walkStack(rest, next, collected)) {
                ++i;
            }
            continue;
        }
        while (takeLine(rest, line)) {
            if (stacks().provoked.matches(line)) {
                collected.whole = false;
                break;
            }
            if (steps[i].line.matches(line)) {
                addFrames(steps[i].line, line, collected);
                break;
            }
        }
    }
    return collected;
}

/// Takes frames up to the next stack's begin. True when it came upon the line of the next step and took it.
bool FrameFinder::walkStack(std::string_view &rest, const Step *next, Collected &collected) const
{
    std::string_view line;
    while (takeLine(rest, line)) {
        if (stacks().provoked.matches(line)) {
            collected.whole = false;
            return false;
        }
        if (stacks().anyStart.matches(line)) {
            return false;
        }
        if (next && !next->stack && next->line.matches(line)) {
            addFrames(next->line, line, collected);
            return true;
        }
        for (const Pattern &frame : stacks().frames) {
            if (frame.matches(line)) {
                addFrames(frame, line, collected);
                break;
            }
        }
    }
    return false;
}

void FrameFinder::addFrames(const Pattern &pattern, std::string_view line, Collected &collected) const
{
    std::array<std::string_view, 8> groups;
    if (!pattern.match(line, groups)) {
        return;
    }
    for (const std::string_view group : groups | std::views::drop(1)) {
        if (group.empty() || collected.frames.size() >= maxFrames) {
            continue;
        }
        std::string function = demangle(group);
        if (!stacks().infrastructure.matches(function) && !m_skip.matches(function)) {
            collected.frames.push_back(std::move(function));
        }
    }
}

std::vector<std::string> FrameFinder::choose(const std::vector<std::string> &frames) const
{
    switch (m_choice) {
    case Choice::First:
        return namesOf(frames.front());
    case Choice::Stall:
        return chooseStall(frames);
    case Choice::HungTask:
        return chooseHungTask(frames);
    }
    return {};
}

bool lacksFrames(std::string_view report)
{
    bool some = false;
    for (const Pattern &start : stacks().starts) {
        std::array<std::string_view, 1> match;
        if (!start.match(report, match)) {
            continue;
        }
        std::string_view rest = report.substr(static_cast<std::size_t>(match[0].data() - report.data()));
        if (std::ranges::count(rest, '\n') < 4) {
            return true;
        }
        std::string_view line;
        takeLine(rest, line);
        bool found = false;
        for (std::size_t i = 0; i < linesToFirstFrame && !found && takeLine(rest, line); ++i) {
            found = line.contains("(stack is not available)") ||
                    std::ranges::any_of(stacks().frames, [&](const Pattern &frame) { return frame.matches(line); });
        }
        if (found) {
            some = true;
        } else if (&start != &stacks().starts.back()) {
            return true;
        }
    }
    return !some;
}

} // namespace culprit::crash
