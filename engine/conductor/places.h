// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace culprit::conductor
{

/// Folders that the engine works in.
struct Places {
    QString cache;  ///< build slots, finished builds, compiled reproducers, reverts; kept between sessions
    QString images; ///< template for QTemporaryDir: kernels of a running session, on the cache's file system
    QString runs; ///< template for QTemporaryDir: consoles and sockets of running machines; short, for a socket's path
                  ///< holds some 100 bytes
    qint64 buildsBytes = Q_INT64_C(10'000'000'000); ///< that the cache keeps of finished builds

    /// $XDG_CACHE_HOME/culprit and names of this process below it and in /tmp.
    [[nodiscard]] static Places standard();
    /// Removes temporary folders of programs that are gone without having done so. Blocks: for workers.
    static void removeStale();
};

} // namespace culprit::conductor
