// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/build.h"

#include <QByteArray>

#include <optional>

/// A build that was waited for.
struct OneBuild {
    culprit::kernel::BuildResult result;
    QByteArray log;

    OneBuild(std::shared_ptr<culprit::kernel::BuildSlot> slot, const culprit::kernel::BuildRequest &request,
             const std::optional<culprit::kernel::ArtifactCache> &cache = {});
};
