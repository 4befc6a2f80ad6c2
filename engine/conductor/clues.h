// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/sourcemap.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <cstdint>
#include <span>
#include <string>

namespace culprit::conductor
{

/// What a commit may have to do with the crash, strongest first.
enum class Trace : std::uint8_t {
    CrashFile,  ///< touches a file where the crash is
    StackFile,  ///< touches a file of a function further up on the crash's stacks
    Directory,  ///< touches the directory of such a file
    SystemCall, ///< touches a file of a system call that the reproducer makes
    Unknown,
    CleanMerge, ///< a merge that needed nothing of its own
    NotBuilt,   ///< touches nothing that this kernel is made of
};

/// Weight of a commit against one of Trace::Unknown, in thousandths. Modest, since crashes name victims too.
[[nodiscard]] int permilleOf(Trace trace);

struct Suspect {
    Trace trace = Trace::Unknown;
    QByteArray file; ///< the one that makes it so; may be empty

    bool operator==(const Suspect &) const = default;
};

/// What is known of the crash before any commit is tested. Paths are relative to the tree.
struct Clues {
    QHash<QByteArray, QString> crashFiles; ///< file, and what makes it one: "frob_ioctl"
    QHash<QByteArray, QString> stackFiles;
    QHash<QByteArray, QString> directories; ///< of the files above, the broadest ones left out
    QHash<QByteArray, QString> callFiles;   ///< and the system call
    kernel::SourceMap sources;              ///< empty if it is not known

    [[nodiscard]] Suspect judge(std::span<const std::string> touched, bool merge) const;
    /// A clause about the commit: "touches drivers/frob.c, where frob_ioctl is, which crashed".
    [[nodiscard]] QString reasonOf(const Suspect &suspect) const;
};

/// report: of a crash with the session's bug, named `title`. reproducer: its text if it is a C file.
[[nodiscard]] Clues findClues(const QString &title, const QString &report, const QByteArray &reproducer,
                              kernel::SourceMap sources);

} // namespace culprit::conductor
