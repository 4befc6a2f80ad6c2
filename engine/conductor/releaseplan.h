// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

#include <functional>

namespace culprit::conductor
{

/// The plan of a session that seeks its good end, once its bad end is proven: the releases are tested in their order
/// until one is good; one that cannot be tested moves nothing. A good one, whoever says so, ends that wherever it
/// stands. test: how the session's strategy tests a release; `why` becomes the reason.
[[nodiscard]] Plan planForReleases(const session::SessionState &state,
                                   const std::function<Plan(const ObjectId &release, const QString &why)> &test);

/// The release that is worth building while `tested` is tested.
[[nodiscard]] std::vector<ObjectId> releaseAhead(const session::SessionState &state, const ObjectId &tested);

} // namespace culprit::conductor
