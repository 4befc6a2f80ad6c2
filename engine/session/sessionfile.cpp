// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/sessionfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace culprit::session
{

namespace
{

const QString walSuffix = QStringLiteral("-wal");
const QString journalSuffix = QStringLiteral("-journal");

std::unexpected<Error> refuse(const QString &text, const QString &path)
{
    return failedOutside(text.arg(QDir::toNativeSeparators(path)).toStdString());
}

} // namespace

std::unexpected<Error> damagedSession(const QString &path, const QString &how)
{
    const QString why = how.endsWith(u'.') ? how.chopped(1) : how;
    return failedOutside(
        QStringLiteral("The session file %1 is damaged (%2): \"culprit salvage FILE -o NEW\" saves what "
                       "can still be read of it.")
            .arg(QDir::toNativeSeparators(path), why)
            .toStdString());
}

Result<std::unique_ptr<SessionFile>> SessionFile::open(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return refuse(QStringLiteral("There is no session file %1."), path);
        }
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        return refuse(QStringLiteral("The session file %1 cannot be opened: ") + why + u'.', path);
    }
    std::unique_ptr<SessionFile> file(new SessionFile(path, descriptor));
    if (const Result<void> fine = file->checkHeader(); !fine) {
        return std::unexpected(fine.error());
    }
    return file;
}

/// A process that is just being started has its copy of the descriptor until it is another program: closing ours would
/// leave it the lock.
SessionFile::~SessionFile()
{
    unlock();
    ::close(m_descriptor);
}

Result<void> SessionFile::checkHeader()
{
    const QString &path = m_path;
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        return refuse(QStringLiteral("%1 is not a session file: it is not a plain file."), path);
    }
    if (status.st_size == 0) {
        return refuse(QStringLiteral("The session file %1 is empty: use a copy of it."), path);
    }
    // Offsets: https://sqlite.org/fileformat.html#the_database_header
    constexpr QByteArrayView magic("SQLite format 3\0", 16);
    const ssize_t got = ::pread(m_descriptor, m_header.data(), m_header.size(), 0);
    const qsizetype compared = std::min<qsizetype>(got, magic.size());
    if (got <= 0 || QByteArrayView(m_header.data(), compared) != magic.first(compared)) {
        return refuse(QStringLiteral("%1 is not a session file of Culprit."), path);
    }
    if (got < static_cast<ssize_t>(m_header.size())) {
        return refuse(QStringLiteral("The session file %1 is truncated: use a copy of it."), path);
    }
    const auto number = [this](std::size_t offset) { return qFromBigEndian<quint32>(m_header.data() + offset); };
    if (number(68) != sessionApplicationId) {
        return refuse(QStringLiteral("%1 is a database of another program, not a session file of Culprit."), path);
    }
    if (number(60) > sessionFormat) {
        return refuse(
            QStringLiteral("The session file %1 is of format %2, this version of Culprit reads formats up to %3: "
                           "use a newer Culprit.")
                .arg(QStringLiteral("%1"), QString::number(number(60)), QString::number(sessionFormat)),
            path);
    }
    if (number(60) == 0) {
        return damagedSession(path, QStringLiteral("it is of no known format"));
    }
    return {};
}

Result<void> SessionFile::checkLength() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0) {
        return refuse(QStringLiteral("The session file %1 cannot be read."), m_path);
    }
    const auto number = [this](std::size_t offset) { return qFromBigEndian<quint32>(m_header.data() + offset); };
    const quint16 shortPageSize = qFromBigEndian<quint16>(m_header.data() + 16);
    const qint64 pageSize = shortPageSize == 1 ? 65536 : shortPageSize;
    const qint64 size = pageSize * number(28);
    const bool pageCountIsValid = number(24) == number(92);
    // While such a file stands beside it, it need not be as its header says.
    const bool isUnsettled = hasWriteAheadLog(m_path) || hasRollbackJournal(m_path);
    if (pageCountIsValid && !isUnsettled && status.st_size < size) {
        return damagedSession(m_path, QStringLiteral("truncated to %1 of %2 bytes").arg(status.st_size).arg(size));
    }
    return {};
}

bool SessionFile::lock()
{
    // isLocked() of another program may have it for a moment.
    constexpr int attempts = 4;
    constexpr std::chrono::milliseconds pause(5);
    for (int attempt = 1; ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0; ++attempt) {
        if (attempt == attempts) {
            return false;
        }
        QThread::sleep(pause);
    }
    return true;
}

bool SessionFile::isLocked(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return false;
    }
    const bool isLocked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::flock(descriptor, LOCK_UN);
    ::close(descriptor);
    return isLocked;
}

void SessionFile::unlock()
{
    ::flock(m_descriptor, LOCK_UN);
}

bool SessionFile::isWritable(const QString &path)
{
    const auto writable = [](const QString &name) {
        return ::faccessat(AT_FDCWD, QFile::encodeName(name).constData(), W_OK, AT_EACCESS) == 0;
    };
    return writable(path) && writable(QFileInfo(path).absolutePath());
}

bool SessionFile::hasWriteAheadLog(const QString &path)
{
    return QFileInfo(path + walSuffix).size() > 0;
}

bool SessionFile::hasRollbackJournal(const QString &path)
{
    return QFileInfo(path + journalSuffix).size() > 0;
}

bool SessionFile::copyWithJournals(const QString &from, const QString &to)
{
    for (const QString &suffix : {QString(), walSuffix, journalSuffix}) {
        if (!suffix.isEmpty() && !QFile::exists(from + suffix)) {
            continue;
        }
        if (!QFile::copy(from + suffix, to + suffix) ||
            !QFile::setPermissions(to + suffix, QFile::ReadOwner | QFile::WriteOwner)) {
            return false;
        }
    }
    return true;
}

} // namespace culprit::session
