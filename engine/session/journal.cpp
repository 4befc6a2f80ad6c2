// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/journal.h"

#include "engine/session/eventrow.h"
#include "engine/session/logstore.h"
#include "engine/session/rangecodec.h"
#include "engine/session/rangesettings.h"
#include "engine/session/readabledatabase.h"
#include "engine/session/sessionfile.h"
#include "engine/session/sessiontables.h"
#include "engine/session/sessionwriter.h"

#include <QAbstractEventDispatcher>
#include <QDateTime>
#include <QDir>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

using namespace std::chrono_literals;

namespace culprit::session
{

namespace
{

Q_LOGGING_CATEGORY(category, "culprit.session")

const QString settingQuery = QStringLiteral("SELECT value FROM setting WHERE key = ?");

std::unexpected<Error> failed(const QString &text, const QString &path)
{
    return failedOutside(text.arg(QDir::toNativeSeparators(path)).toStdString());
}

Result<Event> insertEvent(Database &database, EventSeq seq, const Payload &payload)
{
    const EventRow row = rowOf({seq, QDateTime::currentMSecsSinceEpoch(), payload});
    // What is returned is what a later reader of the file gets.
    Result<Event> event = eventFrom(row);
    if (!event) {
        return event;
    }
    const Result<void> done =
        database.execute(QStringLiteral("INSERT INTO event(seq, time, kind, payload) VALUES(?, ?, ?, ?)"),
                         {qint64{row.seq.value}, row.time, row.kind, QString::fromUtf8(row.payload)});
    if (!done) {
        return std::unexpected(done.error());
    }
    return event;
}

Result<void> putSetting(Database &database, const QString &key, const QByteArray &value)
{
    return database.execute(QStringLiteral("INSERT OR REPLACE INTO setting(key, value) VALUES(?, ?)"), {key, value});
}

} // namespace

struct Journal::Private {
    QString path;
    bool readOnly = true;
    std::unique_ptr<QTemporaryDir> copy; ///< of a file that SQLite cannot read where it is
    // Destroyed from below: SQLite lets go of the file before the lock does.
    std::unique_ptr<SessionFile> file;
    std::unique_ptr<Database> database;
    std::unique_ptr<LogStore> logs;
    std::unique_ptr<QTimer> flushTimer;
    EventSeq last;

