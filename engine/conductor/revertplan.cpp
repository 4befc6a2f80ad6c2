// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/revertplan.h"

#include "engine/conductor/planparts.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::RevertMade;
using session::RevisionState;
using session::SessionState;
using session::Verdict;

namespace
{

bool isFix(const SessionState &state)
{
    return state.setup().kernel.find == session::Find::Fix;
}

/// The runs that the revert's verdict rests on.
QString evidenceOf(const SessionState &state, const RevisionState &revert)
{
    if (revert.judged) {
        return u"as was judged by hand"_s;
    }
    const RevisionState &ran = revert.twin ? *state.revision(*revert.twin) : revert;
    const int runs = ran.tally.target + ran.tally.ok;
    const QString hits = u"%1 of %2 runs hit it"_s.arg(ran.tally.target).arg(runs);
    return revert.twin ? u"%1 of %2, which is the same kernel"_s.arg(hits, state.nameOf(ran.id)) : hits;
}

QString whatTestTold(const SessionState &state, const RevertMade &made)
{
    const QString tip = state.nameOf(made.tip);
    const RevisionState *revert = state.revision(made.commit);
    const Verdict verdict = verdictOf(state, made.commit);
    if (verdict != Verdict::Good && verdict != Verdict::Bad) {
        const QString reason = revert == nullptr ? QString() : revert->judged ? revert->note : revert->reason;
        const QString why = reason.isEmpty() ? u"."_s : u": "_s + reason + (reason.endsWith(u'.') ? QString() : u"."_s);
        return u"What reverting it on %1 changes is not known, for that kernel cannot be tested"_s.arg(tip) + why;
    }
    const bool hasBug = verdict == Verdict::Bad;
    const QString said = !isFix(state) ? (hasBug ? u"Reverting it on %1 does not cure the bug there (%2): other causes "
                                                   "or later changes keep it alive."_s
                                                 : u"Reverting it on %1 cures the bug there (%2)."_s)
                         : hasBug      ? u"Reverting it on %1 brings the bug back there (%2)."_s
                                  : u"Reverting it on %1 does not bring the bug back there (%2): later changes keep "
                                    "it away as well."_s;
    return said.arg(tip, evidenceOf(state, *revert));
}

QString aimOf(const SessionState &state)
{
    return isFix(state) ? u"brings the bug back there"_s : u"cures the bug there"_s;
}

} // namespace

Plan withRevert(const SessionState &state, Plan finished,
                const std::function<std::optional<Plan>(const ObjectId &revert, const QString &why)> &test)
{
    if (!state.setup().search.revert || !finished.confirmed || !finished.culprit) {
        return finished;
    }
    const QString culprit = state.nameOf(*finished.culprit);
    const QString tip = state.nameOf(state.newestEnd());
    const RevertMade *made = state.revertOf(*finished.culprit);
    if (made == nullptr) {
        Plan plan;
        plan.action = Plan::Action::MakeRevert;
        plan.phase = Phase::Confirm;
        plan.revision = state.newestEnd();
        plan.culprit = finished.culprit;
        plan.confirmed = true;
        plan.candidates = finished.candidates;
        plan.reason =
            u"%1 is confirmed; it is reverted on %2, to see whether that %3."_s.arg(culprit, tip, aimOf(state));
        return plan;
    }
    if (made->commit.isNull()) {
        finished.reason +=
            u" It is not reverted on %1 to see whether that %2: %3."_s.arg(tip, aimOf(state), made->obstacle);
        return finished;
    }
    const QString why = u"%1 is confirmed; %2 is tested to see whether that %3."_s.arg(
        culprit, state.nameOf(made->commit), aimOf(state));
    if (std::optional<Plan> plan = test(made->commit, why)) {
        plan->culprit = finished.culprit;
        plan->confirmed = true;
        plan->candidates = finished.candidates;
        return *plan;
    }
    finished.reason += u' ' + whatTestTold(state, *made);
    return finished;
}

} // namespace culprit::conductor
