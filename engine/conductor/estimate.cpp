// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/estimate.h"

#include <algorithm>

namespace culprit::conductor
{

namespace
{

constexpr qint64 msInMinute = 60'000;
constexpr int confirmingTests = 2; // the culprit and, mostly, one parent

/// From a revision's first run to the end of its last: what it kept the session waiting for. Builds ahead do not count.
qint64 spanOf(const session::SessionState &state, const session::RevisionState &revision)
{
    qint64 first = -1;
    qint64 last = -1;
    for (const RunId id : revision.runs) {
        const session::RunState &run = state.runs.at(id);
        if (run.ended && run.ended->outcome != session::Outcome::Cancelled) {
            first = first < 0 ? run.startedAt : std::min(first, run.startedAt);
            last = std::max(last, run.startedAt + run.ended->milliseconds);
        }
    }
    return first < 0 ? -1 : last - first;
}

} // namespace

qint64 stepTime(const session::SessionState &state)
{
    std::vector<qint64> spans;
    std::vector<qint64> builds;
    for (const auto &[id, revision] : state.revisions) {
        if (revision.automatic != session::Verdict::Undecided && spanOf(state, revision) >= 0) {
            spans.push_back(spanOf(state, revision));
        }
    }
    for (const auto &[id, build] : state.builds) {
        if (build.ended && build.ended->outcome == session::BuildOutcome::Built) {
            builds.push_back(build.ended->milliseconds);
        }
    }
    if (spans.empty() || builds.empty()) {
        return -1;
    }
    const auto median = [](std::vector<qint64> &values) {
        std::ranges::nth_element(values, values.begin() + std::ssize(values) / 2);
        return values[values.size() / 2];
    };
    return median(spans) + median(builds);
}

qint64 estimateRemaining(const session::SessionState &state, const Plan &plan, qint64 now)
{
    if (plan.action != Plan::Action::Test || state.seeksGoodEnd()) {
        return -1;
    }
    const qint64 step = stepTime(state);
    const qint64 sinceLast = std::max<qint64>(0, now - state.lastAt);
    if (plan.doubt && plan.phase == Phase::Bisect && plan.doubt->toGo.minutes > 0) {
        const auto searching = static_cast<qint64>(plan.doubt->toGo.minutes * msInMinute);
        const qint64 confirming = step < 0 ? 0 : confirmingTests * step;
        return std::max<qint64>(confirming > 0 ? confirming : -1, searching + confirming - sinceLast);
    }
    if (step < 0) {
        return -1;
    }
    const int reverts = state.setup().search.revert && !plan.confirmed ? 1 : 0;
    const int later = plan.phase == Phase::Confirm ? reverts : plan.steps + confirmingTests;
    return std::max<qint64>(later > 0 ? step * later : -1, step * (later + 1) - sinceLast);
}

bool isLastTest(const session::SessionState &state, const Plan &plan)
{
    return plan.action == Plan::Action::Test && plan.confirmed && state.builtBy(plan.revision) != nullptr;
}

} // namespace culprit::conductor
