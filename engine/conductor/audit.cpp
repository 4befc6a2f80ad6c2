// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/audit.h"

#include "engine/conductor/candidates.h"
#include "engine/conductor/planparts.h"
#include "engine/exchange/logaudit.h"
#include "engine/search/explain.h"
#include "engine/session/doubt.h"
#include "engine/session/imported.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::RevisionState;
using session::SessionState;
using session::Verdict;

namespace
{

constexpr double sureEnough = 0.99;
constexpr double beyondDoubt = 0.999; ///< of surer ones those come first on which more hangs
constexpr int mostRunsAdvised = 200;

/// The same session, searched by probability; its verdicts stay.
SessionState withSearch(SessionState state)
{
    if (!state.search) {
        SessionState weighed = state;
        weighed.created.setup.search.strategy = session::Strategy::Bayes;
        weighed.search = {session::makeRangeSearch(weighed)};
        if (weighed.search) {
            session::judgeUnderDoubt(weighed);
            for (auto &[id, revision] : state.revisions) {
                revision.presence = weighed.revisions.at(id).presence;
            }
            state.search = weighed.search;
        }
    }
    return state;
}

double oddsLog(double chance)
{
    const double bounded = std::clamp(chance, 1e-12, 1 - 1e-12);
    return std::log(bounded / (1 - bounded));
}

QString runsText(int runs)
{
    return runs == 1 ? u"1 more run"_s : u"%1 more runs"_s.arg(runs);
}

bool isPartlyInferred(const SessionState &state, const RevisionState &revision)
{
    return session::isOnlyTold(revision) || std::ranges::any_of(revision.runs, [&](RunId id) {
               const session::RunState &run = state.runs.at(id);
               return run.ended && run.ended->inferred;
           });
}

class Auditor final
{
public:
    /// state.search is set.
    explicit Auditor(SessionState state)
        : m_state(std::move(state)),
          m_bayes(m_state.search->bayes),
          m_seen(session::observationsOf(m_state)),
          m_belief(m_bayes.belief(m_seen)),
          m_doubted(exchange::doubtedVerdicts(m_state))
    {
        if (m_belief.possible()) {
            m_answer = m_bayes.advise(m_belief, m_seen, search::Costs{}, m_state.setup().search.confidence()).answer;
            m_rate = std::clamp(search::rateOf(m_belief).mean, 0.01, 0.99);
        }
    }

    [[nodiscard]] Audit audit() const
    {
        Audit audit;
        for (const search::Node node : m_answer.nodes) {
            audit.answer.push_back(m_state.range->commits[node].id);
        }
        audit.chance = m_answer.probability;
        for (const auto &[id, revision] : m_state.revisions) {
            if (wasTested(revision)) {
                audit.verdicts.push_back(audited(revision));
            }
        }
        std::ranges::stable_sort(audit.verdicts, {}, [](const VerdictAudit &verdict) {
            const double support = verdict.support.value_or(2);
            return std::pair(support < beyondDoubt ? support : std::max(support, 1.0),
                             verdict.answerWithout.value_or(1));
        });
        for (std::size_t i = 0; i < session::allSyzkallerRules.size(); ++i) {
            audit.others[i] = byRules(session::allSyzkallerRules[i], audit.verdicts);
        }
        return audit;
    }

private:
    [[nodiscard]] static bool wasTested(const RevisionState &revision)
    {
        return revision.tally.ended() > 0 || revision.judged || revision.told || revision.verdict() == Verdict::Skip;
    }

    [[nodiscard]] search::Observations without(const RevisionState &revision, bool runsToo) const
    {
        search::Observations less = m_seen;
        const auto node = m_state.search->nodeOf(revision.id);
        if (!node) {
            const bool isEnd = m_state.created.goods.contains(revision.id) || revision.id == m_state.created.bad;
            if (isEnd && runsToo) {
                less.before.target -= revision.tally.target;
                less.before.ok -= revision.tally.ok;
                less.before.stranger -= revision.tally.other;
            }
            return less;
        }
        std::erase_if(less.opinions, [&](const search::Opinion &opinion) { return opinion.node == *node; });
        for (search::Observation &observation : less.revisions) {
            if (runsToo && observation.node == *node) {
                observation.counts = {};
            }
        }
        return less;
    }

