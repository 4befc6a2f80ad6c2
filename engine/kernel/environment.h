// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace culprit::kernel
{

/// Ours without what would steer git to another repository or let the user's config have a say: no hooks, no filters,
/// no attributes of the user's, no prompts, no optional locks.
[[nodiscard]] QProcessEnvironment gitEnvironment();

/// Ours without what would leak into a build (variables of an outer make, of Kconfig and Kbuild), messages in English.
[[nodiscard]] QProcessEnvironment buildEnvironment();

} // namespace culprit::kernel
