// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

namespace culprit::session
{

/// A key of SETUP.toml that two setups have different values for.
struct SettingDifference {
    QString key;    ///< "test.runs", "kernel.override 2.options"
    QString first;  ///< as SETUP.toml has it; empty: not set
    QString second; ///< the same of the other setup
    bool operator==(const SettingDifference &) const = default;
};

/// In the order of SETUP.toml, those that only the second one has at the end.
[[nodiscard]] QList<SettingDifference> settingDifferences(const Setup &first, const Setup &second);

} // namespace culprit::session
