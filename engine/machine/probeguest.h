// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace culprit::machine
{

/// A boot sector that writes ProbeWord to the first serial port and ends QEMU by its isa-debug-exit device.
[[nodiscard]] QByteArray probeBootSector();

inline constexpr const char *ProbeWord = "CULPRIT-PROBE";
inline constexpr int ProbeExitCode = 0x10 << 1 | 1; ///< isa-debug-exit's rule for the value 0x10
inline constexpr int ProbeExitPort = 0xf4;

} // namespace culprit::machine
