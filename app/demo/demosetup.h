// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demohistory.h"
#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace culprit::demo
{

inline constexpr int defaultFlakyPercent = 60;

/// Where the parts of a demo are inside its folder.
struct DemoSetup {
    DemoHistory history;
    QString setupFile;  ///< SETUP.toml for `culprit run`
    QString reproducer; ///< script for the pocket kernel, see Documentation/reproducer.txt of its tree

    bool operator==(const DemoSetup &) const = default;
};

/// Makes the history in `folder`/pocket and writes `folder`/repro and `folder`/setup.toml. The planted bug shows in
/// `flakyPercent` (1 to 100) of the runs of a bad revision. Equal seeds give equal runs; seed 0: from the clock.
[[nodiscard]] Result<DemoSetup> demoSetup(const QString &folder, int flakyPercent = defaultFlakyPercent,
                                          std::int64_t seed = 0);

/// The reproducer's text.
[[nodiscard]] QByteArray demoReproducer(int flakyPercent);

} // namespace culprit::demo
