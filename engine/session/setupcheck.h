// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <expected>

namespace culprit::session
{

/// What one key of a setup cannot be.
struct SetupMistake {
    QString key;  ///< with its table: "kernel.bad", "kernel.recipe.build", "kernel.override" for a row of these
    QString what; ///< goes on a sentence that begins with the key: "must be 32 or 64."

    bool operator==(const SetupMistake &) const = default;
};

/// As parseSetup(), but with all mistakes: the first of each key. What is about no key has none.
[[nodiscard]] std::expected<Setup, QList<SetupMistake>> checkedSetup(const QByteArray &toml, const QString &folder);

} // namespace culprit::session
