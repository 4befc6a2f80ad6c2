// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/conductor/course.h"

namespace culprit::conductor
{

Course follow(ScriptedSession &script, const Shows &shows, const QList<int> &unbuildable, const Kernels &kernels)
{
    Course course;
    for (int guard = 0; guard < 5000; ++guard) {
        const Plan plan = planFor(script.state());
        course.end = plan;
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
        script.run(plan.revision, shows(commit, course.runsOf[commit]++) ? target : QString());
        ++course.runs;
    }
    return course;
}

} // namespace culprit::conductor
