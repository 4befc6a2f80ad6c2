// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepcells.h"

#include "widgets/doubttext.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace culprit::widgets
{

using namespace session;

namespace
{

/// Time during which at least one of the intervals ran.
qint64 coveredTime(std::vector<std::pair<qint64, qint64>> intervals)
{
    std::ranges::sort(intervals);
    qint64 covered = 0;
    qint64 end = 0;
    for (const auto &[from, to] : intervals) {
        covered += std::max<qint64>(0, to - std::max(from, end));
        end = std::max(end, to);
    }
    return covered;
}

/// With what the title is to the session, unless it is its bug.
QString titleText(const SessionState &state, const RunEnded &run)
{
    const auto title = state.titles.find(run.title);
    if (title == state.titles.end() || title->second.relevance() == Relevance::Target) {
        return oneLine(run.title);
    }
    return QStringLiteral("%1  (%2)").arg(oneLine(run.title), relevanceText(title->second.relevance()));
}

} // namespace

StepCells cellsOf(const conductor::Snapshot &snapshot, const RevisionState &revision)
{
    const SessionState &state = *snapshot.state;
    StepCells cells;
    cells.mark = markOf(snapshot, revision);
    cells.status = statusText(snapshot, revision);
    if (revision.judged && *revision.judged != revision.automatic) {
        cells.struckMark = markOf(revision.automatic);
        cells.struck = VerdictStyle::word(state, cells.struckMark);
    }
    std::vector<std::pair<qint64, qint64>> times;
    for (const BuildId id : revision.builds) {
        const auto at = state.builds.find(id);
        if (at != state.builds.end() && at->second.ended) {
            times.emplace_back(at->second.startedAt, at->second.startedAt + at->second.ended->milliseconds);
        }
    }
    bool hitKnown = false;
    for (const RunId id : revision.runs) {
        const auto at = state.runs.find(id);
        if (at == state.runs.end() || !at->second.ended) {
            continue;
        }
        times.emplace_back(at->second.startedAt, at->second.startedAt + at->second.ended->milliseconds);
        const bool hit = markOf(state, at->second) == Mark::Bad;
        if (cells.title.isEmpty() || (hit && !hitKnown)) {
            cells.title = titleText(state, *at->second.ended);
            hitKnown = hit;
        }
    }
    cells.time = times.empty() ? -1 : coveredTime(std::move(times));
    const auto build = std::ranges::find(snapshot.activity.builds, revision.id, &conductor::Activity::Build::revision);
    if (build != snapshot.activity.builds.end()) {
        cells.percent = build->percent;
        cells.title = cells.title.isEmpty() ? oneLine(build->detail) : cells.title;
    }
    cells.detail = revision.twin ? QCoreApplication::translate("StepCells", "the same kernel as %1, whose runs count")
                                       .arg(hashText(*revision.twin))
                                 : tallyText(revision.tally);
    if (revision.presence && !revision.judged) {
        cells.chance =
            QCoreApplication::translate("StepCells", "The bug is there with %1.").arg(chanceText(*revision.presence));
    }
    return cells;
}

StepCells cellsOf(const conductor::Snapshot &snapshot, BuildId id)
{
    StepCells cells;
    const auto at = snapshot.state->builds.find(id);
    if (at == snapshot.state->builds.end()) {
        return cells;
    }
    const BuildState &build = at->second;
    cells.status = buildText(build.outcome());
    cells.time = build.startedAt;
    cells.live = !build.ended.has_value();
    if (build.ended) {
        cells.mark = build.ended->outcome == BuildOutcome::Built ? Mark::InferredGood : Mark::Skip;
        cells.title = oneLine(build.ended->cause.isEmpty() ? build.ended->compiler : build.ended->cause);
        QStringList details = build.ended->applied;
        if (build.ended->cached) {
            details.prepend(QCoreApplication::translate("StepCells", "from the cache"));
        }
        cells.detail = oneLine(details.join(QStringLiteral("; ")));
        cells.time = build.ended->milliseconds;
        return cells;
    }
    cells.mark = Mark::Running;
    cells.title = oneLine(build.started.purpose);
    const auto &builds = snapshot.activity.builds;
    const auto active = std::ranges::find(builds, id, &conductor::Activity::Build::build);
    if (active != builds.end()) {
        cells.percent = active->percent;
        cells.status = oneLine(active->phase);
        cells.title = oneLine(active->detail.isEmpty() ? build.started.purpose : active->detail);
    }
    return cells;
}

StepCells cellsOf(const conductor::Snapshot &snapshot, RunId id)
{
    StepCells cells;
    const auto at = snapshot.state->runs.find(id);
    if (at == snapshot.state->runs.end()) {
        return cells;
    }
    const RunState &run = at->second;
    cells.mark = markOf(*snapshot.state, run);
    cells.status = outcomeText(run.outcome());
    cells.detail = QCoreApplication::translate("StepCells", "VM %1").arg(run.started.machine);
    cells.time = run.startedAt;
    cells.live = !run.ended.has_value();
    if (run.judged && *run.judged != run.machineOutcome()) {
        cells.struckMark = markOf(run.machineOutcome());
        cells.struck = outcomeText(run.machineOutcome());
    }
    if (run.ended) {
        cells.time = run.ended->milliseconds;
        cells.title = run.ended->title.isEmpty() ? oneLine(run.ended->reason) : titleText(*snapshot.state, *run.ended);
        return cells;
    }
    const auto &machines = snapshot.activity.machines;
    const auto active = std::ranges::find(machines, id, &conductor::Activity::Machine::run);
    if (active != machines.end() && !active->state.isEmpty()) {
        cells.status = oneLine(active->state);
    }
    return cells;
}

QString timeText(const StepCells &cells, qint64 now)
{
    if (cells.time < 0) {
        return {};
    }
    return durationText(cells.live ? now - cells.time : cells.time);
}

bool judgedOtherwise(const conductor::SnapshotPtr &before, const conductor::SnapshotPtr &after)
{
    if (!before || !after || !before->state || !after->state) {
        return true;
    }
    const SessionState &then = *before->state;
    const SessionState &now = *after->state;
    const auto sameTitle = [](const auto &a, const auto &b) {
        return a.first == b.first && a.second.relevance() == b.second.relevance();
    };
    return &then != &now &&
           (then.judgements != now.judgements || !std::ranges::equal(then.titles, now.titles, sameTitle));
}

} // namespace culprit::widgets
