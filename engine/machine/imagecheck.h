// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/machine/guest.h"

namespace culprit::machine
{

/// What a session needs for such guests: looks for qemu-img and ssh, asks qemu-img for the disk's format, and whether
/// ssh will take the key. Starts programs and waits for them: not for the engine's thread.
[[nodiscard]] Result<ImageGuest> checkedImageGuest(const QString &disk, const QString &sshKey, const QString &sshUser);

} // namespace culprit::machine
