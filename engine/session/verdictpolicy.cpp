// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/verdictpolicy.h"

#include "engine/session/doubt.h"
#include "engine/session/forks.h"
#include "engine/session/imported.h"
#include "engine/session/relevance.h"
#include "engine/session/undo.h"

#include <algorithm>
#include <limits>
#include <map>
#include <ranges>
#include <set>
#include <utility>

namespace culprit::session
{

namespace
{

/// The thresholds for `total` runs, so many of which failed outside the kernel.
struct Thresholds {
    int good = 0;       ///< runs that end well
    int bad = 0;        ///< hits
    int conclusive = 0; ///< hits and runs that end well together, for bad

    Thresholds(int total, int infra, bool flaky)
        : good(std::max(1, flaky ? total * 3 / 4 : total / 2)),
          bad(total == 1 ? 1 : std::max(2, (total - infra) / 6)),
          conclusive(total / 2)
    {
    }
};

QString counts(const Tally &tally)
{
    QStringList parts{QStringLiteral("%1 hit the bug").arg(tally.target),
                      QStringLiteral("%1 ended well").arg(tally.ok)};
    const auto add = [&parts](int count, const QString &what) {
        if (count > 0) {
            parts += QString::number(count) + what;
        }
    };
    add(tally.other, QStringLiteral(" crashed otherwise"));
    add(tally.boot, QStringLiteral(" did not boot or start the test"));
    add(tally.infra, QStringLiteral(" failed outside the kernel"));
    return parts.join(QStringLiteral(", "));
}

/// The rule for runs that have all ended.
PolicyVerdict ruled(const Tally &tally, int total, bool flaky)
{
    const Thresholds wanted(total, tally.infra, flaky);
    const int skipped = total - tally.target - tally.ok - tally.infra;
    PolicyVerdict verdict;
    if (tally.target == 0 && tally.ok >= wanted.good) {
        verdict.verdict = Verdict::Good;
    } else if (tally.target >= wanted.bad && tally.target + tally.ok >= wanted.conclusive) {
        verdict.verdict = Verdict::Bad;
    } else if (tally.infra > skipped) {
        verdict.infrastructure = true;
    } else {
        verdict.verdict = Verdict::Skip;
    }
    return verdict;
}

/// What `missing` more runs could still lead to; errs towards waiting for them.
struct Outlook {
    bool good = false;
    bool bad = false;
    bool infrastructure = false;
    bool skip = false;

    Outlook(const Tally &tally, int total, int missing, bool flaky)
    {
        const Thresholds wanted(total, tally.infra, flaky);
        const int skipped = tally.other + tally.boot;
        const bool badAlready = tally.target >= wanted.bad && tally.target + tally.ok >= wanted.conclusive;
        good = tally.target == 0 && tally.ok + missing >= wanted.good;
        bad = tally.target + missing >= wanted.bad && tally.target + tally.ok + missing >= wanted.conclusive;
        infrastructure = !badAlready && tally.infra + missing > skipped;
        skip = !badAlready && skipped + missing >= tally.infra;
    }

