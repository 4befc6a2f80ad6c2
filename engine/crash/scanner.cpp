// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/scanner.h"

#include "engine/crash/header.h"
#include "engine/crash/line.h"

#include <algorithm>

namespace culprit::crash
{

namespace
{

constexpr std::size_t rememberedBytes = lookBehindBytes + maxLineBytes;

} // namespace

void Scanner::feed(std::string_view chunk)
{
    m_chunk = chunk;
    while (!chunk.empty()) {
        scanLine(chunk);
    }
    remember(m_chunk);
    m_chunk = {};
    m_chunkBegin = m_consumed;
}

void Scanner::finish()
{
    if (m_consumed > m_lineBegin) {
        endLine(m_line, m_consumed);
        m_lineBegin = m_consumed;
    }
    m_finished = true;
}

std::optional<Report> Scanner::report() const
{
    if (!m_cutter) {
        return std::nullopt;
    }
    return writeReport(m_cutter->region(), m_remarks);
}

/// Reads to the end of the line or of the bytes.
void Scanner::scanLine(std::string_view &rest)
{
    const LiteralSet &literals = HeaderFinder::instance().literals();
    const std::size_t read = m_consumed - m_lineBegin;
    const std::size_t limit = read < maxLineBytes ? std::min(rest.size(), maxLineBytes - read) : 0;
    LiteralSet::State state = m_state;
    LiteralSet::Mask found = m_found;
    std::size_t at = 0;
    for (; at < limit && rest[at] != '\n'; ++at) {
        state = literals.step(state, rest[at]);
        found |= literals.found(state);
    }
    m_state = state;
    m_found = found;
    if (at > 0 && read + at == maxLineBytes && found != 0 && !m_confirmed) {
        m_beforeLongLine = linesBefore(m_lineBegin);
    }
    const std::size_t end = at < limit ? at : lineEnd(rest, at);
    m_consumed += end;
    if (end == rest.size()) {
        m_line += rest.substr(0, at);
        rest = {};
        return;
    }
    if (m_line.empty()) {
        endLine(rest.substr(0, at), m_consumed);
    } else {
        m_line += rest.substr(0, at);
        endLine(m_line, m_consumed);
    }
    rest.remove_prefix(end + 1);
    m_lineBegin = ++m_consumed;
}

void Scanner::endLine(std::string_view line, std::size_t end)
{
    if (m_found != 0 || m_cutter) {
        std::string storage;
        note({.text = withoutCarriageReturns(line, storage),
              .begin = m_lineBegin,
              .end = end,
              .number = m_lineNumber,
              .found = m_found});
    }
    m_state = LiteralSet::start;
    m_found = 0;
    m_line.clear();
    m_beforeLongLine.reset();
    if (m_firstLongLine == 0 && end - m_lineBegin > maxLineBytes) {
        m_firstLongLine = m_lineNumber;
    }
    ++m_lineNumber;
}

void Scanner::note(const ConsoleLine &line)
{
    const HeaderFinder &finder = HeaderFinder::instance();
    if (finder.mayRemark(line.found)) {
        m_remarks.panicked |= finder.remarks(Remark::Panicked, line.text, line.found);
        m_remarks.disconnected |= finder.remarks(Remark::Disconnected, line.text, line.found);
        m_remarks.machineTrouble |= finder.remarks(Remark::MachineTrouble, line.text, line.found);
    }
    if (m_cutter && !m_confirmed) {
        if (line.text.starts_with(replayNotice)) {
            m_cutter.reset();
            m_crashLine.clear();
        } else {
            m_confirmed = true;
            m_past = {};
        }
    }
    if (m_cutter) {
        m_cutter->add(line);
    } else if (const Family *family = finder.family(line.text, line.found)) {
        const std::string before = m_beforeLongLine ? *m_beforeLongLine : linesBefore(line.begin);
        m_cutter = std::make_unique<RegionCutter>(*family, line, before);
        m_crashLine = line.text;
    }
}

/// Keeps what a crash at the begin of the next chunk would look back at.
void Scanner::remember(std::string_view chunk)
{
    if (m_confirmed) {
        return;
    }
    if (chunk.size() >= rememberedBytes) {
        m_past = chunk.substr(chunk.size() - rememberedBytes);
        return;
    }
    m_past += chunk;
    if (m_past.size() > 2 * rememberedBytes) {
        m_past.erase(0, m_past.size() - rememberedBytes);
    }
}

/// The whole lines in the lookBehindBytes before an offset in the chunk or, for a line that began earlier, in the past.
std::string Scanner::linesBefore(std::size_t offset) const
{
    const std::size_t begin = offset - std::min(offset, lookBehindBytes);
    std::string lines;
    if (begin < m_chunkBegin) {
        const std::size_t pastBegin = m_chunkBegin - m_past.size();
        lines = m_past.substr(begin - pastBegin, offset - begin);
    }
    if (offset > m_chunkBegin) {
        const std::size_t from = std::max(begin, m_chunkBegin) - m_chunkBegin;
        lines += m_chunk.substr(from, offset - m_chunkBegin - from);
    }
    if (begin > 0) {
        // The first line may lack its begin.
        const std::size_t lineBreak = lines.find('\n');
        lines.erase(0, lineBreak == std::string::npos ? lines.size() : lineBreak + 1);
    }
    return lines;
}

} // namespace culprit::crash
