// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/signature.h"

#include "engine/kernel/elfsections.h"

#include <QCryptographicHash>
#include <QFile>

namespace culprit::kernel
{

Result<QByteArray> kernelSignature(const QString &path)
{
    QFile file(path);
    const auto elf = openElf(file);
    if (!elf) {
        return std::unexpected(elf.error());
    }
    const auto sections = loadedSections(file, elf->get());
    if (!sections) {
        return std::unexpected(sections.error());
    }
    QCryptographicHash whole(QCryptographicHash::Sha256);
    for (const LoadedSection &section : *sections) {
        const QByteArray digest =
            digestOf(file, static_cast<qint64>(section.header.sh_offset), static_cast<qint64>(section.header.sh_size));
        if (digest.isEmpty()) {
            return damagedElf(file, "a section cannot be read");
        }
        whole.addData(digest);
    }
    return whole.result().toHex();
}

Result<QByteArray> imageSignature(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return notReadable(file);
    }
    if (file.peek(4) == QByteArray("\177ELF", 4)) {
        return kernelSignature(path);
    }
    return fileHash(path);
}

Result<QByteArray> fileHash(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return notReadable(file);
    }
    const QByteArray bytes = digestOf(file, 0, file.size());
    if (bytes.isEmpty()) {
        return notReadable(file);
    }
    return bytes.toHex();
}

} // namespace culprit::kernel
