// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/cachetrim.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace culprit::kernel
{

/// What a finished build leaves.
struct Artifacts {
    QString image;
    QString vmlinux; ///< empty: the recipe has none
    QString config;  ///< empty: the recipe has none
    QString sources; ///< toText() of the build's SourceMap; empty if it could not be written
    QByteArray signature;
    QByteArray maskedSignature; ///< empty if it cannot be told
    QString compiler;
    QString command;
    qint64 milliseconds = 0; ///< that the build took

    bool operator==(const Artifacts &) const = default;
};

/// Puts files into `folder` as "image", "vmlinux", "config" and "sources", with new paths in the result. The folder
/// appears whole or not at all, and takes the place of an older one.
[[nodiscard]] Result<Artifacts> collectArtifacts(const Artifacts &from, const QString &folder);

/// Finished builds by key, for sessions that are resumed or repeated. A value without state: the folder is the cache,
/// and several programs may use it at once. All functions block on the disk: call them on a worker thread.
class ArtifactCache final
{
public:
    using Limits = CacheLimits;

    explicit ArtifactCache(QString folder) : ArtifactCache(std::move(folder), Limits()) {}
    ArtifactCache(QString folder, const Limits &limits) : m_folder(std::move(folder)), m_limits(limits) {}

    /// `parts` are all that decides about the build: commit, config, recipe, variables, compiler.
    [[nodiscard]] static QByteArray key(const QList<QByteArray> &parts);

    /// Files are linked where the file system can, so neither side may write into them.
    Result<void> put(const QByteArray &key, const Artifacts &artifacts) const;
    /// Into `folder` as collectArtifacts() does. An entry whose files are not what was put is removed, and nothing
    /// returned.
    [[nodiscard]] std::optional<Artifacts> take(const QByteArray &key, const QString &folder) const;
    /// Path of the image that had this SHA-256 (64 hex digits) when it was put; empty: there is none. It stays until
    /// the cache is trimmed, by any program: link it.
    [[nodiscard]] QString imageWith(const QByteArray &hash) const;
    /// Removes what is over the limits, the longest unused first; put() does it too.
    void trim() const;

private:
    [[nodiscard]] QString entryFolder(const QByteArray &key) const;

    QString m_folder;
    Limits m_limits;
};

} // namespace culprit::kernel
