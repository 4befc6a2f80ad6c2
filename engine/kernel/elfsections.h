// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QFile>

#include <gelf.h>

#include <memory>
#include <string>
#include <vector>

namespace culprit::kernel
{

struct ElfCloser {
    void operator()(Elf *elf) const { elf_end(elf); }
};
using ElfHandle = std::unique_ptr<Elf, ElfCloser>;

/// Opens the file, which must outlive the handle. Errors: it cannot be read, or is no ELF file.
[[nodiscard]] Result<ElfHandle> openElf(QFile &file);

/// A section that is loaded: allocated, with contents in the file, no notes. It lies inside the file.
struct LoadedSection {
    std::size_t index = 0;
    GElf_Shdr header = {};
};

/// In the order of the section headers; an error if there is none, or the file is damaged.
[[nodiscard]] Result<std::vector<LoadedSection>> loadedSections(const QFile &file, Elf *elf);

/// SHA-256 of `size` bytes at `offset`; empty when the file ends before.
[[nodiscard]] QByteArray digestOf(QFile &file, qint64 offset, qint64 size);

[[nodiscard]] std::unexpected<Error> notReadable(const QFile &file);
[[nodiscard]] std::unexpected<Error> damagedElf(const QFile &file, const std::string &what);

} // namespace culprit::kernel
