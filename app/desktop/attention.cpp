// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/attention.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace culprit::app
{

using conductor::Plan;
using Mode = conductor::Activity::Mode;

namespace
{

QString nameOf(const conductor::Snapshot &snapshot)
{
    return QFileInfo(snapshot.path).completeBaseName();
}

/// The latest builds that ended, as far as each of them failed.
QList<const session::BuildState *> latestFailures(const session::SessionState &state)
{
    QList<const session::BuildState *> failures;
    for (const session::BuildState &build : state.builds | std::views::values | std::views::reverse) {
        if (build.outcome() == session::BuildOutcome::Running || build.outcome() == session::BuildOutcome::Cancelled) {
            continue;
        }
        if (build.outcome() == session::BuildOutcome::Built || failures.size() == Attention::failuresInARow) {
            break;
        }
        failures << &build;
    }
    return failures;
}

/// The one commit whose verdict the plan waits for. Without a verdict for an end, nothing goes on.
std::optional<history::ObjectId> waitingCommit(const conductor::Snapshot &snapshot)
{
    const history::ObjectId &id = snapshot.plan->revision;
    const session::RevisionState *revision = snapshot.state->revision(id);
    const session::SessionCreated &created = snapshot.state->created;
    const bool isEnd = id == created.bad || created.goods.contains(id);
    const bool waits = snapshot.plan->action == Plan::Action::NeedsPerson && revision != nullptr &&
                       revision->infrastructure && !isEnd && !snapshot.readOnly;
    return waits ? std::optional(id) : std::nullopt;
}

/// bits
double entropy(const std::vector<double> &chances)
{
    double sum = 0;
    for (const double chance : chances) {
        sum -= chance > 0 ? chance * std::log2(chance) : 0;
    }
    return sum;
}

} // namespace

void Attention::forget()
{
    *this = {};
}

QList<Note> Attention::take(const conductor::SnapshotPtr &snapshot)
{
    if (snapshot->past) {
        return {};
    }
    const Plan &plan = *snapshot->plan;
    const session::SessionState &state = *snapshot->state;
    QList<Note> notes;

    const bool halted = state.stopped && state.stopped->failed && snapshot->activity.mode == Mode::Idle;
    const bool needsPerson = plan.action == Plan::Action::NeedsPerson || halted;
    if (needsPerson && !m_needsPerson) {
        notes << Note{Note::Kind::NeedsPerson, tr("%1 needs your verdict").arg(nameOf(*snapshot)),
                      halted ? state.stopped->reason : plan.reason, waitingCommit(*snapshot)};
    }
    m_needsPerson = needsPerson;

    const bool ended = plan.action == Plan::Action::Finished;
    if (ended && !m_ended) {
        const bool isFix = state.setup().kernel.find == session::Find::Fix;
        const QString what = !plan.culprit ? tr("the search has ended")
                             : isFix       ? tr("the fix is found")
                                           : tr("the culprit is found");
        notes << Note{Note::Kind::Ended, tr("%1: %2").arg(nameOf(*snapshot), what), plan.reason};
    }
    m_ended = ended;

    const auto failures = latestFailures(state);
    if (failures.size() == failuresInARow) {
        const qint64 latest = failures.front()->started.build.value;
        // One note for a row of them, however long it gets.
        const bool told = std::ranges::any_of(
            failures, [this](const session::BuildState *build) { return build->started.build.value == m_failed; });
        if (!told) {
            notes << Note{Note::Kind::BuildsFail,
                          tr("%1: %n builds failed in a row", nullptr, failuresInARow).arg(nameOf(*snapshot)),
                          failures.front()->ended->cause};
        }
        m_failed = latest;
    }

    const qint64 free = snapshot->activity.freeBytes;
    const bool diskLow = free >= 0 && free < (m_diskLow ? 2 : 1) * littleDisk;
    if (diskLow && !m_diskLow) {
        notes << Note{Note::Kind::DiskLow, tr("%1: the disk is nearly full").arg(nameOf(*snapshot)),
                      tr("%1 are left for builds.").arg(QLocale().formattedDataSize(free))};
    }
    m_diskLow = diskLow;

    return std::exchange(m_first, false) ? QList<Note>() : notes;
}

std::optional<double> progressOf(const conductor::Snapshot &snapshot)
{
    const Plan &plan = *snapshot.plan;
    if (!isAtWork(snapshot) || !snapshot.state->range) {
        return std::nullopt;
    }
    const double all = std::log2(std::max<double>(2, double(snapshot.state->range->commits.size())));
    const double left =
        plan.doubt ? entropy(plan.doubt->culprit) : std::log2(std::max<double>(1, double(plan.candidates.size())));
    return std::clamp(1 - left / all, 0.0, 1.0);
}

bool isAtWork(const conductor::Snapshot &snapshot)
{
    const Mode mode = snapshot.activity.mode;
    return mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing;
}

} // namespace culprit::app
