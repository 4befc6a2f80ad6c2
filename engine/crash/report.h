// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace culprit::crash
{

/// Which of a fuzzer's processes ran which of its programs when the kernel crashed.
struct Executor {
    int process = 0;
    int program = 0;

    bool operator==(const Executor &) const = default;
};

/// What a console says about its first crash.
struct Report {
    /// The name of the crash in one line of at most 120 printable bytes, volatile parts replaced.
    std::string title;
    /// Other names of the same bug, sorted, without the title: two crashes are one bug when {title + alternatives}
    /// meet.
    std::vector<std::string> alternatives;
    /// The class of the bug, as typeOf(title) gives it; empty when unknown.
    std::string type;
    /// The report lacks parts: its title may be wrong and should not decide anything alone.
    bool corrupted = false;
    /// "Kernel panic - not syncing" stands anywhere in the console.
    bool panicked = false;
    /// The console tells of the test machine's own trouble (out of memory, a broken executor): not a finding.
    bool suppressed = false;
    /// The report: lines of the crash's own context without time stamps, preceded by a few lines of that context.
    /// Bounded by maxReportBytes.
    std::string text;
    /// Where the preceding lines end in text.
    std::size_t textPrefix = 0;
    /// Bytes in the console as it was given: the begin of the header line and the end of the last header line,
    /// without its line break.
    std::size_t beginOffset = 0;
    std::size_t endOffset = 0;
    /// The same as lines, counted from 1.
    std::size_t beginLine = 0;
    std::size_t endLine = 0;
    /// From the name of the process that ran, "syz.<process>.<program>".
    std::optional<Executor> executor;
    /// The function held guilty; empty when the message names none, "corrupted" when it could not be found.
    std::string function;

    bool operator==(const Report &) const = default;
};

inline constexpr std::size_t maxReportBytes = std::size_t{1} << 20;
/// Only this much of a line is read.
inline constexpr std::size_t maxLineBytes = std::size_t{64} << 10;

} // namespace culprit::crash
