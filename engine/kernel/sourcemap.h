// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

namespace culprit::kernel
{

/// Which files of the tree a build was made of, and where its functions are. Paths are relative to the tree.
struct SourceMap {
    QSet<QByteArray> files;
    bool knowsHeaders = false; ///< headers are among the files; else only what has an object of its own
    /// The files that define a function, by its name without compiler suffixes (".isra.0"): several where static
    /// functions of different files share a name.
    QMultiHash<QByteArray, QByteArray> functions;

    bool operator==(const SourceMap &) const = default;
};

/// Reads what a build left in its folder of objects: object files beside which the source tree has a file of the same
/// name, and, where kbuild or gcc wrote them, the lists of what each was made of. Blocks on the disk: for workers.
[[nodiscard]] SourceMap readSourceMap(const QString &objects, const QString &source);

/// As a text that packing shrinks well, one line a file: the path, then its functions, separated by tabs.
[[nodiscard]] QByteArray toText(const SourceMap &map);
/// Lines that make no sense are left out.
[[nodiscard]] SourceMap sourceMapFromText(const QByteArray &text);
/// An Error of kind Outside if the file cannot be read.
[[nodiscard]] Result<SourceMap> loadSourceMap(const QString &path);

} // namespace culprit::kernel
