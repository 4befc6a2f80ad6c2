// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plain program on the engine's lowest floors. Does a little with each, then prints what is mapped into it.

#include "engine/crash/extractor.h"
#include "engine/history/repository.h"
#include "engine/search/halving.h"

#include <fstream>
#include <iostream>

int main()
{
    using namespace culprit;
    const auto report =
        crash::extract("[    1.000000] BUG: unable to handle page fault for address: ffffffff00000000\n");
    const auto graph = search::Graph::make({{}, {0}, {1}, {2}}, {1, 2, 3, 4}, {0, 1, 2, 3});
    if (!report || !graph || history::Repository::open("/nowhere")) {
        std::cerr << "The engine does not do what it is asked.\n";
        return 1;
    }
    std::cout << report->title << '\n' << "remaining: " << search::bisect(*graph, {}).remaining << '\n';
    std::cout << std::ifstream("/proc/self/maps").rdbuf();
    return 0;
}
