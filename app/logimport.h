// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace culprit::app
{

/// What begins as a session file does, or cannot be read at all, is no log.
[[nodiscard]] bool mayBeLog(const QString &path);

/// Makes the session file `target` of a foreign bisection log or of a session's archive; "-" is standard input, for
/// logs only. With a `repo` a log's range is the true one. Blocks: for workers.
[[nodiscard]] Result<void> importLog(const QString &path, const QString &repo, const QString &target);

} // namespace culprit::app
