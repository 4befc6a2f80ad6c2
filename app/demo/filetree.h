// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/historyscript.h"
#include "engine/base/error.h"

#include <QByteArray>
#include <QMap>

namespace culprit::demo
{

/// The files of one revision, by path.
class FileTree final
{
public:
    FileTree() = default;
    explicit FileTree(QMap<QByteArray, QByteArray> files) : m_files(std::move(files)) {}

    [[nodiscard]] const QMap<QByteArray, QByteArray> &files() const { return m_files; }

    /// Fails when the file is missing, or when what the edit looks for is there not exactly once.
    [[nodiscard]] Result<void> apply(const Edit &edit);

private:
    QMap<QByteArray, QByteArray> m_files;
};

} // namespace culprit::demo
