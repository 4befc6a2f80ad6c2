// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/backtrace.h"

#include "engine/crash/demangle.h"
#include "engine/crash/frameline.h"
#include "engine/crash/functions.h"
#include "engine/crash/line.h"
#include "engine/crash/pattern.h"

#include <algorithm>
#include <array>

namespace culprit::crash
{

namespace
{

constexpr std::size_t mostNames = 64;

void addOnce(std::vector<std::string> &names, std::string name)
{
    if (names.size() < mostNames && std::ranges::find(names, name) == names.end()) {
        names.push_back(std::move(name));
    }
}

/// A source path as kernels print it, without what leads to the tree.
std::string_view withinTree(std::string_view path)
{
    while (path.starts_with("./") || path.starts_with("../")) {
        path.remove_prefix(path.find('/') + 1);
    }
    return path;
}

} // namespace

Backtrace backtraceOf(std::string_view report)
{
    static const Pattern file(R"((?:^| )([a-zA-Z0-9_./\-]+\.(?:c|h|rs|S)):[0-9]+)");
    static const Pattern unsure(R"((?:^|\] *| )\? )");
    static const Pattern passed = Pattern::anyOf(infrastructure());
    static const Pattern entries = Pattern::anyOf(entryPoints());
    Backtrace trace;
    for (std::size_t at = 0; at < report.size();) {
        const std::size_t end = lineEnd(report, at);
        const std::string_view line = report.substr(at, end - at);
        at = end + 1;
        std::array<std::string_view, 2> groups;
        if (file.match(line, groups)) {
            addOnce(trace.files, std::string(withinTree(groups[1])));
        }
        if (const auto place = findPlace(line); place && !unsure.matches(line)) {
            const std::string_view name = place->name;
            std::string function = demangle(name.substr(0, name.find('.', 1))); // without ".isra.0"
            if (!passed.matches(function) && !entries.matches(function)) {
                addOnce(trace.functions, std::move(function));
            }
        }
    }
    return trace;
}

} // namespace culprit::crash
