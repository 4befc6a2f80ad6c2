// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/salvage.h"

#include "engine/session/committext.h"
#include "engine/session/database.h"
#include "engine/session/eventrow.h"
#include "engine/session/logstore.h"
#include "engine/session/pagescan.h"
#include "engine/session/primers.h"
#include "engine/session/rangesettings.h"
#include "engine/session/sessionfile.h"
#include "engine/session/sessiontables.h"
#include "engine/session/sessionwriter.h"
#include "engine/session/zstdframe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

#include <sys/file.h>

namespace culprit::session
{

namespace
{

constexpr qint64 highestNumber = 1LL << 53; ///< of events and logs: what JSON keeps exactly
constexpr qint64 chunkSize = LogStore::chunkSize;

std::unexpected<Error> failed(const QString &text, const QString &path)
{
    return failedOutside(text.arg(QDir::toNativeSeparators(path)).toStdString());
}

/// Which table a row is of, by its columns.
enum class RowKind : quint8 { Unknown, Schema, Event, Log, LogKey, Setting, Primer };

RowKind kindOf(bool inTable, std::span<const ColumnType> types)
{
    using enum ColumnType;
    const auto are = [types](std::initializer_list<ColumnType> expected) {
        return std::ranges::equal(types, expected);
    };
    if (inTable) {
        return are({Null, Integer, Text, Text})                  ? RowKind::Event
               : are({Integer, Integer, Integer, Blob, Integer}) ? RowKind::Log
               : are({Integer, Integer, Integer, Blob})          ? RowKind::Log // of format 1
               : are({Null, Blob})                               ? RowKind::Primer
               : are({Text, Text, Text, Integer, Text})          ? RowKind::Schema
               : are({Text, Text, Text, Integer, Null})          ? RowKind::Schema
                                                                 : RowKind::Unknown;
    }
    return are({Integer, Integer, Integer}) ? RowKind::LogKey : are({Text, Blob}) ? RowKind::Setting : RowKind::Unknown;
}

qint64 longestOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Schema:
        return 0;
    case RowKind::Event:
        return 17LL << 20;
    case RowKind::Log:
        return 2 * chunkSize;
    case RowKind::LogKey:
        return 100;
    case RowKind::Setting:
        return 1LL << 30;
    case RowKind::Primer:
        return 2 * Primers::mostBytes;
    case RowKind::Unknown:
        break;
    }
    return -1;
}

/// What stands for lost bytes of a log.
QByteArray filler(qint64 size)
{
    constexpr qsizetype lineLength = 128;
    QByteArray bytes = QByteArrayLiteral("\n[This part of the log was lost with a damaged session file.]\n").left(size);
    bytes = bytes.leftJustified(size, ' ');
    for (qsizetype at = lineLength - 1; at < size; at += lineLength) {
        bytes[at] = '\n';
    }
    return bytes;
}

class Salvage final
{
public:
    /// `file` is that of `path`, or a copy of it.
    Salvage(QFile &file, QString path, SessionWriter &writer)
        : m_file(file), m_path(std::move(path)), m_writer(writer), m_primers(writer.database())
    {
    }

    [[nodiscard]] Result<Salvaged> run();

private:
    /// A chunk to be written anew so that its log has no hole: `kept` bytes of it are there.
    struct Repair {
        LogId log;
        qint64 chunk = 0;
        qint64 kept = 0;
    };
    struct LogEnd {
        LogId log;
        qint64 chunks = 0; ///< without a gap that is too large to fill
        qint64 size = 0;   ///< of the last one
        bool isCut = false;
    };

    [[nodiscard]] Result<bool> take(const ScannedRow &row);
    [[nodiscard]] Result<bool> takePrimer(const ScannedRow &row);
    [[nodiscard]] Result<bool> takeEvent(const ScannedRow &row);
    [[nodiscard]] Result<bool> takeChunk(const ScannedRow &row);
    [[nodiscard]] Result<bool> takeSetting(const ScannedRow &row);
    [[nodiscard]] Result<void> findMissingEvents();
    [[nodiscard]] Result<void> fillLogs();
    void addChunk(std::vector<LogEnd> &ends, std::vector<Repair> &repairs, LogId log, qint64 chunk, qint64 size);
    void lose(LogId log, qint64 from, std::optional<qint64> to);
    [[nodiscard]] Result<void> finishLog(const LogEnd &end);
    [[nodiscard]] Result<void> repair(const Repair &repair);
    [[nodiscard]] Result<void> addEmptyLog(LogId log);
    [[nodiscard]] Result<void> addMissingLogs(const std::vector<LogEnd> &ends);

