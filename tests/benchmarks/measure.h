// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace culprit::bench
{

/// What a piece of work took in a process of its own.
struct Measure {
    bool ok = false;
    double wall = 0;  ///< seconds
    double cpu = 0;   ///< seconds
    long peak = 0;    ///< resident memory in MiB, mapped files too
    long lines = 0;   ///< of its output
    std::string last; ///< line of its output
};

/// Work gives its output back. The process must have one thread.
[[nodiscard]] Measure measured(const std::function<std::string()> &work);

/// A command of the shell; to be measured without the shell it begins with exec.
[[nodiscard]] Measure measured(const std::string &command);

} // namespace culprit::bench
