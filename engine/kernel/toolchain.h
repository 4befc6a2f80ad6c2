// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/stretch.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

/// A compiler that is installed.
struct Toolchain {
    enum class Family { Gcc, Clang };
    Family family = Family::Gcc;
    QString command;     ///< as PATH has it: "gcc-13", "x86_64-linux-gcc"
    QString crossPrefix; ///< "x86_64-linux-"; empty for the machine's own
    int version = 0;     ///< the first number of it
    QString name; ///< with the linker, as in a kernel's log: "gcc (GCC) 10.2.1 20210217, GNU ld (GNU Binutils) 2.36"
    bool llvm = false; ///< clang with linker and tools of its own beside it

    bool operator==(const Toolchain &) const = default;
};

/// The compilers in PATH that make code for this machine's processor: gcc, gcc-N, clang and clang-N, then those with a
/// cross prefix. Starts each of them: takes some hundred ms, not for the engine's thread.
[[nodiscard]] QList<Toolchain> installedToolchains();

struct ToolchainChoice {
    Toolchain toolchain;
    QString note; ///< empty if it is what was asked for, else a sentence that says what is taken instead

    bool operator==(const ToolchainChoice &) const = default;
};

/// What to take for a name ("gcc", "gcc-10", "clang-15"): the command of that name or one of that version, else the
/// next newer one of the family, else the next older one. An error if the family is not installed at all.
[[nodiscard]] Result<ToolchainChoice> chooseToolchain(const QString &name, const QList<Toolchain> &installed);

/// What make needs to be told to use it. `launcher` stands before each compiler: "ccache"; may be empty.
[[nodiscard]] QStringList makeVariables(const Toolchain &toolchain, const QString &launcher);

/// Revisions and what compiles them.
struct ToolchainRule {
    history::Stretch stretch;
    QString compiler;

    bool operator==(const ToolchainRule &) const = default;
};

/// The newest compilers that are known to build each age of Linux (source: syzkaller's bisection, which builds all
/// releases with them), newest first; the last has no bounds.
[[nodiscard]] const QList<ToolchainRule> &gccOfReleases();
[[nodiscard]] const QList<ToolchainRule> &clangOfReleases();

/// "from v5.9 on", "before v5.4", "from v5.2 on, before v5.9", "all".
[[nodiscard]] QString stretchText(const history::Stretch &stretch);

} // namespace culprit::kernel
