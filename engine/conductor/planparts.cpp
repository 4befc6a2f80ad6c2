// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/planparts.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::Verdict;

QString percentText(double chance)
{
    if (chance > 0.999) {
        return u"over 99.9 %"_s;
    }
    if (chance > 0 && chance < 0.001) {
        return u"under 0.1 %"_s;
    }
    return QString::number(chance * 100, 'f', chance < 0.1 || chance > 0.9 ? 1 : 0) + u" %"_s;
}

QString candidatesText(std::size_t count)
{
    return count == 1 ? u"1 candidate"_s : u"%1 candidates"_s.arg(count);
}

Plan needsPerson(Phase phase, const QString &reason)
{
    Plan plan;
    plan.phase = phase;
    plan.reason = reason;
    return plan;
}

Verdict verdictOf(const session::SessionState &state, const ObjectId &id)
{
    const session::RevisionState *revision = state.revision(id);
    return revision ? revision->verdict() : Verdict::Undecided;
}

QString whyEndIsTested(const session::SessionState &state, const ObjectId &end, Verdict expected)
{
    return (expected == Verdict::Bad
                ? u"The bad end %1 must show the bug with this very config and reproducer."_s
                : u"The good end %1 must be free of the bug with this very config and reproducer."_s)
        .arg(state.nameOf(end));
}

QString whyEndFails(const session::SessionState &state, const ObjectId &end, Verdict expected)
{
    const QString name = state.nameOf(end);
    const session::RevisionState *revision = state.revision(end);
    const QString reason = revision ? revision->reason : QString();
    switch (verdictOf(state, end)) {
    case Verdict::Good:
        return u"The bug does not show at the bad end %1 (%2): check config and reproducer, or judge the revision bad "
               "yourself."_s.arg(name, reason);
    case Verdict::Bad:
        return u"The bug shows at the good end %1 too (%2): choose an older good end, or judge the revision good "
               "yourself."_s.arg(name, reason);
    case Verdict::Skip:
    case Verdict::Undecided:
        break;
    }
    return u"%1 cannot be tested (%2): choose another %3 end, or judge it yourself."_s.arg(
        name, reason, expected == Verdict::Bad ? u"bad"_s : u"good"_s);
}

QString whyRunsAreAskedFor(const session::SessionState &state, const session::RevisionState &revision, int missing)
{
    const QString name = state.nameOf(revision.id);
    return revision.tally.ended() == 0 ? u"%1 is tested next, as was asked: %2 runs to go."_s.arg(name).arg(missing)
                                       : u"More runs of %1 were asked for: %2 to go."_s.arg(name).arg(missing);
}

QString whyForkIsTested(const session::SessionState &state, const ObjectId &fork, const ObjectId &revision)
{
    const QString name = state.nameOf(fork);
    return u"%1 does not show the bug, but forked from the history of %2 at %3: whether %3 has the bug tells whether "
           "%1 ever had it."_s.arg(state.nameOf(revision), state.nameOf(state.created.bad), name);
}

QString whyNothingIsFixed(const session::SessionState &state, const QString &meaning)
{
    return u"No fix can be found on the way to %1. %2 Choose a good end that contains %3, or judge what was tested "
           "yourself."_s.arg(state.nameOf(state.created.goods.front()), meaning, state.nameOf(state.created.bad));
}

Plan machineFails(const session::SessionState &state, Phase phase, const ObjectId &id, const QString &reason)
{
    const QString why = reason.endsWith(u'.') ? reason.chopped(1) : reason;
    Plan plan =
        needsPerson(phase, u"%1 cannot be judged: %2. Mend the machine, then start again; or judge it yourself."_s.arg(
                               state.nameOf(id), why));
    plan.revision = id;
    return plan;
}

} // namespace culprit::conductor
