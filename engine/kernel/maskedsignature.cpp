// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/maskedsignature.h"

#include "engine/kernel/elfsections.h"
#include "engine/kernel/x86instruction.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace culprit::kernel
{

namespace
{

constexpr std::uint32_t LargestLine = 65535; ///< __bug_table has 16 bits for one
constexpr std::string_view BugTable = "__bug_table";

/// [start, end) in a section.
struct Function {
    GElf_Addr start = 0;
    GElf_Addr end = 0;
};

/// An entry of the kernel's struct bug_entry (include/asm-generic/bug.h): its first 32 bits lead to the instruction.
struct BugEntry {
    std::size_t size = 0; ///< bytes
    std::size_t line = 0; ///< where its 16 bits lie; 0: it has none
};
constexpr std::array BugEntries{BugEntry{16, 12}, BugEntry{12, 8}, BugEntry{8, 0}};

std::uint32_t word(std::span<const std::uint8_t> bytes)
{
    return qFromLittleEndian<std::uint32_t>(bytes.data());
}

void maskConstant(std::span<std::uint8_t> constant)
{
    if (constant.size() == 4) {
        const std::uint32_t value = word(constant);
        if (value >= 1 && value <= LargestLine) {
            qToLittleEndian(LargestLine, constant.data());
        }
    } else if (constant.size() == 1 && constant[0] >= 1 && constant[0] <= 127) {
        constant[0] = 127;
    }
}

/// As far as there are instructions.
void maskCode(std::span<std::uint8_t> code, bool is64Bit)
{
    while (!code.empty()) {
        const auto instruction = decodeX86(code, is64Bit);
        if (!instruction) {
            return;
        }
        if (instruction->passes) {
            maskConstant(code.subspan(instruction->immediateOffset, instruction->immediateSize));
        }
        code = code.subspan(instruction->length);
    }
}

class Masker final
{
public:
    Masker(QFile &file, Elf *elf) : m_file(file), m_elf(elf) {}

    Result<QByteArray> sign()
    {
        auto sections = loadedSections(m_file, m_elf);
        if (!sections) {
            return std::unexpected(sections.error());
        }
        m_sections = std::move(*sections);
        GElf_Ehdr header;
        if (gelf_getehdr(m_elf, &header) == nullptr || (header.e_machine != EM_X86_64 && header.e_machine != EM_386)) {
            return failedOutside(name() + " is not for an x86 processor: its line numbers cannot be told.");
        }
        m_is64Bit = header.e_machine == EM_X86_64;
        m_isLinked = header.e_type != ET_REL;
        readFunctions();
        if (m_functions.empty()) {
            return failedOutside(name() + " has no symbols of functions: its line numbers cannot be told.");
        }
        return hashSections();
    }

private:
    [[nodiscard]] std::string name() const { return m_file.fileName().toStdString(); }

    void readFunctions()
    {
        for (Elf_Scn *section = elf_nextscn(m_elf, nullptr); section != nullptr;
             section = elf_nextscn(m_elf, section)) {
            GElf_Shdr header;
            if (gelf_getshdr(section, &header) == nullptr || header.sh_type != SHT_SYMTAB) {
                continue;
            }
            Elf_Data *data = elf_getdata(section, nullptr);
            GElf_Sym symbol;
            for (int i = 0; data != nullptr && gelf_getsym(data, i, &symbol) != nullptr; ++i) {
                if (GELF_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_size > 0) {
                    m_functions[symbol.st_shndx].push_back({symbol.st_value, symbol.st_value + symbol.st_size});
                }
            }
        }
    }

    Result<QByteArray> hashSections()
    {
        QCryptographicHash whole(QCryptographicHash::Sha256);
        for (const LoadedSection &section : m_sections) {
            const bool isCode = (section.header.sh_flags & SHF_EXECINSTR) != 0;
            const bool isBugTable = nameOf(section) == BugTable;
            QByteArray digest;
            if (isCode || isBugTable) {
                QByteArray bytes = bytesOf(section);
                const std::span writable(reinterpret_cast<std::uint8_t *>(bytes.data()), std::size_t(bytes.size()));
                isCode ? maskFunctions(section, writable) : maskBugTable(section, writable);
                digest = std::size_t(bytes.size()) == section.header.sh_size
                             ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)
                             : QByteArray();
            } else {
                digest = digestOf(m_file, qint64(section.header.sh_offset), qint64(section.header.sh_size));
            }
            if (digest.isEmpty()) {
                return damagedElf(m_file, "a section cannot be read");
            }
            whole.addData(digest);
        }
        return whole.result().toHex();
    }

    [[nodiscard]] std::string_view nameOf(const LoadedSection &section) const
    {
        std::size_t names = 0;
        const char *text =
            elf_getshdrstrndx(m_elf, &names) == 0 ? elf_strptr(m_elf, names, section.header.sh_name) : nullptr;
        return text == nullptr ? std::string_view() : std::string_view(text);
    }

    [[nodiscard]] QByteArray bytesOf(const LoadedSection &section) const
    {
        return m_file.seek(qint64(section.header.sh_offset)) ? m_file.read(qint64(section.header.sh_size))
                                                             : QByteArray();
    }

    /// Aliases and symbols that overlap are gone through once.
    void maskFunctions(const LoadedSection &section, std::span<std::uint8_t> bytes)
    {
        std::vector<Function> &functions = m_functions[section.index];
        std::ranges::sort(functions, [](const Function &a, const Function &b) {
            return std::pair(a.start, b.end) < std::pair(b.start, a.end);
        });
        const GElf_Addr base = m_isLinked ? section.header.sh_addr : 0;
        GElf_Addr done = base;
        for (const Function &function : functions) {
            if (function.start < done || function.end < function.start || function.end - base > bytes.size()) {
                continue;
            }
            maskCode(bytes.subspan(function.start - base, function.end - function.start), m_is64Bit);
            done = function.end;
        }
    }

    [[nodiscard]] bool isCodeAt(GElf_Addr address) const
    {
        return std::ranges::any_of(m_sections, [address](const LoadedSection &section) {
            return (section.header.sh_flags & SHF_EXECINSTR) != 0 && address >= section.header.sh_addr &&
                   address - section.header.sh_addr < section.header.sh_size;
        });
    }

    /// The instruction's place is told by its distance or, on old 32-bit kernels, its address.
    [[nodiscard]] bool fits(const BugEntry &entry, GElf_Addr address, std::span<const std::uint8_t> bytes) const
    {
        if (bytes.empty() || bytes.size() % entry.size != 0) {
            return false;
        }
        for (std::size_t at = 0; at < bytes.size(); at += entry.size) {
            const std::uint32_t value = word(bytes.subspan(at, 4));
            const auto distance = static_cast<GElf_Addr>(std::int64_t{static_cast<std::int32_t>(value)});
            if (!isCodeAt(address + at + distance) && (m_is64Bit || !isCodeAt(value))) {
                return false;
            }
        }
        return true;
    }

    /// Entries are as long as the kernel's version and config want it.
    void maskBugTable(const LoadedSection &section, std::span<std::uint8_t> bytes) const
    {
        const auto entry = std::ranges::find_if(
            BugEntries, [&](const BugEntry &form) { return fits(form, section.header.sh_addr, bytes); });
        if (entry == BugEntries.end() || entry->line == 0) {
            return;
        }
        for (std::size_t at = entry->line; at < bytes.size(); at += entry->size) {
            bytes[at] = bytes[at + 1] = 0xFF;
        }
    }

    QFile &m_file;
    Elf *m_elf;
    std::vector<LoadedSection> m_sections;
    std::map<std::size_t, std::vector<Function>> m_functions; ///< by section
    bool m_is64Bit = true;
    bool m_isLinked = true;
};

} // namespace

Result<QByteArray> maskedSignature(const QString &path)
{
    QFile file(path);
    const auto elf = openElf(file);
    return elf ? Masker(file, elf->get()).sign() : std::unexpected(elf.error());
}

} // namespace culprit::kernel
