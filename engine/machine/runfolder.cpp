// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/runfolder.h"

#include "engine/machine/guestinput.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype LongestSocketPath = 100; ///< bytes; the kernel takes 107

/// The port takes some bytes before its state is restored, and they are lost: so many line breaks come first.
QByteArray inputOfAgent(const RunRequest &request)
{
    std::array<quint32, 8> entropy{};
    QRandomGenerator::system()->fillRange(entropy.data(), entropy.size());
    return QByteArray(64, '\n') +
           goLine(request.plan.seed, QByteArray(reinterpret_cast<const char *>(entropy.data()), sizeof entropy));
}

/// Of an initramfs guest: what it boots, or what its agent reads.
QString fileToWrite(const RunRequest &request)
{
    const RunFiles files(request.folder);
    switch (request.start) {
    case GuestStart::Cold:
        return files.initramfs;
    case GuestStart::Save:
        return SnapshotFiles(request.snapshot).initramfs;
    case GuestStart::Saved:
        return files.agentInput;
    }
    return {};
}

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
    for (const QString &file :
         {m_files.console, m_files.agent, m_files.agentInput, m_files.monitor, m_files.initramfs, m_files.disk}) {
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
    QFile file(fileToWrite(request));
    const auto isWritten = [&file](const QByteArray &content) {
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
    };
    const bool hasInitramfs = std::holds_alternative<InitramfsGuest>(request.guest);
    const auto content = [&] {
        return request.start == GuestStart::Saved ? inputOfAgent(request) : guestInput(request);
    };
    if (!m_isOurs || (hasInitramfs && !isWritten(content()))) {
        return u"The run's folder %1 cannot be written (%2): make room or set TMPDIR."_s.arg(request.folder,
                                                                                             file.errorString());
    }
    return {};
}

} // namespace culprit::machine
