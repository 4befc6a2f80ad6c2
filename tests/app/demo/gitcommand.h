// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace culprit::demo
{

/// What a command prints, and how it ended.
struct CommandResult {
    int exitCode = -1; ///< -1: it did not run or did not end
    QByteArray output; ///< standard output and error
};

[[nodiscard]] CommandResult runCommand(const QString &folder, const QString &program, const QStringList &arguments);

/// Standard output of a git command without the last line's end; what failed is told instead.
[[nodiscard]] QString gitSays(const QString &repository, const QStringList &arguments);

} // namespace culprit::demo
