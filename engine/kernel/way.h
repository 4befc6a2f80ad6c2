// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/buildrequest.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace culprit::kernel
{

/// How one revision is built.
struct Way {
    QByteArray config;                  ///< the request's, merged and changed; empty without one
    std::optional<Toolchain> toolchain; ///< nothing: whatever the recipe uses
    qsizetype rule = -1;                ///< which of the toolchains it is by; -1: by none
    QList<SourceChange> changes;        ///< to be applied to the sources, in order
    /// What of it is not the same for every revision, sentences; the last ones are of the changes, one for each.
    QStringList applied;
};

/// Finds the way for the request's revision in the history of `repository`, which may lack objects that are in the
/// folder `moreObjects` (there may be none). Reads files and history and starts
/// compilers: may take seconds, for worker threads. An error of kind Use is about the setup.
[[nodiscard]] Result<Way> wayOf(const QString &repository, const QString &moreObjects, const BuildRequest &request,
                                const std::stop_token &stop = {});

} // namespace culprit::kernel
