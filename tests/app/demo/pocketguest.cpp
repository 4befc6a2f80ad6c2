// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/demo/pocketguest.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <array>

namespace culprit::demo
{
namespace
{

void pad(QByteArray &archive)
{
    while (archive.size() % 4 != 0) {
        archive += '\0';
    }
}

QByteArray cpioFile(const QByteArray &name, const QByteArray &content)
{
    QByteArray entry = "070701";
    const auto fields =
        std::to_array<qsizetype>({1, 0100644, 0, 0, 1, 0, content.size(), 0, 0, 0, 0, name.size() + 1, 0});
    for (const qsizetype field : fields) {
        entry += QByteArray::number(field, 16).rightJustified(8, '0');
    }
    entry += name + '\0';
    pad(entry);
    entry += content;
    pad(entry);
    return entry;
}

/// Two archives, the second over the first, as the program writes them.
QByteArray initrd(const QByteArray &reproducer, int seed)
{
    const QByteArray end = cpioFile("TRAILER!!!", {});
    QByteArray first = cpioFile("run.conf", "seed=999999\n") + cpioFile("init", "#!/bin/sh\n") + end;
    first += QByteArray(512 - first.size() % 512, '\0');
    return first + cpioFile("run.conf", "timeout=10\nseed=" + QByteArray::number(seed) + "\nother=1\n") +
           cpioFile("./repro", reproducer) + end;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace('\r', "") : QByteArray();
}

} // namespace

GuestOutput bootPocket(const QString &kernel, const QByteArray &reproducer, int seed, const QString &folder)
{
    const QDir dir(folder);
    QFile initrdFile(dir.filePath(QStringLiteral("initrd")));
    if (!dir.mkpath(QStringLiteral(".")) || !initrdFile.open(QIODevice::WriteOnly)) {
        return {};
    }
    initrdFile.write(initrd(reproducer, seed));
    initrdFile.close();

    const QString console = dir.filePath(QStringLiteral("console.log"));
    const QString agent = dir.filePath(QStringLiteral("agent.log"));
    const QString line =
        QStringLiteral("-nodefaults -no-user-config -machine q35 -accel tcg -cpu max -smp 1 -m 64M -display none "
                       "-no-reboot -action panic=none -serial file:%1 -serial file:%2 -device pvpanic -nic none");
    QStringList arguments = line.arg(console, agent).split(QLatin1Char(' '));
    arguments << QStringLiteral("-kernel") << kernel << QStringLiteral("-initrd") << initrdFile.fileName()
              << QStringLiteral("-append") << QStringLiteral("console=ttyS0 panic=-1");
    QProcess qemu;
    qemu.start(QStringLiteral("qemu-system-x86_64"), arguments);
    const bool ended = qemu.waitForFinished(60'000);
    return {ended && qemu.exitStatus() == QProcess::NormalExit && qemu.exitCode() == 0, contentOf(console),
            contentOf(agent)};
}

} // namespace culprit::demo
