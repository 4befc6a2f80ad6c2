// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/debugimage.h"

#include "engine/crash/debugunits.h"
#include "engine/crash/linetable.h"

#include <dwarf.h>
#include <elfutils/libdwfl.h>
#include <gelf.h>

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <ranges>
#include <system_error>
#include <utility>

namespace culprit::crash
{

namespace
{

/// A kernel with all drivers has some 10,000 units with twice as many ranges. A step takes about 0.1 us.
constexpr std::int64_t stepsToOpen = 10'000'000;
constexpr std::int64_t stepsOfReport = 20'000'000;
constexpr std::size_t longestName = 512;

struct DwflCloser {
    void operator()(Dwfl *dwfl) const { dwfl_end(dwfl); }
};

/// Debug information is looked for in the file itself only: no other files are opened, and no server is asked.
int findNoOtherFile(Dwfl_Module *, void **, const char *, Dwarf_Addr, const char *, const char *, GElf_Word, char **)
{
    return -1;
}

std::unexpected<Error> notElf(const std::filesystem::path &path)
{
    return failedOutside(path.string() + " is not an ELF file: give the vmlinux of a kernel build.");
}

Result<void> checkFile(const std::filesystem::path &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::is_directory(status)) {
        return failedOutside(path.string() + " is a folder: give the vmlinux of a kernel build.");
    }
    std::ifstream file;
    if (std::filesystem::is_regular_file(status)) {
        file.open(path, std::ios::binary);
    }
    if (!file.is_open()) {
        return failedOutside(path.string() + " cannot be read: check the path.");
    }
    std::array<char, 4> magic{};
    file.read(magic.data(), magic.size());
    return std::ranges::equal(magic, std::string_view("\177ELF")) ? Result<void>{} : notElf(path);
}

/// Foreign text on one line and bounded.
std::string clean(std::string_view text)
{
    std::string result(text.substr(0, longestName));
    std::ranges::replace_if(result, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, '?');
    return result;
}

std::string clean(const char *text)
{
    return clean(std::string_view(text != nullptr ? text : ""));
}

std::string nameOf(Dwarf_Die &die)
{
    for (const unsigned int kind : {DW_AT_linkage_name, DW_AT_MIPS_linkage_name, DW_AT_name}) {
        Dwarf_Attribute attribute;
        if (dwarf_attr_integrate(&die, kind, &attribute) != nullptr) {
            if (const char *name = dwarf_formstring(&attribute)) {
                return clean(name);
            }
        }
    }
    return {};
}

std::uint64_t numberOf(Dwarf_Die &die, unsigned int kind)
{
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    return dwarf_attr(&die, kind, &attribute) != nullptr && dwarf_formudata(&attribute, &value) == 0 ? value : 0;
}

int lineFrom(std::uint64_t value)
{
    return value <= 100'000'000 ? static_cast<int>(value) : 0;
}

std::string folderOf(Dwarf_Die &unit)
{
    Dwarf_Attribute folder;
    return clean(dwarf_formstring(dwarf_attr(&unit, DW_AT_comp_dir, &folder)));
}

/// A file of a unit's line table, which names most relative to the folder the compiler was started in.
std::string pathOf(Dwarf_Die &unit, const dwarf::LineTable &lines, std::uint64_t file)
{
    std::string path = clean(lines.path(file));
    if (path.empty() || path.starts_with('/')) {
        return path;
    }
    const std::string folder = folderOf(unit);
    return folder.empty() ? path : folder + '/' + path;
}

} // namespace

class DebugImage::Private final
{
public:
    [[nodiscard]] Result<void> open(const std::filesystem::path &path);
    [[nodiscard]] std::vector<SourceFrame> read(Dwarf_Addr address);
    void readUnits();
    void readSymbols();
    void readBuildId();
    [[nodiscard]] const RangeIndex &functions(std::uint64_t unit, Dwarf_Die &die);
    [[nodiscard]] const dwarf::LineTable &linesOf(Dwarf_Die &unit);

