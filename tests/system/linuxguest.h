// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>
#include <QStringList>

namespace culprit::tests
{

/// Debian's Linux as a git history with a planted bug: what tests/system/linux/history.sh makes of it.
struct LinuxHistory {
    QString repository; ///< bare
    QString culprit;    ///< full hashes
    QString parent;     ///< of the culprit; changes documentation only
    QString good;       ///< parent of that
    QString subject;    ///< of the culprit
};

/// Where sources, objects and slot are kept for the next time: 3 GB of the user's own cache. Made.
[[nodiscard]] QString linuxFolder();

/// The newest package's sources, empty if it is not installed.
[[nodiscard]] QString linuxTarball();

/// The history in `folder`, made unless it stands there from the same tarball and patches.
[[nodiscard]] Result<LinuxHistory> linuxHistory(const QString &tarball, const QString &folder);

/// Writes a configuration with which an initramfs boots, and a disk image too.
[[nodiscard]] Result<void> writeGuestConfig(const QString &repository, const QString &path);

/// A file of tests/system/linux.
[[nodiscard]] QString linuxFile(const QString &name);

/// Output of git in the repository, without the last line break; empty on failure.
[[nodiscard]] QString gitIn(const QString &repository, const QStringList &arguments);

} // namespace culprit::tests
