// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/filechange.h"
#include "engine/session/journal.h"
#include "widgets/commitview.h"

#include <string_view>
#include <vector>

namespace culprit::app
{

/// What the commit view shows, from what a session keeps of a commit.
[[nodiscard]] widgets::CommitText commitContent(const history::CommitInfo &info, const session::CommitText &text);

/// The files of a unified diff as git writes it, in its order, with the lines added and removed.
[[nodiscard]] std::vector<history::FileChange> changesOfPatch(std::string_view patch);

} // namespace culprit::app