    [[nodiscard]] double answerIn(const search::Belief &belief) const
    {
        double chance = 0;
        for (const search::Node node : m_answer.nodes) {
            chance += belief.possible() ? belief.culprit()[node] : 0;
        }
        return chance;
    }

    /// That the verdict is right.
    [[nodiscard]] static std::optional<double> supportOf(Verdict verdict, std::optional<double> presence)
    {
        if (!presence || (verdict != Verdict::Good && verdict != Verdict::Bad)) {
            return std::nullopt;
        }
        return verdict == Verdict::Bad ? *presence : 1 - *presence;
    }

    [[nodiscard]] std::optional<double> presenceIn(const search::Observations &seen, search::Node node) const
    {
        const search::Belief belief = m_bayes.belief(seen);
        return belief.possible() ? std::optional(belief.presence()[node]) : std::nullopt;
    }

    [[nodiscard]] VerdictAudit audited(const RevisionState &revision) const
    {
        VerdictAudit audit;
        audit.revision = revision.id;
        audit.isJudged = revision.judged.has_value();
        audit.isTold = !audit.isJudged && revision.told && !revision.told->pretended;
        audit.isInferred = isPartlyInferred(m_state, revision);
        audit.verdict = audit.isTold ? revision.told->verdict : revision.verdict();
        const auto node = m_state.search->nodeOf(revision.id);
        const bool isOpinion = audit.isJudged || revision.thought || session::isOnlyTold(revision);
        if (node && m_belief.possible()) {
            const auto presence =
                isOpinion ? presenceIn(without(revision, false), *node) : std::optional(m_belief.presence()[*node]);
            audit.support = supportOf(audit.verdict, presence);
        } else if (!node) {
            audit.support = supportOf(audit.verdict, revision.presence);
        }
        if (m_belief.possible() && !m_answer.nodes.empty()) {
            const search::Belief less = m_bayes.belief(without(revision, true));
            audit.answerWithout = answerIn(less);
            if (node && less.possible()) {
                audit.byOthers = supportOf(audit.verdict, less.presence()[*node]);
            }
        }
        audit.sentence = sentenceFor(revision, audit);
        audit.remedy = remedyFor(revision, audit);
        return audit;
    }

    [[nodiscard]] QString sentenceFor(const RevisionState &revision, const VerdictAudit &audit) const
    {
        QStringList sentences;
        const auto doubted = std::ranges::find(m_doubted, revision.id, &exchange::DoubtedVerdict::revision);
        if (doubted != m_doubted.end()) {
            sentences << doubted->sentence;
        } else if (!revision.reason.isEmpty()) {
            sentences << (revision.reason.endsWith(u'.') ? revision.reason : revision.reason + u'.');
        }
        if (audit.isJudged && audit.support) {
            sentences << u"Judged %1 by hand; by all runs that is right with %2."_s.arg(session::word(audit.verdict),
                                                                                        percentText(*audit.support));
        }
        if (audit.byOthers) {
            sentences << u"Had it not been tested, it would be %1 with %2."_s.arg(session::word(audit.verdict),
                                                                                  percentText(*audit.byOthers));
        }
        if (audit.answerWithout && m_answer.probability - *audit.answerWithout > 0.01) {
            sentences << u"Without it the answer would have %1 instead of %2."_s.arg(percentText(*audit.answerWithout),
                                                                                     percentText(m_answer.probability));
        }
        return sentences.join(u' ');
    }