    std::unique_ptr<Dwfl, DwflCloser> m_dwfl;
    Dwfl_Module *m_module = nullptr;
    Dwarf *m_dwarf = nullptr;
    Dwarf_Addr m_bias = 0; ///< of libdwfl's addresses against those in the file, which all others here are
    std::string m_buildId;
    TextSymbols m_symbols;
    RangeIndex m_units; ///< values are DIE offsets
    std::vector<std::pair<std::string, std::string>> m_unitSources;
    dwarf::LineSections m_lineSections;
    std::unordered_map<std::uint64_t, RangeIndex> m_functions;   ///< by unit
    std::unordered_map<std::uint64_t, dwarf::LineTable> m_lines; ///< by offset of the table
    std::unordered_map<std::uint64_t, std::vector<SourceFrame>> m_frames;
    dwarf::Steps m_steps{stepsToOpen};
};

Result<void> DebugImage::Private::open(const std::filesystem::path &path)
{
    if (auto checked = checkFile(path); !checked) {
        return checked;
    }
    static constexpr Dwfl_Callbacks callbacks{.find_elf = nullptr,
                                              .find_debuginfo = findNoOtherFile,
                                              .section_address = dwfl_offline_section_address,
                                              .debuginfo_path = nullptr};
    m_dwfl.reset(dwfl_begin(&callbacks));
    if (!m_dwfl) {
        return failedOutside("libdw cannot be used: " + clean(dwfl_errmsg(-1)) + ".");
    }
    dwfl_report_begin(m_dwfl.get());
    m_module = dwfl_report_offline(m_dwfl.get(), "image", path.c_str(), -1);
    if (m_module == nullptr || dwfl_report_end(m_dwfl.get(), nullptr, nullptr) != 0) {
        return failedOutside(path.string() + " is damaged (" + clean(dwfl_errmsg(-1)) + "): build it again.");
    }
    readBuildId();
    m_dwarf = dwfl_module_getdwarf(m_module, &m_bias);
    readSymbols();
    if (m_symbols.empty()) {
        return failedOutside(path.string() + " has no function symbols: give the vmlinux of a kernel build, not a "
                                             "stripped or compressed image.");
    }
    if (m_dwarf != nullptr) {
        m_lineSections = dwarf::LineSections::of(m_dwarf);
        readUnits();
    }
    return {};
}

void DebugImage::Private::readBuildId()
{
    const unsigned char *bytes = nullptr;
    GElf_Addr where = 0;
    const int size = dwfl_module_build_id(m_module, &bytes, &where);
    for (int i = 0; i < size; ++i) {
        m_buildId += std::format("{:02x}", bytes[i]);
    }
}

void DebugImage::Private::readSymbols()
{
    const int count = dwfl_module_getsymtab(m_module);
    std::unordered_map<std::uint64_t, bool> isCode; ///< by section
    for (int i = 1; i < count; ++i) {
        GElf_Sym symbol;
        GElf_Addr address = 0;
        GElf_Word section = 0;
        Elf *elf = nullptr;
        Dwarf_Addr bias = 0;
        const char *name = dwfl_module_getsym_info(m_module, i, &symbol, &address, &section, &elf, &bias);
        const int type = GELF_ST_TYPE(symbol.st_info);
        if (name == nullptr || elf == nullptr || (type != STT_FUNC && type != STT_NOTYPE && type != STT_GNU_IFUNC) ||
            section == SHN_UNDEF || section >= SHN_LORESERVE) {
            continue;
        }
        const auto [known, fresh] = isCode.try_emplace(section, false);
        if (fresh) {
            GElf_Shdr header;
            Elf_Scn *scn = elf_getscn(elf, section);
            known->second =
                scn != nullptr && gelf_getshdr(scn, &header) != nullptr && (header.sh_flags & SHF_EXECINSTR) != 0;
        }
        if (known->second) {
            m_symbols.add(name, address - m_bias, type == STT_NOTYPE ? 0 : symbol.st_size, section);
        }
    }
    m_symbols.sort();
}

void DebugImage::Private::readUnits()
{
    Dwarf_CU *unit = nullptr;
    std::uint8_t type = 0;
    Dwarf_Die die;
    while (m_steps.take() && dwarf_get_units(m_dwarf, unit, &unit, nullptr, &type, &die, nullptr) == 0) {
        if (dwarf_tag(&die) != DW_TAG_compile_unit) {
            continue;
        }
        const std::size_t before = m_units.size();
        dwarf::addRanges(die, dwarf_dieoffset(&die), m_units, m_steps);
        if (m_units.size() > before) {
            m_unitSources.emplace_back(folderOf(die), clean(dwarf_diename(&die)));
        }
    }
    m_units.sort();
}

