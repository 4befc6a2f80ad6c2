// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/snapshotstore.h"

#include <QDir>

#include <algorithm>

namespace culprit::conductor
{

namespace
{
constexpr std::size_t mostSnapshots = 4;
} // namespace

SnapshotStore::Snapshot &SnapshotStore::of(const QString &image)
{
    const auto found = std::ranges::find(m_snapshots, image, &Snapshot::image);
    if (found != m_snapshots.end()) {
        std::rotate(found, found + 1, m_snapshots.end());
        return m_snapshots.back();
    }
    trim();
    Snapshot &made = m_snapshots.emplace_back();
    made.image = image;
    made.folder = m_folder.filePath(QString::number(++m_made));
    QDir().mkpath(made.folder);
    return made;
}

void SnapshotStore::trim()
{
    const auto isIdle = [](const Snapshot &snapshot) { return snapshot.users == 0 && !snapshot.isInMaking; };
    while (m_snapshots.size() >= mostSnapshots) {
        const auto oldest = std::ranges::find_if(m_snapshots, isIdle);
        if (oldest == m_snapshots.end()) {
            return;
        }
        QDir(oldest->folder).removeRecursively();
        m_snapshots.erase(oldest);
    }
}

} // namespace culprit::conductor
