// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/kernelhistory.h"

#include <filesystem>
#include <optional>
#include <string>

namespace culprit::bench
{

/// Writes a history as a bare repository into a new or empty folder, by git fast-import: branch main, its tags, small
/// files. Gives back what went wrong. Changes the current folder.
[[nodiscard]] std::optional<std::string> writeHistory(const KernelHistory &history, const std::filesystem::path &folder,
                                                      bool commitGraph);

} // namespace culprit::bench
