// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/sessionarchive.h"

#include "engine/exchange/archivenames.h"
#include "engine/session/eventrow.h"
#include "engine/session/newfile.h"
#include "engine/session/rangesettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace culprit::exchange
{

using namespace session;

namespace
{

const QString readme = QStringLiteral(
    R"(This folder is a session of Culprit, a search for the kernel commit that introduced or fixed a bug.

report.txt            the result, for people
session.json          every event and what follows from them, as "culprit show FILE --as json" prints it
events.jsonl          what happened and what was judged, one JSON object a line: number, time (ms since 1970, UTC), kind
                      and the rest
ranges/               the commits between the ends, packed
runs/N.console.txt    the console of run N
runs/N.command.txt    how to do run N again: a shell text, or the command line as it ran
builds/N.log.txt      the log of build N
builds/N.config       the .config that build N ended with
builds/N.command.txt  the command of build N
commits/HASH.patch    message and diff of a tested commit
start.config          the config that was made for the session, if one was
imported.log          the log that the session was imported from, if it was
logs/N.txt            logs that no event names

"culprit import ARCHIVE -o FILE.culprit" makes the session file again, with the same events, range, logs and commits.
)");

/// A folder's name of plain characters.
QString folderNameFor(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    for (const QString &end : {QStringLiteral(".zst"), QStringLiteral(".tar")}) {
        if (name.endsWith(end)) {
            name.chop(end.size());
        }
    }
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.');
    };
    for (QChar &c : name) {
        c = isPlain(c) ? c : u'-';
    }
    return name.isEmpty() || name.startsWith(u'.') ? QStringLiteral("session") : name;
}

class Packer final
{
public:
    Packer(const Journal &journal, const ArchiveParts &parts, const QString &path, const QString &part);

    [[nodiscard]] Result<void> run();

private:
    [[nodiscard]] Result<void> packRanges();
    [[nodiscard]] Result<void> packLogs();
    [[nodiscard]] Result<void> packCommands();
    [[nodiscard]] Result<void> packCommits();
    [[nodiscard]] Result<void> add(const QString &name, const QByteArray &bytes);
    [[nodiscard]] Result<void> addLog(const QString &name, LogId log);
    [[nodiscard]] Result<void> begin(const QString &name, qint64 size);
    [[nodiscard]] Result<void> write(const QByteArray &bytes);
    [[nodiscard]] Result<void> checked(qint64 status);

    const Journal &m_journal;
    const ArchiveParts &m_parts;
    QString m_path;
    QString m_part;
    QString m_folder;
    std::unique_ptr<archive, decltype(&archive_write_free)> m_archive;
};

Packer::Packer(const Journal &journal, const ArchiveParts &parts, const QString &path, const QString &part)
    : m_journal(journal),
      m_parts(parts),
      m_path(path),
      m_part(part),
      m_folder(folderNameFor(path) + u'/'),
      m_archive(archive_write_new(), &archive_write_free)
{
}

Result<void> Packer::checked(qint64 status)
{
    if (status >= ARCHIVE_OK) {
        return {};
    }
    const char *why = archive_error_string(m_archive.get());
    return failedOutside(QStringLiteral("The archive %1 could not be written (%2): make room, then try again.")
                             .arg(QDir::toNativeSeparators(m_path), QString::fromLocal8Bit(why))
                             .toStdString());
}

Result<void> Packer::run()
{
    archive *tar = m_archive.get();
    archive_write_set_format_pax_restricted(tar);
    QByteArray events;
    for (const Event &event : m_parts.source.events) {
        events += eventLine(event);
    }
    return checked(archive_write_add_filter_zstd(tar))
        .and_then([&] { return checked(archive_write_open_filename(tar, QFile::encodeName(m_part).constData())); })
        .and_then([&] { return add(readmeName, readme.toUtf8()); })
        .and_then([&] { return add(eventsName, events); })
        .and_then([&] { return packRanges(); })
        .and_then([&] { return packLogs(); })
        .and_then([&] { return packCommands(); })
        .and_then([&] { return packCommits(); })
        .and_then([&] { return add(reportName, m_parts.report.toUtf8()); })
        // The last one: an archive without it is cut off.
        .and_then([&] { return add(jsonName, jsonExport(m_parts.source)); })
        .and_then([&] { return checked(archive_write_close(tar)); });
}

Result<void> Packer::packRanges()
{
    Result<void> done;
    for (const auto &[key, value] : rangeSettings(m_parts.source.state.ranges)) {
        done = done.and_then([&] { return add(rangeNameOf(key), value); });
    }
    return done;
}

Result<void> Packer::packLogs()
{
    const Result<std::vector<LogId>> logs = m_journal.logs();
    if (!logs) {
        return std::unexpected(logs.error());
    }
    std::map<QString, LogId> names;
    for (const Event &event : m_parts.source.events) {
        if (const LogId log = logNamedBy(event.payload)) {
            names.emplace(logNameBy(event.payload), log);
        }
    }
    std::erase_if(names, [&logs](const auto &name) { return !std::ranges::binary_search(*logs, name.second); });
    std::set<LogId> unnamed(logs->begin(), logs->end());
    for (const auto &[name, log] : names) {
        unnamed.erase(log);
    }
    for (const LogId log : unnamed) {
        names.emplace(logName(log), log);
    }
    for (const auto &[name, log] : names) {
        if (Result<void> done = addLog(name, log); !done) {
            return done;
        }
    }
    return {};
}

Result<void> Packer::packCommands()
{
    for (const auto &[id, build] : m_parts.source.state.builds) {
        if (build.ended && !build.ended->command.isEmpty()) {
            const QString name = QStringLiteral("builds/%1.command.txt").arg(id.value);
            if (Result<void> done = add(name, build.ended->command.toUtf8() + '\n'); !done) {
                return done;
            }
        }
    }
    for (const auto &[id, run] : m_parts.source.state.runs) {
        QByteArray text = m_parts.runByHand ? m_parts.runByHand(id) : QByteArray();
        if (text.isEmpty() && run.ended && !run.ended->command.isEmpty()) {
            text = run.ended->command.toUtf8() + '\n';
        }
        const QString name = QStringLiteral("runs/%1.command.txt").arg(id.value);
        if (Result<void> done = text.isEmpty() ? Result<void>{} : add(name, text); !done) {
            return done;
        }
    }
    return {};
}

Result<void> Packer::packCommits()
{
    const Result<std::vector<ObjectId>> ids = m_journal.keptCommits();
    if (!ids) {
        return std::unexpected(ids.error());
    }
    for (const ObjectId &id : *ids) {
        const std::optional<CommitText> text = m_journal.commitText(id);
        if (!text) {
            return failedOutside("The text of commit " + id.shortHex() +
                                 " is damaged: \"culprit salvage FILE -o NEW\" saves the rest of the session.");
        }
        if (Result<void> done = add(commitName(id), commitFile(id, *text)); !done) {
            return done;
        }
    }
    return {};
}

Result<void> Packer::add(const QString &name, const QByteArray &bytes)
{
    return begin(name, bytes.size()).and_then([&] { return write(bytes); });
}

Result<void> Packer::addLog(const QString &name, LogId log)
{
    constexpr qint64 pieceSize = 1 << 20;
    const qint64 size = m_journal.logSize(log);
    Result<void> done = begin(name, size);
    for (qint64 offset = 0; offset < size && done; offset += pieceSize) {
        const Result<QByteArray> piece = m_journal.readLog(log, offset, std::min(pieceSize, size - offset));
        done = piece ? write(*piece) : std::unexpected(piece.error());
    }
    return done;
}

Result<void> Packer::begin(const QString &name, qint64 size)
{
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), (m_folder + name).toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_mtime(entry.get(), m_parts.source.state.lastAt / 1000, 0);
    return checked(archive_write_header(m_archive.get(), entry.get()));
}

Result<void> Packer::write(const QByteArray &bytes)
{
    return checked(archive_write_data(m_archive.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

Result<void> packSession(const Journal &journal, const ArchiveParts &parts, const QString &path)
{
    Result<NewFile> file = NewFile::at(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    return Packer(journal, parts, path, file->part()).run().and_then([&file] { return file->publish(); });
}

} // namespace culprit::exchange
