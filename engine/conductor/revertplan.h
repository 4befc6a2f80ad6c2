// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

#include <functional>
#include <optional>

namespace culprit::conductor
{

/// What is left to do after the culprit was confirmed, if the setup asks for its revert on the newest end; else
/// `finished`, with a sentence of what the revert told. finished: the plan that ends the search; a culprit that is not
/// confirmed is not reverted.
/// test: how the session's strategy tests the revert, `why` becomes the reason; nothing once that is done.
[[nodiscard]] Plan
withRevert(const session::SessionState &state, Plan finished,
           const std::function<std::optional<Plan>(const ObjectId &revert, const QString &why)> &test);

} // namespace culprit::conductor
