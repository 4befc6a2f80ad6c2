// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/line.h"
#include "engine/crash/literalset.h"
#include "engine/crash/rules.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// A line of the console with its place.
struct ConsoleLine {
    /// Without line break and carriage returns, made from at most maxLineBytes of it.
    std::string_view text;
    /// Offsets in the console; end is where the line break stands.
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Counted from 1.
    std::size_t number = 0;
    /// The header texts and remarks it holds.
    LiteralSet::Mask found = 0;
};

/// The part of a console that belongs to a crash.
struct Region {
    const Family *family = nullptr;
    /// Lines of the same context just before the header, and the report from the header on: messages without prefix,
    /// each line with its break.
    std::string before;
    std::string report;
    /// How much of report may shape the title: up to the next crash.
    std::size_t titleEnd = 0;
    /// The lines as they are, up to the last header line; only when the report does not hold the header's text.
    std::string raw;
    /// Of the header line, and of the last header line.
    std::size_t beginOffset = 0;
    std::size_t beginLine = 0;
    std::size_t endOffset = 0;
    std::size_t endLine = 0;
};

/// So far back in the console lines before a header are looked for.
inline constexpr std::size_t lookBehindBytes = std::size_t{256} << 10;

/// Cuts a crash's region out of a console line by line. Bounded in memory.
class RegionCutter final
{
public:
    /// before: whole lines of the console up to the header line.
    RegionCutter(const Family &family, const ConsoleLine &header, std::string_view before);

    /// The lines after the header line, in order.
    void add(const ConsoleLine &line);
    /// What follows changes nothing but where the region ends.
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] const Region &region() const { return m_region; }

private:
    void collect(std::string_view line);
    void collectRaw(const ConsoleLine &line, bool header);

    Region m_region;
    /// Views into m_header.
    LineParts m_context;
    std::string m_header;
    std::string m_rawTail;
    std::size_t m_lines = 0;
    bool m_keepsRaw = false;
    bool m_tagged = false;
    bool m_otherCpus = false;
    bool m_second = false;
    bool m_complete = false;
};

} // namespace culprit::crash
