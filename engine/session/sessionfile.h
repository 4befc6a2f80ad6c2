// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

#include <array>
#include <memory>
#include <utility>

namespace culprit::session
{

constexpr quint32 sessionApplicationId = 0x43756c70; ///< "Culp"
constexpr quint32 sessionFormat = 2;                 ///< user_version; those of 1 are read too

/// A session file that cannot be trusted: `how` it shows, and the command that saves the rest.
[[nodiscard]] std::unexpected<Error> damagedSession(const QString &path, const QString &how);

/// The session file as a file: what its first bytes say, and the lock of the one writer. The lock is flock's, so it
/// goes with the process that held it and has nothing to do with the locks that SQLite takes in the same file.
class SessionFile final
{
public:
    /// Errors: no such file, not a session file, or of a newer format.
    [[nodiscard]] static Result<std::unique_ptr<SessionFile>> open(const QString &path);
    ~SessionFile();

    SessionFile(const SessionFile &) = delete;
    SessionFile &operator=(const SessionFile &) = delete;

    /// An error if the file is shorter than it says.
    [[nodiscard]] Result<void> checkLength() const;

    [[nodiscard]] bool lock(); ///< false if another holds the lock
    void unlock();
    /// Whether somebody has the lock now, this program too. False if the file cannot be opened.
    [[nodiscard]] static bool isLocked(const QString &path);

    /// May be written, and so may its folder, where SQLite keeps the write-ahead log.
    [[nodiscard]] static bool isWritable(const QString &path);
    /// A writer runs, or died before it could fold its write-ahead log in.
    [[nodiscard]] static bool hasWriteAheadLog(const QString &path);
    /// A writer opens or closes the file, or died over it: what it changed may have to be taken back.
    [[nodiscard]] static bool hasRollbackJournal(const QString &path);
    /// Copies the file with what stands beside it, to be written on; `to` must not exist. False: not all of it.
    [[nodiscard]] static bool copyWithJournals(const QString &from, const QString &to);

private:
    SessionFile(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    [[nodiscard]] Result<void> checkHeader();

    QString m_path;
    int m_descriptor = -1;
    std::array<char, 100> m_header{};
};

} // namespace culprit::session
