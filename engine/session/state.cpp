// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/state.h"

#include "engine/session/doubt.h"
#include "engine/session/undo.h"
#include "engine/session/verdictpolicy.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace culprit::session
{

namespace
{

RevisionState &revisionOf(SessionState &state, const ObjectId &id)
{
    const auto [found, isNew] = state.revisions.try_emplace(id);
    found->second.id = id;
    return found->second;
}

/// A revision that something happened to takes its place in the order.
RevisionState &touched(SessionState &state, const ObjectId &id)
{
    RevisionState &revision = revisionOf(state, id);
    if (std::ranges::find(state.order, id) == state.order.end()) {
        state.order.push_back(id);
    }
    return revision;
}

void apply(SessionState &state, const Event &event, const SessionCreated &created)
{
    if (state.createdAt != 0 || state.last != EventSeq{}) {
        return;
    }
    state.created = created;
    state.createdAt = event.time;
    revisionOf(state, created.bad);
    for (const ObjectId &good : created.goods) {
        revisionOf(state, good);
    }
}

void apply(SessionState &state, const Event &, const EngineStarted &started)
{
    for (auto &[id, run] : state.runs) {
        if (!run.ended) {
            run.ended.emplace();
            run.ended->run = id;
            run.ended->outcome = Outcome::Cancelled;
            run.ended->reason = QStringLiteral("the program ended before the run did");
        } else if (run.ended->outcome == Outcome::InfraFailed) {
            // Whoever starts again has mended what failed, or wants to try: such runs are to be had anew.
            run.ended->outcome = Outcome::Cancelled;
            run.ended->reason = QStringLiteral("set aside when the engine started again: ") + run.ended->reason;
        }
    }
    for (auto &[id, build] : state.builds) {
        if (!build.ended) {
            build.ended.emplace();
            build.ended->build = id;
            build.ended->outcome = BuildOutcome::Cancelled;
            build.ended->cause = QStringLiteral("the program ended before the build did");
        }
    }
    state.engineActive = true;
    state.engine = started;
    state.stopped.reset();
}

void apply(SessionState &state, const Event &, const EngineStopped &stopped)
{
    state.engineActive = false;
    state.stopped = stopped;
}

/// The first one counts: builds that are there already began with it.
void apply(SessionState &state, const Event &, const ConfigMade &made)
{
    if (!state.config) {
        state.config = made;
    }
}

void apply(SessionState &state, const Event &event, const BuildStarted &started)
{
    if (!started.build || !state.builds.try_emplace(started.build, BuildState{started, event.time, {}}).second) {
        return;
    }
    touched(state, started.revision).builds.push_back(started.build);
}

void apply(SessionState &state, const Event &, const BuildEnded &ended)
{
    const auto found = state.builds.find(ended.build);
    if (found != state.builds.end() && !found->second.ended && ended.outcome != BuildOutcome::Running) {
        found->second.ended = ended;
        if (!ended.maskedSignature.isEmpty()) {
            state.search.search = reweighed(state);
        }
    }
}

void apply(SessionState &state, const Event &event, const RunStarted &started)
{
    RunState run{.started = started, .startedAt = event.time, .ended = {}, .read = {}, .judged = {}};
    const auto [found, isNew] =
        started.run ? state.runs.try_emplace(started.run, std::move(run)) : std::pair(state.runs.end(), false);
    if (!isNew) {
        return;
    }
    RevisionState &revision = touched(state, started.revision);
    revision.runs.push_back(started.run);
    found->second.number = static_cast<int>(revision.runs.size());
}

void apply(SessionState &state, const Event &, const RunEnded &ended)
{
    const auto found = state.runs.find(ended.run);
    if (found != state.runs.end() && !found->second.ended && ended.outcome != Outcome::Running) {
        found->second.ended = ended;
    }
}

void apply(SessionState &state, const Event &, const GoodEndFound &found)
{
    if (state.release(found.release.commit) != nullptr) {
        revisionOf(state, found.release.commit);
        state.goodEnd = found;
        state.weighed.reset(); // it counts the commits of another range
        state.search.search.reset();
    }
}

void apply(SessionState &state, const Event &, const RevertMade &made)
{
    std::erase_if(state.reverts, [&made](const RevertMade &before) {
        return before.culprit == made.culprit && before.tip == made.tip;
    });
    state.reverts.push_back(made);
}

void apply(SessionState &state, const Event &, const CommitsWeighed &weighed)
{
    state.weighed = weighed;
    state.search.search = reweighed(state);
}

void apply(SessionState &state, const Event &, const ReportRead &read)
{
    const auto found = state.runs.find(read.run);
    if (found != state.runs.end() && found->second.ended) {
        found->second.read = read;
    }
}

void apply(SessionState &state, const Event &, const RecipientsFound &found)
{
    state.recipients = found;
}

void apply(SessionState &state, const Event &, const LogImported &imported)
{
    if (state.imported) {
        return;
    }
    state.imported = imported;
    for (const LogImported::Told &told : imported.told) {
        touched(state, told.revision).told = told;
    }
    state.search.search.reset(); // to be made anew, with the commits that the log hides
}

void apply(SessionState &state, const Event &event, const VerdictJudged &judgement)
{
    touched(state, judgement.revision);
    state.judgements.push_back(event);
}

void apply(SessionState &state, const Event &event, const OutcomeJudged &judgement)
{
    if (state.runs.contains(judgement.run) && judgement.outcome != Outcome::Running) {
        state.judgements.push_back(event);
    }
}

void apply(SessionState &state, const Event &event, const TitleJudged &judgement)
{
    if (!judgement.title.isEmpty()) {
        state.judgements.push_back(event);
    }
}

void apply(SessionState &state, const Event &event, const RetestAsked &judgement)
{
    constexpr int mostRuns = 10'000;
    if (judgement.runs > 0 && judgement.runs <= mostRuns) {
        touched(state, judgement.revision);
        state.judgements.push_back(event);
    }
}

void apply(SessionState &state, const Event &event, const RangeSkipped &judgement)
{
    if (!judgement.revisions.isEmpty() && judgement.revisions.size() <= RangeSkipped::mostRevisions) {
        for (const ObjectId &revision : judgement.revisions) {
            touched(state, revision);
        }
        state.judgements.push_back(event);
    }
}

void apply(SessionState &state, const Event &event, const Undone &undone)
{
    if (Undo(state.judgements).holds(undone.target)) {
        state.judgements.push_back(event);
    }
}

void fold(SessionState &state, const Event &event)
{
    if (event.seq <= state.last) {
        return;
    }
    std::visit([&state, &event](const auto &payload) { apply(state, event, payload); }, event.payload);
    state.last = event.seq;
    state.lastAt = event.time;
}

} // namespace

const RevisionState *SessionState::revision(const ObjectId &id) const
{
    const auto found = revisions.find(id);
    return found == revisions.end() ? nullptr : &found->second;
}

const Release *SessionState::release(const ObjectId &id) const
{
    const auto found = std::ranges::find(created.releases, id, &Release::commit);
    return found == created.releases.end() ? nullptr : &*found;
}

ObjectId SessionState::newestEnd() const
{
    return setup().kernel.find == Find::Fix && !created.goods.isEmpty() ? created.goods.front() : created.bad;
}

const RevertMade *SessionState::revertOf(const ObjectId &culprit) const
{
    const ObjectId tip = newestEnd();
    const auto found = std::ranges::find_if(
        reverts, [&](const RevertMade &made) { return made.culprit == culprit && made.tip == tip; });
    return found == reverts.end() ? nullptr : &*found;
}

const RevertMade *SessionState::revertThatMade(const ObjectId &id) const
{
    const auto found = std::ranges::find(reverts, id, &RevertMade::commit);
    return found == reverts.end() || id.isNull() ? nullptr : &*found;
}

const BuildState *SessionState::builtBy(const ObjectId &id) const
{
    const RevisionState *tested = revision(id);
    if (tested == nullptr) {
        return nullptr;
    }
    for (const BuildId build : std::views::reverse(tested->builds)) {
        const BuildState &state = builds.at(build);
        if (state.outcome() == BuildOutcome::Built) {
            return &state;
        }
    }
    return nullptr;
}

const history::CommitInfo *SessionState::commit(const ObjectId &id) const
{
    if (!range) {
        return nullptr;
    }
    if (range->bad.id == id) {
        return &range->bad;
    }
    for (const std::vector<history::CommitInfo> *commits : {&range->goods, &range->commits}) {
        const auto found = std::ranges::find(*commits, id, &history::CommitInfo::id);
        if (found != commits->end()) {
            return &*found;
        }
    }
    const auto fork = std::ranges::find(range->forks, id, [](const history::Fork &at) { return at.commit.id; });
    return fork != range->forks.end() ? &fork->commit : nullptr;
}

QString RunState::reportText() const
{
    return read && !read->report.isEmpty() ? read->report : ended ? ended->report : QString();
}

bool SessionState::isHit(const RunState &run) const
{
    if (run.outcome() != Outcome::Crashed) {
        return false;
    }
    const auto title = run.ended ? titles.find(run.ended->title) : titles.end();
    // Without a title only a person can have called it a crash, and meant the bug.
    return title != titles.end() ? title->second.relevance() == Relevance::Target : run.judged.has_value();
}

const RunState *SessionState::representativeHit(const ObjectId &id) const
{
    const RevisionState *tested = revision(id);
    if (tested == nullptr) {
        return nullptr;
    }
    std::map<QString, int> counts;
    std::vector<const RunState *> hits;
    for (const RunId run : tested->runs) {
        if (const RunState &hit = runs.at(run); isHit(hit) && hit.ended) {
            ++counts[hit.ended->title];
            hits.push_back(&hit);
        }
    }
    const auto worth = [&counts](const RunState *hit) {
        return std::pair(counts.at(hit->ended->title), hit->read.has_value());
    };
    const auto best = std::ranges::max_element(hits, {}, worth);
    return best == hits.end() ? nullptr : *best;
}

QString SessionState::nameOf(const ObjectId &id) const
{
    QString hash = QString::fromStdString(id.shortHex());
    const history::CommitInfo *info = commit(id);
    if (info == nullptr) {
        if (const RevertMade *made = revertThatMade(id)) {
            return QStringLiteral("%1 with %2 reverted")
                .arg(nameOf(made->tip), QString::fromStdString(made->culprit.shortHex()));
        }
        const Release *tried = release(id);
        return tried != nullptr ? tried->tag : hash;
    }
    if (!info->tags.empty()) {
        return QString::fromStdString(info->tags.front());
    }
    return info->subject.empty()
               ? hash
               : hash + QStringLiteral(" (\"") + QString::fromStdString(info->subject) + QStringLiteral("\")");
}

namespace
{

/// The release with its range becomes the good end; without one there is none.
void setGoodEnd(SessionState &state, const GoodEndFound *found)
{
    state.created.goods = found != nullptr ? QList{found->release.commit} : QList<ObjectId>();
    const SharedRange range = found != nullptr ? state.ranges.found.at(found->release.commit) : state.ranges.first;
    if (state.range != range) {
        state.range = range;
        state.search.search.reset();
    }
}

/// A good end that was found is one for as long as it is good by itself, whatever would follow from its being the end.
void deriveWithGoodEnd(SessionState &state)
{
    if (state.goodEnd) {
        const ObjectId &release = state.goodEnd->release.commit;
        SessionState without = state;
        setGoodEnd(without, nullptr);
        derive(without);
        if (without.revision(release)->verdict() != Verdict::Good || !state.ranges.found.contains(release)) {
            state = std::move(without);
            return;
        }
        setGoodEnd(state, &*state.goodEnd);
    }
    derive(state);
}

} // namespace

SessionState fold(std::span<const Event> events, const Ranges &ranges)
{
    SessionState state;
    state.range = ranges.first;
    state.ranges = ranges;
    for (const Event &event : events) {
        fold(state, event);
    }
    deriveWithGoodEnd(state);
    return state;
}

SessionState extend(SessionState state, const Event &event)
{
    fold(state, event);
    deriveWithGoodEnd(state);
    return state;
}

} // namespace culprit::session
