// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/historytext.h"

#include "engine/search/ranks.h"

namespace culprit::bench
{

bool HistoryText::readCommit(Words &words)
{
    std::size_t index = 0;
    std::int64_t date = 0;
    if (!words.read(index) || index != dates.size() || !words.read(date)) {
        return false;
    }
    std::string name(words.next());
    double weight = 0;
    if (name.empty() || !words.read(weight) || weight < 0) {
        return false;
    }
    dates.push_back(date);
    names.push_back(std::move(name));
    prior.push_back(weight);
    return true;
}

bool HistoryText::readParents(Words &words)
{
    std::vector<search::Node> read;
    while (!words.atEnd()) {
        search::Node parent = 0;
        if (!words.read(parent) || parent >= parents.size()) {
            return false;
        }
        read.push_back(parent);
    }
    parents.push_back(std::move(read));
    return true;
}

Result<search::Graph> HistoryText::graph() const
{
    return search::Graph::make(parents, dates, search::ranksOf(names));
}

} // namespace culprit::bench
