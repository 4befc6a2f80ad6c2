// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/weigher.h"

#include "engine/conductor/clues.h"
#include "engine/history/repository.h"
#include "engine/session/positions.h"

#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr qint64 largestReproducer = 1 << 20;
constexpr std::size_t mostReasons = 500; ///< what is past them is told without its file

QByteArray textOf(const QString &reproducer)
{
    QFile file(reproducer);
    const bool isText = reproducer.endsWith(u".c"_s) || reproducer.endsWith(u".syz"_s);
    return isText && file.open(QIODevice::ReadOnly) ? file.read(largestReproducer) : QByteArray();
}

kernel::SourceMap sourcesOf(const WeighingTask &task)
{
    return task.sources.isEmpty() ? kernel::SourceMap()
                                  : kernel::loadSourceMap(task.sources).value_or(kernel::SourceMap());
}

} // namespace

std::optional<WeighingTask> weighingTask(const session::SessionState &state, const QString &sources)
{
    const session::RevisionState *bad = state.revision(state.created.bad);
    if (!state.search || state.seeksGoodEnd() || !state.setup().search.weighed || state.weighed || !bad ||
        bad->verdict() != session::Verdict::Bad) {
        return std::nullopt;
    }
    const session::RunState *hit = state.representativeHit(state.created.bad);
    if (hit == nullptr) {
        return std::nullopt;
    }
    return WeighingTask{state.setup().kernel.repo,     state.range, hit->ended->title, hit->ended->report,
                        state.setup().test.reproducer, sources};
}

Result<session::CommitsWeighed> weighCommits(const WeighingTask &task, const std::stop_token &stop)
{
    const auto repository = history::Repository::open(task.repository.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    const Clues clues = findClues(task.title, task.report, textOf(task.reproducer), sourcesOf(task));
    std::map<std::pair<int, QString>, std::vector<std::uint32_t>> groups; // by weight and reason
    std::uint32_t position = 0;
    for (const history::CommitInfo &commit : task.range->commits) {
        if (stop.stop_requested()) {
            return failedOutside("Weighing the commits was stopped.");
        }
        const auto touched = repository->touchedPaths(commit.id);
        if (!touched) {
            return std::unexpected(touched.error());
        }
        Suspect suspect = clues.judge(*touched, commit.parentCount > 1);
        if (suspect.trace != Trace::Unknown) {
            const int permille = permilleOf(suspect.trace);
            std::pair key(permille, clues.reasonOf(suspect));
            if (groups.size() >= mostReasons && !groups.contains(key)) {
                key.second = u"touches files that are near the crash"_s;
            }
            groups[key].push_back(position);
        }
        ++position;
    }
    session::CommitsWeighed weighed;
    for (const auto &[key, positions] : groups) {
        weighed.groups.push_back({key.first, key.second, session::positionsText(positions)});
    }
    return weighed;
}

} // namespace culprit::conductor
