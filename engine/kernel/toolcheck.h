// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace culprit::kernel
{

/// Whether one thing that a kernel build needs is there.
struct ToolCheck {
    QString name;
    bool found = false;
    bool needed = true; ///< without it no kernel builds; else it is only better to have it
    QString version;    ///< as the tool says it, empty if it does not
    QString fix;        ///< what to do when it is not found, one line

    bool operator==(const ToolCheck &) const = default;
};

/// Looks for make, compilers and headers of the kernel recipe, in PATH. Starts each tool once: may take seconds, not
/// for the engine's thread.
[[nodiscard]] QList<ToolCheck> checkBuildTools();

/// Whether gcc makes static 32-bit programs, which needs a C library of their own. As slow as checkBuildTools().
[[nodiscard]] ToolCheck check32BitPrograms();

/// What to do when the program or header `name` is missing, as in "install flex (apt install flex)".
[[nodiscard]] std::string fixForMissing(std::string_view name);

} // namespace culprit::kernel
