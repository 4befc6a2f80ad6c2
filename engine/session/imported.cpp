// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/imported.h"

#include <algorithm>

namespace culprit::session
{

namespace
{

constexpr qint64 mostHidden = 10'000'000;

} // namespace

bool isOnlyTold(const RevisionState &revision)
{
    return revision.told && revision.builds.empty() && revision.runs.empty() &&
           (revision.told->verdict == Verdict::Good || revision.told->verdict == Verdict::Bad);
}

std::vector<double> weightsOfHidden(const LogImported &imported, std::size_t commits)
{
    std::vector<double> weights(commits, 1.0);
    for (const LogImported::Hidden &hidden : imported.hidden) {
        if (hidden.position >= 0 && static_cast<std::size_t>(hidden.position) < commits) {
            weights[static_cast<std::size_t>(hidden.position)] +=
                static_cast<double>(std::clamp<qint64>(hidden.commits, 0, mostHidden));
        }
    }
    return weights;
}

qint64 commitsBehind(const SessionState &state, const ObjectId &id)
{
    if (!state.imported || !state.range) {
        return 1;
    }
    const auto found = std::ranges::find(state.range->commits, id, &history::CommitInfo::id);
    qint64 commits = 1;
    for (const LogImported::Hidden &hidden : state.imported->hidden) {
        if (hidden.position == found - state.range->commits.begin()) {
            commits += std::clamp<qint64>(hidden.commits, 0, mostHidden);
        }
    }
    return commits;
}

void sayWhatTheLogSays(SessionState &state)
{
    for (auto &[id, revision] : state.revisions) {
        const bool differs = revision.told && !isOnlyTold(revision) && revision.told->verdict != revision.automatic;
        if (!differs || revision.reason.isEmpty()) {
            continue;
        }
        const QString by = revision.told->pretended ? QStringLiteral("not by its runs") : QStringLiteral("but");
        revision.reason =
            QStringLiteral("The log says %1, %2: ").arg(word(revision.told->verdict), by) + revision.reason;
    }
}

bool lacksTree(const SessionState &state)
{
    return state.imported && state.setup().kernel.repo.isEmpty();
}

} // namespace culprit::session
