// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The rules by which a console becomes a crash title, as data: families of messages, each with what makes a line
/// its header, the look-alikes that are none, and the forms its titles take. rules.cpp holds the table.
///
/// Patterns are RE2 with these words: <func> a function name before its offset (a capture), <name> the same without
/// capture and offset, <pc> an address in brackets, <src> a source file with line.
/// Titles hold $1, $2 .. for the captures of the pattern (of the body where there is one) and $F for the function.
namespace culprit::crash
{

/// How the function is chosen from the frames of a stack.
enum class Choice {
    First,    ///< the first that is not infrastructure
    Stall,    ///< the one before the entry point of the stack: what ran on and on
    HungTask, ///< the first that does not wait
};

/// A way through the report to its frames: patterns of lines, looked for one after the other, whose captures are
/// frames, and stackTrace for all frames up to the next stack's begin.
using Route = std::vector<std::string_view>;
inline constexpr std::string_view stackTrace = "<stack>";

struct Frames {
    Route route{};
    Route otherwise{};
    /// Functions that count as infrastructure for this message, besides those of functions.cpp; a pattern.
    std::string_view skip{};
    Choice choice = Choice::First;
};

enum class Trust {
    NeedsStack,  ///< without a whole stack trace the report is corrupted
    WithoutStack ///< the message says it all
};

struct Form {
    std::string_view pattern{};
    /// Has to match too, and gives the captures instead of pattern; else the report is corrupted.
    std::string_view body{};
    std::string_view title{};
    std::string_view alternative{};
    Frames frames{};
    /// Where the memory at fault was made, for $O in the alternative; dropped when the report does not tell.
    Frames origin{};
    Trust trust = Trust::NeedsStack;
    /// Only what is left of a report matches: corrupted.
    bool remains = false;
};

struct Family {
    /// A line with this text is a header.
    std::string_view header{};
    /// Lines that hold the text and report no crash; patterns.
    std::vector<std::string_view> ignored{};
    /// Tried for the smallest offset in the report; the first listed wins among equals.
    std::vector<Form> forms{};
    /// A later line with this text belongs to the report it follows.
    bool continues = false;
};

/// In the order in which a line with several headers is judged.
[[nodiscard]] std::span<const Family> families();

/// Messages with a stack of their own that end what shapes the title, without being a crash.
[[nodiscard]] std::span<const std::string_view> interruptions();

} // namespace culprit::crash
