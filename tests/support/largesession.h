// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace culprit::tests
{

/// `size` bytes as a kernel's console prints them: a boot, noise, a crash; another text for each seed.
[[nodiscard]] QByteArray kernelConsole(quint32 seed, qsizetype size);

/// The same with `bootBytes` first that are the same for every seed but for times and some addresses.
[[nodiscard]] QByteArray bootConsole(quint32 seed, qsizetype bootBytes, qsizetype size);

struct LargeSession {
    int builds = 20;
    int runs = 400;       ///< each with a console
    int judgements = 100; ///< what makes up the number of events
    qsizetype consoleBytes = 100'000;
    qsizetype bootBytes = 0; ///< of each console: the same but for times and some addresses
};

/// Makes the session file `path`: builds with log and config, runs with consoles (every twentieth is empty), texts of
/// commits, a range of 300 commits.
[[nodiscard]] Result<void> writeLargeSession(const QString &path, const LargeSession &shape);

} // namespace culprit::tests