    QFile &m_file;
    QString m_path;
    SessionWriter &m_writer;
    const Primers m_primers; ///< those that were saved
    Salvaged m_salvaged;
    bool m_hasFirst = false;
    bool m_hasRange = false;
    std::vector<EventSpan> m_lostBefore;                                 ///< by an earlier salvage
    std::map<LogId, qint64> m_lastChunks;                                ///< of each log, as the index knows it
    std::map<qint64, std::set<std::pair<LogId, qint64>>> m_chunksOfRows; ///< by row id, as the index knows them
    std::set<LogId> m_named;                                             ///< logs that events name
};

Result<Salvaged> Salvage::run()
{
    // What rows of logs are judged by may lie behind them.
    const PageScanner first{[](bool inTable, std::span<const ColumnType> types) {
                                const RowKind kind = kindOf(inTable, types);
                                const bool isWanted = kind == RowKind::Primer || kind == RowKind::LogKey;
                                return isWanted ? longestOf(kind) : 0;
                            },
                            [this](const ScannedRow &row) { return take(row); }};
    if (const Result<qint64> done = scanPages(m_file, first); !done) {
        return std::unexpected(done.error());
    }
    const PageScanner scanner{
        [](bool inTable, std::span<const ColumnType> types) { return longestOf(kindOf(inTable, types)); },
        [this](const ScannedRow &row) { return take(row); }};
    const Result<qint64> unreadable = scanPages(m_file, scanner);
    if (!unreadable) {
        return std::unexpected(unreadable.error());
    }
    if (!m_hasRange || !m_hasFirst) {
        return failed((m_hasRange
                           ? QStringLiteral("Nothing of %1 can be opened again: its first event, which holds the "
                                            "session's settings, is lost; use a copy of it.")
                           : QStringLiteral("Nothing of %1 can be opened again: its range of commits is lost; use "
                                            "a copy of it.")),
                      m_path);
    }
    if (*unreadable > 0) {
        m_salvaged.notes +=
            *unreadable == 1
                ? QStringLiteral("A page of the file is missing or holds what makes no sense.")
                : QStringLiteral("%1 pages of the file are missing or hold what makes no sense.").arg(*unreadable);
    }
    return findMissingEvents().and_then([this] { return fillLogs(); }).and_then([this]() -> Result<Salvaged> {
        return std::move(m_salvaged);
    });
}

Result<bool> Salvage::take(const ScannedRow &row)
{
    std::vector<ColumnType> types;
    for (const ScannedRow::Column &column : row.columns) {
        types.push_back(column.type);
    }
    switch (kindOf(row.inTable, types)) {
    case RowKind::Event:
        return takeEvent(row);
    case RowKind::Log:
        return takeChunk(row);
    case RowKind::LogKey: {
        const LogId log{row.columns[0].number};
        const qint64 chunk = row.columns[1].number;
        if (log.value < 1 || log.value > highestNumber || chunk < 0 || chunk > LogStore::mostChunks) {
            return false;
        }
        qint64 &last = m_lastChunks[log];
        last = std::max(last, chunk);
        m_chunksOfRows[row.columns[2].number].emplace(log, chunk);
        return true;
    }
    case RowKind::Setting:
        return takeSetting(row);
    case RowKind::Primer:
        return takePrimer(row);
    case RowKind::Schema:
    case RowKind::Unknown:
        break;
    }
    return false;
}

Result<bool> Salvage::takePrimer(const ScannedRow &row)
{
    const QByteArray &frame = row.columns[1].bytes;
    if (row.rowId < 1 || row.rowId > Primers::most || !isPrimer(frame)) {
        return false;
    }
    return m_writer.addPrimer(row.rowId, frame).transform([] { return true; });
}

Result<bool> Salvage::takeEvent(const ScannedRow &row)
{
    const EventRow found{EventSeq{row.rowId}, row.columns[1].number, QString::fromUtf8(row.columns[2].bytes),
                         row.columns[3].bytes};
    const Result<Event> event = eventFrom(found);
    if (!event || found.seq.value < 1 || found.seq.value > highestNumber) {
        return false;
    }
    const bool isFirst = found.seq.value == 1;
    if (isFirst && !std::holds_alternative<SessionCreated>(event->payload)) {
        return false;
    }
    m_hasFirst = m_hasFirst || isFirst;
    if (const LogId log = logNamedBy(event->payload); log.value > 0 && log.value <= highestNumber) {
        m_named.insert(log);
    }
    return m_writer.addEvent(found).transform([] { return true; });
}

Result<bool> Salvage::takeChunk(const ScannedRow &row)
{
    const LogId log{row.columns[0].number};
    const qint64 chunk = row.columns[1].number;
    const PackedChunk packed{row.columns[3].bytes, row.columns.size() > 4 ? row.columns[4].number : 0};
    const Result<QByteArray> text = m_primers.unpacked(packed);
    if (!text || log.value < 1 || log.value > highestNumber || chunk < 0 || chunk > LogStore::mostChunks) {
        return false;
    }
    // No checksum tells that the number of the log or of the chunk is right.
    if (const auto known = m_chunksOfRows.find(row.rowId);
        known != m_chunksOfRows.end() && !known->second.contains({log, chunk})) {
        return false;
    }
    return m_writer.addChunk(log, chunk, text->size(), packed).transform([] { return true; });
}