    [[nodiscard]] bool isSettled() const { return int{good} + int{bad} + int{infrastructure} + int{skip} == 1; }
};

QString reasonFor(const PolicyVerdict &verdict, const Tally &tally, int total, bool flaky)
{
    const Thresholds wanted(total, tally.infra, flaky);
    const QString text = QStringLiteral("Of %1 runs %2: ").arg(QString::number(tally.ended()), counts(tally));
    if (verdict.infrastructure) {
        return text +
               QStringLiteral("the machine, not the kernel, failed too often; look at those runs, then ask for more.");
    }
    switch (verdict.verdict) {
    case Verdict::Bad:
        return text + QStringLiteral("bad from %1 hits on.").arg(wanted.bad);
    case Verdict::Good:
        return text + QStringLiteral("good, for that takes %1 that end well and no hit.").arg(wanted.good);
    case Verdict::Skip:
        return text + QStringLiteral("neither bad (%1 hits) nor good (no hit, and %2 that end well).")
                          .arg(wanted.bad)
                          .arg(wanted.good);
    case Verdict::Undecided:
        break;
    }
    return text + QStringLiteral("%1 more wanted.").arg(verdict.runsMissing);
}

} // namespace

PolicyVerdict judgeTally(const Tally &tally, int runsWanted, bool flaky)
{
    const int ended = tally.ended();
    const int total = std::max(runsWanted, ended);
    const int missing = total - ended;
    PolicyVerdict verdict;
    if (total == 0) {
        verdict.reason = QStringLiteral("No run is wanted.");
    } else if (missing == 0) {
        verdict = ruled(tally, total, flaky);
    } else if (Outlook outlook(tally, total, missing, flaky); outlook.isSettled()) {
        verdict.verdict = outlook.bad ? Verdict::Bad : outlook.skip ? Verdict::Skip : Verdict::Undecided;
        verdict.infrastructure = outlook.infrastructure;
    } else {
        verdict.runsMissing = missing;
    }
    if (verdict.reason.isEmpty()) {
        verdict.reason = reasonFor(verdict, tally, total, flaky);
    }
    return verdict;
}

namespace
{

struct Judged {
    std::map<QString, Relevance> titles;
    std::map<ObjectId, int> runsAsked;
};

void apply(SessionState &state, Judged &, const VerdictJudged &judgement)
{
    RevisionState &revision = state.revisions.at(judgement.revision);
    const bool weighs = judgement.verdict == Verdict::Good || judgement.verdict == Verdict::Bad;
    const bool isThought = weighs && judgement.odds > 0 && state.setup().search.strategy == Strategy::Bayes;
    revision.judged = isThought ? std::nullopt : judgement.verdict;
    revision.thought = isThought ? std::optional(Thought{*judgement.verdict, judgement.odds}) : std::nullopt;
    revision.note = judgement.verdict ? judgement.note : QString();
}

void apply(SessionState &state, Judged &, const OutcomeJudged &judgement)
{
    state.runs.at(judgement.run).judged = judgement.outcome;
}

void apply(SessionState &, Judged &judged, const TitleJudged &judgement)
{
    if (judgement.relevance) {
        judged.titles[judgement.title] = *judgement.relevance;
    } else {
        judged.titles.erase(judgement.title);
    }
}

void apply(SessionState &state, Judged &, const RangeSkipped &judgement)
{
    for (const ObjectId &id : judgement.revisions) {
        RevisionState &revision = state.revisions.at(id);
        revision.judged = Verdict::Skip;
        revision.thought.reset();
        revision.note = judgement.note;
    }
}

void apply(SessionState &, Judged &judged, const RetestAsked &judgement)
{
    judged.runsAsked[judgement.revision] += judgement.runs;
}

void apply(SessionState &, Judged &, const auto &) {}

Judged applyJudgements(SessionState &state)
{
    const Undo undo(state.judgements);
    state.undoable = undo.undoable();
    state.redoable = undo.redoable();
    for (auto &[id, revision] : state.revisions) {
        revision.judged.reset();
        revision.thought.reset();
        revision.note.clear();
        revision.runsAsked = 0;
    }
    for (auto &[id, run] : state.runs) {
        run.judged.reset();
    }
    Judged judged;
    for (const Event *event : undo.standing()) {
        std::visit([&state, &judged](const auto &payload) { apply(state, judged, payload); }, event->payload);
        if (const auto *asked = std::get_if<RetestAsked>(&event->payload)) {
            RevisionState &revision = state.revisions.at(asked->revision);
            const auto before = std::ranges::count_if(revision.runs, [&](RunId run) {
                const RunState &started = state.runs.at(run);
                return started.startedAt <= event->time && started.outcome() != Outcome::Cancelled;
            });
            revision.runsAsked = std::max(revision.runsAsked, static_cast<int>(before) + asked->runs);
        }
    }
    return judged;
}

void count(Tally &tally, const RunState &run, const SessionState &state)
{
    switch (run.outcome()) {
    case Outcome::Running:
        tally.running += 1;
        break;
    case Outcome::Ok:
        tally.ok += 1;
        break;
    case Outcome::Crashed:
        (state.isHit(run) ? tally.target : tally.other) += 1;
        break;
    case Outcome::BootFailed:
    case Outcome::TestFailed:
        tally.boot += 1;
        break;
    case Outcome::InfraFailed:
        tally.infra += 1;
        break;
    case Outcome::Cancelled:
        break;
    }
}

/// What the builds say where there can be no runs: a reason, and whether the kernel is to blame.
struct BuildFailure {
    QString reason;
    bool isOfKernel = false;
};

std::optional<BuildFailure> buildFailure(const SessionState &state, const RevisionState &revision)
{
    std::optional<BuildFailure> failure;
    for (const BuildId id : revision.builds) {
        const BuildState &build = state.builds.at(id);
        switch (build.outcome()) {
        case BuildOutcome::Built:
            return std::nullopt;
        case BuildOutcome::Failed:
            failure = {QStringLiteral("It does not build: "), true};
            break;
        case BuildOutcome::InfraFailed:
            failure = {QStringLiteral("Its build failed for reasons outside the kernel: "), false};
            break;
        case BuildOutcome::Running:
            failure.reset();
            continue;
        case BuildOutcome::Cancelled:
            continue;
        }
        failure->reason += build.ended->cause.isEmpty() ? QStringLiteral("see the build log.") : build.ended->cause;
    }
    return failure;
}

/// How sure a hit is on a revision that has the bug, over the bad revisions so far; a verdict that was settled early
/// rests on too few runs to tell alone.
class Flakiness final
{
public:
    explicit Flakiness(int runs) : m_runs(runs) {}

    [[nodiscard]] bool isFlaky() const { return m_flaky; }

