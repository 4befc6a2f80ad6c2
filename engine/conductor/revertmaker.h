// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/event.h"

namespace culprit::conductor
{

/// Reverts the culprit on the tip; the commit's objects go to the folder `objects`. Reads two trees and what the merge
/// of them takes: for workers.
[[nodiscard]] Result<session::RevertMade> makeRevert(const QString &repository, const QString &objects,
                                                     const history::ObjectId &culprit, const history::ObjectId &tip);

} // namespace culprit::conductor
