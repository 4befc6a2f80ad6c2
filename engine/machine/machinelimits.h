// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace culprit::machine
{

/// What the host has to give.
struct HostCapacity {
    int cores = 1;
    qint64 availableMb = 0; ///< MemAvailable

    [[nodiscard]] static HostCapacity now();
};

/// How many machines may run at once, at least 1: one for each so many cores, as long as memory lasts. An overloaded
/// host turns into false hangs, so it is never more than the cores can carry.
[[nodiscard]] int machineCount(const HostCapacity &host, int cpusPerMachine, int memoryMbPerMachine);

/// Whether memory allows one more machine now.
[[nodiscard]] bool hasRoomFor(const HostCapacity &host, int memoryMbPerMachine);

} // namespace culprit::machine