    void add(const RevisionState &revision)
    {
        if (revision.verdict() != Verdict::Bad) {
            return;
        }
        m_hits += revision.tally.target;
        m_conclusive += revision.tally.target + revision.tally.ok;
        m_flaky = m_flaky || (m_runs > 1 && m_conclusive >= m_runs && m_hits * 2 < m_conclusive);
    }

private:
    int m_runs;
    int m_hits = 0;
    int m_conclusive = 0;
    bool m_flaky = false;
};

int conclusiveRuns(const RevisionState &revision)
{
    return revision.tally.target + revision.tally.ok + revision.tally.other;
}

/// The ends must prove themselves; any other revision without runs may lean on one with the same kernel, if both
/// contain the bad end of a search for the fix or neither does: a kernel without the bug means fixed for one of them
/// only. A revert leans on others, and no other one on it: what is found out of the culprit must not move the search.
void findTwins(SessionState &state)
{
    const auto signatureOf = [&state](const ObjectId &id) {
        const BuildState *built = state.builtBy(id);
        return built != nullptr ? built->ended->signature : QString();
    };
    const std::set<ObjectId> apart = apartFromBadEnd(state);
    std::map<std::pair<QString, bool>, const RevisionState *> mostRun;
    for (const auto &[id, revision] : state.revisions) {
        const QString signature = signatureOf(id);
        if (signature.isEmpty() || conclusiveRuns(revision) == 0 || state.revertThatMade(id) != nullptr) {
            continue;
        }
        const RevisionState *&most = mostRun[{signature, apart.contains(id)}];
        if (most == nullptr || conclusiveRuns(revision) > conclusiveRuns(*most)) {
            most = &revision;
        }
    }
    for (auto &[id, revision] : state.revisions) {
        const bool isEnd = id == state.created.bad || state.created.goods.contains(id);
        const auto found = mostRun.find({signatureOf(id), apart.contains(id)});
        const bool leans = !isEnd && revision.tally.ended() == 0 && revision.runsAsked == 0 && found != mostRun.end();
        revision.twin = leans ? std::optional(found->second->id) : std::nullopt;
    }
}

/// Where verdicts rest on a revision's own runs: the twin's is this one's too.
void takeFromTwin(const SessionState &state, RevisionState &revision)
{
    const RevisionState &twin = *state.revision(*revision.twin);
    revision.automatic = twin.verdict();
    revision.runsMissing = twin.verdict() == Verdict::Undecided ? revision.runsMissing : 0;
    revision.reason =
        QStringLiteral("Its kernel is the one of %1, whose runs and verdict it shares.").arg(state.nameOf(twin.id));
}

void judge(const SessionState &state, RevisionState &revision, int runsAsked, bool flaky)
{
    const int runs = std::max(1, state.setup().test.runs);
    const bool isEnd = revision.id == state.created.bad || state.created.goods.contains(revision.id);
    revision.runsWanted = (runs > 1 && (isEnd || flaky) ? 2 * runs : runs) + runsAsked;
    PolicyVerdict verdict = judgeTally(revision.tally, revision.runsWanted, flaky);
    if (const std::optional<BuildFailure> failure = buildFailure(state, revision)) {
        verdict.reason = failure->reason;
        if (failure->isOfKernel) {
            verdict.verdict = Verdict::Skip;
            verdict.runsMissing = 0;
        }
    }
    revision.automatic = verdict.verdict;
    revision.reason = verdict.reason;
    revision.runsMissing = verdict.runsMissing;
    revision.infrastructure = verdict.infrastructure;
}

} // namespace

void derive(SessionState &state)
{
    const Judged judged = applyJudgements(state);
    state.titles = titlesOf(state, judged.titles);
    std::vector<RevisionState *> inOrder;
    for (auto &[id, revision] : state.revisions) {
        revision.tally = {};
        revision.presence.reset();
        for (const RunId run : revision.runs) {
            count(revision.tally, state.runs.at(run), state);
        }
        inOrder.push_back(&revision);
    }
    findTwins(state);
    // Flakiness is learnt as the search goes on: what was judged before stays as it was judged.
    std::ranges::stable_sort(inOrder, {}, [](const RevisionState *revision) {
        return revision->runs.empty() ? RunId{std::numeric_limits<std::int64_t>::max()} : revision->runs.front();
    });
    Flakiness flakiness(state.setup().test.runs);
    for (RevisionState *revision : inOrder) {
        const auto asked = judged.runsAsked.find(revision->id);
        judge(state, *revision, asked == judged.runsAsked.end() ? 0 : asked->second, flakiness.isFlaky());
        if (state.revertThatMade(revision->id) == nullptr) {
            flakiness.add(*revision);
        }
    }
    state.flaky = flakiness.isFlaky();
    for (auto &[id, revision] : state.revisions) {
        if (revision.twin) {
            takeFromTwin(state, revision);
        }
    }
    if (!state.search || state.setup().search.strategy != Strategy::Bayes) {
        state.search.search = makeRangeSearch(state);
    }
    if (state.search) {
        state.flaky = false; // no number of runs is fixed that could be doubled
        judgeUnderDoubt(state);
    }
    sayWhatForksTell(state);
    if (state.imported) {
        sayWhatTheLogSays(state);
    }
}

} // namespace culprit::session
