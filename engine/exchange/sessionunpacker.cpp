// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/sessionarchive.h"

#include "engine/exchange/archivenames.h"
#include "engine/session/eventrow.h"
#include "engine/session/eventspan.h"
#include "engine/session/logstore.h"
#include "engine/session/primers.h"
#include "engine/session/rangesettings.h"
#include "engine/session/sessiontables.h"
#include "engine/session/sessionwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace culprit::exchange
{

using namespace session;

namespace
{

constexpr qint64 highestNumber = 1LL << 53; ///< of events and logs: what JSON keeps exactly
constexpr qsizetype longestLine = 17 << 20;
constexpr qint64 largestRange = 1LL << 30;
constexpr qint64 largestCommit = 65LL << 20;
constexpr int mostEntries = 1'000'000;

class Unpacker final
{
public:
    Unpacker(const QString &path, SessionWriter &writer);

    [[nodiscard]] Result<void> run();

private:
    using Sink = std::function<Result<void>(const QByteArray &)>;

    [[nodiscard]] std::unexpected<Error> refuse(const QString &what) const;
    [[nodiscard]] std::unexpected<Error> unreadable() const;
    [[nodiscard]] Result<QString> nameOf(archive_entry *entry);
    [[nodiscard]] Result<void> take(const QString &name, qint64 size);
    [[nodiscard]] Result<void> takeEvents();
    [[nodiscard]] Result<void> takeEvent(const QByteArray &line);
    [[nodiscard]] Result<void> takeRange(const QString &key, const QString &name, qint64 size);
    [[nodiscard]] Result<void> takeCommit(const ObjectId &id, const QString &name, qint64 size);
    [[nodiscard]] Result<void> takeLog(LogId log);
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<QByteArray> whole(const QString &name, qint64 size, qint64 most);
    /// Gives the data of the entry piece by piece.
    [[nodiscard]] Result<void> read(const Sink &sink);

    QString m_path;
    SessionWriter &m_writer;
    Primers m_primers;
    std::unique_ptr<archive, decltype(&archive_read_free)> m_archive;
    qint64 m_left; ///< bytes that the archive may still hold: a small one that holds very much is a trap
    QString m_folder;
    std::set<QString> m_seen;
    std::map<QString, LogId> m_logNames; ///< as the events name them
    std::set<LogId> m_logs;
    std::vector<EventSpan> m_missing;
    qint64 m_lastEvent = 0;
};

Unpacker::Unpacker(const QString &path, SessionWriter &writer)
    : m_path(path),
      m_writer(writer),
      m_primers(writer.database()),
      m_archive(archive_read_new(), &archive_read_free),
      m_left((256LL << 20) + 500 * QFileInfo(path).size())
{
}

std::unexpected<Error> Unpacker::refuse(const QString &what) const
{
    return failedOutside(QStringLiteral("%1 is not an archive that \"culprit pack\" made, or is damaged: %2.")
                             .arg(QDir::toNativeSeparators(m_path), what)
                             .toStdString());
}

std::unexpected<Error> Unpacker::unreadable() const
{
    const QString why = QString::fromLocal8Bit(archive_error_string(m_archive.get()));
    return refuse(why.isEmpty() ? QStringLiteral("it cannot be read") : why);
}

Result<void> Unpacker::run()
{
    archive *tar = m_archive.get();
    archive_read_support_filter_zstd(tar);
    archive_read_support_format_tar(tar);
    constexpr std::size_t blockSize = 1 << 16;
    if (archive_read_open_filename(tar, QFile::encodeName(m_path).constData(), blockSize) != ARCHIVE_OK) {
        return unreadable();
    }
    archive_entry *entry = nullptr;
    int status = archive_read_next_header(tar, &entry);
    for (int entries = 0; status == ARCHIVE_OK; status = archive_read_next_header(tar, &entry)) {
        if (++entries > mostEntries) {
            return refuse(QStringLiteral("it holds too many files"));
        }
        const Result<QString> name = nameOf(entry);
        const Result<void> done =
            name ? take(*name, archive_entry_size(entry)) : Result<void>(std::unexpected(name.error()));
        if (!done) {
            return done;
        }
    }
    return status == ARCHIVE_EOF ? finish() : Result<void>(unreadable());
}

/// Below the archive's one folder; empty for the folder itself and those in it.
Result<QString> Unpacker::nameOf(archive_entry *entry)
{
    const char *bytes = archive_entry_pathname(entry);
    const QString path = bytes != nullptr ? QString::fromUtf8(bytes) : QString();
    const auto bad = [&](const QString &why) {
        return refuse(QStringLiteral("it holds \"%1\", %2").arg(path.left(200), why));
    };
    const mode_t type = archive_entry_filetype(entry);
    if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink(entry) != nullptr) {
        return bad(QStringLiteral("which is no plain file"));
    }
    const qsizetype slash = path.indexOf(u'/');
    if (slash < 1 || path.startsWith(u'.') || (!m_folder.isEmpty() && path.first(slash + 1) != m_folder)) {
        return bad(QStringLiteral("which is not in the folder of the session"));
    }
    m_folder = path.first(slash + 1);
    if (type == AE_IFDIR) {
        return QString();
    }
    const QString name = path.sliced(slash + 1);
    if (!m_seen.insert(name).second) {
        return bad(QStringLiteral("twice"));
    }
    return name;
}

Result<void> Unpacker::take(const QString &name, qint64 size)
{
    if (name.isEmpty()) {
        return {};
    }
    if (name == eventsName) {
        return takeEvents();
    }
    if (const QString key = rangeKeyOf(name); isRangeKey(key)) {
        return takeRange(key, name, size);
    }
    static const QString patch = QStringLiteral(".patch");
    if (name.startsWith(commitFolder) && name.endsWith(patch)) {
        const QString hex = name.sliced(commitFolder.size()).chopped(patch.size());
        const auto id = ObjectId::fromHex(hex.toStdString());
        if (id && name == commitName(*id)) {
            return takeCommit(*id, name, size);
        }
    }
    if (const auto named = m_logNames.find(name); named != m_logNames.end()) {
        return takeLog(named->second);
    }
    if (const std::optional<LogId> log = logFromName(name); log && log->value <= highestNumber) {
        return takeLog(*log);
    }
    const bool isMade = name == readmeName || name == jsonName || name == reportName || name.endsWith(u".command.txt");
    return isMade ? read([](const QByteArray &) { return Result<void>{}; })
                  : refuse(QStringLiteral("it holds \"%1\", which no session has").arg(name.left(200)));
}

Result<void> Unpacker::takeEvents()
{
    QByteArray rest;
    return read([&](const QByteArray &piece) -> Result<void> {
               const qsizetype searched = rest.size();
               rest += piece;
               qsizetype start = 0;
               for (qsizetype end = rest.indexOf('\n', searched); end >= 0; end = rest.indexOf('\n', start)) {
                   if (Result<void> done = takeEvent(rest.sliced(start, end - start)); !done) {
                       return done;
                   }
                   start = end + 1;
               }
               rest.remove(0, start);
               return rest.size() > longestLine ? refuse(QStringLiteral("an event is too long")) : Result<void>{};
           })
        .and_then(
            [&] { return rest.isEmpty() ? Result<void>{} : refuse(QStringLiteral("its last event is cut off")); });
}

Result<void> Unpacker::takeEvent(const QByteArray &line)
{
    const Result<Event> event = eventFromLine(line);
    if (!event) {
        return refuse(QString::fromStdString(event.error().message));
    }
    const qint64 seq = event->seq.value;
    if (seq <= m_lastEvent || seq > highestNumber ||
        (seq == 1) != (m_lastEvent == 0 && std::holds_alternative<SessionCreated>(event->payload))) {
        return refuse(QStringLiteral("event %1 stands where it cannot").arg(seq));
    }
    if (seq > m_lastEvent + 1) {
        m_missing.push_back({m_lastEvent + 1, seq - 1});
    }
    m_lastEvent = seq;
    if (const LogId log = logNamedBy(event->payload); log.value > 0 && log.value <= highestNumber) {
        m_logNames.emplace(logNameBy(event->payload), log);
    }
    return m_writer.addEvent(rowOf(*event));
}

Result<void> Unpacker::takeRange(const QString &key, const QString &name, qint64 size)
{
    return whole(name, size, largestRange).and_then([&](const QByteArray &bytes) -> Result<void> {
        return isRangeValue(key, bytes) ? m_writer.addSetting(key, bytes)
                                        : refuse(QStringLiteral("its range of commits cannot be read"));
    });
}

Result<void> Unpacker::takeCommit(const ObjectId &id, const QString &name, qint64 size)
{
    return whole(name, size, largestCommit).and_then([&](const QByteArray &bytes) -> Result<void> {
        const Result<CommitText> text = commitFromFile(id, bytes);
        const QByteArray kept = text ? packedCommitText(*text) : QByteArray();
        return kept.isEmpty() ? refuse(QStringLiteral("%1 is no commit's text").arg(name))
                              : m_writer.addSetting(commitKey(id), kept);
    });
}

Result<void> Unpacker::takeLog(LogId log)
{
    // Builds that ended with one config have one log.
    const bool isNew = m_logs.insert(log).second;
    QByteArray chunk;
    qint64 number = 0;
    const auto add = [&](const QByteArray &text) {
        return m_writer.addChunk(log, number++, text.size(), m_primers.packed(text));
    };
    return read([&](const QByteArray &piece) -> Result<void> {
               chunk += isNew ? piece : QByteArray();
               Result<void> done;
               while (done && chunk.size() > LogStore::chunkSize) {
                   done = add(chunk.first(LogStore::chunkSize));
                   chunk.remove(0, LogStore::chunkSize);
               }
               return done;
           })
        .and_then([&] { return isNew ? add(chunk) : Result<void>{}; })
        .and_then([&] { return isNew ? m_primers.learn(log) : Result<void>{}; });
}

Result<QByteArray> Unpacker::whole(const QString &name, qint64 size, qint64 most)
{
    QByteArray bytes;
    if (size > most) {
        return refuse(QStringLiteral("%1 is too large").arg(name));
    }
    return read([&bytes](const QByteArray &piece) {
               bytes += piece;
               return Result<void>{};
           })
        .transform([&bytes] { return std::move(bytes); });
}

Result<void> Unpacker::read(const Sink &sink)
{
    QByteArray piece(1 << 16, Qt::Uninitialized);
    while (true) {
        const auto got = archive_read_data(m_archive.get(), piece.data(), static_cast<std::size_t>(piece.size()));
        if (got == 0) {
            return {};
        }
        if (got < 0) {
            return unreadable();
        }
        m_left -= got;
        if (m_left < 0) {
            return refuse(QStringLiteral("it holds far more than its size allows"));
        }
        if (Result<void> done = sink(piece.first(got)); !done) {
            return done;
        }
    }
}

Result<void> Unpacker::finish()
{
    if (!m_seen.contains(eventsName) || m_lastEvent == 0) {
        return refuse(QStringLiteral("it holds no events"));
    }
    if (!m_seen.contains(rangeNameOf(rangeKey))) {
        return refuse(QStringLiteral("it holds no range of commits"));
    }
    if (!m_seen.contains(jsonName)) {
        return refuse(QStringLiteral("it is cut off"));
    }
    return m_missing.empty() ? Result<void>{} : m_writer.addSetting(lostKey, spansText(m_missing).toUtf8());
}

} // namespace

bool mayBeSessionArchive(const QString &path)
{
    // A frame of zstd: RFC 8878, 3.1.1.
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("\x28\xb5\x2f\xfd");
}

Result<void> unpackSession(const QString &path, const QString &target)
{
    const Result<std::unique_ptr<SessionWriter>> writer = SessionWriter::create(target);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    return Unpacker(path, **writer).run().and_then([&writer] { return (*writer)->finish(); });
}

} // namespace culprit::exchange
