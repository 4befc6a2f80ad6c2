// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/textsymbols.h"

#include <algorithm>
#include <tuple>

namespace culprit::crash
{

namespace
{

/// What may follow the last function of a section.
constexpr std::uint64_t largestPadding = 4096;
/// Functions of one name that are looked at: names like "cleanup" are common, more than this is made up.
constexpr std::size_t mostNamesakes = 1000;

/// Labels of the assembler and marks between code and data: kallsyms leaves them out.
bool isMark(std::string_view name)
{
    return name.empty() || name.starts_with(".L") || name.starts_with('$');
}

/// kallsyms leaves out the suffix that clang gives to local functions of a link-time optimised kernel.
std::string_view withoutLlvmSuffix(std::string_view name)
{
    return name.substr(0, name.find(".llvm."));
}

/// 0: no, then the better the higher.
int fitOf(std::uint64_t wanted, std::uint64_t size, std::uint64_t toNext, std::uint64_t toNextSized)
{
    if (wanted == toNext) {
        return 3;
    }
    if (size != 0 && wanted == size) {
        return 2;
    }
    return wanted >= size && wanted <= toNextSized ? 1 : 0;
}

} // namespace

void TextSymbols::add(std::string_view name, std::uint64_t address, std::uint64_t size, std::uint32_t section)
{
    if (!isMark(name)) {
        m_symbols.push_back({withoutLlvmSuffix(name), address, size, 0, 0, section});
    }
}

void TextSymbols::sort()
{
    std::ranges::stable_sort(m_symbols, {},
                             [](const Symbol &symbol) { return std::tuple(symbol.section, symbol.address); });
    measure();
    std::ranges::stable_sort(m_symbols, {}, &Symbol::address);
    m_byName.resize(m_symbols.size());
    for (std::uint32_t i = 0; i < m_byName.size(); ++i) {
        m_byName[i] = i;
    }
    std::ranges::stable_sort(m_byName, {}, [this](std::uint32_t index) { return m_symbols[index].name; });
}

/// From the last symbol of each section to the first.
void TextSymbols::measure()
{
    const Symbol *next = nullptr; ///< the next at a higher address, and the next of those with a size
    const Symbol *nextSized = nullptr;
    for (std::size_t i = m_symbols.size(); i-- > 0;) {
        Symbol &symbol = m_symbols[i];
        if (i + 1 < m_symbols.size()) {
            const Symbol &after = m_symbols[i + 1];
            if (after.section != symbol.section) {
                next = nullptr;
                nextSized = nullptr;
            } else if (after.address != symbol.address) {
                next = &after;
                // Of several at one address, any may be the function.
                for (std::size_t j = i + 1; j < m_symbols.size() && m_symbols[j].address == after.address &&
                                            m_symbols[j].section == after.section;
                     ++j) {
                    if (m_symbols[j].size != 0) {
                        nextSized = &after;
                        break;
                    }
                }
            }
        }
        const std::uint64_t last = symbol.size + largestPadding;
        symbol.toNext = next != nullptr ? next->address - symbol.address : 0;
        symbol.toNextSized = nextSized != nullptr ? nextSized->address - symbol.address : last;
    }
}

TextSymbols::Match TextSymbols::find(std::string_view name, std::uint64_t size) const
{
    const auto nameOf = [this](std::uint32_t index) { return m_symbols[index].name; };
    const auto range = std::ranges::equal_range(m_byName, withoutLlvmSuffix(name), {}, nameOf);
    Match match{range.empty() ? Fit::NoName : Fit::OtherSize, 0};
    int best = 0;
    std::size_t seen = 0;
    for (const std::uint32_t index : range) {
        const Symbol &symbol = m_symbols[index];
        const int fit = fitOf(size, symbol.size, symbol.toNext, symbol.toNextSized);
        if (fit > best) {
            best = fit;
            match = {Fit::Found, symbol.address};
        }
        if (++seen == mostNamesakes) {
            break;
        }
    }
    return match;
}

std::string_view TextSymbols::nameAt(std::uint64_t address) const
{
    auto at = std::ranges::upper_bound(m_symbols, address, {}, &Symbol::address);
    if (at == m_symbols.begin()) {
        return {};
    }
    --at;
    return address - at->address < std::max(at->toNext, at->size) ? at->name : std::string_view{};
}

} // namespace culprit::crash
