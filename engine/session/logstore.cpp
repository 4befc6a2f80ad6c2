// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/logstore.h"

#include "engine/session/database.h"
#include "engine/session/zstdframe.h"

#include <QSqlQuery>

#include <algorithm>

namespace culprit::session
{

namespace
{

constexpr qsizetype flushSize = 1 << 20;
constexpr qint64 flushMilliseconds = 1000;

std::unexpected<Error> damaged(LogId log)
{
    return failedOutside(
        QStringLiteral("Log %1 of the session file is damaged: \"culprit salvage FILE -o NEW\" saves the rest of it.")
            .arg(log.value)
            .toStdString());
}

std::unexpected<Error> unknown(LogId log)
{
    return wrongUse(QStringLiteral("The session file has no log %1.").arg(log.value).toStdString());
}

} // namespace

Result<LogId> LogStore::create()
{
    const Result<QVariant> last = m_database.value(QStringLiteral("SELECT max(id) FROM log"));
    if (!last) {
        return std::unexpected(last.error());
    }
    const LogId log{last->toLongLong() + 1};
    const Result<void> done =
        m_database.execute(QStringLiteral("INSERT INTO log(id, chunk, size, data) VALUES(?, 0, 0, ?)"),
                           {qint64{log.value}, packed(QByteArrayLiteral(""))});
    if (!done) {
        return std::unexpected(done.error());
    }
    m_tails.emplace(log, Tail{});
    return log;
}

Result<LogStore::Last> LogStore::last(LogId log) const
{
    std::optional<Last> last;
    const Result<void> done =
        m_database.select(QStringLiteral("SELECT chunk, size FROM log WHERE id = ? ORDER BY chunk DESC LIMIT 1"),
                          {qint64{log.value}}, [&last](const QSqlQuery &row) {
                              last = Last{row.value(0).toLongLong(), row.value(1).toLongLong()};
                              return false;
                          });
    if (!done) {
        return std::unexpected(done.error());
    }
    if (!last) {
        return unknown(log);
    }
    if (last->chunk < 0 || last->chunk > mostChunks || last->size < 0 || last->size > chunkSize) {
        return damaged(log);
    }
    return *last;
}

Result<LogStore::Tail *> LogStore::tail(LogId log)
{
    if (const auto found = m_tails.find(log); found != m_tails.end()) {
        return &found->second;
    }
    const Result<Last> end = last(log);
    if (!end) {
        return std::unexpected(end.error());
    }
    Result<QByteArray> bytes = chunk(log, end->chunk);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const qsizetype flushed = bytes->size();
    return &m_tails.emplace(log, Tail{end->chunk, std::move(*bytes), flushed}).first->second;
}

Result<void> LogStore::append(LogId log, const QByteArray &bytes)
{
    const Result<Tail *> found = tail(log);
    if (!found) {
        return std::unexpected(found.error());
    }
    Tail &tail = **found;
    const qsizetype before = tail.bytes.size();
    tail.bytes += bytes;
    if (!m_dirtySince.isValid()) {
        m_dirtySince.start();
    }
    if (tail.bytes.size() - tail.flushed < flushSize && !m_dirtySince.hasExpired(flushMilliseconds)) {
        return {};
    }
    const Result<void> done = flush();
    if (!done) {
        tail.bytes.truncate(before);
    }
    return done;
}

bool LogStore::isDirty() const
{
    return std::ranges::any_of(m_tails,
                               [](const auto &item) { return item.second.bytes.size() > item.second.flushed; });
}

Result<void> LogStore::flush()
{
    if (!isDirty()) {
        m_dirtySince.invalidate();
        return {};
    }
    const Result<void> done = m_database.transaction([this] { return writeTails(); });
    if (done) {
        settle();
    } else {
        m_dirtySince.restart();
    }
    return done;
}

Result<void> LogStore::end(LogId log)
{
    const Result<void> done = m_database.transaction([this, log] {
        return writeTails()
            .and_then([this, log] { return m_primers.learn(log); })
            .and_then([this, log] { return last(log); })
            .and_then([this, log](const Last &last) { return m_primers.repack(log, last.chunk); });
    });
    if (done) {
        settle();
        m_tails.erase(log);
    } else {
        m_primers.forget();
    }
    return done;
}

Result<void> LogStore::writeTails()
{
    for (const auto &[log, tail] : m_tails) {
        if (tail.bytes.size() == tail.flushed) {
            continue;
        }
        for (qint64 start = 0; start < tail.bytes.size(); start += chunkSize) {
            const QByteArray raw = tail.bytes.mid(start, chunkSize);
            const PackedChunk chunk = raw.size() == chunkSize ? m_primers.packed(raw) : PackedChunk{packed(raw), 0};
            const Result<void> done = m_database.execute(
                QStringLiteral("INSERT OR REPLACE INTO log(id, chunk, size, data, primer) VALUES(?, ?, ?, ?, ?)"),
                {qint64{log.value}, tail.chunk + start / chunkSize, qint64{raw.size()}, chunk.frame, chunk.primer});
            if (!done) {
                return done;
            }
        }
    }
    return {};
}

void LogStore::settle()
{
    for (auto &[log, tail] : m_tails) {
        const qint64 full = tail.bytes.size() / chunkSize;
        tail.chunk += full;
        tail.bytes.remove(0, full * chunkSize);
        tail.flushed = tail.bytes.size();
    }
    m_dirtySince.invalidate();
}

qint64 LogStore::size(LogId log) const
{
    if (const auto found = m_tails.find(log); found != m_tails.end()) {
        return found->second.chunk * chunkSize + found->second.bytes.size();
    }
    const Result<Last> end = last(log);
    return end ? end->chunk * chunkSize + end->size : 0;
}

Result<QByteArray> LogStore::chunk(LogId log, qint64 number) const
{
    const Result<QString> primer = primerColumn(m_database);
    if (!primer) {
        return std::unexpected(primer.error());
    }
    PackedChunk chunk;
    const Result<void> done =
        m_database.select(QStringLiteral("SELECT data, %1 FROM log WHERE id = ? AND chunk = ?").arg(*primer),
                          {qint64{log.value}, number}, [&chunk](const QSqlQuery &row) {
                              chunk = {row.value(0).toByteArray(), row.value(1).toLongLong()};
                              return false;
                          });
    if (!done) {
        return std::unexpected(done.error());
    }
    Result<QByteArray> bytes = m_primers.unpacked(chunk);
    return bytes ? bytes : damaged(log);
}

Result<QByteArray> LogStore::read(LogId log, qint64 offset, qint64 size) const
{
    const qint64 end = this->size(log);
    offset = std::clamp<qint64>(offset, 0, end);
    size = std::clamp<qint64>(size, 0, end - offset);
    const auto found = m_tails.find(log);
    QByteArray bytes;
    while (size > 0) {
        const qint64 number = offset / chunkSize;
        const bool inTail = found != m_tails.end() && number >= found->second.chunk;
        const Result<QByteArray> part = inTail ? found->second.bytes : chunk(log, number);
        if (!part) {
            return part;
        }
        const qint64 from = offset - (inTail ? found->second.chunk : number) * chunkSize;
        const QByteArray piece = part->mid(from, size);
        if (piece.isEmpty()) {
            return damaged(log);
        }
        bytes += piece;
        offset += piece.size();
        size -= piece.size();
    }
    return bytes;
}

} // namespace culprit::session
