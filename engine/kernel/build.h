// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/artifactcache.h"
#include "engine/kernel/buildrequest.h"
#include "engine/kernel/buildslot.h"

#include <QObject>

#include <memory>
#include <optional>

namespace culprit::kernel
{

/// One attempt to make a kernel in a slot: checkout, configure, build, collect, signature. Never blocks the thread that
/// it lives on. Use it once; one build at a time in a slot.
class Build final : public QObject
{
    Q_OBJECT

public:
    /// With a `cache`, a kernel that was made before from the same commit, config, recipe and compiler is taken from
    /// there.
    Build(std::shared_ptr<BuildSlot> slot, BuildRequest request, std::optional<ArtifactCache> cache = {},
          QObject *parent = nullptr);
    ~Build() override; ///< kills what still runs; finished() does not follow

    void start();
    /// Kills the whole tree of make; finished() follows with Outcome::Cancelled, or with what was reached before.
    void stop();

    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// The output of git and make as it comes, and the commands, each behind "$ "; of very much of it the beginning and
    /// the end, see BoundedLog.
    void log(const QByteArray &chunk);
    void progress(const culprit::kernel::BuildProgress &progress);
    void finished(const culprit::kernel::BuildResult &result); ///< once, never from within start() or stop()

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::kernel
