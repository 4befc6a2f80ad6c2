// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/runfolder.h"

#include "engine/machine/guestinput.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype LongestSocketPath = 100; ///< bytes; the kernel takes 107

} // namespace

RunFolder::RunFolder(const RunRequest &request)
    : m_path(request.folder), m_files(request.folder), m_keep(request.keepFolder)
{
}

RunFolder::~RunFolder()
{
    if (m_keep || !m_isOurs) {
        return;
    }
    for (const QString &file : {m_files.console, m_files.agent, m_files.monitor, m_files.initramfs, m_files.disk}) {
        QFile::remove(file);
    }
    QDir().rmdir(m_path);
}

QString RunFolder::prepare(const RunRequest &request)
{
    if (m_files.monitor.toLocal8Bit().size() > LongestSocketPath) {
        return u"The folder %1 is too long a path for QEMU's socket: set TMPDIR to a shorter one."_s.arg(
            request.folder);
    }
    if (!QFileInfo(request.kernelImage).isFile()) {
        return u"The kernel image %1 does not exist."_s.arg(request.kernelImage);
    }
    m_isOurs = QDir().mkpath(request.folder) &&
               QFile::setPermissions(request.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const QString &stale : {m_files.console, m_files.agent, m_files.monitor, m_files.disk}) {
        QFile::remove(stale);
    }
    QFile file(m_files.initramfs);
    const auto isWritten = [&file](const QByteArray &archive) {
        return file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size() && file.flush();
    };
    const bool hasInitramfs = std::holds_alternative<InitramfsGuest>(request.guest);
    if (!m_isOurs || (hasInitramfs && !isWritten(guestInput(request)))) {
        return u"The run's folder %1 cannot be written (%2): make room or set TMPDIR."_s.arg(request.folder,
                                                                                             file.errorString());
    }
    return {};
}

} // namespace culprit::machine
