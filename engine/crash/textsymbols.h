// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// The function names of an ELF file with their addresses. Names must outlive this.
class TextSymbols final
{
public:
    enum class Fit {
        Found,     ///< the address is known
        NoName,    ///< no function is called so
        OtherSize, ///< functions are, but none is of this size
    };
    struct Match {
        Fit fit = Fit::NoName;
        std::uint64_t address = 0; ///< where the function begins
    };

    /// size is the symbol's own, 0 if the file does not say; section tells functions of different sections apart.
    void add(std::string_view name, std::uint64_t address, std::uint64_t size, std::uint32_t section);
    /// After the last add().
    void sort();
    [[nodiscard]] bool empty() const { return m_symbols.empty(); }

    /// The function of this name and size. The kernel counts a function up to the next symbol, so with the padding
    /// that follows it; of several, the one that fits best.
    [[nodiscard]] Match find(std::string_view name, std::uint64_t size) const;
    /// The name of the function that holds the address; empty when none does.
    [[nodiscard]] std::string_view nameAt(std::uint64_t address) const;

private:
    struct Symbol {
        std::string_view name;
        std::uint64_t address = 0;
        std::uint64_t size = 0;
        std::uint64_t toNext = 0; ///< bytes to the next symbol
        std::uint64_t toNextSized =
            0; ///< bytes to the next function: labels in between may be no symbols to the kernel
        std::uint32_t section = 0;
    };

    void measure();

    std::vector<Symbol> m_symbols;       ///< by address
    std::vector<std::uint32_t> m_byName; ///< indices of m_symbols
};

} // namespace culprit::crash
