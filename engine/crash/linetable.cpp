// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/linetable.h"

#include <dwarf.h>
#include <gelf.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace culprit::crash::dwarf
{

namespace
{

/// Reads a view from begin to end; past the end everything is 0 and ok() false.
class Cursor final
{
public:
    Cursor() = default;
    Cursor(std::string_view bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }
    void fail() { m_ok = false, m_bytes = {}; }

    std::string_view take(std::uint64_t size)
    {
        if (size > m_bytes.size()) {
            fail();
            return {};
        }
        const std::string_view taken = m_bytes.substr(0, static_cast<std::size_t>(size));
        m_bytes.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] Cursor sub(std::uint64_t size) { return {take(size), m_bigEndian}; }

    std::uint64_t number(std::uint64_t size)
    {
        const std::string_view bytes = size <= 8 ? take(size) : std::string_view{};
        if (size > 8) {
            fail();
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const std::size_t at = m_bigEndian ? i : bytes.size() - 1 - i;
            value = value << 8U | static_cast<unsigned char>(bytes[at]);
        }
        return value;
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(number(1)); }

    std::uint64_t uleb()
    {
        std::uint64_t value = 0;
        for (unsigned int shift = 0;; shift += 7) {
            const std::uint8_t part = byte();
            value |= shift < 64 ? static_cast<std::uint64_t>(part & 0x7fU) << shift : 0;
            if ((part & 0x80U) == 0) {
                return value;
            }
        }
    }
    std::int64_t sleb()
    {
        std::uint64_t value = 0;
        for (unsigned int shift = 0;; shift += 7) {
            const std::uint8_t part = byte();
            value |= shift < 64 ? static_cast<std::uint64_t>(part & 0x7fU) << shift : 0;
            if ((part & 0x80U) == 0) {
                const bool negative = (part & 0x40U) != 0 && shift + 7 < 64;
                return static_cast<std::int64_t>(negative ? value | ~std::uint64_t{0} << (shift + 7) : value);
            }
        }
    }
    /// Up to a NUL.
    std::string_view text()
    {
        const std::size_t end = m_bytes.find('\0');
        if (end == std::string_view::npos) {
            fail();
            return {};
        }
        const std::string_view result = take(end);
        (void)take(1);
        return result;
    }

private:
    std::string_view m_bytes;
    bool m_bigEndian = false;
    bool m_ok = true;
};

std::string_view textAt(std::string_view section, std::uint64_t offset)
{
    if (offset >= section.size()) {
        return {};
    }
    section.remove_prefix(static_cast<std::size_t>(offset));
    return section.substr(0, section.find('\0'));
}

std::string_view sectionNamed(Elf *elf, std::string_view wanted)
{
    std::size_t names = 0;
    if (elf_getshdrstrndx(elf, &names) != 0) {
        return {};
    }
    for (Elf_Scn *section = elf_nextscn(elf, nullptr); section != nullptr; section = elf_nextscn(elf, section)) {
        GElf_Shdr header;
        const char *name = gelf_getshdr(section, &header) != nullptr ? elf_strptr(elf, names, header.sh_name) : nullptr;
        // ".zdebug_line" is how sections were compressed once; libdw has unpacked it.
        if (name == nullptr || header.sh_type == SHT_NOBITS || (header.sh_flags & SHF_COMPRESSED) != 0 ||
            (wanted != name && ".z" + std::string(wanted.substr(1)) != name)) {
            continue;
        }
        const Elf_Data *data = elf_getdata(section, nullptr);
        return data != nullptr && data->d_buf != nullptr
                   ? std::string_view(static_cast<const char *>(data->d_buf), data->d_size)
                   : std::string_view{};
    }
    return {};
}

} // namespace

LineSections LineSections::of(Dwarf *dwarf)
{
    Elf *elf = dwarf_getelf(dwarf);
    GElf_Ehdr header;
    if (elf == nullptr || gelf_getehdr(elf, &header) == nullptr) {
        return {};
    }
    return {sectionNamed(elf, ".debug_line"), sectionNamed(elf, ".debug_line_str"), sectionNamed(elf, ".debug_str"),
            header.e_ident[EI_DATA] == ELFDATA2MSB};
}

/// Fills one table: the header, which names folders and files, then the program, which makes the rows.
class LineReader final
{
public:
    LineReader(const LineSections &sections, LineTable &table, Steps &steps)
        : m_sections(sections), m_table(table), m_steps(steps)
    {
    }

    void read(std::uint64_t offset)
    {
        if (offset >= m_sections.lines.size()) {
            return;
        }
        Cursor whole(m_sections.lines.substr(static_cast<std::size_t>(offset)), m_sections.bigEndian);
        std::uint64_t size = whole.number(4);
        if (size == 0xffffffff) {
            m_offsetSize = 8;
            size = whole.number(8);
        }
        Cursor unit = whole.sub(size);
        m_version = unit.number(2);
        if (m_version < 2 || m_version > 5) {
            return;
        }
        if (m_version == 5) {
            (void)unit.take(2); // sizes of addresses and of segment selectors
        }
        Cursor header = unit.sub(unit.number(m_offsetSize));
        readHeader(header);
        if (header.ok() && m_lineRange != 0) {
            run(unit);
        }
    }

private:
    using Row = LineTable::Row;

    void readHeader(Cursor &header)
    {
        m_instructionSize = header.byte();
        if (m_version >= 4) {
            (void)header.byte(); // operations of one instruction: 1 but for VLIW machines
        }
        (void)header.byte(); // whether rows are statements at first
        const int lineBase = header.byte();
        m_lineBase = lineBase < 128 ? lineBase : lineBase - 256; // it is signed
        m_lineRange = header.byte();
        m_opcodeBase = header.byte();
        for (unsigned int opcode = 1; opcode < m_opcodeBase; ++opcode) {
            m_operands[opcode] = header.byte();
        }
        if (m_version == 5) {
            readEntries(header, [this](const LineTable::File &entry) { m_table.m_folders.push_back(entry.name); });
            readEntries(header, [this](const LineTable::File &entry) { m_table.m_files.push_back(entry); });
        } else {
            readOldNames(header);
        }
    }

    /// Folder 0, where the compiler was started, and file 0 are not listed.
    void readOldNames(Cursor &header)
    {
        m_table.m_folders.emplace_back();
        for (std::string_view name; !(name = header.text()).empty();) {
            m_table.m_folders.push_back(name);
        }
        m_table.m_files.emplace_back();
        for (std::string_view name; !(name = header.text()).empty();) {
            m_table.m_files.push_back(oldFile(name, header));
        }
    }

    static LineTable::File oldFile(std::string_view name, Cursor &cursor)
    {
        const std::uint64_t folder = cursor.uleb();
        (void)cursor.uleb(); // time
        (void)cursor.uleb(); // size
        return {name, folder};
    }

    template <class Add>
    void readEntries(Cursor &header, Add add)
    {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> formats; // content, form
        for (int count = header.byte(); count > 0; --count) {
            const std::uint64_t content = header.uleb();
            formats.emplace_back(content, header.uleb());
        }
        std::uint64_t count = header.uleb();
        if (formats.empty() && count > 0) {
            header.fail();
        }
        for (; count > 0 && header.ok() && m_steps.take(); --count) {
            LineTable::File entry;
            for (const auto &[content, form] : formats) {
                const auto [text, number] = readForm(header, form);
                if (content == DW_LNCT_path) {
                    entry.name = text;
                } else if (content == DW_LNCT_directory_index) {
                    entry.folder = number;
                }
            }
            if (header.ok()) {
                add(entry);
            }
        }
    }

    std::pair<std::string_view, std::uint64_t> readForm(Cursor &header, std::uint64_t form) const
    {
        switch (form) {
        case DW_FORM_string:
            return {header.text(), 0};
        case DW_FORM_line_strp:
            return {textAt(m_sections.lineStrings, header.number(m_offsetSize)), 0};
        case DW_FORM_strp:
            return {textAt(m_sections.strings, header.number(m_offsetSize)), 0};
        case DW_FORM_udata:
            return {{}, header.uleb()};
        case DW_FORM_data1:
            return {{}, header.number(1)};
        case DW_FORM_data2:
            return {{}, header.number(2)};
        case DW_FORM_data4:
            return {{}, header.number(4)};
        case DW_FORM_data8:
            return {{}, header.number(8)};
        case DW_FORM_data16: // a checksum
            return {header.take(16), 0};
        case DW_FORM_block:
            return {header.take(header.uleb()), 0};
        default: // of unknown size
            header.fail();
            return {};
        }
    }

    void run(Cursor &program)
    {
        restart();
        while (!program.atEnd() && m_steps.take()) {
            const std::uint8_t opcode = program.byte();
            if (opcode >= m_opcodeBase) {
                const unsigned int special = opcode - m_opcodeBase;
                m_row.address += special / m_lineRange * m_instructionSize;
                advanceLine(m_lineBase + static_cast<int>(special % m_lineRange));
                add();
            } else if (opcode == 0) {
                runExtended(program);
            } else {
                runStandard(opcode, program);
            }
        }
        if (!m_table.m_rows.empty() && !m_table.m_rows.back().end) {
            end();
        }
        std::ranges::stable_sort(m_table.m_rows, {}, [](const Row &row) { return std::pair(row.address, !row.end); });
    }

    void runStandard(std::uint8_t opcode, Cursor &program)
    {
        switch (opcode) {
        case DW_LNS_copy:
            add();
            break;
        case DW_LNS_advance_pc:
            m_row.address += program.uleb() * m_instructionSize;
            break;
        case DW_LNS_advance_line:
            advanceLine(program.sleb());
            break;
        case DW_LNS_set_file:
            m_row.file = bounded(program.uleb());
            break;
        case DW_LNS_const_add_pc:
            m_row.address += (255U - m_opcodeBase) / m_lineRange * m_instructionSize;
            break;
        case DW_LNS_fixed_advance_pc:
            m_row.address += program.number(2);
            break;
        default:
            for (int count = m_operands[opcode]; count > 0; --count) {
                (void)program.uleb();
            }
        }
    }

    void runExtended(Cursor &program)
    {
        Cursor operation = program.sub(program.uleb());
        switch (operation.byte()) {
        case DW_LNE_end_sequence:
            end();
            restart();
            break;
        case DW_LNE_set_address: {
            std::uint64_t size = 0;
            for (Cursor rest = operation; !rest.atEnd() && size < 9; ++size) {
                (void)rest.byte();
            }
            m_row.address = operation.number(size);
            break;
        }
        case DW_LNE_define_file:
            m_table.m_files.push_back(oldFile(operation.text(), operation));
            break;
        default:
            break;
        }
    }

    /// Foreign numbers may overflow.
    void advanceLine(std::int64_t by) { m_line += static_cast<std::uint64_t>(by); }

    void restart()
    {
        m_row = {0, 1, 1, false};
        m_line = 1;
    }
    void add()
    {
        Row row = m_row;
        row.line = bounded(m_line);
        m_table.m_rows.push_back(row);
    }
    void end()
    {
        Row row = m_row;
        row.end = true;
        m_table.m_rows.push_back(row);
    }
    static std::uint32_t bounded(std::uint64_t value)
    {
        return value <= std::numeric_limits<std::int32_t>::max() ? static_cast<std::uint32_t>(value) : 0;
    }

    const LineSections &m_sections;
    LineTable &m_table;
    Steps &m_steps;
    std::uint64_t m_version = 0;
    std::uint64_t m_offsetSize = 4;
    unsigned int m_instructionSize = 1;
    int m_lineBase = 0;
    unsigned int m_lineRange = 0;
    unsigned int m_opcodeBase = 0;
    std::array<std::uint8_t, 256> m_operands{};
    Row m_row;
    std::uint64_t m_line = 1;
};

LineTable::LineTable(const LineSections &sections, std::uint64_t offset, Steps &steps)
{
    LineReader(sections, *this, steps).read(offset);
}

std::optional<LineTable::Place> LineTable::find(std::uint64_t address) const
{
    const auto after = std::ranges::upper_bound(m_rows, address, {}, &Row::address);
    if (after == m_rows.begin() || std::prev(after)->end) {
        return {};
    }
    return Place{std::prev(after)->file, std::prev(after)->line};
}

std::string LineTable::path(std::uint64_t file) const
{
    if (file >= m_files.size() || m_files[static_cast<std::size_t>(file)].name.empty()) {
        return {};
    }
    const File &known = m_files[static_cast<std::size_t>(file)];
    const std::string_view folder =
        known.folder < m_folders.size() ? m_folders[static_cast<std::size_t>(known.folder)] : std::string_view{};
    std::string path(known.name);
    if (path.starts_with('/') || folder.empty()) {
        return path;
    }
    path = std::string(folder) + '/' + path;
    return path.starts_with('/') || m_folders.front().empty() || known.folder == 0
               ? path
               : std::string(m_folders.front()) + '/' + path;
}

} // namespace culprit::crash::dwarf
