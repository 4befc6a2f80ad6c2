// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/cachetrim.h"

#include <QByteArray>
#include <QString>

namespace culprit::conductor
{

/// Files that texts given to the user name, each once, by its contents: KIND-SHA256. A value without state: the folder
/// is what is kept, and several programs may use it at once. All functions block on the disk: for workers.
class KeptFiles final
{
public:
    explicit KeptFiles(QString folder, const kernel::CacheLimits &limits = {.bytes = Q_INT64_C(4'000'000'000)})
        : m_folder(std::move(folder)), m_limits(limits)
    {
    }

    struct Kept {
        QString path;
        QByteArray sha256; ///< 64 hex digits
    };
    /// Linked where the file system can, so nobody may write to it.
    [[nodiscard]] Result<Kept> keepFile(const QString &kind, const QString &path) const;
    [[nodiscard]] Result<Kept> keepBytes(const QString &kind, const QByteArray &bytes) const;
    /// Removes what is over the limits, the longest unused first.
    void trim() const;

private:
    [[nodiscard]] Result<void> makeFolder() const;
    [[nodiscard]] QString pathOf(const QString &kind, const QByteArray &sha256) const;

    QString m_folder;
    kernel::CacheLimits m_limits;
};

} // namespace culprit::conductor
