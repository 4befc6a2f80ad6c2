// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/committext.h"
#include "engine/session/event.h"
#include "engine/session/ranges.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace culprit::session
{

/// The session file NAME.culprit: an SQLite database with application_id 0x43756c70 ("Culp") and user_version = 2.
/// event(seq, time, kind, payload), setting(key, value), log(id, chunk, size, data: zstd frame of up to 64 KiB of text,
/// primer: number of the text that the frame was packed against, see Primers; 0: none), primer(id, data) and its copy
/// primercopy(id, data). Files of format 1 know no primers; opened for writing they become of format 2.
/// WAL while open for writing, one plain file when closed. One writer at a time, kept by a lock that a dead program
/// leaves free. Used on the thread that opened it.
class Journal final
{
public:
    enum class Access {
        Write,    ///< fails if another program writes
        Read,     ///< never changes the file
        Whichever ///< Write, or Read if another program writes
    };

    [[nodiscard]] static Result<std::unique_ptr<Journal>> create(const QString &path, const SessionCreated &created,
                                                                 const history::CommitRange &range);
    /// Errors tell apart: no such file, not a session file, a truncated or damaged one (salvageSession() saves what is
    /// left), a newer format (which version it needs), in use by another program.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &path, Access access);
    ~Journal(); ///< closes: all logs flushed, WAL folded in

    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] Result<std::vector<Event>> events() const;
    [[nodiscard]] Result<Ranges> ranges() const;

    /// On disk (fsync) when it returns. An error (full disk) changes nothing.
    [[nodiscard]] Result<Event> append(const Payload &payload);

    /// The same, and the range down to the release with it: both or neither.
    [[nodiscard]] Result<Event> append(const GoodEndFound &found, const history::CommitRange &range);

    /// The same for many that belong together: all of them or none.
    [[nodiscard]] Result<void> append(std::span<const Payload> payloads);

    /// A new, empty log.
    [[nodiscard]] Result<LogId> createLog();
    /// Adds bytes at the end; on disk within a second, or by flushLogs().
    [[nodiscard]] Result<void> appendLog(LogId log, const QByteArray &bytes);
    [[nodiscard]] Result<void> flushLogs();
    /// No more bytes will come: what is there is on disk, packed as small as it gets.
    [[nodiscard]] Result<void> endLog(LogId log);
    [[nodiscard]] Result<std::vector<LogId>> logs() const; ///< all, ascending
    [[nodiscard]] qint64 logSize(LogId log) const;         ///< bytes, what is not flushed too
    /// Up to `size` bytes from `offset`; reads only the chunks it needs.
    [[nodiscard]] Result<QByteArray> readLog(LogId log, qint64 offset, qint64 size) const;

    [[nodiscard]] Result<void> setCommitText(const ObjectId &id, const CommitText &text);
    [[nodiscard]] std::optional<CommitText> commitText(const ObjectId &id) const;
    [[nodiscard]] Result<std::vector<ObjectId>> keptCommits() const; ///< those that have a text

private:
    struct Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace culprit::session
