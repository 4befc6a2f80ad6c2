// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace culprit::kernel
{

/// Whether a file may share its contents with its copy: only where nobody writes to either.
enum class Sharing { Copy, Link };

/// `to` must not exist.
[[nodiscard]] Result<void> copyFile(const QString &from, const QString &to, Sharing sharing);

/// Moves a finished folder to its place; a folder that stands there is gone afterwards. Both on one file system.
[[nodiscard]] Result<void> moveIntoPlace(const QString &folder, const QString &place);

} // namespace culprit::kernel
