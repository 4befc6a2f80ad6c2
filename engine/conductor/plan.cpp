// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/plan.h"

#include "engine/conductor/candidates.h"
#include "engine/conductor/doubtplan.h"
#include "engine/conductor/mergeculprit.h"
#include "engine/conductor/planparts.h"
#include "engine/conductor/releaseplan.h"
#include "engine/conductor/revertplan.h"
#include "engine/conductor/skipsplit.h"
#include "engine/session/imported.h"
#include "engine/session/verdictpolicy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::Find;
using session::RevisionState;
using session::SessionState;
using session::Verdict;

namespace
{

/// Runs that are still wanted of a revision for `wanted` in all; 0 if a person has judged it.
session::PolicyVerdict policyOf(const SessionState &state, const ObjectId &id, int wanted)
{
    const RevisionState *revision = state.revision(id);
    if (revision && revision->judged) {
        return {*revision->judged, false, 0, QStringLiteral("judged by hand")};
    }
    return session::judgeTally(revision ? revision->tally : session::Tally{}, wanted, state.flaky);
}

int baseRuns(const SessionState &state, const ObjectId &id)
{
    const RevisionState *revision = state.revision(id);
    if (revision && revision->runsWanted > 0) {
        return revision->runsWanted;
    }
    return state.setup().test.runs * (state.flaky ? 2 : 1);
}

Plan testOf(const SessionState &state, Phase phase, const ObjectId &id, int wanted, const QString &why)
{
    const session::PolicyVerdict policy = policyOf(state, id, wanted);
    if (policy.infrastructure) {
        return machineFails(state, phase, id, policy.reason);
    }
    Plan plan;
    plan.action = Plan::Action::Test;
    plan.phase = phase;
    plan.revision = id;
    plan.runsMissing = std::max(1, policy.runsMissing);
    plan.reason = why;
    return plan;
}

/// The bad end teaches the crash titles: it gets all its runs, also when its verdict needs no more.
std::optional<Plan> planToLearn(const SessionState &state)
{
    const RevisionState *revision = state.revision(state.created.bad);
    if (!revision || revision->judged || revision->verdict() != Verdict::Bad || !state.setup().test.title.isEmpty()) {
        return std::nullopt;
    }
    const int missing = baseRuns(state, state.created.bad) - revision->tally.ended();
    if (missing <= 0) {
        return std::nullopt;
    }
    Plan plan =
        testOf(state, Phase::BadIsBad, state.created.bad, baseRuns(state, state.created.bad),
               u"The bad end %1 shows the bug; the rest of its runs tell which crash titles belong to it."_s.arg(
                   state.nameOf(state.created.bad)));
    plan.runsMissing = missing;
    return plan;
}

/// Runs that a person asked for, of whichever revision: they come first.
std::optional<Plan> planForAsked(const SessionState &state)
{
    for (const auto &[id, revision] : state.revisions) {
        const int missing = revision.runsAsked - revision.tally.ended();
        const bool builds = revision.builds.empty() || state.builtBy(id) != nullptr;
        if (missing > 0 && !revision.judged && builds) {
            Plan plan = testOf(state, Phase::Bisect, id, revision.tally.ended() + missing,
                               whyRunsAreAskedFor(state, revision, missing));
            plan.runsMissing = missing;
            return plan;
        }
    }
    return std::nullopt;
}

/// An end of the range proves itself, or a person has to say how to go on.
std::optional<Plan> planForEnd(const SessionState &state, const ObjectId &end, Verdict expected, Phase phase)
{
    const Verdict verdict = verdictOf(state, end);
    if (verdict == expected) {
        return std::nullopt;
    }
    if (verdict == Verdict::Undecided) {
        return testOf(state, phase, end, baseRuns(state, end), whyEndIsTested(state, end, expected));
    }
    return needsPerson(phase, whyEndFails(state, end, expected));
}

/// No revision of unknown past counts as fixed: its fork is asked.
std::optional<Plan> planForPast(const SessionState &state, const Candidates &candidates, search::Node node)
{
    const auto fork = candidates.forks().toTest(node);
    if (!fork) {
        return std::nullopt;
    }
    return testOf(state, Phase::Bisect, *fork, baseRuns(state, *fork),
                  whyForkIsTested(state, *fork, candidates.idAt(node)));
}

/// Of a good end that does not contain the bad one.
std::optional<Plan> planForPastOfEnd(const SessionState &state, const Candidates &candidates)
{
    const search::Node end = static_cast<search::Node>(state.range->commits.size() - 1);
    const session::Past past = candidates.forks().past(end);
    if (past == session::Past::NeverHadBug || past == session::Past::Untellable) {
        return needsPerson(Phase::GoodIsGood, whyNothingIsFixed(state, candidates.forks().meaning(end)));
    }
    return planForPast(state, candidates, end);
}

/// Revisions that the search would test after either answer at `next`, unbuilt ones only.
std::vector<ObjectId> aheadOf(const SessionState &state, const Candidates &candidates, const ObjectId &next)
{
    std::vector<ObjectId> ahead;
    for (const Verdict answer : {Verdict::Bad, Verdict::Good}) {
        const search::Choice choice = candidates.chooseIf(next, answer);
        if (choice.state == search::Choice::State::Test && choice.next) {
            const ObjectId id = candidates.idAt(*choice.next);
            if (!state.builtBy(id) && verdictOf(state, id) == Verdict::Undecided &&
                std::ranges::find(ahead, id) == ahead.end()) {
                ahead.push_back(id);
            }
        }
    }
    return ahead;
}

Plan withChoice(Plan plan, const Candidates &candidates, const search::Choice &choice)
{
    plan.candidates = candidates.idsAt(choice.candidates);
    plan.remaining = choice.remaining;
    plan.steps = choice.steps;
    return plan;
}

Plan planForBisect(const SessionState &state, const Candidates &candidates, const search::Choice &choice)
{
    const ObjectId next = candidates.idAt(*choice.next);
    if (verdictOf(state, next) == Verdict::Good) {
        if (auto past = planForPast(state, candidates, *choice.next)) {
            return withChoice(std::move(*past), candidates, choice);
        }
    }
    Plan plan = testOf(
        state, Phase::Bisect, next, baseRuns(state, next),
        u"%1 left; %2 splits them most evenly."_s.arg(candidatesText(choice.candidates.size()), state.nameOf(next)));
    plan.ahead = aheadOf(state, candidates, next);
    return withChoice(std::move(plan), candidates, choice);
}

/// A revision whose runs disagree too much for either verdict, though twice as many could settle it, before the search
/// goes around it.
const RevisionState *doubtfulRevision(const SessionState &state, const Candidates &candidates)
{
    for (const auto &[id, revision] : state.revisions) {
        if (revision.verdict() == Verdict::Skip && !revision.judged && revision.tally.target > 0 &&
            (state.seeksGoodEnd() ? state.release(id) != nullptr
                                  : candidates.nodeOf(id).has_value() || session::isFork(state, id)) &&
            policyOf(state, id, 2 * baseRuns(state, id)).runsMissing > 0) {
            return &revision;
        }
    }
    return nullptr;
}

/// The revision whose runs speak for `id`: itself, or one that was run and has the very same kernel.
ObjectId runOf(const SessionState &state, const ObjectId &id)
{
    const RevisionState *revision = state.revision(id);
    return revision && revision->twin ? *revision->twin : id;
}

/// The culprit and its parents stand a second test: as many runs again.
Plan planForConfirm(const SessionState &state, const Candidates &candidates, search::Node culpritNode)
{
    const ObjectId culprit = candidates.idAt(culpritNode);
    const int wanted = 2 * state.setup().test.runs;
    const bool fix = state.setup().kernel.find == Find::Fix;
    std::vector<ObjectId> witnesses{runOf(state, culprit)};
    QString pasts;
    for (const search::Node parent : candidates.parentsOf(culpritNode)) {
        if (candidates.forks().past(parent) == session::Past::NeverHadBug) {
            pasts += u" Of its parent %1: "_s.arg(state.nameOf(candidates.idAt(parent))) +
                     candidates.forks().meaning(parent);
        } else {
            witnesses.push_back(runOf(state, candidates.idAt(parent)));
        }
    }
    if (candidates.parentsOf(culpritNode).empty()) {
        for (const ObjectId &fork : candidates.forks().forksOf(culpritNode)) {
            witnesses.push_back(runOf(state, fork));
        }
    }
    if (witnesses.size() == 1) {
        for (const history::CommitInfo &end : state.range->goods) {
            witnesses.push_back(end.id);
        }
    }
    const QString what = fix ? u"fix"_s : u"culprit"_s;
    std::optional<Plan> doubt;
    for (std::size_t i = 0; i < witnesses.size(); ++i) {
        const ObjectId &id = witnesses[i];
        const session::PolicyVerdict policy = policyOf(state, id, std::max(wanted, baseRuns(state, id)));
        const bool failed = verdictOf(state, id) == Verdict::Skip;
        if (policy.runsMissing > 0 && !failed) {
            Plan plan = testOf(
                state, Phase::Confirm, id, std::max(wanted, baseRuns(state, id)),
                i == 0 ? u"%1 looks like the %2; it is tested again before it is named."_s.arg(state.nameOf(id), what)
                       : u"%1 is a parent of the %2; it is tested again to be sure that the bug %3 there."_s.arg(
                             state.nameOf(id), what, fix ? u"is"_s : u"is not"_s));
            plan.culprit = culprit;
            plan.candidates = {culprit};
            for (std::size_t later = i + 1; later < witnesses.size(); ++later) {
                if (!state.builtBy(witnesses[later])) {
                    plan.ahead.push_back(witnesses[later]);
                }
            }
            return plan;
        }
        const Verdict expected = (i == 0) == !fix ? Verdict::Bad : Verdict::Good;
        const Verdict found = failed ? Verdict::Skip : policy.verdict;
        if (found != expected && !doubt) {
            doubt = Plan{};
            doubt->reason =
                u"%1 was to be %2 but is %3"_s.arg(state.nameOf(id), session::word(expected), session::word(found));
        }
    }
    Plan plan;
    plan.action = Plan::Action::Finished;
    plan.phase = Phase::Done;
    plan.culprit = culprit;
    plan.candidates = {culprit};
    plan.confirmed = !doubt;
    plan.reason = doubt ? u"%1 is the %2 by the verdicts, but it is not confirmed: %3."_s.arg(state.nameOf(culprit),
                                                                                              what, doubt->reason)
                        : u"%1 is the %2; it and its parents stood a second test."_s.arg(state.nameOf(culprit), what);
    plan.reason += pasts;
    return withRevert(state, std::move(plan), [&](const ObjectId &revert, const QString &why) -> std::optional<Plan> {
        const ObjectId id = runOf(state, revert);
        const session::PolicyVerdict policy = policyOf(state, id, std::max(wanted, baseRuns(state, id)));
        const bool isOpen = policy.runsMissing > 0 || policy.infrastructure;
        return isOpen && verdictOf(state, id) != Verdict::Skip
                   ? std::optional(testOf(state, Phase::Confirm, id, std::max(wanted, baseRuns(state, id)), why))
                   : std::nullopt;
    });
}

Plan planForSkipped(const SessionState &state, const Candidates &candidates, const search::Choice &choice)
{
    Plan plan;
    plan.action = Plan::Action::Finished;
    plan.phase = Phase::Done;
    plan.candidates = candidates.idsAt(choice.candidates);
    plan.reason =
        u"Only skipped revisions are left: the %1 is one of %2 commits. Judging one of them, or a config that "
        "builds them, would go on."_s.arg(state.setup().kernel.find == Find::Fix ? u"fix"_s : u"culprit"_s)
            .arg(plan.candidates.size()) +
        whatWouldSplit(state, candidates.graph(), choice.candidates);
    for (const search::Node node : choice.candidates) {
        if (candidates.forks().past(node) == session::Past::Untellable) {
            plan.reason +=
                u" Of %1 among them: "_s.arg(state.nameOf(candidates.idAt(node))) + candidates.forks().meaning(node);
            break;
        }
    }
    return plan;
}

/// Without the kernel tree a plan is only what would be done with it.
Plan withoutTree(const SessionState &state, Plan plan)
{
    constexpr auto remedy = "import the log again with --repo DIR";
    if (state.created.goods.isEmpty()) {
        return needsPerson(plan.phase, u"The log names no revision without the bug: nothing bounds the search."_s);
    }
    if (plan.action == Plan::Action::Test) {
        plan.action = Plan::Action::NeedsPerson;
        plan.ahead.clear();
        plan.reason = u"%1 Next would be %2 of %3, which takes the kernel tree: %4."_s.arg(
            plan.reason, plan.runsMissing == 1 ? u"1 run"_s : u"%1 runs"_s.arg(plan.runsMissing),
            QString::fromStdString(plan.revision.shortHex()), QLatin1StringView(remedy));
    } else if (plan.action == Plan::Action::Finished && plan.culprit) {
        const qint64 commits = session::commitsBehind(state, *plan.culprit);
        if (commits > 1) {
            plan.action = Plan::Action::NeedsPerson;
            plan.phase = Phase::Bisect;
            const QString chance =
                plan.doubt ? u" with a probability of "_s + percentText(plan.doubt->confidence) : QString();
            plan.reason =
                u"The %1 is one of about %2 commits up to %3%4; the log counts them but names only that one. To go on "
                "there takes the kernel tree: %5."_s.arg(
                    state.setup().kernel.find == Find::Fix ? u"fix"_s : u"culprit"_s, QString::number(commits),
                    state.nameOf(*plan.culprit), chance, QLatin1StringView(remedy));
            plan.culprit.reset();
            plan.confirmed = false;
        }
    }
    return plan;
}

} // namespace

