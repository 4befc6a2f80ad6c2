// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace culprit::kernel
{

/// Why a build failed, by its log.
struct BuildCause {
    std::string message; ///< the first real error, one line, source prefix stripped; empty: none was found
    std::string file;    ///< relative source file that the error is in (x.o becomes x.c), empty if none is named
    std::vector<std::string> lines; ///< the first errors of that kind, each once, at most 20
    bool outside = false; ///< not the tree's fault (full disk, no memory, missing tool); message is a sentence

    bool operator==(const BuildCause &) const = default;
};

/// The log may be anything; long lines are cut. `prefixes` are folders (source, objects) that are taken off file names.
/// Patterns: the strong and weak kinds that syzkaller's pkg/build looks for; make's own "*** ... Error" only if neither
/// is there.
[[nodiscard]] BuildCause findBuildCause(std::string_view log, const std::vector<std::string> &prefixes = {});

/// What a line of such a log is by itself; cut lines are told by what is left of them.
enum class BuildLine { Plain, Warning, Error };
[[nodiscard]] BuildLine kindOfBuildLine(std::string_view line);

} // namespace culprit::kernel
