// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/mergeculprit.h"

namespace culprit::app
{

/// Where the patch of a follow-up lies whose settings are written to `setupFile`: beside them.
[[nodiscard]] QString patchBeside(const QString &setupFile);

/// An existing file is left alone, which is an error of kind Use.
[[nodiscard]] Result<void> writeNew(const QString &path, const QByteArray &content);

/// Writes the settings, and the patch if there is one; both as writeNew() does.
[[nodiscard]] Result<void> writeFollowUp(const conductor::FollowUp &follow, const QString &setupFile);

} // namespace culprit::app
