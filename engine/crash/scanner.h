// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/literalset.h"
#include "engine/crash/region.h"
#include "engine/crash/report.h"
#include "engine/crash/reportwriter.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// Reads a console while it is written: tells of the first crash as soon as its header line is whole, and of the whole
/// report once it has settled. It reads each byte once and holds a bounded part of what it has read. After finish() it
/// says what extract() says of the whole console, however that was cut into chunks.
class Scanner final
{
public:
    /// The next bytes of the console, cut anywhere.
    void feed(std::string_view chunk);
    /// The console has ended: judges a last line without line break.
    void finish();

    /// A header line has been read. Taken back in one case only: when the very next line says that the kernel
    /// prints the header line again, because it was cut short; the crash then begins at the repeated line.
    [[nodiscard]] bool crashed() const { return m_cutter != nullptr; }
    /// Where the header line begins, in bytes from the start of the console; its text without carriage returns,
    /// at most maxLineBytes of it. Only when crashed().
    [[nodiscard]] std::size_t crashOffset() const { return m_cutter->region().beginOffset; }
    [[nodiscard]] const std::string &crashLine() const { return m_crashLine; }

    /// The report is whole: more of the console can only move its end, tell of a panic or of the machine's own trouble.
    /// Always so after finish(), at last.
    [[nodiscard]] bool settled() const { return m_cutter && (m_finished || (m_confirmed && m_cutter->complete())); }
    /// The number of the first line of which only maxLineBytes were read; 0 when there is none.
    [[nodiscard]] std::size_t firstLongLine() const { return m_firstLongLine; }
    /// What the whole lines read so far say about the crash; nothing when there is none. This one takes time, up to
    /// some milliseconds.
    [[nodiscard]] std::optional<Report> report() const;

private:
    void scanLine(std::string_view &rest);
    void endLine(std::string_view line, std::size_t end);
    void note(const ConsoleLine &line);
    void remember(std::string_view chunk);
    [[nodiscard]] std::string linesBefore(std::size_t offset) const;

    LiteralSet::State m_state = LiteralSet::start;
    LiteralSet::Mask m_found = 0;
    /// What is held of a line that began in an earlier chunk, up to maxLineBytes.
    std::string m_line;
    std::size_t m_lineBegin = 0;
    std::size_t m_lineNumber = 1;
    std::size_t m_firstLongLine = 0;
    std::size_t m_consumed = 0;
    /// The console's last bytes before the chunk that is read, as many as a header line may look back at; until a
    /// crash is sure.
    std::string m_past;
    /// The lines before a line that is longer than what is read of it: they may be gone when it ends.
    std::optional<std::string> m_beforeLongLine;
    std::string_view m_chunk;
    std::size_t m_chunkBegin = 0;
    std::unique_ptr<RegionCutter> m_cutter;
    /// The line after the header line did not take it back.
    bool m_confirmed = false;
    bool m_finished = false;
    std::string m_crashLine;
    Remarks m_remarks;
};

} // namespace culprit::crash
