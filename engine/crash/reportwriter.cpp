// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/reportwriter.h"

#include "engine/crash/form.h"
#include "engine/crash/pattern.h"
#include "engine/crash/stack.h"
#include "engine/crash/title.h"
#include "engine/crash/types.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace culprit::crash
{

namespace
{

std::vector<std::string> normaliseAll(const std::vector<std::string> &titles, const std::string &besides)
{
    std::vector<std::string> result;
    result.reserve(titles.size());
    for (const std::string &title : titles) {
        result.push_back(normaliseTitle(title));
    }
    std::ranges::sort(result);
    const auto repeated = std::ranges::unique(result);
    result.erase(repeated.begin(), repeated.end());
    std::erase(result, besides);
    std::erase(result, std::string{});
    return result;
}

std::string functionOf(const Description &description, std::string_view title)
{
    if (!description.function.empty()) {
        return description.function;
    }
    const std::size_t in = title.rfind(" in ");
    if (in == std::string_view::npos) {
        return {};
    }
    title.remove_prefix(in + 4);
    return std::string(title.substr(0, title.find(' ')));
}

/// The process that ran when the kernel crashed tells it by its name.
std::optional<Executor> executorOf(std::string_view report)
{
    static const Pattern command = Pattern(R"( Comm: syz\.([0-9]{1,9})\.([0-9]{1,9}) )");
    std::array<std::string_view, 3> groups;
    if (!command.match(report, groups)) {
        return std::nullopt;
    }
    Executor executor;
    (void)std::from_chars(groups[1].data(), groups[1].data() + groups[1].size(), executor.process);
    (void)std::from_chars(groups[2].data(), groups[2].data() + groups[2].size(), executor.program);
    return executor;
}

/// Reads what may shape the title; if nothing of it does, the console as it is from the header on.
Description describeRegion(const Region &region)
{
    Description description = describe(std::string_view(region.report).substr(0, region.titleEnd), *region.family);
    return description.title.empty() ? describe(region.raw, *region.family) : description;
}

} // namespace

Report writeReport(const Region &region, const Remarks &remarks)
{
    const Description description = describeRegion(region);
    Report report;
    report.title = normaliseTitle(description.title);
    // A message of nothing but broken bytes is still a crash, and an empty title would say that there is none.
    const bool unreadable = report.title.empty();
    if (unreadable) {
        report.title = normaliseTitle(region.family->header);
    }
    report.alternatives = normaliseAll(description.alternatives, report.title);
    report.type = typeOf(report.title);
    report.function = functionOf(description, report.title);
    report.panicked = remarks.panicked;
    report.suppressed = remarks.machineTrouble;
    report.corrupted = unreadable || description.corrupted || holdsTimestamp(description.title) ||
                       remarks.disconnected ||
                       (!description.raw && description.trust == Trust::NeedsStack && lacksFrames(region.report));
    report.executor = executorOf(region.report);
    report.text = region.before + region.report;
    report.textPrefix = region.before.size();
    report.beginOffset = region.beginOffset;
    report.beginLine = region.beginLine;
    report.endOffset = region.endOffset;
    report.endLine = region.endLine;
    return report;
}

} // namespace culprit::crash
