// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/initramfs.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <iterator>

namespace culprit::machine
{

namespace
{

constexpr int FolderType = 0040000;
constexpr int FileType = 0100000;
constexpr int LinkType = 0120000;
constexpr int CharacterDeviceType = 0020000;

void pad(QByteArray &bytes)
{
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

Result<QByteArray> readAll(const QString &path, const char *what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failedOutside(QStringLiteral("The %1 %2 cannot be read: %3.")
                                 .arg(QString::fromUtf8(what), path, file.errorString())
                                 .toStdString());
    }
    return file.readAll();
}

} // namespace

void InitramfsWriter::add(const Entry &entry)
{
    const std::array<qint64, 13> fields{
        ++m_inode, entry.mode, 0, 0, 1, 0, entry.content.size(), 0, 0, entry.major, entry.minor, entry.name.size() + 1,
        0};
    m_archive += "070701";
    for (const qint64 field : fields) {
        m_archive += QByteArray::number(field, 16).rightJustified(8, '0');
    }
    m_archive += entry.name + '\0';
    pad(m_archive);
    m_archive += entry.content;
    pad(m_archive);
}

void InitramfsWriter::addFolder(const QByteArray &name, int permissions)
{
    add({.name = name, .mode = FolderType | permissions, .content = {}});
}

void InitramfsWriter::addFile(const QByteArray &name, const QByteArray &content, int permissions)
{
    add({.name = name, .mode = FileType | permissions, .content = content});
}

void InitramfsWriter::addLink(const QByteArray &name, const QByteArray &target)
{
    add({.name = name, .mode = LinkType | 0777, .content = target});
}

void InitramfsWriter::addCharacterDevice(const QByteArray &name, int major, int minor, int permissions)
{
    add({.name = name, .mode = CharacterDeviceType | permissions, .content = {}, .major = major, .minor = minor});
}

QByteArray InitramfsWriter::finished() const
{
    InitramfsWriter trailer;
    trailer.add({.name = "TRAILER!!!", .mode = 0, .content = {}});
    return m_archive + trailer.m_archive;
}

QByteArray planLines(const ReproducerPlan &plan)
{
    return "seconds=" + QByteArray::number(plan.seconds) + "\nrepeat=" + (plan.repeat ? "1" : "0") +
           "\nsettle=" + QByteArray::number(plan.settleSeconds) +
           "\nheartbeat=" + QByteArray::number(plan.heartbeatSeconds) + "\nseed=" + QByteArray::number(plan.seed) +
           (plan.waits ? "\nwaits=1\n" : "\n");
}

QByteArray goLine(quint32 seed, const QByteArray &entropy)
{
    return "GO " + QByteArray::number(seed) + ' ' + entropy.toHex() + '\n';
}

QByteArray runArchive(const QByteArray &reproducer, const ReproducerPlan &plan)
{
    InitramfsWriter writer;
    writer.addFile("run.conf", planLines(plan));
    writer.addFile("repro", reproducer, 0755);
    return writer.finished();
}

bool needsShell(const QByteArray &reproducer)
{
    return !reproducer.startsWith("\177ELF");
}

Result<QByteArray> readAgent(const QString &path)
{
    return readAll(path, "agent of the guest");
}

Result<QByteArray> readBusybox()
{
    const std::array<QString, 3> places{QStringLiteral("/bin/busybox"), QStringLiteral("/usr/bin/busybox"),
                                        QStringLiteral("/usr/local/bin/busybox")};
    const auto place = std::ranges::find_if(places, [](const QString &path) { return QFile::exists(path); });
    if (place == places.end()) {
        return failedOutside("There is no busybox for a guest to run shell scripts with: install the package "
                             "busybox-static.");
    }
    Result<QByteArray> program = readAll(*place, "shell");
    // A dynamic program names its loader in plain text near its start.
    if (program && program->left(4096).contains("/ld-")) {
        return failedOutside(
            QStringLiteral("%1 is not a static program, so a guest cannot run it: install the package busybox-static.")
                .arg(*place)
                .toStdString());
    }
    return program;
}

Result<QByteArray> linuxArchive(const QString &agent, bool withShell)
{
    const Result<QByteArray> init = readAgent(agent);
    if (!init) {
        return init;
    }
    InitramfsWriter writer;
    for (const char *folder : {"dev", "proc", "sys", "tmp", "bin", "sbin", "etc", "root"}) {
        writer.addFolder(folder);
    }
    writer.addCharacterDevice("dev/console", 5, 1);
    writer.addCharacterDevice("dev/null", 1, 3, 0666);
    writer.addFile("init", *init, 0755);
    if (withShell) {
        const Result<QByteArray> busybox = readBusybox();
        if (!busybox) {
            return busybox;
        }
        writer.addFile("bin/busybox", *busybox, 0755);
        writer.addLink("bin/sh", "busybox");
    }
    return writer.finished();
}

} // namespace culprit::machine
