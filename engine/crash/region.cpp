// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/region.h"

#include "engine/crash/header.h"
#include "engine/crash/line.h"
#include "engine/crash/report.h"

#include <algorithm>
#include <ranges>
#include <vector>

namespace culprit::crash
{

namespace
{

constexpr std::size_t linesBefore = 5;
constexpr std::size_t linesBeforeOfTask = 50;
/// So many lines of a report are enough: what a panic or the lock checker add after them only repeats it.
constexpr std::size_t enoughLines = 22;
constexpr std::size_t enoughLinesOfKmsan = 16;

constexpr std::string_view panicText = "Kernel panic - not syncing";
constexpr std::string_view deadlockText = "WARNING: possible circular locking dependency detected";

/// A line of the console with its place.
struct PlacedLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;
};

class LineReader final
{
public:
    explicit LineReader(std::string_view console, std::size_t offset) : m_console(console), m_offset(offset) {}

    bool next(PlacedLine &line)
    {
        if (m_offset >= m_console.size()) {
            return false;
        }
        line.begin = m_offset;
        line.end = lineEnd(m_console, m_offset);
        m_offset = line.end + 1;
        line.text = withoutCarriageReturns(m_console.substr(line.begin, line.end - line.begin), m_storage);
        return true;
    }

private:
    std::string_view m_console;
    std::size_t m_offset;
    std::string m_storage;
};

std::string linesBeforeHeader(std::string_view console, std::size_t offset, const LineParts &header)
{
    const std::size_t wanted = header.context == Context::Task ? linesBeforeOfTask : linesBefore;
    std::vector<std::string> lines;
    std::string storage;
    std::size_t bytes = 0;
    while (offset > 0 && lines.size() < wanted && bytes < maxReportBytes / 4) {
        const std::size_t end = offset - 1;
        const std::size_t before = end == 0 ? std::string_view::npos : console.rfind('\n', end - 1);
        offset = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view line = withoutCarriageReturns(console.substr(offset, end - offset), storage);
        const LineParts parts = takeApart(line);
        if (parts.sameContext(header) && !parts.message.empty() && !parts.unsure) {
            lines.emplace_back(parts.message.substr(0, maxLineBytes));
            bytes += lines.back().size();
        }
    }
    std::string text;
    for (const std::string &line : lines | std::views::reverse) {
        text += line;
        text += '\n';
    }
    return text;
}

bool interrupts(std::string_view line)
{
    return std::ranges::any_of(interruptions(), [&](std::string_view text) { return line.contains(text); });
}

/// Collects the lines that belong to the report.
class Collector final
{
public:
    Collector(const LineParts &header, Region &region) : m_header(header), m_region(region) {}

    [[nodiscard]] bool full() const { return m_complete || m_region.report.size() >= maxReportBytes; }
    void add(std::string_view line)
    {
        const LineParts parts = takeApart(line);
        if (!parts.sameContext(m_header) && !(m_otherCpus && parts.context == Context::Cpu)) {
            return;
        }
        if (line.contains("Disabling lock debugging due to kernel taint")) {
            return;
        }
        m_otherCpus = m_otherCpus || line.contains("Sending NMI from CPU");
        if (m_lines > enough() && (line.contains(panicText) || line.contains(deadlockText))) {
            m_complete = true;
            return;
        }
        if (!parts.unsure) {
            m_region.report += parts.message.substr(0, maxLineBytes);
            m_region.report += '\n';
            ++m_lines;
        }
    }

private:
    [[nodiscard]] std::size_t enough() const
    {
        return m_region.report.starts_with("BUG: KMSAN:") ? enoughLinesOfKmsan : enoughLines;
    }

    LineParts m_header;
    Region &m_region;
    std::size_t m_lines = 0;
    bool m_otherCpus = false;
    bool m_complete = false;
};

} // namespace

std::optional<CrashBegin> findCrash(std::string_view console)
{
    const HeaderFinder &finder = HeaderFinder::instance();
    const LiteralSet &literals = finder.literals();
    std::string storage;
    std::size_t begin = 0;
    while (begin < console.size()) {
        LiteralSet::State state = LiteralSet::start;
        LiteralSet::Mask found = 0;
        const std::size_t limit = std::min(console.size(), begin + maxLineBytes);
        std::size_t at = begin;
        for (; at < limit && console[at] != '\n'; ++at) {
            state = literals.step(state, console[at]);
            found |= literals.found(state);
        }
        const std::size_t end = at < limit ? at : lineEnd(console, at);
        if (found != 0) {
            const std::string_view line = withoutCarriageReturns(console.substr(begin, at - begin), storage);
            const Family *family = finder.family(line, found);
            if (family && !console.substr(std::min(end + 1, console.size())).starts_with(replayNotice)) {
                return CrashBegin{family, begin};
            }
        }
        begin = end + 1;
    }
    return std::nullopt;
}

Region cutRegion(std::string_view console, const CrashBegin &begin)
{
    const HeaderFinder &finder = HeaderFinder::instance();
    Region region;
    LineReader reader(console, begin.offset);
    PlacedLine line;
    reader.next(line);
    const std::string headerLine(line.text);
    const LineParts header = takeApart(headerLine);
    region.before = linesBeforeHeader(console, begin.offset, header);
    region.endOffset = line.end;
    Collector collector(header, region);
    collector.add(headerLine);

    const bool tagged = header.context == Context::Task || header.context == Context::Cpu;
    bool second = false;
    while (reader.next(line)) {
        const Family *family = finder.family(line.text);
        if (family) {
            region.endOffset = line.end;
        }
        if (!second && !tagged && (finder.startsAnother(line.text) || interrupts(line.text))) {
            second = true;
            region.titleEnd = region.report.size();
        }
        if (!collector.full()) {
            collector.add(line.text);
        }
    }
    if (!second) {
        region.titleEnd = region.report.size();
    }
    return region;
}

} // namespace culprit::crash
