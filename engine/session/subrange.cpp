// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/subrange.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace culprit::session
{

namespace
{

/// Which commits of the range this one contains, itself among them; none if the range has no such commit.
std::vector<bool> containedIn(const history::CommitRange &range, const ObjectId &id)
{
    std::vector<bool> contained(range.commits.size(), false);
    const auto top = std::ranges::find(range.commits, id, &history::CommitInfo::id);
    if (top == range.commits.end()) {
        return contained;
    }
    const auto place = static_cast<std::size_t>(top - range.commits.begin());
    contained[place] = true;
    // Parents come before their children.
    for (std::size_t i = place + 1; i-- > 0;) {
        if (contained[i]) {
            for (const history::CommitIndex parent : range.commits[i].parents) {
                contained[parent] = true;
            }
        }
    }
    return contained;
}

} // namespace

QList<ObjectId> commitsBetween(const SessionState &state, const ObjectId &older, const ObjectId &newer)
{
    QList<ObjectId> between;
    if (!state.range) {
        return between;
    }
    const std::vector<bool> inNewer = containedIn(*state.range, newer);
    const std::vector<bool> inOlder = containedIn(*state.range, older);
    for (std::size_t i = 0; i < inNewer.size(); ++i) {
        if (inNewer[i] && !inOlder[i]) {
            between += state.range->commits[i].id;
        }
    }
    return between;
}

QList<ObjectId> skippable(const SessionState &state, const QList<ObjectId> &commits)
{
    QList<ObjectId> open;
    std::ranges::copy_if(commits, std::back_inserter(open), [&state](const ObjectId &id) {
        const RevisionState *revision = state.revision(id);
        const bool isEnd = id == state.created.bad || state.created.goods.contains(id);
        return !isEnd && (revision == nullptr || (revision->runs.empty() && !revision->judged));
    });
    return open;
}

} // namespace culprit::session
