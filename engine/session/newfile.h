// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

#include <utility>

namespace culprit::session
{

/// A file that is written under another name beside its own until it is finished; otherwise nothing is left of it.
class NewFile final
{
public:
    /// An error if `path` exists or its folder does not.
    [[nodiscard]] static Result<NewFile> at(const QString &path);
    ~NewFile();

    NewFile(NewFile &&other) noexcept : m_path(std::exchange(other.m_path, {})), m_part(std::exchange(other.m_part, {}))
    {
    }
    NewFile &operator=(NewFile &&) = delete;

    [[nodiscard]] QString part() const { return m_part; } ///< what to write to

    /// Gives the written file its name, unless that is taken meanwhile; on disk when it returns.
    [[nodiscard]] Result<void> publish();

private:
    NewFile(QString path, QString part) : m_path(std::move(path)), m_part(std::move(part)) {}

    QString m_path;
    QString m_part;
};

} // namespace culprit::session
