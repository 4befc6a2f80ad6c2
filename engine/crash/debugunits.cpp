// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/debugunits.h"

#include <dwarf.h>

namespace culprit::crash::dwarf
{

namespace
{

/// Namespaces and types within each other; blocks and inlined functions within each other. Compilers stay far below.
constexpr int deepestScope = 32;
constexpr int deepestBlock = 256;

template <class Visit>
void forEachRange(Dwarf_Die &die, Steps &steps, Visit visit)
{
    Dwarf_Addr base = 0;
    Dwarf_Addr low = 0;
    Dwarf_Addr high = 0;
    std::ptrdiff_t offset = 0;
    while (steps.take() && (offset = dwarf_ranges(&die, offset, &base, &low, &high)) > 0) {
        if (!visit(low, high)) {
            return;
        }
    }
}

/// May have functions within.
bool isScope(int tag)
{
    return tag == DW_TAG_namespace || tag == DW_TAG_structure_type || tag == DW_TAG_class_type ||
           tag == DW_TAG_union_type || tag == DW_TAG_enumeration_type || tag == DW_TAG_module;
}

void collectFunctions(Dwarf_Die &scope, int depth, RangeIndex &index, Steps &steps)
{
    forEachChild(scope, steps, [&](Dwarf_Die &child) {
        const int tag = dwarf_tag(&child);
        if (tag == DW_TAG_subprogram) {
            addRanges(child, dwarf_dieoffset(&child), index, steps);
        } else if (isScope(tag) && depth < deepestScope) {
            collectFunctions(child, depth + 1, index, steps);
        }
    });
}

struct Search {
    Dwarf_Addr address;
    Steps &steps;
    std::vector<Dwarf_Die> path;  ///< the functions around the DIE that is looked at
    std::vector<Dwarf_Die> chain; ///< the deepest path so far whose end holds the address
};

void searchBlock(Dwarf_Die &block, int depth, Search &search)
{
    forEachChild(block, search.steps, [&](Dwarf_Die &child) {
        const int tag = dwarf_tag(&child);
        const bool inlined = tag == DW_TAG_inlined_subroutine;
        if (!inlined && tag != DW_TAG_lexical_block) {
            return;
        }
        if (inlined) {
            search.path.push_back(child);
            if (search.path.size() > search.chain.size() && holds(child, search.address, search.steps)) {
                search.chain = search.path;
            }
        }
        if (depth < deepestBlock) {
            searchBlock(child, depth + 1, search);
        }
        if (inlined) {
            search.path.pop_back();
        }
    });
}

} // namespace

void addRanges(Dwarf_Die &die, std::uint64_t value, RangeIndex &index, Steps &steps)
{
    forEachRange(die, steps, [&](Dwarf_Addr low, Dwarf_Addr high) {
        index.add(low, high, value);
        return true;
    });
}

bool holds(Dwarf_Die &die, Dwarf_Addr address, Steps &steps)
{
    bool found = false;
    forEachRange(die, steps, [&](Dwarf_Addr low, Dwarf_Addr high) {
        found = low <= address && address < high;
        return !found;
    });
    return found;
}

RangeIndex functionsOf(Dwarf_Die unit, Steps &steps)
{
    RangeIndex index;
    collectFunctions(unit, 0, index, steps);
    index.sort();
    return index;
}

std::vector<Dwarf_Die> chainAt(Dwarf_Die function, Dwarf_Addr address, Steps &steps)
{
    Search search{address, steps, {function}, {function}};
    searchBlock(function, 0, search);
    return search.chain;
}

} // namespace culprit::crash::dwarf
