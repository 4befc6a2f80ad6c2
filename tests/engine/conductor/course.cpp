// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/conductor/course.h"

namespace culprit::conductor
{

Course follow(ScriptedSession &script, const Shows &shows, const QList<int> &unbuildable, const Kernels &kernels)
{
    const auto runs = [&shows](int commit, int run) {
        return shows(commit, run) ? Ran{session::Outcome::Crashed, target} : Ran{};
    };
    return followRuns(script, runs, unbuildable, kernels);
}

Course followRuns(ScriptedSession &script, const Runs &runs, const QList<int> &unbuildable, const Kernels &kernels)
{
    Course course;
    for (int guard = 0; guard < 5000; ++guard) {
        const Plan plan = planFor(script.state());
        course.end = plan;
        if (plan.action == Plan::Action::ReadRange) {
            script.findGoodEnd(plan.revision);
            continue;
        }
        if (plan.action == Plan::Action::MakeRevert) {
            const int revert = firstRevert + script.commitOf(*plan.culprit);
            script.add(session::RevertMade{*plan.culprit, plan.revision, script.id(revert), {}});
            continue;
        }
        if (plan.action != Plan::Action::Test) {
            return course;
        }
        if (course.phases.isEmpty() || course.phases.last() != plan.phase) {
            course.phases << plan.phase;
        }
        const int commit = script.commitOf(plan.revision);
        if (course.tested.isEmpty() || course.tested.last() != commit) {
            course.tested << commit;
        }
        if (!script.state().builtBy(plan.revision)) {
            script.build(plan.revision,
                         unbuildable.contains(commit) ? session::BuildOutcome::Failed : session::BuildOutcome::Built,
                         kernels(commit));
            continue;
        }
        const Ran ran = runs(commit, course.runsOf[commit]++);
        if (ran.outcome == session::Outcome::Crashed) {
            script.run(plan.revision, ran.title);
        } else {
            script.run(plan.revision, ran.outcome);
        }
        ++course.runs;
    }
    return course;
}

} // namespace culprit::conductor
