// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/state.h"

#include <memory>
#include <stop_token>

namespace culprit::conductor
{

/// What commits are weighed by.
struct WeighingTask {
    QString repository;
    std::shared_ptr<const history::CommitRange> range;
    QString title;      ///< of a crash with the session's bug
    QString report;     ///< of that crash
    QString reproducer; ///< path
    QString sources;    ///< path of what kernel::toText(SourceMap) wrote, empty if there is none
};

/// The task once the bad end has shown the bug and a good end is known. Nothing before, if the setup wants no weights,
/// or if there are some. sources: of the bad end's build.
[[nodiscard]] std::optional<WeighingTask> weighingTask(const session::SessionState &state, const QString &sources);

/// Reads which files each commit touches: some ten seconds for 15,000 commits, on a worker. `stop` ends it with an
/// error of kind Outside.
[[nodiscard]] Result<session::CommitsWeighed> weighCommits(const WeighingTask &task, const std::stop_token &stop = {});

} // namespace culprit::conductor