QString word(Phase phase)
{
    switch (phase) {
    case Phase::BadIsBad:
        return u"Bad is bad"_s;
    case Phase::GoodIsGood:
        return u"Good is good"_s;
    case Phase::Bisect:
        return u"Bisect"_s;
    case Phase::Confirm:
        return u"Confirm"_s;
    case Phase::Done:
        return u"Done"_s;
    }
    return {};
}

namespace
{

Plan planWithTree(const SessionState &state)
{
    if (!state.range || state.range->commits.empty()) {
        return needsPerson(Phase::BadIsBad, u"The session holds no range of commits."_s);
    }
    if (state.search) {
        return planUnderDoubt(state);
    }
    const Candidates candidates(state);
    if (!candidates.valid()) {
        return needsPerson(Phase::BadIsBad, u"The session's range of commits is damaged."_s);
    }
    const search::Choice choice = candidates.choose();
    const auto withRange = [&](Plan plan) {
        const bool isBounded = plan.candidates.empty() && !state.seeksGoodEnd();
        return isBounded ? withChoice(std::move(plan), candidates, choice) : plan;
    };
    auto proof = planForEnd(state, state.created.bad, Verdict::Bad, Phase::BadIsBad);
    if (auto plan = proof ? proof : planToLearn(state)) {
        plan->ahead = state.seeksGoodEnd() ? releaseAhead(state, state.created.bad) : std::vector<ObjectId>();
        for (const ObjectId &good : state.created.goods) {
            if (!state.builtBy(good)) {
                plan->ahead.push_back(good);
            }
        }
        return withRange(*plan);
    }
    if (auto plan = planForAsked(state)) {
        return withRange(*plan);
    }
    const RevisionState *doubtful = doubtfulRevision(state, candidates);
    const auto planForDoubtful = [&](Phase phase) {
        return testOf(state, phase, doubtful->id, 2 * baseRuns(state, doubtful->id),
                      u"The runs of %1 disagree (%2): it gets twice as many."_s.arg(state.nameOf(doubtful->id),
                                                                                    doubtful->reason));
    };
    if (state.seeksGoodEnd()) {
        const Plan plan = planForReleases(state, [&state](const ObjectId &release, const QString &why) {
            return testOf(state, Phase::GoodIsGood, release, baseRuns(state, release), why);
        });
        const bool found = plan.action == Plan::Action::ReadRange;
        return found || doubtful == nullptr ? plan : planForDoubtful(Phase::GoodIsGood);
    }
    for (const ObjectId &good : state.created.goods) {
        if (auto plan = planForEnd(state, good, Verdict::Good, Phase::GoodIsGood)) {
            if (choice.state == search::Choice::State::Test && choice.next &&
                !state.builtBy(candidates.idAt(*choice.next))) {
                plan->ahead = {candidates.idAt(*choice.next)};
            }
            return withRange(*plan);
        }
    }
    if (auto plan = planForPastOfEnd(state, candidates)) {
        return withRange(*plan);
    }
    if (doubtful != nullptr) {
        return withRange(planForDoubtful(Phase::Bisect));
    }
    switch (choice.state) {
    case search::Choice::State::Test:
        return planForBisect(state, candidates, choice);
    case search::Choice::State::Found:
        return planForConfirm(state, candidates, choice.candidates.front());
    case search::Choice::State::OnlySkipped:
        return planForSkipped(state, candidates, choice);
    case search::Choice::State::Contradiction:
        break;
    }
    Plan plan = needsPerson(Phase::Bisect, u"The verdicts contradict each other: %1. Judge one of them again."_s.arg(
                                               candidates.conflicts().empty() ? QString::fromStdString(choice.reason)
                                                                              : candidates.conflicts().front()));
    return withRange(plan);
}

/// Where paths narrow the search, the bad end stands for all that they leave out: it is no culprit to be named.
Plan withoutStandIn(const SessionState &state, Plan plan)
{
    const QStringList &paths = state.setup().kernel.paths;
    if (paths.isEmpty() || plan.culprit != state.created.bad) {
        return plan;
    }
    Plan end;
    end.action = Plan::Action::Finished;
    end.phase = Phase::Done;
    end.candidates = {state.created.bad};
    end.doubt = std::move(plan.doubt);
    end.reason = u"No commit that changes %1 is the culprit: it is among those that [kernel] paths leaves out, or %2 "
                 "itself. A new session without paths would find it."_s.arg(paths.join(u", "_s),
                                                                            state.nameOf(state.created.bad));
    return end;
}

} // namespace

