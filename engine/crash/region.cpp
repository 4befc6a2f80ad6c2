// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/region.h"

#include "engine/crash/header.h"
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
constexpr std::string_view kmsanText = "BUG: KMSAN:";

std::string linesBeforeHeader(std::string_view console, const LineParts &header)
{
    const std::size_t wanted = header.context == Context::Task ? linesBeforeOfTask : linesBefore;
    std::vector<std::string> lines;
    std::string storage;
    std::size_t offset = console.size();
    while (offset > 0 && lines.size() < wanted) {
        const std::size_t end = offset - 1;
        const std::size_t before = end == 0 ? std::string_view::npos : console.rfind('\n', end - 1);
        offset = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view line =
            withoutCarriageReturns(console.substr(offset, std::min(end - offset, maxLineBytes)), storage);
        const LineParts parts = takeApart(line);
        if (parts.sameContext(header) && !parts.message.empty() && !parts.unsure) {
            lines.emplace_back(parts.message);
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

} // namespace

RegionCutter::RegionCutter(const Family &family, const ConsoleLine &header, std::string_view before)
    : m_header(header.text)
{
    m_region.family = &family;
    m_context = takeApart(m_header);
    m_tagged = m_context.context == Context::Task || m_context.context == Context::Cpu;
    m_region.before = linesBeforeHeader(before, m_context);
    m_region.beginOffset = header.begin;
    m_region.beginLine = header.number;
    m_region.endOffset = header.end;
    m_region.endLine = header.number;
    collect(header.text);
    m_keepsRaw = !m_region.report.contains(family.header);
    collectRaw(header, true);
    m_region.titleEnd = m_region.report.size();
}

void RegionCutter::add(const ConsoleLine &line)
{
    const HeaderFinder &finder = HeaderFinder::instance();
    const Family *family = line.found != 0 ? finder.family(line.text, line.found) : nullptr;
    if (family) {
        m_region.endOffset = line.end;
        m_region.endLine = line.number;
    }
    if (m_complete) {
        return;
    }
    if (!m_second && !m_tagged && (finder.startsAnother(family, line.found) || interrupts(line.text))) {
        m_second = true;
    }
    collectRaw(line, family != nullptr);
    collect(line.text);
    if (!m_second) {
        m_region.titleEnd = m_region.report.size();
    }
}

void RegionCutter::collect(std::string_view line)
{
    const LineParts parts = takeApart(line);
    if (!parts.sameContext(m_context) && !(m_otherCpus && parts.context == Context::Cpu)) {
        return;
    }
    if (line.contains("Disabling lock debugging due to kernel taint")) {
        return;
    }
    m_otherCpus = m_otherCpus || line.contains("Sending NMI from CPU");
    const std::size_t enough = m_region.report.starts_with(kmsanText) ? enoughLinesOfKmsan : enoughLines;
    if (m_lines > enough && (line.contains(panicText) || line.contains(deadlockText))) {
        m_complete = true;
        return;
    }
    if (!parts.unsure) {
        m_region.report += parts.message;
        m_region.report += '\n';
        ++m_lines;
        m_complete = m_region.report.size() >= maxReportBytes;
    }
}

/// What follows the last header line waits for the next.
void RegionCutter::collectRaw(const ConsoleLine &line, bool header)
{
    if (!m_keepsRaw || m_region.raw.size() + m_rawTail.size() >= maxReportBytes) {
        return;
    }
    m_rawTail += line.text;
    if (header) {
        m_region.raw += m_rawTail;
        m_rawTail.clear();
    }
    m_rawTail += '\n';
}

} // namespace culprit::crash
