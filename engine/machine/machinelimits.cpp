// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/machinelimits.h"

#include <QFile>
#include <QThread>

#include <algorithm>

namespace culprit::machine
{

namespace
{

constexpr qint64 QemuOverheadMb = 150;
constexpr qint64 ReserveMb = 1024; ///< for the rest of the host

} // namespace

HostCapacity HostCapacity::now()
{
    HostCapacity host{.cores = QThread::idealThreadCount()};
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly)) {
        return host;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("MemAvailable:")) {
            host.availableMb = line.mid(13).trimmed().split(' ').first().toLongLong() / 1024;
        }
    }
    return host;
}

int machineCount(const HostCapacity &host, int cpusPerMachine, int memoryMbPerMachine)
{
    const qint64 byCores = host.cores / std::max(cpusPerMachine, 1);
    const qint64 byMemory = (host.availableMb - ReserveMb) / (memoryMbPerMachine + QemuOverheadMb);
    return static_cast<int>(std::max<qint64>(1, std::min(byCores, byMemory)));
}

bool hasRoomFor(const HostCapacity &host, int memoryMbPerMachine)
{
    return host.availableMb >= memoryMbPerMachine + QemuOverheadMb;
}

} // namespace culprit::machine
