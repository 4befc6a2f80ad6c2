// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/journal.h"

#include <QString>

namespace culprit::conductor
{

/// Message and patch of a commit from the repository, or from the folder of objects beside it; if that cannot be read,
/// a text that says why. Blocks: for workers.
[[nodiscard]] session::CommitText readCommitText(const QString &repository, const QString &moreObjects,
                                                 const history::ObjectId &id);

} // namespace culprit::conductor
