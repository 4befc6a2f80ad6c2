// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/rangeindex.h"

#include <elfutils/libdw.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

/// How DWARF is read; private to debugimage.cpp. libdw bounds each of its calls by the size of the section it reads,
/// but a file can ask for many calls: every loop here is bounded by depth or by steps.
namespace culprit::crash::dwarf
{

/// How much may still be read.
class Steps final
{
public:
    explicit Steps(std::int64_t count) : m_left(count) {}
    [[nodiscard]] bool take() { return m_left-- > 0; }

private:
    std::int64_t m_left;
};

/// Adds the code ranges of a DIE.
void addRanges(Dwarf_Die &die, std::uint64_t value, RangeIndex &index, Steps &steps);
/// The code of a DIE holds the address.
[[nodiscard]] bool holds(Dwarf_Die &die, Dwarf_Addr address, Steps &steps);

/// All children of a DIE in order; ends early where the file is damaged.
template <class Visit>
void forEachChild(Dwarf_Die &parent, Steps &steps, Visit visit)
{
    Dwarf_Die child;
    int status = dwarf_child(&parent, &child);
    while (status == 0 && steps.take()) {
        const Dwarf_Off offset = dwarf_dieoffset(&child);
        visit(child);
        Dwarf_Die next;
        status = dwarf_siblingof(&child, &next);
        // A sibling that lies before is a loop.
        if (status == 0 && dwarf_dieoffset(&next) <= offset) {
            return;
        }
        child = next;
    }
}

/// The functions of a unit that have code, by address; values are DIE offsets.
[[nodiscard]] RangeIndex functionsOf(Dwarf_Die unit, Steps &steps);

/// The function and the inlined functions within it that hold the address, outermost first.
[[nodiscard]] std::vector<Dwarf_Die> chainAt(Dwarf_Die function, Dwarf_Addr address, Steps &steps);

} // namespace culprit::crash::dwarf
