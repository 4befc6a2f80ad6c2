// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <QString>

/// What a setup stands for in the words of git, make, gcc and QEMU: shell text to be read, or pasted into a terminal.
/// All of them work in one folder, with the sources in "source" and what is built of them in "objects".
namespace culprit::app
{

[[nodiscard]] QString rangeCommands(const session::Setup &setup);
[[nodiscard]] QString buildCommands(const session::Setup &setup);
[[nodiscard]] QString bootCommands(const session::Setup &setup);
[[nodiscard]] QString testCommands(const session::Setup &setup);
[[nodiscard]] QString ruleCommands(const session::Setup &setup);
[[nodiscard]] QString runCommands(const QString &sessionFile);

} // namespace culprit::app
