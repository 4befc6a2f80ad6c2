// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace culprit::machine
{

/// Reads a file that QEMU appends to, from an offset of its own: QEMU never waits for us and nothing is lost.
class FileFollower final
{
public:
    explicit FileFollower(const QString &path) : m_file(path) {}

    /// What was appended since the last call, at most `most` bytes; empty when there is nothing new.
    [[nodiscard]] QByteArray next(qint64 most = 1024 * 1024);
    [[nodiscard]] qint64 offset() const { return m_offset; } ///< bytes read so far

private:
    QFile m_file;
    qint64 m_offset = 0;
};

} // namespace culprit::machine
