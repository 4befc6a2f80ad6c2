// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/stretch.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

class Kconfig;

/// How the config is changed for the revisions of a stretch.
struct ConfigOverride {
    history::Stretch stretch;
    QStringList options;    ///< CONFIG_NAME=value
    QString reason;         ///< may be empty
    bool ifPresent = false; ///< only for a config that names the first option

    bool operator==(const ConfigOverride &) const = default;
};

/// What old kernels do not build or boot with (source: syzkaller's bisection).
[[nodiscard]] const QList<ConfigOverride> &overridesOfReleases();

/// Whether the config is not yet as the override wants it.
[[nodiscard]] bool wouldChange(const ConfigOverride &change, const Kconfig &config);

/// Changes the config but for options that are required to be on (with or without CONFIG_), and says of each option
/// what was done: "CONFIG_KCOV=n: reason".
[[nodiscard]] QStringList applyOverride(const ConfigOverride &change, const QStringList &required, Kconfig &config);

} // namespace culprit::kernel