Result<bool> Salvage::takeSetting(const ScannedRow &row)
{
    const QString key = QString::fromUtf8(row.columns[0].bytes);
    const QByteArray &value = row.columns[1].bytes;
    bool isGood = false;
    if (isRangeKey(key)) {
        isGood = isRangeValue(key, value);
        m_hasRange = m_hasRange || (isGood && key == rangeKey);
    } else if (key.startsWith(commitPrefix)) {
        const auto id = history::ObjectId::fromHex(key.sliced(commitPrefix.size()).toStdString());
        isGood = id && key == commitKey(*id) && unpackedCommitText(value);
    } else if (key == lostKey) {
        m_lostBefore = spansFromText(QString::fromUtf8(value));
        return true;
    }
    return isGood ? m_writer.addSetting(key, value).transform([] { return true; }) : Result<bool>(false);
}

Result<void> Salvage::findMissingEvents()
{
    qint64 expected = 1;
    std::vector<EventSpan> missing;
    const Result<void> done =
        m_writer.database().select(QStringLiteral("SELECT seq FROM event ORDER BY seq"), {}, [&](const QSqlQuery &row) {
            const qint64 seq = row.value(0).toLongLong();
            if (seq > expected) {
                missing.push_back({expected, seq - 1});
            }
            expected = seq + 1;
            ++m_salvaged.events;
            return true;
        });
    const Result<QVariant> texts =
        m_writer.database().value(QStringLiteral("SELECT count(*) FROM setting WHERE key LIKE 'commit/%'"));
    if (!done || !texts) {
        return !done ? done : std::unexpected(texts.error());
    }
    m_salvaged.commitTexts = texts->toLongLong();
    std::ranges::copy_if(missing, std::back_inserter(m_salvaged.missingEvents), [this](const EventSpan &span) {
        return std::ranges::none_of(m_lostBefore, [&span](const EventSpan &before) {
            return before.first <= span.first && span.last <= before.last;
        });
    });
    return missing.empty() ? Result<void>{} : m_writer.addSetting(lostKey, spansText(missing).toUtf8());
}

void Salvage::lose(LogId log, qint64 from, std::optional<qint64> to)
{
    if (!m_salvaged.lostParts.empty()) {
        LostPart &before = m_salvaged.lostParts.back();
        if (before.log == log && before.to == from) {
            before.to = to;
            return;
        }
    }
    m_salvaged.lostParts.push_back({log, from, to});
}

/// Takes note of the next chunk that is there, in the order of logs and chunks.
void Salvage::addChunk(std::vector<LogEnd> &ends, std::vector<Repair> &repairs, LogId log, qint64 chunk, qint64 size)
{
    if (ends.empty() || ends.back().log != log) {
        ends.push_back({log, 0, chunkSize, false});
    }
    LogEnd &end = ends.back();
    if (end.isCut) {
        return;
    }
    // A chunk takes some 30 bytes at least: a file that would need more of them than fit into it is not one of ours.
    const qint64 mostRepairs = m_file.size() / 32;
    if (chunk > end.chunks && chunk - end.chunks > mostRepairs - std::ssize(repairs)) {
        end.isCut = true;
        return;
    }
    if (end.size < chunkSize) {
        repairs.push_back({log, end.chunks - 1, end.size});
        lose(log, (end.chunks - 1) * chunkSize + end.size, end.chunks * chunkSize);
    }
    for (; end.chunks < chunk; ++end.chunks) {
        repairs.push_back({log, end.chunks, 0});
        lose(log, end.chunks * chunkSize, (end.chunks + 1) * chunkSize);
    }
    end.chunks = chunk + 1;
    end.size = size;
}

Result<void> Salvage::fillLogs()
{
    std::vector<LogEnd> ends;
    std::vector<Repair> repairs;
    const Result<void> done = m_writer.database().select(
        QStringLiteral("SELECT id, chunk, size FROM log ORDER BY id, chunk"), {}, [&](const QSqlQuery &row) {
            addChunk(ends, repairs, LogId{row.value(0).toLongLong()}, row.value(1).toLongLong(),
                     row.value(2).toLongLong());
            return true;
        });
    if (!done) {
        return done;
    }
    for (const Repair &chunk : repairs) {
        if (Result<void> repaired = repair(chunk); !repaired) {
            return repaired;
        }
    }
    for (const LogEnd &end : ends) {
        if (Result<void> finished = finishLog(end); !finished) {
            return finished;
        }
    }
    if (Result<void> added = addMissingLogs(ends); !added) {
        return added;
    }
    std::ranges::sort(m_salvaged.lostParts, {}, [](const LostPart &part) { return std::pair(part.log, part.from); });
    return {};
}

