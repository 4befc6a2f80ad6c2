// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/signature.h"

#include <QCryptographicHash>
#include <QFile>

#include <gelf.h>

#include <algorithm>
#include <memory>

namespace culprit::kernel
{

namespace
{

constexpr qint64 ChunkSize = 1024 * 1024;

struct ElfCloser {
    void operator()(Elf *elf) const { elf_end(elf); }
};
using ElfHandle = std::unique_ptr<Elf, ElfCloser>;

std::unexpected<Error> notReadable(const QFile &file)
{
    return failedOutside(file.fileName().toStdString() + " cannot be read (" + file.errorString().toStdString() +
                         "): check the path.");
}

std::unexpected<Error> damaged(const QFile &file, const std::string &what)
{
    return failedOutside(file.fileName().toStdString() + " is damaged: " + what + ". Build it again.");
}

/// Digest of `size` bytes at `offset`; empty when the file ends before.
QByteArray digest(QFile &file, qint64 offset, qint64 size)
{
    if (!file.seek(offset)) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (size > 0) {
        const QByteArray chunk = file.read(std::min(size, ChunkSize));
        if (chunk.isEmpty()) {
            return {};
        }
        hash.addData(chunk);
        size -= chunk.size();
    }
    return hash.result();
}

bool isLoaded(const GElf_Shdr &header)
{
    return (header.sh_flags & SHF_ALLOC) != 0 && header.sh_type != SHT_NULL && header.sh_type != SHT_NOBITS &&
           header.sh_type != SHT_NOTE;
}

Result<QByteArray> signatureOf(QFile &file, Elf *elf)
{
    QCryptographicHash whole(QCryptographicHash::Sha256);
    qsizetype sections = 0;
    for (Elf_Scn *section = elf_nextscn(elf, nullptr); section != nullptr; section = elf_nextscn(elf, section)) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) == nullptr) {
            return damaged(file, "a section header cannot be read");
        }
        if (!isLoaded(header)) {
            continue;
        }
        const auto fileSize = static_cast<GElf_Off>(file.size());
        if (header.sh_offset > fileSize || header.sh_size > fileSize - header.sh_offset) {
            return damaged(file, "a section lies outside the file");
        }
        const QByteArray bytes =
            digest(file, static_cast<qint64>(header.sh_offset), static_cast<qint64>(header.sh_size));
        if (bytes.isEmpty()) {
            return damaged(file, "a section cannot be read");
        }
        whole.addData(bytes);
        ++sections;
    }
    if (sections == 0) {
        return failedOutside(file.fileName().toStdString() +
                             " has no loaded sections: give the vmlinux of a kernel build.");
    }
    return whole.result().toHex();
}

} // namespace

Result<QByteArray> kernelSignature(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return notReadable(file);
    }
    elf_version(EV_CURRENT);
    const ElfHandle elf(elf_begin(file.handle(), ELF_C_READ, nullptr));
    if (!elf || elf_kind(elf.get()) != ELF_K_ELF) {
        return failedOutside(path.toStdString() + " is not an ELF file: give the vmlinux of a kernel build.");
    }
    return signatureOf(file, elf.get());
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
    const QByteArray bytes = digest(file, 0, file.size());
    if (bytes.isEmpty()) {
        return notReadable(file);
    }
    return bytes.toHex();
}

} // namespace culprit::kernel
