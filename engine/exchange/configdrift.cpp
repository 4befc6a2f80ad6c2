// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/configdrift.h"

#include "engine/exchange/facts.h"

#include <algorithm>
#include <ranges>

namespace culprit::exchange
{

LogId configOf(const SessionState &state, const ObjectId &id)
{
    const RevisionState *revision = state.revision(id);
    if (revision == nullptr) {
        return {};
    }
    for (const BuildId build : std::views::reverse(revision->builds)) {
        const session::BuildState &built = state.builds.at(build);
        if (built.ended && built.ended->config) {
            return built.ended->config;
        }
    }
    return {};
}

Result<QByteArray> configText(const session::Journal &journal, const SessionState &state, const ObjectId &id)
{
    const LogId log = configOf(state, id);
    return log ? journal.readLog(log, 0, journal.logSize(log)) : QByteArray();
}

std::vector<ObjectId> revisionsWithConfig(const SessionState &state)
{
    std::vector<ObjectId> revisions;
    for (const auto &[id, build] : state.builds) {
        const ObjectId &revision = build.started.revision;
        if (build.ended && build.ended->config && !std::ranges::contains(revisions, revision)) {
            revisions.push_back(revision);
        }
    }
    return revisions;
}

std::optional<ObjectId> revisionBefore(const SessionState &state, const ObjectId &id)
{
    const std::vector<ObjectId> revisions = revisionsWithConfig(state);
    const auto found = std::ranges::find(revisions, id);
    return found == revisions.end() || found == revisions.begin() ? std::nullopt : std::optional(*(found - 1));
}

QString driftText(const SessionState &state, const ConfigDrift &drift)
{
    const auto matters = std::ranges::count_if(drift.changes, &kernel::ConfigChange::matters);
    const auto off = drift.changes.size() - matters;
    const QString count = matters == 1 ? QStringLiteral("1 option of the config differs")
                                       : QStringLiteral("%1 options of the config differ").arg(matters);
    QString text = QStringLiteral("%1 from %2 to %3")
                       .arg(count, plainLine(state.nameOf(drift.before)), plainLine(state.nameOf(drift.after)));
    text += off == 0 ? QStringLiteral(".\n")
                     : QStringLiteral("; %1 more are off in both and named by one of them only.\n").arg(off);
    for (const bool wanted : {true, false}) {
        const bool any = wanted ? matters > 0 : off > 0;
        text += any ? QStringLiteral("\n") : QString();
        for (const kernel::ConfigChange &change : drift.changes) {
            if (change.matters() == wanted) {
                text += plainLine(toText(change)) + u'\n';
            }
        }
    }
    return text;
}

} // namespace culprit::exchange
