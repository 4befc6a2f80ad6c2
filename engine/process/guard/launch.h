// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <sys/resource.h>
#include <sys/types.h>

namespace culprit::guard
{

struct Options {
    int channel = -1;               ///< socket to the parent
    int niceness = 0;               ///< added to ours
    rlim_t fileSizeLimit = 0;       ///< bytes, 0: none
    const char *directory = "";     ///< empty: ours
    char *const *command = nullptr; ///< program and arguments, ends with a null pointer
};

/// Why the command could not be started.
struct LaunchFailure {
    char stage = 'f'; ///< f fork, d change to the directory, e execute the program
    int error = 0;    ///< errno
};

/// Starts the command in a process group of its own; it dies with this process.
[[nodiscard]] std::expected<pid_t, LaunchFailure> launch(const Options &options);

} // namespace culprit::guard
