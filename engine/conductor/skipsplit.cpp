// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/skipsplit.h"

#include "engine/conductor/planparts.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::SessionState;
using session::Verdict;

std::optional<SkipSplit> bestSplit(const SessionState &state, const search::Graph &graph,
                                   std::span<const search::Node> suspects)
{
    constexpr std::ptrdiff_t mostLookedAt = 500; // each takes a walk down the range
    std::vector<search::Node> newestFirst(suspects.begin(), suspects.end());
    std::ranges::sort(newestFirst, std::ranges::greater());
    std::optional<SkipSplit> best;
    std::ptrdiff_t lookedAt = 0;
    for (const search::Node node : newestFirst) {
        if (verdictOf(state, state.range->commits[node].id) != Verdict::Skip || ++lookedAt > mostLookedAt) {
            continue;
        }
        const search::NodeFlags below = graph.ancestors(std::span(&node, 1));
        SkipSplit split{node, 0, 0};
        split.contained =
            static_cast<std::size_t>(std::ranges::count_if(suspects, [&below](search::Node at) { return below[at]; }));
        split.others = suspects.size() - split.contained;
        const auto worst = [](const SkipSplit &of) { return std::max(of.contained, of.others); };
        if (split.others > 0 && (!best || worst(split) < worst(*best))) {
            best = split;
        }
    }
    return best;
}

QString whatWouldSplit(const SessionState &state, const search::Graph &graph, std::span<const search::Node> suspects)
{
    const auto best = bestSplit(state, graph, suspects);
    if (!best) {
        return {};
    }
    const session::ObjectId &id = state.range->commits[best->revision].id;
    const session::RevisionState &revision = *state.revision(id);
    const QString why = revision.judged ? u"It was skipped by hand."_s : revision.reason;
    return u" Most would be told by %1: its verdict would leave %2 or %3 of them. "_s.arg(
               state.nameOf(id), QString::number(best->contained), QString::number(best->others)) +
           why + (why.endsWith(u'.') ? QString() : u"."_s);
}

} // namespace culprit::conductor
