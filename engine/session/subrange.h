// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QList>

namespace culprit::session
{

/// The commits of the range that `newer` contains and `older` does not, `newer` among them, in the range's order; an
/// `older` outside the range bounds nothing.
[[nodiscard]] QList<ObjectId> commitsBetween(const SessionState &state, const ObjectId &older, const ObjectId &newer);

/// Of these, what a skipped range takes: neither the ends nor what has runs or a judgement of its own.
[[nodiscard]] QList<ObjectId> skippable(const SessionState &state, const QList<ObjectId> &commits);

} // namespace culprit::session