Result<void> Salvage::repair(const Repair &repair)
{
    QByteArray text;
    if (repair.kept > 0) {
        const Result<std::optional<PackedChunk>> kept = m_primers.chunk(repair.log, repair.chunk);
        if (!kept) {
            return std::unexpected(kept.error());
        }
        text = *kept ? m_primers.unpacked(**kept).value_or(QByteArray()) : QByteArray();
    }
    text += filler(chunkSize - text.size());
    return m_writer.addChunk(repair.log, repair.chunk, text.size(), {packed(text), 0});
}

Result<void> Salvage::finishLog(const LogEnd &end)
{
    ++m_salvaged.logs;
    const auto last = m_lastChunks.find(end.log);
    if (!end.isCut && (last == m_lastChunks.end() || last->second < end.chunks)) {
        return {};
    }
    lose(end.log, (end.chunks - 1) * chunkSize + end.size, std::nullopt);
    const Result<void> done = m_writer.database().execute(QStringLiteral("DELETE FROM log WHERE id = ? AND chunk >= ?"),
                                                          {qint64{end.log.value}, end.chunks});
    return done && end.chunks == 0 ? addEmptyLog(end.log) : done;
}

/// Logs of which nothing is left are there, so that their numbers are not given to others.
Result<void> Salvage::addEmptyLog(LogId log)
{
    return m_writer.addChunk(log, 0, 0, {packed(QByteArrayLiteral("")), 0});
}

Result<void> Salvage::addMissingLogs(const std::vector<LogEnd> &ends)
{
    std::set<LogId> missing = m_named;
    for (const auto &[log, chunk] : m_lastChunks) {
        missing.insert(log);
    }
    for (const LogEnd &end : ends) {
        missing.erase(end.log);
    }
    for (const LogId log : missing) {
        lose(log, 0, std::nullopt);
        if (Result<void> done = addEmptyLog(log); !done) {
            return done;
        }
    }
    return {};
}

/// Opens the file to read, or an error if it is in use.
Result<void> openToRead(QFile &file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists()) {
        return failed(QStringLiteral("There is no session file %1."), file.fileName());
    }
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return failed(QStringLiteral("%1 cannot be read: it is not a plain file, or not readable by you."),
                      file.fileName());
    }
    return {};
}

/// A copy of the file as it is with what stands beside it; null if that cannot be read.
std::unique_ptr<QTemporaryDir> foldedCopy(const QString &path, const QString &target)
{
    auto folder = std::make_unique<QTemporaryDir>(QFileInfo(target).absoluteDir().filePath(QStringLiteral(".XXXXXX")));
    const QString copied = folder->filePath(QStringLiteral("session"));
    if (!folder->isValid() || !SessionFile::copyWithJournals(path, copied)) {
        return nullptr;
    }
    const auto database = Database::open(copied, Database::Mode::Write);
    // What a writer left half done is taken back when SQLite is first asked for something.
    const bool isFolded = database && (*database)->value(QStringLiteral("SELECT count(*) FROM sqlite_schema")) &&
                          (*database)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) &&
                          !SessionFile::hasWriteAheadLog(copied);
    return isFolded ? std::move(folder) : nullptr;
}

} // namespace

Result<Salvaged> salvageSession(const QString &damaged, const QString &target)
{
    QFile file(damaged);
    if (const Result<void> opened = openToRead(file); !opened) {
        return std::unexpected(opened.error());
    }
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return failed(QStringLiteral("Another program works on the session file %1: close it there first."), damaged);
    }
    const Result<std::unique_ptr<SessionWriter>> writer = SessionWriter::create(target);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    QStringList notes;
    std::unique_ptr<QTemporaryDir> folder;
    QFile copy;
    if (SessionFile::hasWriteAheadLog(damaged) || SessionFile::hasRollbackJournal(damaged)) {
        folder = foldedCopy(damaged, target);
        if (!folder) {
            notes += QStringLiteral("What was written last, in %1-wal or %1-journal, cannot be read.").arg(damaged);
        } else {
            copy.setFileName(folder->filePath(QStringLiteral("session")));
        }
    }
    const bool useCopy = folder && copy.open(QIODevice::ReadOnly);
    Result<Salvaged> salvaged = Salvage(useCopy ? copy : file, damaged, **writer).run();
    if (!salvaged) {
        return salvaged;
    }
    salvaged->notes = notes + salvaged->notes;
    return (*writer)->finish().transform([&salvaged] { return std::move(*salvaged); });
}

} // namespace culprit::session
