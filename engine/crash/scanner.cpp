// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/scanner.h"

#include "engine/crash/header.h"
#include "engine/crash/line.h"
#include "engine/crash/report.h"

#include <algorithm>

namespace culprit::crash
{

void Scanner::feed(std::string_view chunk)
{
    while (!chunk.empty() && !m_settled) {
        if (m_crashed) {
            watchReplay(chunk);
        } else {
            scanLine(chunk);
        }
    }
}

void Scanner::finish()
{
    if (!m_crashed && m_consumed > m_lineBegin) {
        endLine();
    }
    m_settled = true;
}

/// Reads to the end of the line or of the bytes.
void Scanner::scanLine(std::string_view &rest)
{
    const LiteralSet &literals = HeaderFinder::instance().literals();
    const std::size_t read = m_consumed - m_lineBegin;
    const std::size_t limit = read < maxLineBytes ? std::min(rest.size(), maxLineBytes - read) : 0;
    std::size_t at = 0;
    for (; at < limit && rest[at] != '\n'; ++at) {
        m_state = literals.step(m_state, rest[at]);
        m_found |= literals.found(m_state);
    }
    const std::size_t end = at < limit ? at : lineEnd(rest, at);
    const bool whole = end < rest.size();
    if (!whole || m_found != 0) {
        m_line += rest.substr(0, at);
    }
    m_consumed += end;
    rest.remove_prefix(end);
    if (whole) {
        endLine();
        rest.remove_prefix(1);
        m_lineBegin = ++m_consumed;
    }
}

void Scanner::endLine()
{
    if (m_found != 0) {
        std::string storage;
        const std::string_view line = withoutCarriageReturns(m_line, storage);
        if (HeaderFinder::instance().family(line, m_found)) {
            m_crashed = true;
            m_crashOffset = m_lineBegin;
            m_crashLine = line;
        }
    }
    m_state = LiteralSet::start;
    m_found = 0;
    m_line.clear();
}

/// After a header line: does the kernel announce to print it again?
void Scanner::watchReplay(std::string_view &rest)
{
    while (!rest.empty() && m_line.size() < replayNotice.size()) {
        if (rest.front() != replayNotice[m_line.size()]) {
            m_settled = true;
            return;
        }
        m_line += rest.front();
        rest.remove_prefix(1);
        ++m_consumed;
    }
    if (m_line.size() == replayNotice.size()) {
        m_crashed = false;
        m_crashLine.clear();
    }
}

} // namespace culprit::crash