const RangeIndex &DebugImage::Private::functions(std::uint64_t unit, Dwarf_Die &die)
{
    const auto known = m_functions.find(unit);
    return known != m_functions.end() ? known->second
                                      : m_functions.emplace(unit, dwarf::functionsOf(die, m_steps)).first->second;
}

const dwarf::LineTable &DebugImage::Private::linesOf(Dwarf_Die &unit)
{
    Dwarf_Attribute attribute;
    Dwarf_Word offset = 0;
    if (dwarf_attr(&unit, DW_AT_stmt_list, &attribute) == nullptr || dwarf_formudata(&attribute, &offset) != 0) {
        offset = ~Dwarf_Word{0}; // none
    }
    const auto known = m_lines.find(offset);
    return known != m_lines.end()
               ? known->second
               : m_lines.emplace(offset, dwarf::LineTable(m_lineSections, offset, m_steps)).first->second;
}

std::vector<SourceFrame> DebugImage::Private::read(Dwarf_Addr address)
{
    const auto offset = m_units.find(address);
    Dwarf_Die unit;
    if (!offset || dwarf_offdie(m_dwarf, *offset, &unit) == nullptr) {
        return {};
    }
    SourceFrame place;
    const dwarf::LineTable &lines = linesOf(unit);
    if (const auto found = lines.find(address)) {
        place.file = pathOf(unit, lines, found->file);
        place.line = lineFrom(found->line);
    }
    std::vector<SourceFrame> frames;
    Dwarf_Die function;
    const auto functionOffset = functions(*offset, unit).find(address);
    if (functionOffset && dwarf_offdie(m_dwarf, *functionOffset, &function) != nullptr) {
        for (Dwarf_Die &die : dwarf::chainAt(function, address, m_steps) | std::views::reverse) {
            place.function = nameOf(die);
            place.inlined = dwarf_tag(&die) == DW_TAG_inlined_subroutine;
            frames.push_back(place);
            place.file = pathOf(unit, lines, numberOf(die, DW_AT_call_file));
            place.line = lineFrom(numberOf(die, DW_AT_call_line));
        }
    } else if (!place.file.empty()) {
        // Assembler code has lines, but its functions are symbols only.
        place.function = std::string(m_symbols.nameAt(address));
        frames.push_back(place);
    }
    if (!frames.empty() && frames.front().file.empty()) {
        frames.clear();
    }
    return frames;
}

DebugImage::DebugImage(std::unique_ptr<Private> made) : d(std::move(made)) {}
DebugImage::DebugImage(DebugImage &&) noexcept = default;
DebugImage &DebugImage::operator=(DebugImage &&) noexcept = default;
DebugImage::~DebugImage() = default;

Result<DebugImage> DebugImage::open(const std::filesystem::path &path)
{
    auto made = std::make_unique<Private>();
    if (auto opened = made->open(path); !opened) {
        return std::unexpected(opened.error());
    }
    made->m_steps = dwarf::Steps(stepsOfReport);
    return DebugImage(std::move(made));
}

const std::string &DebugImage::buildId() const
{
    return d->m_buildId;
}

bool DebugImage::hasDebugInformation() const
{
    return d->m_units.size() > 0;
}

const TextSymbols &DebugImage::symbols() const
{
    return d->m_symbols;
}

SourcePaths DebugImage::sourcePaths(std::string_view sourceFolder) const
{
    SourcePaths paths(sourceFolder);
    for (const auto &[folder, name] : d->m_unitSources) {
        paths.addUnit(folder, name);
    }
    paths.settle();
    return paths;
}

const std::vector<SourceFrame> &DebugImage::frames(std::uint64_t address)
{
    const auto known = d->m_frames.find(address);
    return known != d->m_frames.end() ? known->second : d->m_frames.emplace(address, d->read(address)).first->second;
}

void DebugImage::refresh()
{
    d->m_steps = dwarf::Steps(stepsOfReport);
}

} // namespace culprit::crash
