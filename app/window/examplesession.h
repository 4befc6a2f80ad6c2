// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace culprit::app
{

/// The session file of the finished bisection that comes with the program, "example.culprit" in the folder. It is put
/// there unless it is there already: what a user did to it stays. Blocks: for workers.
[[nodiscard]] Result<QString> exampleSession(const QString &folder);

} // namespace culprit::app
