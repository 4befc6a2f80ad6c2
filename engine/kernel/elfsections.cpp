// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/elfsections.h"

#include <QCryptographicHash>

#include <algorithm>

namespace culprit::kernel
{

namespace
{

constexpr qint64 ChunkSize = 1024 * 1024;

bool isLoaded(const GElf_Shdr &header)
{
    return (header.sh_flags & SHF_ALLOC) != 0 && header.sh_type != SHT_NULL && header.sh_type != SHT_NOBITS &&
           header.sh_type != SHT_NOTE;
}

} // namespace

std::unexpected<Error> notReadable(const QFile &file)
{
    return failedOutside(file.fileName().toStdString() + " cannot be read (" + file.errorString().toStdString() +
                         "): check the path.");
}

std::unexpected<Error> damagedElf(const QFile &file, const std::string &what)
{
    return failedOutside(file.fileName().toStdString() + " is damaged: " + what + ". Build it again.");
}

QByteArray digestOf(QFile &file, qint64 offset, qint64 size)
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

Result<ElfHandle> openElf(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return notReadable(file);
    }
    elf_version(EV_CURRENT);
    ElfHandle elf(elf_begin(file.handle(), ELF_C_READ, nullptr));
    if (!elf || elf_kind(elf.get()) != ELF_K_ELF) {
        return failedOutside(file.fileName().toStdString() +
                             " is not an ELF file: give the vmlinux of a kernel build.");
    }
    return elf;
}

Result<std::vector<LoadedSection>> loadedSections(const QFile &file, Elf *elf)
{
    std::vector<LoadedSection> sections;
    for (Elf_Scn *section = elf_nextscn(elf, nullptr); section != nullptr; section = elf_nextscn(elf, section)) {
        LoadedSection loaded{.index = elf_ndxscn(section), .header = {}};
        if (gelf_getshdr(section, &loaded.header) == nullptr) {
            return damagedElf(file, "a section header cannot be read");
        }
        if (!isLoaded(loaded.header)) {
            continue;
        }
        const auto fileSize = static_cast<GElf_Off>(file.size());
        if (loaded.header.sh_offset > fileSize || loaded.header.sh_size > fileSize - loaded.header.sh_offset) {
            return damagedElf(file, "a section lies outside the file");
        }
        sections.push_back(loaded);
    }
    if (sections.empty()) {
        return failedOutside(file.fileName().toStdString() +
                             " has no loaded sections: give the vmlinux of a kernel build.");
    }
    return sections;
}

} // namespace culprit::kernel