    [[nodiscard]] Result<void> openForReading();
    [[nodiscard]] Result<void> openForWriting();
    [[nodiscard]] Result<void> finishOpening();
    void close();
    [[nodiscard]] Result<void> writable() const;
    /// `besides`: what is written in the same transaction.
    [[nodiscard]] Result<Event> append(const Payload &payload, const std::function<Result<void>()> &besides);
};

Result<void> Journal::Private::openForReading()
{
    readOnly = true;
    Result<ReadableDatabase> opened = ReadableDatabase::open(path);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    copy = std::move(opened->copy);
    database = std::move(opened->database);
    return finishOpening();
}

Result<void> Journal::Private::openForWriting()
{
    if (!SessionFile::isWritable(path)) {
        return failed(QStringLiteral("The session file %1 cannot be written: make it and its folder writable."), path);
    }
    Result<std::unique_ptr<Database>> opened = Database::open(path, Database::Mode::Write);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    database = std::move(*opened);
    for (const QString &pragma :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA trusted_schema = OFF")}) {
        if (Result<void> done = database->execute(pragma); !done) {
            return done;
        }
    }
    readOnly = false;
    return finishOpening();
}

Result<void> Journal::Private::finishOpening()
{
    if (Result<void> done = checkTables(*database, path); !done) {
        return done;
    }
    const Result<QVariant> seq = database->value(QStringLiteral("SELECT max(seq) FROM event"));
    if (!seq) {
        return std::unexpected(seq.error());
    }
    last = EventSeq{seq->toLongLong()};
    if (last.value < 1) {
        return damagedSession(path, QStringLiteral("it holds no events"));
    }
    logs = std::make_unique<LogStore>(*database);
    return readOnly ? Result<void>{} : migrateTables(*database);
}

void Journal::Private::close()
{
    flushTimer.reset();
    if (!readOnly && database) {
        if (logs) {
            if (const Result<void> done = logs->flush(); !done) {
                qCWarning(category, "%s", done.error().message.c_str());
            }
        }
        // If a reader holds the file it stays in WAL mode, but whole: the log is empty.
        static_cast<void>(database->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        static_cast<void>(database->execute(QStringLiteral("PRAGMA busy_timeout = 0")));
        static_cast<void>(database->execute(QStringLiteral("PRAGMA journal_mode = DELETE")));
    }
    logs.reset();
    database.reset();
    file.reset();
}

Result<void> Journal::Private::writable() const
{
    if (readOnly) {
        return failed(QStringLiteral("The session file %1 is open for reading only."), path);
    }
    return {};
}

Journal::Journal(std::unique_ptr<Private> dd) : d(std::move(dd)) {}

Journal::~Journal()
{
    d->close();
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &path, const SessionCreated &created,
                                                 const history::CommitRange &range)
{
    Result<std::unique_ptr<SessionWriter>> writer = SessionWriter::create(path);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const Event first{EventSeq{1}, QDateTime::currentMSecsSinceEpoch(), created};
    Result<void> done;
    for (const auto &[key, value] : rangeSettings({std::make_shared<const history::CommitRange>(range)})) {
        done = done.and_then([&] { return (*writer)->addSetting(key, value); });
    }
    done =
        done.and_then([&] { return (*writer)->addEvent(rowOf(first)); }).and_then([&] { return (*writer)->finish(); });
    if (!done) {
        return std::unexpected(done.error());
    }
    return open(path, Access::Write);
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, Access access)
{
    Result<std::unique_ptr<SessionFile>> file = SessionFile::open(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    if (const Result<void> whole = (*file)->checkLength(); !whole) {
        return std::unexpected(whole.error());
    }
    auto d = std::make_unique<Private>();
    d->path = path;
    d->file = std::move(*file);
    const bool canWrite =
        access != Access::Read && (access == Access::Write || SessionFile::isWritable(path)) && d->file->lock();
    if (access == Access::Write && !canWrite) {
        return failed(
            QStringLiteral("Another program works on the session file %1: close it there, or open it for reading."),
            path);
    }
    std::unique_ptr<Journal> journal(new Journal(std::move(d)));
    const Result<void> done = canWrite ? journal->d->openForWriting() : journal->d->openForReading();
    if (!done) {
        return std::unexpected(done.error());
    }
    return journal;
}

QString Journal::path() const
{
    return d->path;
}

bool Journal::isReadOnly() const
{
    return d->readOnly;
}

Result<std::vector<Event>> Journal::events() const
{
    std::vector<Event> events;
    QString error;
    const Result<void> done = d->database->select(
        QStringLiteral("SELECT seq, time, kind, payload FROM event ORDER BY seq"), {},
        [&events, &error](const QSqlQuery &row) {
            Result<Event> event = eventFrom({EventSeq{row.value(0).toLongLong()}, row.value(1).toLongLong(),
                                             row.value(2).toString(), row.value(3).toByteArray()});
            if (!event) {
                error = QStringLiteral("event %1: %2")
                            .arg(row.value(0).toString(), QString::fromStdString(event.error().message));
                return false;
            }
            events.push_back(std::move(*event));
            return true;
        });
    if (!done) {
        return std::unexpected(done.error());
    }
    if (!error.isEmpty()) {
        return damagedSession(d->path, error);
    }
    return events;
}

Result<Ranges> Journal::ranges() const
{
    Settings settings;
    const Result<void> done =
        d->database->select(QStringLiteral("SELECT key, value FROM setting WHERE key BETWEEN 'forks' AND 'range/g'"),
                            {}, [&settings](const QSqlQuery &row) {
                                settings.emplaceBack(row.value(0).toString(), row.value(1).toByteArray());
                                return true;
                            });
    if (!done) {
        return std::unexpected(done.error());
    }
    auto ranges = rangesFrom(settings);
    if (!ranges) {
        return damagedSession(d->path, QStringLiteral("its commit range or the forks of it cannot be read"));
    }
    return ranges;
}

Result<Event> Journal::Private::append(const Payload &payload, const std::function<Result<void>()> &besides)
{
    if (const Result<void> may = writable(); !may) {
        return std::unexpected(may.error());
    }
    const EventSeq seq{last.value + 1};
    Result<Event> event = failedOutside({});
    // A run's end and its console go together.
    const Result<void> done = database->transaction([&] {
        return logs->writeTails().and_then(besides).and_then([&]() -> Result<void> {
            event = insertEvent(*database, seq, payload);
            return event.transform([](const Event &) {});
        });
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    logs->settle();
    last = seq;
    return event;
}

Result<Event> Journal::append(const Payload &payload)
{
    return d->append(payload, [] { return Result<void>(); });
}

Result<Event> Journal::append(const GoodEndFound &found, const history::CommitRange &range)
{
    return d->append(found,
                     [&] { return putSetting(*d->database, foundRangeKey(found.release.commit), packedRange(range)); });
}

Result<void> Journal::append(std::span<const Payload> payloads)
{
    if (const Result<void> may = d->writable(); !may) {
        return may;
    }
    EventSeq last = d->last;
    const Result<void> done = d->database->transaction([&]() -> Result<void> {
        Result<void> inserted = d->logs->writeTails();
        for (const Payload &payload : payloads) {
            if (!inserted) {
                break;
            }
            ++last.value;
            inserted = insertEvent(*d->database, last, payload).transform([](const Event &) {});
        }
        return inserted;
    });
    if (done) {
        d->logs->settle();
        d->last = last;
    }
    return done;
}

Result<LogId> Journal::createLog()
{
    if (const Result<void> may = d->writable(); !may) {
        return std::unexpected(may.error());
    }
    return d->logs->create();
}

Result<void> Journal::appendLog(LogId log, const QByteArray &bytes)
{
    if (const Result<void> may = d->writable(); !may) {
        return may;
    }
    Result<void> done = d->logs->append(log, bytes);
    if (!d->flushTimer && QAbstractEventDispatcher::instance() != nullptr) {
        d->flushTimer = std::make_unique<QTimer>();
        d->flushTimer->setSingleShot(true);
        QObject::connect(d->flushTimer.get(), &QTimer::timeout, d->flushTimer.get(), [this] {
            if (const Result<void> flushed = d->logs->flush(); !flushed) {
                qCWarning(category, "%s", flushed.error().message.c_str());
                d->flushTimer->start(1s);
            }
        });
    }
    if (d->flushTimer && !d->flushTimer->isActive() && d->logs->isDirty()) {
        d->flushTimer->start(900ms);
    }
    return done;
}

Result<void> Journal::flushLogs()
{
    return d->readOnly ? Result<void>{} : d->logs->flush();
}

Result<void> Journal::endLog(LogId log)
{
    const Result<void> may = d->writable();
    return may ? d->logs->end(log) : may;
}

Result<std::vector<LogId>> Journal::logs() const
{
    std::vector<LogId> logs;
    return d->database
        ->select(QStringLiteral("SELECT DISTINCT id FROM log ORDER BY id"), {},
                 [&logs](const QSqlQuery &row) {
                     logs.push_back(LogId{row.value(0).toLongLong()});
                     return true;
                 })
        .transform([&logs] { return std::move(logs); });
}

qint64 Journal::logSize(LogId log) const
{
    return d->logs->size(log);
}

Result<QByteArray> Journal::readLog(LogId log, qint64 offset, qint64 size) const
{
    return d->logs->read(log, offset, size);
}

Result<void> Journal::setCommitText(const ObjectId &id, const CommitText &text)
{
    if (const Result<void> may = d->writable(); !may) {
        return may;
    }
    const QByteArray value = packedCommitText(text);
    if (value.isEmpty()) {
        return wrongUse("The message and patch of commit " + id.shortHex() + " are too long for the session file.");
    }
    return d->database->execute(QStringLiteral("INSERT OR REPLACE INTO setting(key, value) VALUES(?, ?)"),
                                {commitKey(id), value});
}

std::optional<CommitText> Journal::commitText(const ObjectId &id) const
{
    const Result<QVariant> value = d->database->value(settingQuery, {commitKey(id)});
    if (!value || !value->isValid()) {
        return std::nullopt;
    }
    Result<CommitText> text = unpackedCommitText(value->toByteArray());
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

Result<std::vector<ObjectId>> Journal::keptCommits() const
{
    std::vector<ObjectId> ids;
    return d->database
        ->select(QStringLiteral("SELECT key FROM setting WHERE key LIKE ?"), {commitPrefix + u'%'},
                 [&ids](const QSqlQuery &row) {
                     const QString hex = row.value(0).toString().sliced(commitPrefix.size());
                     if (const auto id = ObjectId::fromHex(hex.toStdString())) {
                         ids.push_back(*id);
                     }
                     return true;
                 })
        .transform([&ids] { return std::move(ids); });
}

} // namespace culprit::session
