// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/doubtplan.h"

#include "engine/conductor/candidates.h"
#include "engine/conductor/planparts.h"
#include "engine/conductor/releaseplan.h"
#include "engine/conductor/revertplan.h"
#include "engine/conductor/skipsplit.h"
#include "engine/session/doubt.h"
#include "engine/session/forks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::Find;
using session::RevisionState;
using session::SessionState;
using session::Verdict;

namespace
{

constexpr double candidateShare = 0.99; ///< the candidates shown hold the culprit with this chance
constexpr double mootPresence = 0.001;  ///< runs of a revision that is surer than this are broken off
constexpr double meanwhileBits = 0.02;  ///< runs that tell less are not worth slowing a build down
constexpr int usualMachines = 2;
constexpr std::size_t supportRevisions = 60; ///< with more the support is not looked for
constexpr std::size_t supportCommits = 20'000;

double medianMinutes(std::vector<qint64> milliseconds, double otherwise)
{
    if (milliseconds.empty()) {
        return otherwise;
    }
    const auto middle = milliseconds.begin() + std::ssize(milliseconds) / 2;
    std::ranges::nth_element(milliseconds, middle);
    return std::max(1e-4, static_cast<double>(*middle) / 60'000);
}

/// As this session measured them.
search::Costs costsOf(const SessionState &state)
{
    std::vector<qint64> builds;
    std::vector<qint64> runs;
    // Of an imported log no times are known.
    for (const auto &[id, build] : state.builds) {
        if (build.outcome() == session::BuildOutcome::Built && !build.ended->cached && build.ended->milliseconds > 0) {
            builds.push_back(build.ended->milliseconds);
        }
    }
    for (const auto &[id, run] : state.runs) {
        if (run.ended && run.ended->milliseconds > 0 &&
            (run.ended->outcome == session::Outcome::Ok || run.ended->outcome == session::Outcome::Crashed)) {
            runs.push_back(run.ended->milliseconds);
        }
    }
    search::Costs costs;
    costs.build = medianMinutes(std::move(builds), 5);
    costs.batch = medianMinutes(std::move(runs), 1);
    const int told = state.engine ? state.engine->machines : 0;
    const int wanted = state.setup().machine.count;
    costs.machines = std::max(1, told > 0 ? told : wanted > 0 ? wanted : usualMachines);
    return costs;
}

class DoubtPlanner final
{
public:
    explicit DoubtPlanner(const SessionState &state)
        : m_state(state),
          m_forks(state),
          m_bayes(state.search->bayes),
          m_seen(session::observationsOf(state)),
          m_costs(costsOf(state)),
          m_belief(m_bayes.belief(m_seen))
    {
    }

    Plan plan()
    {
        if (m_state.seeksGoodEnd()) {
            return planWithoutGoodEnd();
        }
        if (!m_belief.possible()) {
            return planForPastOfEnd().value_or(contradiction());
        }
        m_advice = m_bayes.advise(m_belief, m_seen, m_costs, asked());
        Plan plan = choose();
        complete(plan);
        return plan;
    }

private:
    [[nodiscard]] double asked() const { return m_state.setup().search.confidence(); }
    [[nodiscard]] QString sought() const { return m_state.setup().kernel.find == Find::Fix ? u"fix"_s : u"culprit"_s; }
    [[nodiscard]] ObjectId idAt(search::Node node) const { return m_state.range->commits[node].id; }
    [[nodiscard]] int runningOf(const ObjectId &id) const
    {
        const RevisionState *revision = m_state.revision(id);
        return revision ? revision->tally.running : 0;
    }

    [[nodiscard]] Plan contradiction() const
    {
        const Candidates candidates(m_state);
        const QString pair = candidates.conflicts().empty() ? u"no commit of the range fits all of them"_s
                                                            : candidates.conflicts().front();
        return needsPerson(Phase::Bisect,
                           u"The verdicts contradict each other: %1. Judge one of them again."_s.arg(pair));
    }

    /// So many more runs; those that run now are among them.
    [[nodiscard]] Plan testOf(Phase phase, const ObjectId &id, int runs, const QString &why) const
    {
        const RevisionState *revision = m_state.revision(id);
        if (revision && revision->infrastructure) {
            return machineFails(m_state, phase, id, revision->reason);
        }
        Plan plan;
        plan.action = Plan::Action::Test;
        plan.phase = phase;
        plan.revision = id;
        plan.runsMissing = std::max({1, runs, runningOf(id)});
        plan.reason = why;
        return plan;
    }

    [[nodiscard]] std::optional<Plan> planForEnd(const ObjectId &end, Verdict expected, Phase phase) const
    {
        const Verdict verdict = verdictOf(m_state, end);
        if (verdict == expected) {
            return std::nullopt;
        }
        return verdict == Verdict::Undecided
                   ? testOf(phase, end, m_costs.machines, whyEndIsTested(m_state, end, expected))
                   : needsPerson(phase, whyEndFails(m_state, end, expected));
    }

    /// Nothing bounds the search yet, so that no chances of commits are told.
    [[nodiscard]] Plan planWithoutGoodEnd() const
    {
        if (auto plan = planForEnd(m_state.created.bad, Verdict::Bad, Phase::BadIsBad)) {
            plan->ahead = plan->action == Plan::Action::Test ? releaseAhead(m_state, m_state.created.bad)
                                                             : std::vector<ObjectId>();
            return *plan;
        }
        return planForReleases(m_state, [this](const ObjectId &release, const QString &why) {
            return testOf(Phase::GoodIsGood, release, m_costs.machines, why);
        });
    }

    [[nodiscard]] bool isSilent(const ObjectId &id) const
    {
        const RevisionState *revision = m_state.revision(id);
        return revision && revision->tally.ok > 0;
    }

    /// No revision of unknown past counts as fixed: its fork is asked.
    [[nodiscard]] std::optional<Plan> planForPast(search::Node node) const
    {
        const auto fork = m_forks.toTest(node);
        if (!fork || !isSilent(idAt(node))) {
            return std::nullopt;
        }
        return testOf(Phase::Bisect, *fork, m_costs.machines, whyForkIsTested(m_state, *fork, idAt(node)));
    }

    /// Of a good end that does not contain the bad one.
    [[nodiscard]] std::optional<Plan> planForPastOfEnd() const
    {
        const search::Node end = m_bayes.graph().last();
        const session::Past past = m_forks.past(end);
        if (past == session::Past::NeverHadBug || past == session::Past::Untellable) {
            return needsPerson(Phase::GoodIsGood, whyNothingIsFixed(m_state, m_forks.meaning(end)));
        }
        return planForPast(end);
    }

    [[nodiscard]] Plan choose() const
    {
        if (auto plan = planForEnd(m_state.created.bad, Verdict::Bad, Phase::BadIsBad)) {
            return *plan;
        }
        for (const ObjectId &good : m_state.created.goods) {
            if (auto plan = planForEnd(good, Verdict::Good, Phase::GoodIsGood)) {
                return *plan;
            }
        }
        if (auto plan = planForPastOfEnd()) {
            return *plan;
        }
        for (const auto &[id, revision] : m_state.revisions) {
            if (revision.runsMissing > 0 && !revision.judged) {
                return testOf(Phase::Bisect, id, std::min(revision.runsMissing, m_costs.machines),
                              whyRunsAreAskedFor(m_state, revision, revision.runsMissing));
            }
        }
        switch (m_advice.state) {
        case search::Advice::State::Found:
            return m_advice.answer.nodes.size() == 1 ? confirm(m_advice.answer.nodes.front()) : hidden();
        case search::Advice::State::Exhausted:
            return exhausted();
        case search::Advice::State::Learn:
        case search::Advice::State::Visit:
            break;
        case search::Advice::State::Impossible:
            return contradiction();
        }
        return visit(*m_advice.visit);
    }

    [[nodiscard]] Plan visit(const search::Visit &visit) const
    {
        if (auto plan = planForPast(visit.node)) {
            return *plan;
        }
        const ObjectId id = idAt(visit.node);
        const QString name = m_state.nameOf(id);
        const double presence = m_belief.presence()[visit.node];
        const RevisionState *revision = m_state.revision(id);
        const QString why =
            revision && revision->tally.ended() > 0
                ? u"%1 has the bug with a probability of %2: more runs there tell most in the least time."_s
                : u"%1 tells most in the least time: it has the bug with a probability of %2."_s;
        return testOf(Phase::Bisect, id, visit.runs, why.arg(name, percentText(presence)));
    }

    /// Whether the revision, or its very kernel, was run itself, so that nobody has to take others' word for it.
    [[nodiscard]] bool wasSeen(const ObjectId &id) const
    {
        const RevisionState *revision = m_state.revision(id);
        return revision && (revision->judged || revision->twin || revision->verdict() == Verdict::Skip ||
                            revision->tally.target + revision->tally.ok > 0);
    }

    /// A culprit whose parents are before the range rests on the good ends, which so far are only trusted.
    [[nodiscard]] std::optional<Plan> proofOfGoodEnds(search::Node node) const
    {
        const history::CommitInfo &culprit = m_state.range->commits[node];
        if (culprit.parents.size() == culprit.parentCount || m_state.setup().kernel.find == Find::Fix) {
            return std::nullopt;
        }
        for (const ObjectId &good : m_state.created.goods) {
            const RevisionState *end = m_state.revision(good);
            if (end && !end->judged && end->presence.value_or(0) > session::goodEndProven &&
                end->tally.ended() < session::mostRunsOfEnd) {
                Plan plan =
                    testOf(Phase::Confirm, good, m_costs.machines,
                           u"The parents of %1 are before the range, so that it is the culprit only if %2 is "
                           "good: that is made sure of."_s.arg(m_state.nameOf(culprit.id), m_state.nameOf(good)));
                plan.culprit = culprit.id;
                return plan;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Plan confirm(search::Node node) const
    {
        const ObjectId culprit = idAt(node);
        std::vector<ObjectId> witnesses{culprit};
        QString pasts;
        for (const search::Node parent : m_bayes.graph().parents(node)) {
            if (m_forks.past(parent) == session::Past::NeverHadBug) {
                pasts += u" Of its parent %1: "_s.arg(m_state.nameOf(idAt(parent))) + m_forks.meaning(parent);
            } else {
                witnesses.push_back(idAt(parent));
            }
        }
        if (m_bayes.graph().parents(node).empty()) {
            std::ranges::copy(m_forks.forksOf(node), std::back_inserter(witnesses));
        }
        for (const ObjectId &id : witnesses) {
            if (wasSeen(id)) {
                continue;
            }
            Plan plan =
                testOf(Phase::Confirm, id, m_costs.machines,
                       id == culprit ? u"%1 is the %2 with %3; it is run itself before it is named."_s.arg(
                                           m_state.nameOf(id), sought(), percentText(m_advice.answer.probability))
                                     : u"%1 is a parent of the %2; it is run itself before the %2 is named."_s.arg(
                                           m_state.nameOf(id), sought()));
            plan.culprit = culprit;
            return plan;
        }
        if (auto proof = proofOfGoodEnds(node)) {
            return *proof;
        }
        if (auto plan = planForPast(node)) {
            plan->phase = Phase::Confirm;
            plan->culprit = culprit;
            return *plan;
        }
        Plan plan;
        plan.action = Plan::Action::Finished;
        plan.phase = Phase::Done;
        plan.culprit = culprit;
        plan.confirmed = true;
        plan.reason = u"%1 is the %2 with a probability of %3; it and its parents were run."_s.arg(
            m_state.nameOf(culprit), sought(), percentText(m_advice.answer.probability));
        for (const ObjectId &id : witnesses) {
            const RevisionState *revision = m_state.revision(id);
            if (revision && revision->twin) {
                plan.reason += u" %1 was run as %2, which is the same kernel."_s.arg(m_state.nameOf(id),
                                                                                     m_state.nameOf(*revision->twin));
            }
        }
        plan.reason += pasts;
        return withRevert(m_state, std::move(plan), [this](const ObjectId &revert, const QString &why) {
            const RevisionState *revision = m_state.revision(revert);
            const ObjectId kernel = revision && revision->twin ? *revision->twin : revert;
            return verdictOf(m_state, revert) == Verdict::Undecided
                       ? std::optional(testOf(Phase::Confirm, kernel, m_costs.machines, why))
                       : std::nullopt;
        });
    }

    /// Why no test settles an answer some of whose commits have a past that nobody can tell.
    [[nodiscard]] QString untellable() const
    {
        for (const search::Node node : m_advice.answer.nodes) {
            if (m_forks.past(node) == session::Past::Untellable) {
                return u" Of %1 among them: "_s.arg(m_state.nameOf(idAt(node))) + m_forks.meaning(node);
            }
        }
        return {};
    }

    [[nodiscard]] Plan hidden() const
    {
        Plan plan;
        plan.action = Plan::Action::Finished;
        plan.phase = Phase::Done;
        const QString past = untellable();
        const QString why = past.isEmpty()
                                ? u": those between them do not build, so that no kernel tells them apart. A "
                                  "config that builds them would go on."_s +
                                      whatWouldSplit(m_state, m_bayes.graph(), m_advice.answer.nodes)
                                : u"."_s + past;
        plan.reason = u"The %1 is one of %2 commits with a probability of %3"_s.arg(sought())
                          .arg(m_advice.answer.nodes.size())
                          .arg(percentText(m_advice.answer.probability)) +
                      why;
        return plan;
    }

    [[nodiscard]] Plan exhausted() const
    {
        Plan plan;
        plan.action = Plan::Action::Finished;
        plan.phase = Phase::Done;
        if (m_advice.answer.nodes.size() == 1) {
            plan.culprit = idAt(m_advice.answer.nodes.front());
        }
        plan.reason =
            u"No build or run would tell much more: %1 is the likeliest %2, with a probability of %3. Judge a "
            "revision, or ask for more runs of one, to go on."_s.arg(
                m_state.nameOf(idAt(m_advice.answer.nodes.front())), sought(),
                percentText(m_advice.answer.probability)) +
            untellable();
        return plan;
    }

    /// The commits that hold the culprit with candidateShare, in the range's order.
    [[nodiscard]] std::vector<ObjectId> candidates() const
    {
        const std::vector<double> &culprit = m_belief.culprit();
        std::vector<search::Node> order(culprit.size());
        std::iota(order.begin(), order.end(), search::Node{0});
        std::ranges::stable_sort(order, std::ranges::greater(), [&](search::Node node) { return culprit[node]; });
        double sum = 0;
        std::size_t count = 0;
        for (; count < order.size() && sum < candidateShare; ++count) {
            sum += culprit[order[count]];
        }
        order.resize(std::max<std::size_t>(1, count));
        std::ranges::sort(order);
        std::vector<ObjectId> ids;
        std::ranges::transform(order, std::back_inserter(ids), [this](search::Node node) { return idAt(node); });
        return ids;
    }

    void complete(Plan &plan) const
    {
        Doubt doubt;
        doubt.culprit = m_belief.culprit();
        doubt.presence = m_belief.presence();
        for (search::Node node = 0; node < doubt.presence.size(); ++node) {
            if (m_forks.past(node) == session::Past::NeverHadBug) {
                doubt.presence[node] = 0;
            }
        }
        doubt.confidence = m_advice.answer.probability;
        doubt.asked = asked();
        doubt.endsAt = search::endsAt(asked(), m_costs);
        doubt.rate = search::rateOf(m_belief);
        for (const search::Node node : m_advice.answer.nodes) {
            doubt.leading.push_back(idAt(node));
        }
        if (plan.action == Plan::Action::Test) {
            completeTest(plan, doubt);
            plan.candidates = plan.phase == Phase::Confirm ? doubt.leading : candidates();
        } else {
            plan.candidates = plan.phase >= Phase::Confirm ? doubt.leading : candidates();
            if (plan.action == Plan::Action::Finished && m_seen.revisions.size() <= supportRevisions &&
                doubt.culprit.size() <= supportCommits) {
                if (const auto support = search::strongestSupport(m_bayes, m_seen, m_advice.answer.nodes)) {
                    doubt.support = idAt(support->node);
                    doubt.withoutSupport = support->without;
                }
            }
        }
        plan.doubt = std::move(doubt);
    }

    void completeTest(Plan &plan, Doubt &doubt) const
    {
        const search::Orders orders =
            m_advice.ended() ? search::Orders{} : m_bayes.orders(m_belief, m_seen, m_advice, underWay(), m_costs);
        if (m_advice.visit) {
            const search::Visit &next = *m_advice.visit;
            doubt.bits = next.bits;
            doubt.toGo = search::toGo(m_belief, next, m_costs, asked());
            if (plan.phase == Phase::Bisect && idAt(next.node) == plan.revision) {
                doubt.prospects = search::prospectsOf(m_bayes, m_belief, m_seen, next);
            }
            plan.steps = static_cast<int>(std::ceil(doubt.toGo.builds));
            plan.remaining = candidates().size() - 1;
        }
        if (plan.phase == Phase::BadIsBad || plan.phase == Phase::GoodIsGood) {
            for (const ObjectId &good : m_state.created.goods) {
                if (good != plan.revision && !m_state.builtBy(good)) {
                    plan.ahead.push_back(good);
                }
            }
        }
        if (orders.build && idAt(*orders.build) != plan.revision && !m_state.builtBy(idAt(*orders.build))) {
            plan.ahead.push_back(idAt(*orders.build));
        }
        if (plan.phase == Phase::Bisect && orders.run && orders.run->bits > meanwhileBits &&
            idAt(orders.run->node) != plan.revision) {
            doubt.meanwhile = idAt(orders.run->node);
            doubt.meanwhileRuns = orders.run->runs;
        }
        for (const auto &[id, revision] : m_state.revisions) {
            const double presence = revision.presence.value_or(0.5);
            if (revision.tally.running > 0 && !revision.judged && presence > mootPresence &&
                presence < 1 - mootPresence) {
                doubt.goOn.push_back(id);
            }
        }
    }

    [[nodiscard]] search::UnderWay underWay() const
    {
        search::UnderWay underWay;
        for (const auto &[id, build] : m_state.builds) {
            if (const auto node = m_state.search->nodeOf(build.started.revision);
                node && build.outcome() == session::BuildOutcome::Running) {
                underWay.building = *node;
                underWay.builtFor = static_cast<double>(m_state.lastAt - build.startedAt) / 60'000;
            }
        }
        return underWay;
    }

    const SessionState &m_state;
    session::Forks m_forks;
    const search::BayesSearch &m_bayes;
    search::Observations m_seen;
    search::Costs m_costs;
    search::Belief m_belief;
    search::Advice m_advice;
};

} // namespace

Plan planUnderDoubt(const SessionState &state)
{
    return DoubtPlanner(state).plan();
}

} // namespace culprit::conductor
