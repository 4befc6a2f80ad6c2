// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/bisectlog.h"
#include "engine/history/commitrange.h"
#include "engine/session/event.h"

#include <vector>

namespace culprit::exchange
{

/// A log as a session: its first event, its range and what else happened.
struct ImportedSession {
    session::SessionCreated created;
    history::CommitRange range;
    session::LogImported imported;        ///< `log` is not set: it is known once the bytes are in the file
    std::vector<session::Payload> events; ///< builds and runs, to follow after `imported`
};

/// With a `repo` (the kernel tree's folder) the range is the true one, else the commits that the log names, see
/// TestedLine. An error names what the tree does not have. Blocks: for workers.
[[nodiscard]] Result<ImportedSession> sessionFrom(const BisectLog &log, const QString &name, const QString &repo);

/// Makes the session file `path`, which must not exist; the log's bytes go into it as they are.
[[nodiscard]] Result<void> writeSession(const QString &path, const ImportedSession &session, const QByteArray &bytes);

} // namespace culprit::exchange
