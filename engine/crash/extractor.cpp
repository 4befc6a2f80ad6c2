// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/extractor.h"

#include "engine/crash/form.h"
#include "engine/crash/literalset.h"
#include "engine/crash/region.h"
#include "engine/crash/stack.h"
#include "engine/crash/title.h"
#include "engine/crash/types.h"

#include <algorithm>
#include <array>

namespace culprit::crash
{

namespace
{

using std::string_view_literals::operator""sv;

/// What the whole console is searched for once a crash is known.
constexpr auto remarks =
    std::array{"Kernel panic - not syncing"sv, "serialport: VM disconnected."sv,
               // the test machine's own trouble
               "fatal error: runtime: out of memory"sv, "fatal error: runtime: cannot allocate memory"sv,
               "fatal error: newosproc"sv, "panic: out of memory"sv, "signal SIGBUS: bus error"sv,
               "failed to start executor"sv, "executor failed to start"sv, "*** stack smashing detected ***"sv,
               "pthread_create failed"sv, "FATAL: kernel too old"sv};
constexpr LiteralSet::Mask panicRemark = 1;
constexpr LiteralSet::Mask disconnectRemark = 2;

LiteralSet::Mask remarksOf(std::string_view console)
{
    static const LiteralSet literals{remarks};
    return literals.findAll(console);
}

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

std::string withoutCarriageReturns(std::string_view text)
{
    std::string result(text);
    std::erase(result, '\r');
    return result;
}

/// Reads what may shape the title; if nothing of it does, the console as it is from the header on.
Description describeRegion(std::string_view console, const CrashBegin &begin, const Region &region)
{
    const std::string_view shaping = std::string_view(region.report).substr(0, region.titleEnd);
    Description description = describe(shaping, *begin.family);
    if (description.title.empty()) {
        const std::size_t size = std::min(region.endOffset - begin.offset, maxReportBytes);
        description = describe(withoutCarriageReturns(console.substr(begin.offset, size)), *begin.family);
    }
    return description;
}

} // namespace

std::optional<Report> extract(std::string_view console)
{
    const std::optional<CrashBegin> begin = findCrash(console);
    if (!begin) {
        return std::nullopt;
    }
    const Region region = cutRegion(console, *begin);
    const Description description = describeRegion(console, *begin, region);
    const LiteralSet::Mask said = remarksOf(console);

    Report report;
    report.title = normaliseTitle(description.title);
    report.alternatives = normaliseAll(description.alternatives, report.title);
    report.type = typeOf(report.title);
    report.function = functionOf(description, report.title);
    report.panicked = (said & panicRemark) != 0;
    report.suppressed = (said & ~(panicRemark | disconnectRemark)) != 0;
    report.corrupted = description.corrupted || holdsTimestamp(description.title) || (said & disconnectRemark) != 0 ||
                       (!description.raw && description.trust == Trust::NeedsStack && lacksFrames(region.report));
    report.textPrefix = region.before.size();
    report.text = region.before + region.report;
    report.beginOffset = begin->offset;
    report.endOffset = region.endOffset;
    return report;
}

} // namespace culprit::crash
