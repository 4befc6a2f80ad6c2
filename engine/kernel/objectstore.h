// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace culprit::kernel
{

/// The folder of objects that the git repository at `path` uses, canonical. `path` may be a checkout or a folder in it,
/// a linked worktree, a bare repository or a .git folder. Only reads, and starts no git: the user's config has no say.
[[nodiscard]] Result<QString> objectStoreOf(const QString &path);

} // namespace culprit::kernel
