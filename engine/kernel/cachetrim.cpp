// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/cachetrim.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace culprit::kernel
{

void trimCache(QList<CacheEntry> entries, const CacheLimits &limits)
{
    std::ranges::sort(entries, {}, &CacheEntry::used);
    qint64 bytes = 0;
    for (const CacheEntry &entry : entries) {
        bytes += entry.bytes;
    }
    const QDateTime oldest = QDateTime::currentDateTime().addDuration(-limits.age);
    for (const CacheEntry &entry : entries) {
        if (bytes <= limits.bytes && entry.used >= oldest) {
            continue;
        }
        if (QFileInfo(entry.path).isDir()) {
            QDir(entry.path).removeRecursively();
        } else {
            QFile::remove(entry.path);
        }
        bytes -= entry.bytes;
    }
}

} // namespace culprit::kernel
