// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"

#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace culprit::conductor
{

/// Guests that were saved where the reproducer starts, one for each kernel, as long as the engine runs. Each holds the
/// memory that its guest has touched: only the latest are kept.
class SnapshotStore final
{
public:
    /// A machine saved, or the place for it.
    struct Snapshot {
        QString image;  ///< of the kernel
        QString folder; ///< see machine::SnapshotFiles
        bool isInMaking = false;
        bool isMade = false;
        RunId bootedBy; ///< the run whose console has the boot
        int users = 0;  ///< runs that start from it just now: it is not removed
    };

    /// folderTemplate: as QTemporaryDir takes it.
    explicit SnapshotStore(const QString &folderTemplate) : m_folder(folderTemplate) {}

    /// Of the kernel `image`; its folder exists, as far as the disk lets it.
    [[nodiscard]] Snapshot &of(const QString &image);

private:
    void trim();

    QTemporaryDir m_folder;
    std::vector<Snapshot> m_snapshots; // the latest used last
    int m_made = 0;
};

} // namespace culprit::conductor
