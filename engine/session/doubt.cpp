// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/doubt.h"

#include "engine/search/prior.h"
#include "engine/search/ranks.h"
#include "engine/session/alikekernels.h"
#include "engine/session/forks.h"
#include "engine/session/imported.h"
#include "engine/session/positions.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace culprit::session
{

namespace
{

constexpr double surelyBad = 0.95;
constexpr double surelyGood = 0.05;
constexpr int hitsOfBadEnd = 3;
constexpr int runsOfBadEnd = 10;
constexpr int leastRunsOfGoodEnd = 3;
constexpr double goodEndIsBad = 0.05; ///< before it is run
constexpr double outsiderIsBad = 0.5; ///< a fork or a revert before it is run, or a commit of a fork's branch
constexpr int bootFailuresThatSkip = 3;
constexpr double sameKernelOdds = 1e6; ///< that two kernels with one signature both have the bug, or neither

search::Counts countsOf(const Tally &tally)
{
    return {tally.target, tally.ok, tally.other};
}

search::Counts countsOf(const RevisionState &revision)
{
    const bool silent = revision.told && revision.told->pretended;
    return silent ? search::Counts{} : countsOf(revision.tally);
}

bool isEnd(const SessionState &state, const ObjectId &id)
{
    return id == state.created.bad || state.created.goods.contains(id);
}

bool isBroken(const SessionState &state, const RevisionState &revision)
{
    const Tally &tally = revision.tally;
    const bool built = state.builtBy(revision.id) != nullptr;
    const bool failed = std::ranges::any_of(
        revision.builds, [&](BuildId id) { return state.builds.at(id).outcome() == BuildOutcome::Failed; });
    const bool neverRuns = tally.boot >= bootFailuresThatSkip && tally.boot > tally.target + tally.ok;
    const bool toldSkip = revision.told && revision.told->verdict == Verdict::Skip && revision.runs.empty();
    return revision.judged == Verdict::Skip || (!built && (failed || toldSkip)) || neverRuns;
}

QString countText(const Tally &tally)
{
    QString text = tally.ended() == 0 ? QStringLiteral("No run has ended yet")
                                      : QStringLiteral("Of %1 runs %2 hit the bug, %3 ended well")
                                            .arg(tally.ended())
                                            .arg(tally.target)
                                            .arg(tally.ok);
    if (tally.other > 0) {
        text += QStringLiteral(", %1 crashed otherwise").arg(tally.other);
    }
    if (tally.boot > 0) {
        text += QStringLiteral(", %1 did not boot or start the test").arg(tally.boot);
    }
    if (tally.infra > 0) {
        text += QStringLiteral(", %1 failed outside the kernel").arg(tally.infra);
    }
    return text;
}

QString percent(double chance)
{
    const double tenths = std::round(chance * 1000) / 10;
    return tenths >= 100 && chance < 1 ? QStringLiteral("more than 99.9 %")
           : tenths <= 0 && chance > 0 ? QStringLiteral("less than 0.1 %")
                                       : QStringLiteral("%1 %").arg(tenths);
}

void takeFromLog(RevisionState &revision)
{
    revision.automatic = revision.told->verdict;
    revision.reason = QStringLiteral("The log says %1 and tells of no run.").arg(word(revision.told->verdict));
}

/// The end that shows the bug, which must prove it.
void judgeBadEnd(RevisionState &revision)
{
    const Tally &tally = revision.tally;
    const int told = tally.target + tally.ok + tally.other;
    if (tally.target >= hitsOfBadEnd && told >= runsOfBadEnd) {
        revision.automatic = Verdict::Bad;
        revision.reason = countText(tally) + QStringLiteral(": the bug is there.");
    } else if (told >= mostRunsOfEnd) {
        revision.automatic = tally.target > 0 ? Verdict::Bad : Verdict::Good;
        revision.reason = countText(tally) + (tally.target > 0 ? QStringLiteral(": the bug is there, but rare.")
                                                               : QStringLiteral(": it does not show."));
    } else {
        revision.automatic = Verdict::Undecided;
        revision.reason =
            countText(tally) +
            QStringLiteral(": %1 hits in at least %2 runs would prove the bug.").arg(hitsOfBadEnd).arg(runsOfBadEnd);
    }
}

/// The chance that an end with such counts has the bug, if the bug shows as often as at the bad end. before: that
/// chance before it was run.
double presenceAtEnd(const Tally &badEnd, const Tally &end, double before)
{
    const search::Counts bad = countsOf(badEnd);
    const search::Counts good = countsOf(end);
    const search::Rates rates({bad.target, bad.ok + good.ok, bad.stranger + good.stranger});
    const auto sumOfExp = [](const std::vector<double> &logs) {
        double sum = 0;
        for (const double log : logs) {
            sum += std::exp(log);
        }
        return sum;
    };
    std::vector<double> known = rates.present(bad);
    std::vector<double> both = rates.present(good);
    for (std::size_t point = 0; point < known.size(); ++point) {
        known[point] += rates.presentPrior(point);
        both[point] += known[point];
    }
    std::vector<double> absent = rates.absent(good);
    for (std::size_t point = 0; point < absent.size(); ++point) {
        absent[point] += rates.absentPrior(point);
    }
    const double present = before * sumOfExp(both) / std::max(sumOfExp(known), 1e-300);
    return present / std::max(present + (1 - before) * sumOfExp(absent), 1e-300);
}

/// A revision outside the range, or the end without the bug, by the tally of its own kernel alone.
void judgeAlone(RevisionState &revision, const Tally &tally, const Tally &badEnd, double before, double accepted)
{
    const int told = tally.target + tally.ok + tally.other;
    const double presence = presenceAtEnd(badEnd, tally, before);
    revision.presence = presence;
    const QString counts = countText(tally) + QStringLiteral(": the bug is there with %1").arg(percent(presence));
    if (presence < accepted && told >= leastRunsOfGoodEnd) {
        revision.automatic = Verdict::Good;
        revision.reason = counts + u'.';
    } else if (presence > surelyBad) {
        revision.automatic = Verdict::Bad;
        revision.reason = counts + u'.';
    } else if (told >= mostRunsOfEnd) {
        revision.automatic = tally.target == 0 ? Verdict::Good : Verdict::Skip;
        revision.reason = counts + QStringLiteral(", and more runs would tell little.");
    } else {
        revision.automatic = Verdict::Undecided;
        revision.reason = counts + QStringLiteral(", more runs will tell.");
    }
}

void judgeInRange(const SessionState &state, RevisionState &revision, double presence)
{
    const Tally &tally = revision.tally;
    revision.presence = presence;
    const Verdict byPresence = presence >= surelyBad    ? Verdict::Bad
                               : presence <= surelyGood ? Verdict::Good
                                                        : Verdict::Undecided;
    if (isOnlyTold(revision)) {
        revision.automatic = byPresence;
        revision.reason = QStringLiteral("The log says %1 and tells of no run; with all that it says of the others the "
                                         "bug is there with %2.")
                              .arg(word(revision.told->verdict), percent(presence));
        return;
    }
    if (revision.twin) {
        revision.automatic = byPresence;
        revision.reason = QStringLiteral("Its kernel is the one of %1, whose runs count for it too: the bug is there "
                                         "with %2.")
                              .arg(state.nameOf(*revision.twin), percent(presence));
        return;
    }
    if (tally.target + tally.ok + tally.other == 0) {
        revision.automatic = Verdict::Undecided;
        revision.reason =
            (revision.thought
                 ? QStringLiteral("No run has ended; with what you think and by the other revisions the bug "
                                  "is there with %1.")
                 : QStringLiteral("No run has ended; by the other revisions the bug is there with %1."))
                .arg(percent(presence));
        return;
    }
    revision.automatic = byPresence;
    revision.reason =
        countText(tally) +
        (revision.thought
             ? QStringLiteral("; with what you think and all that was seen elsewhere the bug is there with %1.")
             : QStringLiteral("; with all that was seen elsewhere the bug is there with %1."))
            .arg(percent(presence));
}

/// One whose past does not let its runs count for others: they tell of its own kernel alone.
void judgeApart(RevisionState &revision, const Tally &badEnd)
{
    revision.automatic = Verdict::Undecided;
    revision.reason = countText(revision.tally) + u'.';
    if (revision.tally.target + revision.tally.ok > 0) {
        const double presence = presenceAtEnd(badEnd, revision.tally, outsiderIsBad);
        revision.presence = presence;
        revision.automatic = presence >= surelyBad    ? Verdict::Bad
                             : presence <= surelyGood ? Verdict::Good
                                                      : Verdict::Undecided;
        revision.reason = countText(revision.tally) +
                          QStringLiteral("; by them alone the bug is there with %1.").arg(percent(presence));
    }
}

/// What is known of commits before any is tested.
class Weights final
{
public:
    explicit Weights(std::size_t size) : m_weights(size, 1.0), m_groups(size, 0) {}

    void add(const CommitsWeighed &weighed)
    {
        for (const CommitsWeighed::Group &group : weighed.groups) {
            m_reasons += group.reason;
            for (const std::uint32_t position : positionsFromText(group.commits, m_weights.size())) {
                set(position, group.permille);
            }
        }
    }

    /// What was compiled tells more than which files were touched.
    void add(const SessionState &state, const AlikeKernels &alike)
    {
        const QString before = state.nameOf(alike.before);
        m_reasons +=
            QStringLiteral("makes a kernel that differs from the one of %1 in nothing but what can be line numbers")
                .arg(before);
        setIfLess(alike.between.back(), permilleOfOnlyLines);
        m_reasons +=
            QStringLiteral("lies between %1 and %2, whose kernels differ in nothing but what can be line numbers")
                .arg(before, state.nameOf(alike.after));
        for (const search::Node node : alike.between) {
            setIfLess(node, permilleOfOnlyLines);
        }
    }

    [[nodiscard]] RangeSearch applied(const RangeSearch &search) &&
    {
        return {search.bayes.withPrior(search::boundedPrior(m_weights)), search.nodes, std::move(m_groups),
                std::move(m_reasons)};
    }

private:
    void setIfLess(std::uint32_t position, int permille)
    {
        if (m_weights[position] * 1000 > permille) {
            set(position, permille);
        }
    }

    void set(std::uint32_t position, int permille)
    {
        m_weights[position] = std::max(0, permille) / 1000.0;
        m_groups[position] = static_cast<std::uint32_t>(m_reasons.size());
    }

    std::vector<double> m_weights;
    std::vector<std::uint32_t> m_groups;
    QStringList m_reasons;
};

/// Weights are of the commits down to a good end.
bool isWeighed(const SessionState &state)
{
    return state.setup().search.weighed && !state.seeksGoodEnd();
}

/// Nothing if nothing is known.
std::shared_ptr<const RangeSearch> withWeights(const SessionState &state, const RangeSearch &search)
{
    const std::vector<AlikeKernels> alike =
        findAlikeKernels(state, search.bayes.graph(), [&search](const ObjectId &id) { return search.nodeOf(id); });
    if (!state.weighed && alike.empty()) {
        return nullptr;
    }
    Weights weights(search.bayes.graph().size());
    if (state.weighed) {
        weights.add(*state.weighed);
    }
    for (const AlikeKernels &pair : alike) {
        weights.add(state, pair);
    }
    return std::make_shared<const RangeSearch>(std::move(weights).applied(search));
}

/// Kernels before the range that have the bug where a fix is sought, else that have not: a revision with the same one
/// is as they are.
QSet<QString> signaturesBefore(const SessionState &state)
{
    QSet<QString> signatures;
    for (const auto &[id, revision] : state.revisions) {
        const bool isBugFork = isFork(state, id) && revision.verdict() == Verdict::Bad;
        const bool isBefore = !state.search->nodeOf(id) && (isEnd(state, id) || isBugFork);
        const BuildState *built = isBefore ? state.builtBy(id) : nullptr;
        if (built != nullptr && !built->ended->signature.isEmpty()) {
            signatures.insert(built->ended->signature);
        }
    }
    return signatures;
}

/// Numbers for the reasons why revisions cannot be tested. Line numbers and addresses differ where the reason does not.
class Causes final
{
public:
    int operator()(const SessionState &state, const RevisionState &revision)
    {
        QString cause;
        for (const BuildId id : revision.builds) {
            if (const BuildState &build = state.builds.at(id); build.outcome() == BuildOutcome::Failed) {
                cause = build.ended->cause;
            }
        }
        for (const RunId id : revision.runs) {
            if (const RunState &run = state.runs.at(id); run.outcome() == Outcome::BootFailed && run.ended) {
                cause = run.ended->title.isEmpty() ? run.ended->reason : run.ended->title;
            }
        }
        cause.removeIf([](QChar c) { return c.isDigit(); });
        return cause.isEmpty() ? 0 : m_numbers.try_emplace(cause, static_cast<int>(m_numbers.size()) + 1).first->second;
    }

private:
    std::map<QString, int> m_numbers;
};

bool failsOutside(const Tally &tally)
{
    constexpr int enough = 5;
    return tally.infra >= enough && tally.infra > tally.target + tally.ok + tally.other + tally.boot;
}

} // namespace

std::optional<search::Node> RangeSearch::nodeOf(const ObjectId &id) const
{
    const auto found = nodes.find(id);
    return found == nodes.end() ? std::nullopt : std::optional(found->second);
}

std::shared_ptr<const RangeSearch> makeRangeSearch(const SessionState &state)
{
    if (state.setup().search.strategy != Strategy::Bayes || !state.range || state.range->commits.empty() ||
        state.range->commits.size() > mostUnderDoubt) {
        return nullptr;
    }
    std::vector<std::vector<search::Node>> parents;
    std::vector<std::int64_t> dates;
    std::vector<ObjectId> ids;
    std::unordered_map<ObjectId, search::Node> nodes;
    for (const history::CommitInfo &commit : state.range->commits) {
        nodes.emplace(commit.id, static_cast<search::Node>(ids.size()));
        parents.push_back(commit.parents);
        dates.push_back(commit.date);
        ids.push_back(commit.id);
    }
    auto graph = search::Graph::make(parents, std::move(dates), search::ranksOf(ids));
    if (!graph) {
        return nullptr;
    }
    const bool hides = state.imported && !state.imported->hidden.isEmpty();
    std::vector<double> prior = hides ? weightsOfHidden(*state.imported, ids.size()) : std::vector<double>();
    RangeSearch search{search::BayesSearch(std::move(*graph), std::move(prior)), std::move(nodes), {}, {}};
    auto weighed = isWeighed(state) ? withWeights(state, search) : nullptr;
    return weighed ? weighed : std::make_shared<const RangeSearch>(std::move(search));
}

std::shared_ptr<const RangeSearch> reweighed(const SessionState &state)
{
    if (!state.search || !isWeighed(state)) {
        return state.search.search;
    }
    if (auto weighed = withWeights(state, *state.search.search)) {
        return weighed;
    }
    return state.search->reasons.isEmpty() ? state.search.search : makeRangeSearch(state);
}

std::optional<Suspicion> suspicionOf(const SessionState &state, const ObjectId &id)
{
    const auto node = state.search ? state.search->nodeOf(id) : std::nullopt;
    const std::uint32_t group = node && *node < state.search->groups.size() ? state.search->groups[*node] : 0;
    if (group == 0) {
        return std::nullopt;
    }
    return Suspicion{state.search->bayes.prior()[*node], state.search->reasons[group - 1]};
}

search::Observations observationsOf(const SessionState &state)
{
    search::Observations seen;
    seen.fix = state.setup().kernel.find == Find::Fix;
    const QSet<QString> outside = signaturesBefore(state);
    std::map<QString, search::Node> signatures;
    Causes causeOf;
    const Forks forks(state);
    for (search::Node node = 0; node < state.range->commits.size(); ++node) {
        const Past past = forks.past(node);
        if (past == Past::NeverHadBug) {
            seen.innocent.push_back(node);
        }
        if (past == Past::NeverHadBug || past == Past::Untellable) {
            seen.mute.push_back(node);
        }
    }
    for (const auto &[id, revision] : state.revisions) {
        const auto node = state.search->nodeOf(id);
        if (!node && !isEnd(state, id)) {
            continue; // of an imported log, somewhere else in the history
        }
        if (!node) {
            const search::Counts counts = countsOf(revision);
            seen.before.target += counts.target;
            seen.before.ok += counts.ok;
            seen.before.stranger += counts.stranger;
            continue;
        }
        const Past past = forks.past(id);
        if (past == Past::NeverHadBug || past == Past::Untellable) {
            continue;
        }
        const BuildState *built = state.builtBy(id);
        const bool isEvidence = past == Past::HadBug;
        search::Observation observation{*node, search::Making::Untried,
                                        isEvidence ? countsOf(revision) : search::Counts{}};
        observation.making = isBroken(state, revision) ? search::Making::Broken
                             : built != nullptr        ? search::Making::Built
                                                       : search::Making::Untried;
        if (observation.making == search::Making::Broken) {
            observation.cause = causeOf(state, revision);
        }
        observation.isTwin = revision.twin.has_value();
        seen.revisions.push_back(observation);
        if (revision.judged == Verdict::Good || revision.judged == Verdict::Bad) {
            seen.opinions.push_back({*node, revision.judged == Verdict::Bad, search::Opinion::sure});
        } else if (revision.thought) {
            seen.opinions.push_back(
                {*node, revision.thought->verdict == Verdict::Bad, static_cast<double>(revision.thought->odds)});
        } else if (isOnlyTold(revision) || (revision.told && revision.told->pretended)) {
            seen.opinions.push_back({*node, revision.told->verdict == Verdict::Bad, double{oddsOfTold}});
        }
        if (built != nullptr && outside.contains(built->ended->signature)) {
            seen.opinions.push_back({*node, seen.fix, sameKernelOdds});
        }
        if (isEvidence && built != nullptr && !built->ended->signature.isEmpty()) {
            const auto [same, isFirst] = signatures.emplace(built->ended->signature, *node);
            if (!isFirst) {
                seen.equal.push_back({same->second, *node});
            }
        }
    }
    return seen;
}

void judgeUnderDoubt(SessionState &state)
{
    const RevisionState *badEnd = state.revision(state.created.bad);
    const Tally badTally = badEnd != nullptr ? badEnd->tally : Tally{};
    std::vector<RevisionState *> inRange;
    for (auto &[id, revision] : state.revisions) {
        revision.infrastructure = failsOutside(revision.tally);
        const int asked = revision.runsAsked - revision.tally.ended();
        revision.runsWanted = std::max(revision.tally.ended(), revision.runsAsked);
        revision.runsMissing = std::max(0, asked);
        if (isBroken(state, revision) && revision.judged != Verdict::Skip) {
            revision.automatic = Verdict::Skip;
            revision.runsMissing = 0;
            if (revision.tally.boot > 0) {
                revision.reason = countText(revision.tally) + QStringLiteral(": it cannot be tested.");
            }
            continue;
        }
        if (isEnd(state, id) && isOnlyTold(revision)) {
            takeFromLog(revision);
        } else if (id == state.created.bad) {
            judgeBadEnd(revision);
        } else if (state.created.goods.contains(id) || (state.seeksGoodEnd() && state.release(id) != nullptr)) {
            const bool isFix = state.setup().kernel.find == Find::Fix;
            judgeAlone(revision, revision.tally, badTally, goodEndIsBad, isFix ? goodEndProven : goodEndTrusted);
        } else if (const bool isRevert = state.revertThatMade(id) != nullptr; isRevert || isFork(state, id)) {
            const RevisionState *twin = revision.twin ? state.revision(*revision.twin) : nullptr;
            const double accepted = isRevert ? 1 - state.setup().search.confidence() : goodEndProven;
            judgeAlone(revision, (twin != nullptr ? *twin : revision).tally, badTally, outsiderIsBad, accepted);
        } else {
            revision.automatic = Verdict::Undecided;
            inRange.push_back(&revision);
        }
    }
    const search::Belief belief = state.search->bayes.belief(observationsOf(state));
    const Forks forks(state);
    for (RevisionState *revision : inRange) {
        if (forks.past(revision->id) != Past::HadBug) {
            judgeApart(*revision, badTally);
        } else if (const auto node = state.search->nodeOf(revision->id); node && belief.possible()) {
            judgeInRange(state, *revision, belief.presence()[*node]);
        }
    }
}

} // namespace culprit::session
