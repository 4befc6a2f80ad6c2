// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/sessionwriter.h"

#include "engine/session/database.h"
#include "engine/session/eventrow.h"
#include "engine/session/sessiontables.h"

#include <utility>

namespace culprit::session
{

SessionWriter::SessionWriter(NewFile file) : m_file(std::move(file)) {}

SessionWriter::~SessionWriter() = default;

Result<std::unique_ptr<SessionWriter>> SessionWriter::create(const QString &path)
{
    Result<NewFile> file = NewFile::at(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    std::unique_ptr<SessionWriter> writer(new SessionWriter(std::move(*file)));
    Result<std::unique_ptr<Database>> database = Database::open(writer->m_file.part(), Database::Mode::Write);
    if (!database) {
        return std::unexpected(database.error());
    }
    writer->m_database = std::move(*database);
    // One transaction that is never taken back: an unfinished file is removed.
    for (const QString &sql : {QStringLiteral("PRAGMA journal_mode = OFF"), QStringLiteral("PRAGMA synchronous = OFF"),
                               QStringLiteral("BEGIN")}) {
        if (const Result<void> done = writer->m_database->execute(sql); !done) {
            return std::unexpected(done.error());
        }
    }
    if (const Result<void> done = createTables(*writer->m_database); !done) {
        return std::unexpected(done.error());
    }
    return writer;
}

Result<void> SessionWriter::addEvent(const EventRow &row)
{
    return m_database->execute(
        QStringLiteral("INSERT OR IGNORE INTO event(seq, time, kind, payload) VALUES(?, ?, ?, ?)"),
        {qint64{row.seq.value}, row.time, row.kind, QString::fromUtf8(row.payload)});
}

Result<void> SessionWriter::addSetting(const QString &key, const QByteArray &value)
{
    return m_database->execute(QStringLiteral("INSERT OR IGNORE INTO setting(key, value) VALUES(?, ?)"), {key, value});
}

Result<void> SessionWriter::addChunk(LogId log, qint64 chunk, qint64 size, const PackedChunk &packed)
{
    return m_database->execute(
        QStringLiteral("INSERT INTO log(id, chunk, size, data, primer) VALUES(?, ?, ?, ?, ?) ON CONFLICT(id, chunk) DO "
                       "UPDATE SET size = excluded.size, data = excluded.data, primer = excluded.primer WHERE "
                       "excluded.size > size"),
        {qint64{log.value}, chunk, size, packed.frame, packed.primer});
}

Result<void> SessionWriter::addPrimer(qint64 id, const QByteArray &frame)
{
    return session::addPrimer(*m_database, id, frame);
}

Result<void> SessionWriter::finish()
{
    if (const Result<void> done = m_database->execute(QStringLiteral("COMMIT")); !done) {
        return done;
    }
    m_database.reset();
    return m_file.publish();
}

} // namespace culprit::session
