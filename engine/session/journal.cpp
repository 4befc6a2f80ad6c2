// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/journal.h"

#include "engine/session/database.h"
#include "engine/session/logstore.h"
#include "engine/session/rangecodec.h"
#include "engine/session/sessionfile.h"
#include "engine/session/zstdframe.h"

#include <QAbstractEventDispatcher>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace culprit::session
{

namespace
{

Q_LOGGING_CATEGORY(category, "culprit.session")

constexpr qint64 maxPatchBytes = 64LL << 20;

/// The columns of each table; a file with others is not ours, whatever its header says.
struct Table {
    QString name;
    QStringList columns;
    QString sql;
};

const QList<Table> &tables()
{
    static const QList<Table> all{
        {QStringLiteral("event"),
         {QStringLiteral("seq"), QStringLiteral("time"), QStringLiteral("kind"), QStringLiteral("payload")},
         QStringLiteral("CREATE TABLE event(seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL, "
                        "payload TEXT NOT NULL)")},
        {QStringLiteral("setting"),
         {QStringLiteral("key"), QStringLiteral("value")},
         QStringLiteral("CREATE TABLE setting(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")},
        {QStringLiteral("log"),
         {QStringLiteral("id"), QStringLiteral("chunk"), QStringLiteral("size"), QStringLiteral("data")},
         QStringLiteral("CREATE TABLE log(id INTEGER NOT NULL, chunk INTEGER NOT NULL, size INTEGER NOT NULL, "
                        "data BLOB NOT NULL, PRIMARY KEY(id, chunk))")},
    };
    return all;
}

std::unexpected<Error> failed(const QString &text, const QString &path)
{
    return failedOutside(text.arg(QDir::toNativeSeparators(path)).toStdString());
}

Result<void> checkTables(const Database &database, const QString &path)
{
    for (const Table &table : tables()) {
        QStringList columns;
        const Result<void> done = database.select(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table.name},
                                                  [&columns](const QSqlQuery &row) {
                                                      columns += row.value(0).toString();
                                                      return columns.size() < 100;
                                                  });
        if (!done) {
            return done;
        }
        if (columns != table.columns) {
            return failed(QStringLiteral("%1 is not a session file of Culprit: its table \"") + table.name +
                              QStringLiteral("\" is missing or of another shape."),
                          path);
        }
    }
    return {};
}

Result<Event> insertEvent(Database &database, EventSeq seq, const Payload &payload)
{
    const QString kind = kindOf(payload);
    const QByteArray json = toJson(payload);
    // What is returned is what a later reader of the file gets.
    Result<Payload> kept = payloadFromJson(kind, json);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    Event event{seq, QDateTime::currentMSecsSinceEpoch(), std::move(*kept)};
    const Result<void> done =
        database.execute(QStringLiteral("INSERT INTO event(seq, time, kind, payload) VALUES(?, ?, ?, ?)"),
                         {qint64{seq.value}, event.time, kind, QString::fromUtf8(json)});
    if (!done) {
        return std::unexpected(done.error());
    }
    return event;
}

Result<void> putSetting(Database &database, const QString &key, const QByteArray &value)
{
    return database.execute(QStringLiteral("INSERT OR REPLACE INTO setting(key, value) VALUES(?, ?)"), {key, value});
}

/// Everything of a new session in one transaction, in a file that nobody else knows yet.
Result<void> fill(const QString &path, const SessionCreated &created, const history::CommitRange &range)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(path, Database::Mode::Write);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    Database &database = **opened;
    return database.transaction([&]() -> Result<void> {
        QStringList statements{
            QStringLiteral("PRAGMA application_id = %1").arg(sessionApplicationId),
            QStringLiteral("PRAGMA user_version = %1").arg(sessionFormat),
        };
        for (const Table &table : tables()) {
            statements += table.sql;
        }
        for (const QString &sql : std::as_const(statements)) {
            if (Result<void> done = database.execute(sql); !done) {
                return done;
            }
        }
        if (Result<void> done = putSetting(database, QStringLiteral("range"), packedRange(range)); !done) {
            return done;
        }
        if (!range.forks.empty()) {
            if (Result<void> done = putSetting(database, QStringLiteral("forks"), packedForks(range.forks)); !done) {
                return done;
            }
        }
        return insertEvent(database, EventSeq{1}, created).transform([](const Event &) {});
    });
}

