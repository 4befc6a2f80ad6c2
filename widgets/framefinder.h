// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/framesource.h"
#include "engine/history/objectid.h"
#include "engine/history/patchhunks.h"

#include <QString>

namespace culprit::widgets
{

/// A place in the sources that a console names.
struct Frame {
    crash::FrameSource source;
    history::ObjectId of; ///< the revision whose kernel said so: the line is one of its sources; null: not known
};

struct FrameFound {
    int line = -1; ///< of the patch, from 0; -1: nothing to go to
    QString text;  ///< plain sentences: what was found, and how
};

/// Where the patch of a commit touches the place of a frame, or comes nearest to it. isPart: more of the patch may be
/// left out.
[[nodiscard]] FrameFound findFrame(const history::PatchHunks &patch, bool isPart, const history::ObjectId &commit,
                                   const Frame &frame);

} // namespace culprit::widgets
