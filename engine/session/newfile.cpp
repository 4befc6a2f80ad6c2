// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/newfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace culprit::session
{

namespace
{

std::unexpected<Error> failed(const QString &text, const QString &path)
{
    return failedOutside(text.arg(QDir::toNativeSeparators(path)).toStdString());
}

bool sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return done;
}

} // namespace

Result<NewFile> NewFile::at(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists()) {
        return failed(QStringLiteral("%1 exists already: choose another name."), path);
    }
    if (!info.absoluteDir().exists()) {
        return failed(QStringLiteral("There is no folder %1: make it first."), info.absolutePath());
    }
    const QString name = QStringLiteral(".%1.%2.part").arg(info.fileName(), QString::number(::getpid()));
    NewFile file(path, info.absoluteDir().filePath(name));
    QFile::remove(file.m_part);
    return file;
}

NewFile::~NewFile()
{
    if (!m_part.isEmpty()) {
        QFile::remove(m_part);
    }
}

Result<void> NewFile::publish()
{
    if (!sync(m_part, O_RDWR)) {
        return failed(QStringLiteral("%1 could not be written (the disk may be full or faulty): make room, then try "
                                     "again."),
                      m_path);
    }
    if (::link(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0) {
        if (errno == EEXIST) {
            return failed(QStringLiteral("%1 exists already: choose another name."), m_path);
        }
        // File systems without hard links.
        if (QFile::exists(m_path) || !QFile::rename(m_part, m_path)) {
            return failed(QStringLiteral("%1 cannot be made there: choose another folder."), m_path);
        }
    }
    QFile::remove(m_part);
    sync(QFileInfo(m_path).absolutePath(), O_RDONLY | O_DIRECTORY);
    return {};
}

} // namespace culprit::session
