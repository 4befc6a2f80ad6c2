// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/literalset.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// Watches a console while it is written: tells of the first crash as soon as its header line is whole. It reads each
/// byte once and holds no more than one line. At the end it agrees with extract() of the whole console on whether
/// there is a crash and where it begins.
class Scanner final
{
public:
    /// The next bytes of the console, cut anywhere.
    void feed(std::string_view chunk);
    /// The console has ended: judges a last line without line break.
    void finish();

    /// A header line has been read. Taken back in one case only: when the very next line says that the kernel
    /// prints the header line again, because it was cut short; the crash then begins at the repeated line.
    [[nodiscard]] bool crashed() const { return m_crashed; }
    /// Where the header line begins, in bytes from the start of the console; its text without carriage returns,
    /// at most maxLineBytes of it. Only when crashed().
    [[nodiscard]] std::size_t crashOffset() const { return m_crashOffset; }
    [[nodiscard]] const std::string &crashLine() const { return m_crashLine; }

private:
    void scanLine(std::string_view &rest);
    void endLine();
    void watchReplay(std::string_view &rest);

    LiteralSet::State m_state = LiteralSet::start;
    LiteralSet::Mask m_found = 0;
    /// What is held of the line being read, up to maxLineBytes.
    std::string m_line;
    std::size_t m_lineBegin = 0;
    std::size_t m_consumed = 0;
    bool m_crashed = false;
    bool m_settled = false;
    std::size_t m_crashOffset = 0;
    std::string m_crashLine;
};

} // namespace culprit::crash
