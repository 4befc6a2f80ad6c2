// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demosetup.h"
#include "engine/conductor/places.h"
#include "engine/session/setup.h"

namespace culprit::app
{

/// A demo ready to be bisected. Builds and caches stay in its folder, so that each demo really builds.
struct DemoCase {
    QString folder;
    QString sessionFile; ///< not there yet
    demo::DemoHistory history;
    session::Setup setup;
    conductor::Places places;
};

/// Makes history, reproducer and SETUP.toml in `folder`, or in a new folder if that is empty. `seed` 0: by the clock.
/// Blocks for some tenths of a second: for workers.
[[nodiscard]] Result<DemoCase> makeDemoCase(const QString &folder, int flakyPercent, qint64 seed);

} // namespace culprit::app
