// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace culprit::kernel
{

/// How much a cache keeps.
struct CacheLimits {
    qint64 bytes = Q_INT64_C(10'000'000'000);
    std::chrono::hours age = std::chrono::days(60); ///< since the last use
};

/// A file of a cache, or a folder.
struct CacheEntry {
    QString path;
    QDateTime used;
    qint64 bytes = 0;
};

/// Removes what is over the limits, the longest unused first.
void trimCache(QList<CacheEntry> entries, const CacheLimits &limits);

} // namespace culprit::kernel
