// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/configoverride.h"
#include "engine/kernel/fixup.h"
#include "engine/kernel/toolchain.h"

#include <QList>
#include <QString>

namespace culprit::kernel
{

/// How revisions are built by where they stand in the history.
struct Ways {
    QString compiler;                ///< of revisions that no rule has; empty: whatever the recipe uses
    QList<ToolchainRule> toolchains; ///< the first that has the revision counts
    QList<ConfigOverride> overrides; ///< all that have it, in order
    QList<Fixup> fixups;             ///< all that have it, in order

    bool operator==(const Ways &) const = default;
};

} // namespace culprit::kernel
