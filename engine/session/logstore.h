// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"
#include "engine/session/primers.h"
#include "engine/session/sessiontables.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

#include <map>
#include <optional>

namespace culprit::session
{

/// The consoles and build logs of a session file, table log(id, chunk, size, data, primer). Every chunk but a log's
/// last holds exactly 64 KiB of text, so an offset tells its chunk; the last one grows in memory and is rewritten on
/// each flush, quickly. What is full, or of a log that has ended, is packed well.
class LogStore final
{
public:
    static constexpr qint64 chunkSize = logChunkSize;
    static constexpr qint64 mostChunks = 1LL << 32; ///< of a log that is not damaged

    explicit LogStore(Database &database) : m_database(database), m_primers(database) {}

    [[nodiscard]] Result<LogId> create();
    /// Takes the bytes into memory, and flushes all when the oldest unflushed ones are a second old or a log holds
    /// much. An error leaves the log as it was.
    [[nodiscard]] Result<void> append(LogId log, const QByteArray &bytes);
    [[nodiscard]] bool isDirty() const;

    /// No more bytes will come: flushes, and packs the log as small as it gets.
    [[nodiscard]] Result<void> end(LogId log);

    /// Flushes in a transaction of its own.
    [[nodiscard]] Result<void> flush();
    /// The same inside the caller's transaction; settle() once that is committed.
    [[nodiscard]] Result<void> writeTails();
    void settle();

    [[nodiscard]] qint64 size(LogId log) const;
    [[nodiscard]] Result<QByteArray> read(LogId log, qint64 offset, qint64 size) const;

private:
    struct Last {
        qint64 chunk = 0;
        qint64 size = 0;
    };
    struct Tail {
        qint64 chunk = 0;      ///< number of the chunk that `bytes` begins with
        QByteArray bytes;      ///< from the start of that chunk
        qsizetype flushed = 0; ///< how many of them are on disk
    };

    [[nodiscard]] Result<Tail *> tail(LogId log);
    [[nodiscard]] Result<QByteArray> chunk(LogId log, qint64 number) const;
    [[nodiscard]] Result<Last> last(LogId log) const;

    Database &m_database;
    Primers m_primers;
    std::map<LogId, Tail> m_tails;
    QElapsedTimer m_dirtySince; ///< invalid while nothing is unflushed
};

} // namespace culprit::session
