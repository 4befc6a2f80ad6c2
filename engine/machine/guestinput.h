// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/runrequest.h"

namespace culprit::machine
{

/// What a run brings into its guest besides the kernel, as one file: the initramfs; with a disk image what its agent
/// reads from standard input: how to run the reproducer, an empty line, the reproducer.
[[nodiscard]] QByteArray guestInput(const RunRequest &request);

} // namespace culprit::machine
