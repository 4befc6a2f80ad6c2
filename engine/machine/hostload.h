// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace culprit::machine
{

/// Where the host's kernel says how it fares (Linux: Documentation/filesystems/proc.rst, accounting/psi.rst).
struct HostFiles {
    QString stat = QStringLiteral("/proc/stat");
    QString memoryPressure = QStringLiteral("/proc/pressure/memory"); ///< since v4.20, where it is switched on
    QString vmstat = QStringLiteral("/proc/vmstat");

    bool operator==(const HostFiles &) const = default;
};

/// The host's counters at one moment; what a kernel does not count, or tells in a way that makes no sense, is missing.
struct HostCounters {
    qint64 ms = 0;                       ///< of the moment, by the caller's clock
    std::optional<qint64> wantedTicks;   ///< of processor time: had by programs, kernel or guests, or stolen
    std::optional<qint64> stolenTicks;   ///< that a hypervisor above gave to other machines
    std::optional<qint64> idleTicks;     ///< of processors without work, those that waited for a disk too
    std::optional<qint64> memoryStallUs; ///< in which all that could run waited for memory ("full")
    std::optional<qint64> swappedInPages;

    bool operator==(const HostCounters &) const = default;
};

[[nodiscard]] HostCounters readHostCounters(const HostFiles &files, qint64 ms);

/// How the host starved what ran between the two, figures in words; empty: no sign of that. The rule:
/// - of the processor time that the host wanted, half or more was stolen. Machines of this host that share its
///   processors steal nothing, however many they are: they wait, and that is not counted;
/// - or all that could run waited for memory in a fifth or more of the time;
/// - or, where the kernel does not tell that, 2000 pages or more a second came back from swap: at 0.1 ms each from a
///   fast disk, a fifth of the time too.
/// Less than a second is too short to tell. Counters that went back, as that of stolen time sometimes does, say
/// nothing.
[[nodiscard]] QString starvation(const HostCounters &before, const HostCounters &after);

/// How many of the host's processors had nothing to do between the two, on average; nothing if less than a second lies
/// between them or the kernel does not tell.
[[nodiscard]] std::optional<double> idleProcessors(const HostCounters &before, const HostCounters &after);

/// The load average of the last minute, 100: one task at all times; -1 if unknown.
[[nodiscard]] int loadPercent();

} // namespace culprit::machine
