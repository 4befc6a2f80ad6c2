// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/integrity.h"

#include "engine/session/committext.h"
#include "engine/session/eventrow.h"
#include "engine/session/logstore.h"
#include "engine/session/primers.h"
#include "engine/session/rangesettings.h"
#include "engine/session/readabledatabase.h"
#include "engine/session/sessionfile.h"
#include "engine/session/sessiontables.h"

#include <QSqlQuery>

#include <algorithm>
#include <set>
#include <utility>

namespace culprit::session
{

namespace
{

constexpr qsizetype mostFaults = 100;

class Check final
{
public:
    explicit Check(Database &database) : m_database(database), m_primers(database) {}

    [[nodiscard]] Integrity run();

private:
    void checkPages();
    void checkSettings();
    void checkEvents();
    void checkEvent(const EventRow &row);
    void checkPrimers();
    void checkLogs();
    [[nodiscard]] bool isGood(const QString &key, const QByteArray &value);
    void fault(const QString &sentence);

    const Database &m_database;
    const Primers m_primers;
    Integrity m_integrity;
    bool m_hasRange = false;
    qint64 m_expected = 1; ///< number of the next event
    std::set<LogId> m_named;
    std::set<LogId> m_logs;
};

void Check::fault(const QString &sentence)
{
    if (m_integrity.faults.size() < mostFaults) {
        m_integrity.faults += sentence;
    }
}

Integrity Check::run()
{
    checkPages();
    checkSettings();
    checkEvents();
    checkPrimers();
    checkLogs();
    return std::move(m_integrity);
}

void Check::checkPages()
{
    static_cast<void>(m_database.value(QStringLiteral("PRAGMA cell_size_check = ON")));
    const Result<void> done =
        m_database.select(QStringLiteral("PRAGMA quick_check(20)"), {}, [this](const QSqlQuery &row) {
            // One row may hold several lines.
            const QStringList lines = row.value(0).toString().split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : lines) {
                if (line != u"ok" && !line.startsWith(u"***")) {
                    fault(QStringLiteral("SQLite says: %1.").arg(line));
                }
            }
            return true;
        });
    if (!done) {
        fault(QStringLiteral("SQLite cannot read all of the file."));
    }
}

bool Check::isGood(const QString &key, const QByteArray &value)
{
    if (isRangeKey(key)) {
        m_hasRange = m_hasRange || key == rangeKey;
        return isRangeValue(key, value);
    }
    if (key == lostKey) {
        m_integrity.lost = spansFromText(QString::fromUtf8(value));
        return true;
    }
    return !key.startsWith(commitPrefix) || unpackedCommitText(value).has_value();
}

void Check::checkSettings()
{
    const Result<void> done =
        m_database.select(QStringLiteral("SELECT key, value FROM setting"), {}, [this](const QSqlQuery &row) {
            const QString key = row.value(0).toString();
            if (!isGood(key, row.value(1).toByteArray())) {
                fault(isRangeKey(key) ? QStringLiteral("The range of commits cannot be read.")
                                      : QStringLiteral("The text of %1 cannot be read.").arg(key.left(60)));
            }
            return true;
        });
    if (!done) {
        fault(QStringLiteral("Not all of the range and of the texts of commits can be read."));
    } else if (!m_hasRange) {
        fault(QStringLiteral("The range of commits is missing."));
    }
}

void Check::checkEvent(const EventRow &row)
{
    const qint64 seq = row.seq.value;
    const bool isKnown = std::ranges::contains(m_integrity.lost, EventSpan{m_expected, seq - 1});
    if (seq != m_expected && !isKnown) {
        fault(seq - m_expected == 1 ? QStringLiteral("Event %1 is missing.").arg(m_expected)
                                    : QStringLiteral("Events %1 to %2 are missing.").arg(m_expected).arg(seq - 1));
    }
    m_expected = seq + 1;
    ++m_integrity.events;
    const Result<Event> event = eventFrom(row);
    if (!event) {
        fault(QStringLiteral("Event %1 is damaged: %2").arg(seq).arg(QString::fromStdString(event.error().message)));
        return;
    }
    if (seq == 1 && !std::holds_alternative<SessionCreated>(event->payload)) {
        fault(QStringLiteral("Event 1 does not hold the session's settings."));
    }
    if (const LogId log = logNamedBy(event->payload); log.value != 0) {
        m_named.insert(log);
    }
}

void Check::checkEvents()
{
    const Result<void> done = m_database.select(
        QStringLiteral("SELECT seq, time, kind, payload FROM event ORDER BY seq"), {}, [this](const QSqlQuery &row) {
            checkEvent({EventSeq{row.value(0).toLongLong()}, row.value(1).toLongLong(), row.value(2).toString(),
                        row.value(3).toByteArray()});
            return m_integrity.faults.size() < mostFaults;
        });
    if (!done) {
        fault(QStringLiteral("No event after number %1 can be read.").arg(m_expected - 1));
    }
}

/// Where none of the two is good the logs say what is lost.
void Check::checkPrimers()
{
    for (qint64 id = 1; id <= Primers::most; ++id) {
        if (m_primers.goodCopies(id) == 1) {
            fault(
                QStringLiteral("One of the two copies of text %1, which logs are packed against, is damaged.").arg(id));
        }
    }
}

void Check::checkLogs()
{
    LogId log;
    qint64 expected = 0;
    bool mayFollow = true; // the chunk before was full
    const auto see = [&](LogId id, qint64 chunk, qint64 size, const PackedChunk &packed) {
        if (id != log) {
            log = id;
            expected = 0;
            mayFollow = true;
            m_logs.insert(id);
        }
        const Result<QByteArray> text = m_primers.unpacked(packed);
        if (chunk != expected || !mayFollow || !text || text->size() != size) {
            fault(QStringLiteral("Log %1 is damaged at byte %2.").arg(id.value).arg(expected * LogStore::chunkSize));
        }
        mayFollow = size == LogStore::chunkSize;
        expected = chunk + 1;
    };
    const Result<void> done = primerColumn(m_database).and_then([&](const QString &primer) {
        return m_database.select(
            QStringLiteral("SELECT id, chunk, size, data, %1 FROM log ORDER BY id, chunk").arg(primer), {},
            [&](const QSqlQuery &row) {
                see(LogId{row.value(0).toLongLong()}, row.value(1).toLongLong(), row.value(2).toLongLong(),
                    {row.value(3).toByteArray(), row.value(4).toLongLong()});
                return m_integrity.faults.size() < mostFaults;
            });
    });
    m_integrity.logs = std::ssize(m_logs);
    if (!done) {
        fault(QStringLiteral("Nothing after byte %1 of log %2 can be read.")
                  .arg(expected * LogStore::chunkSize)
                  .arg(log.value));
        return;
    }
    for (const LogId named : m_named) {
        if (!m_logs.contains(named)) {
            fault(QStringLiteral("Log %1 is missing.").arg(named.value));
        }
    }
}

} // namespace

Result<Integrity> checkSession(const QString &path)
{
    const Result<std::unique_ptr<SessionFile>> file = SessionFile::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto faulty = [](const Error &error) {
        Integrity integrity;
        integrity.faults += QString::fromStdString(error.message);
        return integrity;
    };
    if (const Result<void> whole = (*file)->checkLength(); !whole) {
        return faulty(whole.error());
    }
    const Result<ReadableDatabase> readable = ReadableDatabase::open(path);
    if (!readable) {
        return faulty(readable.error());
    }
    if (const Result<void> tables = checkTables(*readable->database, path); !tables) {
        return faulty(tables.error());
    }
    return Check(*readable->database).run();
}

} // namespace culprit::session