    [[nodiscard]] QString remedyFor(const RevisionState &revision, const VerdictAudit &audit) const
    {
        const QString name = m_state.nameOf(revision.id);
        if (audit.verdict == Verdict::Skip && revision.tally.ended() == 0) {
            return u"A config or fix-up that builds %1 would let it be tested."_s.arg(name);
        }
        if (!audit.support || *audit.support >= sureEnough) {
            return {};
        }
        if (audit.isTold && revision.automatic != audit.verdict && revision.automatic != Verdict::Undecided) {
            return u"This session goes by %1 there, not by the log."_s.arg(session::word(revision.automatic));
        }
        // Each silent run tells against the bug by the rate at which it shows; each hit tells for it beyond doubt.
        const bool wantsSilence = audit.verdict == Verdict::Good;
        const double missing = oddsLog(sureEnough) - oddsLog(*audit.support);
        const int runs = std::min(
            mostRunsAdvised, static_cast<int>(std::ceil(wantsSilence ? missing / -std::log1p(-m_rate) : 1 / m_rate)));
        return wantsSilence ? u"%1 of %2 without the bug would make sure."_s.arg(runsText(runs), name)
                            : u"One more hit at %1 would make sure; it takes about %2."_s.arg(name, runsText(runs));
    }

    [[nodiscard]] RulesAudit byRules(session::SyzkallerRules rules, const std::vector<VerdictAudit> &order) const
    {
        RulesAudit audit;
        audit.rules = rules;
        const auto verdicts = session::verdictsBy(rules, m_state);
        const auto verdictOf = [&](const ObjectId &id) {
            const auto found = verdicts.find(id);
            return found == verdicts.end() ? Verdict::Undecided : found->second;
        };
        SessionState judged = m_state;
        for (auto &[id, revision] : judged.revisions) {
            revision.judged.reset();
            revision.automatic = verdictOf(id);
        }
        std::ranges::transform(order, std::back_inserter(audit.verdicts),
                               [&](const VerdictAudit &verdict) { return verdictOf(verdict.revision); });
        const Candidates candidates(judged);
        const search::Choice choice = candidates.choose();
        qint64 commits = 0;
        for (const ObjectId &id : candidates.idsAt(choice.candidates)) {
            commits += session::commitsBehind(m_state, id);
        }
        if (choice.state == search::Choice::State::Found) {
            audit.culprit = candidates.idAt(choice.candidates.front());
        }
        audit.sentence = sentenceFor(choice, candidates, commits);
        return audit;
    }

    [[nodiscard]] QString sentenceFor(const search::Choice &choice, const Candidates &candidates, qint64 commits) const
    {
        switch (choice.state) {
        case search::Choice::State::Found: {
            const QString name = m_state.nameOf(candidates.idAt(choice.candidates.front()));
            return commits > 1 ? u"ends at %1 or one of the %2 commits before it that the log does not name"_s.arg(
                                     name, QString::number(commits - 1))
                               : u"ends at %1"_s.arg(name);
        }
        case search::Choice::State::OnlySkipped:
            return u"ends with %1 that it cannot tell apart"_s.arg(candidatesText(std::size_t(commits)));
        case search::Choice::State::Contradiction:
            return u"contradicts itself: %1"_s.arg(candidates.conflicts().empty() ? QString()
                                                                                  : candidates.conflicts().front());
        case search::Choice::State::Test:
            break;
        }
        return u"leaves %1"_s.arg(candidatesText(std::size_t(commits)));
    }

    SessionState m_state;
    const search::BayesSearch &m_bayes;
    search::Observations m_seen;
    search::Belief m_belief;
    std::vector<exchange::DoubtedVerdict> m_doubted;
    search::Leading m_answer;
    double m_rate = 0.5; ///< at which the bug shows where it is
};

} // namespace

std::optional<Audit> auditOf(const SessionState &state)
{
    SessionState searched = withSearch(state);
    return searched.search ? std::optional(Auditor(std::move(searched)).audit()) : std::nullopt;
}

} // namespace culprit::conductor
