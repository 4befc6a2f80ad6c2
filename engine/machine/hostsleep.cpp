// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/hostsleep.h"

#include <ctime>

namespace culprit::machine
{

namespace
{

constexpr qint64 LongestJitter = 1000; // ms between two readings that are no sleep

qint64 asleepMs()
{
    timespec boot{};
    timespec monotonic{};
    clock_gettime(CLOCK_BOOTTIME, &boot);
    clock_gettime(CLOCK_MONOTONIC, &monotonic);
    return (boot.tv_sec - monotonic.tv_sec) * 1000 + (boot.tv_nsec - monotonic.tv_nsec) / 1'000'000;
}

} // namespace

void HostSleep::start()
{
    m_before = asleepMs();
}

bool HostSleep::hasSlept() const
{
    return asleepMs() - m_before > LongestJitter;
}

} // namespace culprit::machine
