// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestmemory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStorageInfo>

#include <utility>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qint64 MegaByte = 1024 * 1024;
constexpr qint64 RoomLeft = 1024 * MegaByte; ///< on the disk, beside the largest dump: for journals and builds

const QString dumpSuffix = u".kdump"_s;

/// Those of session "a", not those of "a-2".
QFileInfoList filesOf(const MemoryDumps &dumps)
{
    static const QRegularExpression behindPrefix(u"^[a-z]+-[0-9]+\\.kdump(\\.part)?$"_s);
    const QFileInfo first(dumps.prefix);
    QFileInfoList files = dumps.most > 0 ? first.dir().entryInfoList(QDir::Files) : QFileInfoList();
    files.removeIf([&first](const QFileInfo &file) {
        const QString name = file.fileName();
        return !name.startsWith(first.fileName()) ||
               !behindPrefix.match(name.sliced(first.fileName().size())).hasMatch();
    });
    return files;
}

} // namespace

void GuestMemory::start(Copy copy, const QString &file)
{
    m_copying = copy;
    m_file = file;
    switch (copy) {
    case Copy::Save:
        m_monitor.execute(u"stop"_s);
        migrate(u"migrate"_s);
        break;
    case Copy::Load:
        migrate(u"migrate-incoming"_s);
        break;
    case Copy::Dump:
        // As makedumpfile and crash have it; QEMU before 8.2 only knows the second, which is to be put together.
        m_dumpFormats = {u"kdump-raw-zlib"_s, u"kdump-zlib"_s};
        dump();
        break;
    case Copy::None:
        break;
    }
}

void GuestMemory::migrate(const QString &command)
{
    m_monitor.execute(
        u"migrate-set-capabilities"_s,
        {{u"capabilities"_s, QJsonArray{QJsonObject{{u"capability"_s, u"events"_s}, {u"state"_s, true}}}}});
    m_monitor.execute(command, {{u"uri"_s, u"file:"_s + m_file}});
}

void GuestMemory::dump()
{
    m_monitor.execute(u"dump-guest-memory"_s, {{u"paging"_s, false},
                                               {u"protocol"_s, u"file:"_s + m_file},
                                               {u"detach"_s, true},
                                               {u"format"_s, m_dumpFormats.takeFirst()}});
}

std::optional<GuestMemory::End> GuestMemory::happened(const QString &event, const QJsonObject &data)
{
    QString status;
    if (event == u"MIGRATION" && (m_copying == Copy::Save || m_copying == Copy::Load)) {
        status = data.value(u"status"_s).toString();
    } else if (event == u"DUMP_COMPLETED" && m_copying == Copy::Dump) {
        status = data.value(u"result"_s).toObject().value(u"status"_s).toString();
    }
    if (status == u"completed") {
        return End{std::exchange(m_copying, Copy::None), {}};
    }
    if (status == u"failed") {
        return abandon(u"look whether %1 has room and can be read."_s.arg(QFileInfo(m_file).path()));
    }
    return std::nullopt;
}

std::optional<GuestMemory::End> GuestMemory::refused(const QString &why)
{
    if (m_copying == Copy::None) {
        return std::nullopt;
    }
    if (m_copying == Copy::Dump && !m_dumpFormats.isEmpty()) {
        dump();
        return std::nullopt;
    }
    return abandon(why);
}

GuestMemory::End GuestMemory::abandon(const QString &why)
{
    return {std::exchange(m_copying, Copy::None), why};
}

void removeUnfinished(const MemoryDumps &dumps)
{
    for (const QFileInfo &file : filesOf(dumps)) {
        if (file.fileName().endsWith(unfinishedDump)) {
            QFile::remove(file.filePath());
        }
    }
}

Result<QString> fileForDump(const MemoryDumps &dumps, const QString &name, int memoryMb)
{
    if (filesOf(dumps).size() >= dumps.most) {
        return QString();
    }
    const QDir folder = QFileInfo(dumps.prefix).dir();
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() < memoryMb * MegaByte + RoomLeft) {
        return failedOutside(u"The guest's memory is not kept: %1 has less than %2 MB of room."_s
                                 .arg(folder.absolutePath(), QString::number(memoryMb + RoomLeft / MegaByte))
                                 .toStdString());
    }
    return dumps.prefix + name + dumpSuffix;
}

} // namespace culprit::machine