Plan planFor(const SessionState &state)
{
    Plan plan = withoutStandIn(state, planWithTree(state));
    if (const QString merge = whatTheMergeMeans(state, plan); !merge.isEmpty()) {
        plan.reason += u' ' + merge;
    }
    return session::lacksTree(state) ? withoutTree(state, std::move(plan)) : plan;
}

Preview previewOf(const SessionState &state, const session::Payload &judgement)
{
    Preview preview;
    preview.before = planFor(state);
    const session::Event event{EventSeq{state.last.value + 1}, state.lastAt, judgement};
    const SessionState changed = session::extend(state, event);
    preview.after = planFor(changed);
    preview.conflicts = Candidates(changed).conflicts();
    if (preview.after.action == Plan::Action::Test && state.builtBy(preview.after.revision)) {
        preview.cachedBuilds = 1;
    }

    QStringList parts;
    if (const auto *verdict = std::get_if<session::VerdictJudged>(&judgement)) {
        const RevisionState *now = changed.revision(verdict->revision);
        const session::Setup::Kernel &kernel = state.setup().kernel;
        parts << u"%1 → %2"_s.arg(kernel.word(verdictOf(state, verdict->revision)),
                                  kernel.word(now ? now->verdict() : Verdict::Undecided));
    }
    if (const auto *skipped = std::get_if<session::RangeSkipped>(&judgement)) {
        parts << (skipped->revisions.size() == 1 ? u"1 commit is skipped"_s
                                                 : u"%1 commits are skipped"_s.arg(skipped->revisions.size()));
    }
    if (!preview.before.candidates.empty() || !preview.after.candidates.empty()) {
        parts << candidatesText(preview.before.candidates.size()) + u" → "_s +
                     QString::number(preview.after.candidates.size());
    }
    switch (preview.after.action) {
    case Plan::Action::Test:
        parts << u"next %1"_s.arg(QString::fromStdString(preview.after.revision.shortHex()));
        break;
    case Plan::Action::ReadRange:
        parts << u"next the commits since %1"_s.arg(changed.nameOf(preview.after.revision));
        break;
    case Plan::Action::MakeRevert:
        parts << u"next the revert of %1"_s.arg(QString::fromStdString(preview.after.culprit->shortHex()));
        break;
    case Plan::Action::Finished:
        parts << (preview.after.culprit
                      ? u"ends with %1"_s.arg(QString::fromStdString(preview.after.culprit->shortHex()))
                      : u"ends without one culprit"_s);
        break;
    case Plan::Action::NeedsPerson:
        parts << preview.after.reason;
        break;
    }
    if (preview.cachedBuilds > 0) {
        parts << u"already built"_s;
    }
    preview.text = parts.join(u", "_s);
    return preview;
}

} // namespace culprit::conductor
