// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace culprit::widgets
{

/// What a log is of.
enum class LogKind { Console, Build };

enum class LineKind { Plain, Warning, Crash };

/// Whether a line of a kernel console is where a crash report or a warning begins; only for finding one's way, what a
/// crash is called is decided elsewhere.
[[nodiscard]] LineKind kindOfLine(std::string_view line);
/// The same for the log of a build, where an error stands for a crash.
[[nodiscard]] LineKind kindOfBuildLine(std::string_view line);

} // namespace culprit::widgets