/// Gives a finished file its name, unless that is taken, and puts the name on disk.
Result<void> publish(const QString &part, const QString &path)
{
    if (::link(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0) {
        if (errno == EEXIST) {
            return failed(QStringLiteral("%1 exists already: choose another name for the session file."), path);
        }
        // File systems without hard links.
        if (QFile::exists(path) || !QFile::rename(part, path)) {
            return failed(QStringLiteral("The session file %1 cannot be made there."), path);
        }
    }
    QFile::remove(part);
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
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
    [[nodiscard]] Result<void> openCopy();
    [[nodiscard]] Result<void> finishOpening();
    void close();
    [[nodiscard]] Result<void> writable() const;
};

Result<void> Journal::Private::openForReading()
{
    readOnly = true;
    const bool frozen = !SessionFile::isWritable(path) && !SessionFile::hasWriteAheadLog(path);
    Result<std::unique_ptr<Database>> opened =
        Database::open(path, frozen ? Database::Mode::Frozen : Database::Mode::Read);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    database = std::move(*opened);
    Result<void> done = finishOpening();
    if (!done && SessionFile::hasWriteAheadLog(path) && !SessionFile::isWritable(path)) {
        done = openCopy();
    }
    return done;
}

/// A program died while it wrote here, and the folder cannot be written: its log is folded in elsewhere.
Result<void> Journal::Private::openCopy()
{
    logs.reset();
    database.reset();
    copy = std::make_unique<QTemporaryDir>();
    const QString copied = copy->filePath(QStringLiteral("session"));
    const QString wal = QStringLiteral("-wal");
    if (!copy->isValid() || !QFile::copy(path, copied) || !QFile::copy(path + wal, copied + wal)) {
        return failed(
            QStringLiteral("The session file %1 could not be copied for reading: make its folder writable, or "
                           "make room in the folder for temporary files."),
            path);
    }
    const auto writeToo = QFile::ReadOwner | QFile::WriteOwner;
    QFile::setPermissions(copied, writeToo);
    QFile::setPermissions(copied + wal, writeToo);
    Result<std::unique_ptr<Database>> opened = Database::open(copied, Database::Mode::Write);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    database = std::move(*opened);
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
        return failed(QStringLiteral("The session file %1 holds no events: use a copy of it."), path);
    }
    logs = std::make_unique<LogStore>(*database);
    return {};
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
    if (QFileInfo::exists(path)) {
        return failed(QStringLiteral("%1 exists already: choose another name for the session file."), path);
    }
    const QFileInfo info(path);
    if (!info.absoluteDir().exists()) {
        return failed(QStringLiteral("There is no folder %1 for the session file: make it first."),
                      info.absolutePath());
    }
    const QString part =
        info.absoluteDir().filePath(QStringLiteral(".%1.%2.part").arg(info.fileName(), QString::number(::getpid())));
    Result<void> done = fill(part, created, range);
    if (done) {
        done = publish(part, path);
    }
    if (!done) {
        QFile::remove(part);
        QFile::remove(part + QStringLiteral("-journal"));
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
    std::optional<Error> error;
    const Result<void> done = d->database->select(
        QStringLiteral("SELECT seq, time, kind, payload FROM event ORDER BY seq"), {},
        [&events, &error](const QSqlQuery &row) {
            Result<Payload> payload = payloadFromJson(row.value(2).toString(), row.value(3).toByteArray());
            if (!payload) {
                error = payload.error();
                return false;
            }
            events.push_back({EventSeq{row.value(0).toLongLong()}, row.value(1).toLongLong(), std::move(*payload)});
            return true;
        });
    if (!done) {
        return std::unexpected(done.error());
    }
    if (error) {
        return failed(QStringLiteral("The session file %1 is damaged: ") + QString::fromStdString(error->message),
                      d->path);
    }
    return events;
}

Result<std::shared_ptr<const history::CommitRange>> Journal::range() const
{
    const Result<QVariant> value = d->database->value(QStringLiteral("SELECT value FROM setting WHERE key = 'range'"));
    if (!value) {
        return std::unexpected(value.error());
    }
    Result<history::CommitRange> range = unpackedRange(value->toByteArray());
    if (!range) {
        return failed(QStringLiteral("The session file %1 is damaged: its commit range cannot be read."), d->path);
    }
    const Result<QVariant> forks = d->database->value(QStringLiteral("SELECT value FROM setting WHERE key = 'forks'"));
    if (!forks) {
        return std::unexpected(forks.error());
    }
    if (!forks->isNull()) {
        auto read = unpackedForks(forks->toByteArray(), range->commits.size());
        if (!read) {
            return failed(QStringLiteral("The session file %1 is damaged: the forks of its commit range cannot be "
                                         "read."),
                          d->path);
        }
        range->forks = std::move(*read);
    }
    return std::make_shared<const history::CommitRange>(std::move(*range));
}

Result<Event> Journal::append(const Payload &payload)
{
    if (const Result<void> may = d->writable(); !may) {
        return std::unexpected(may.error());
    }
    const EventSeq seq{d->last.value + 1};
    Result<Event> event = failedOutside({});
    // A run's end and its console go together.
    const Result<void> done = d->database->transaction([&] {
        return d->logs->writeTails().and_then([&]() -> Result<void> {
            event = insertEvent(*d->database, seq, payload);
            return event.transform([](const Event &) {});
        });
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    d->logs->settle();
    d->last = seq;
    return event;
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
    const QByteArray message = text.message.toUtf8();
    const QByteArray bytes = QByteArray::number(message.size()) + ' ' + message + text.patch.toUtf8();
    if (bytes.size() > maxPatchBytes) {
        return wrongUse("The message and patch of commit " + id.shortHex() + " are too long for the session file.");
    }
    return putSetting(*d->database, QStringLiteral("commit/") + QString::fromStdString(id.hex()), packed(bytes));
}

std::optional<CommitText> Journal::commitText(const ObjectId &id) const
{
    const Result<QVariant> value = d->database->value(QStringLiteral("SELECT value FROM setting WHERE key = ?"),
                                                      {QStringLiteral("commit/") + QString::fromStdString(id.hex())});
    if (!value || !value->isValid()) {
        return std::nullopt;
    }
    const Result<QByteArray> bytes = unpacked(value->toByteArray(), maxPatchBytes);
    const qsizetype space = bytes ? bytes->indexOf(' ') : -1;
    if (space < 0) {
        return std::nullopt;
    }
    const qsizetype size = bytes->first(space).toLongLong();
    const QByteArrayView rest = QByteArrayView(*bytes).sliced(space + 1);
    if (size < 0 || size > rest.size()) {
        return std::nullopt;
    }
    return CommitText{QString::fromUtf8(rest.first(size)), QString::fromUtf8(rest.sliced(size))};
}

} // namespace culprit::session
