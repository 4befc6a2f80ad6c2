// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"
#include "engine/session/ranges.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace culprit::session
{

struct BuildState {
    BuildStarted started;
    qint64 startedAt = 0;            ///< ms since 1970
    std::optional<BuildEnded> ended; ///< an engine's death ends it as cancelled
    [[nodiscard]] BuildOutcome outcome() const { return ended ? ended->outcome : BuildOutcome::Running; }
    bool operator==(const BuildState &) const = default;
};

struct RunState {
    RunStarted started;
    qint64 startedAt = 0;
    int number = 0;                 ///< of the revision's runs, from 1
    std::optional<RunEnded> ended;  ///< an engine's death ends it as cancelled
    std::optional<ReportRead> read; ///< the latest
    std::optional<Outcome> judged;
    [[nodiscard]] Outcome machineOutcome() const { return ended ? ended->outcome : Outcome::Running; }
    [[nodiscard]] Outcome outcome() const { return judged.value_or(machineOutcome()); }
    /// Of the crash, with source positions if they were found; empty if there is none.
    [[nodiscard]] QString reportText() const;
    bool operator==(const RunState &) const = default;
};

/// How many runs of a revision ended in what, cancelled ones left out.
struct Tally {
    int target = 0; ///< crashes that count: their title is of the session's bug
    int ok = 0;
    int other = 0; ///< crashes with an unrelated or undecided title
    int boot = 0;  ///< boot failed or test failed
    int infra = 0;
    int running = 0;
    [[nodiscard]] int ended() const { return target + ok + other + boot + infra; }
    bool operator==(const Tally &) const = default;
};

struct RangeSearch;

/// Follows from the range and the setup alone, so that states compare without it.
struct SharedSearch {
    std::shared_ptr<const RangeSearch> search;

    [[nodiscard]] const RangeSearch *operator->() const { return search.get(); }
    [[nodiscard]] explicit operator bool() const { return search != nullptr; }
    bool operator==(const SharedSearch &) const { return true; }
};

/// A verdict that a person holds for likely without being sure of it.
struct Thought {
    Verdict verdict = Verdict::Undecided; ///< good or bad
    int odds = 1;                         ///< to 1 that it is right
    bool operator==(const Thought &) const = default;
};

struct RevisionState {
    ObjectId id;
    std::vector<BuildId> builds;
    std::vector<RunId> runs;
    Tally tally;
    int runsWanted = 0;             ///< for a verdict, by the policy and the user's wishes
    int runsMissing = 0;            ///< as PolicyVerdict says
    int runsAsked = 0;              ///< a person wants this many runs in all; 0: none asked for
    bool infrastructure = false;    ///< as PolicyVerdict says
    std::optional<double> presence; ///< chance that the bug is there, where the session searches by probability
    /// A revision with the very same kernel, by its signature, and with runs: they count for this one, which has none.
    std::optional<ObjectId> twin;
    Verdict automatic = Verdict::Undecided;
    std::optional<Verdict> judged;
    std::optional<Thought> thought;        ///< counts among the evidence for `automatic`; not beside `judged`
    QString reason;                        ///< of the automatic verdict: counts and rule in words
    QString note;                          ///< of the judgement
    std::optional<LogImported::Told> told; ///< by the log that the session was imported from
    [[nodiscard]] Verdict verdict() const { return judged.value_or(automatic); }
    bool operator==(const RevisionState &) const = default;
};

struct TitleState {
    QString title;
    QString type;
    QStringList alternatives;
    Relevance automatic = Relevance::Undecided;
    std::optional<Relevance> judged;
    QString reason; ///< of the automatic relevance, a sentence
    int runs = 0;   ///< in which it came
    std::vector<ObjectId> revisions;
    [[nodiscard]] Relevance relevance() const { return judged.value_or(automatic); }
    bool operator==(const TitleState &) const = default;
};

/// A session as its events tell it. Everything here follows from events (and the range they name); nothing else is
/// kept.
struct SessionState {
    SessionCreated created; ///< with the good end that was found, while it is one, among its goods
    SharedRange range;      ///< the one of `ranges` that goes with its goods; null: unknown
    Ranges ranges;
    SharedSearch search; ///< null unless the session searches by probability
    EventSeq last;       ///< the last event folded in
    qint64 createdAt = 0;
    qint64 lastAt = 0;

    std::map<BuildId, BuildState> builds;
    std::map<RunId, RunState> runs;
    std::map<ObjectId, RevisionState> revisions; ///< those that were built, run or judged, and the ends
    std::map<QString, TitleState> titles;
    std::optional<GoodEndFound> goodEnd;       ///< the latest, whether or not it still counts
    std::vector<RevertMade> reverts;           ///< the latest of each culprit and tip
    std::optional<ConfigMade> config;          ///< where the setup asks for one to be made
    std::optional<CommitsWeighed> weighed;     ///< the latest since goodEnd
    std::optional<RecipientsFound> recipients; ///< the latest; may be of a commit that is the culprit no more
    std::optional<LogImported> imported;       ///< where the session comes from another program's log
    std::vector<ObjectId> order;               ///< of the revisions, as they were first built or judged

    bool engineActive = false;            ///< an engine started and has not said that it stopped
    std::optional<EngineStarted> engine;  ///< the latest
    std::optional<EngineStopped> stopped; ///< the latest, if no engine started since
    bool flaky = false; ///< the bad revisions crash in less than half of their runs: later ones get more runs

    std::vector<Event> judgements; ///< all, in order, those taken back too; what holds is told by undo.h

    std::optional<EventSeq> undoable; ///< the judgement that undo takes back
    std::optional<EventSeq> redoable; ///< the Undone that redo takes back

    [[nodiscard]] const Setup &setup() const { return created.setup; }
    [[nodiscard]] const RevisionState *revision(const ObjectId &id) const;
    /// No good end is known yet: releases are tried.
    [[nodiscard]] bool seeksGoodEnd() const { return created.goods.isEmpty() && !created.releases.isEmpty(); }
    /// One that is tried, or was; null for all else.
    [[nodiscard]] const Release *release(const ObjectId &id) const;
    /// The end of the range that all others lie behind.
    [[nodiscard]] ObjectId newestEnd() const;
    /// What is known of the culprit's revert on the newest end; null: nothing yet.
    [[nodiscard]] const RevertMade *revertOf(const ObjectId &culprit) const;
    /// The one that made this commit; null for all that is no revert.
    [[nodiscard]] const RevertMade *revertThatMade(const ObjectId &id) const;
    /// The newest successful build of a revision, if there is one.
    [[nodiscard]] const BuildState *builtBy(const ObjectId &id) const;
    /// A commit of the range, one of its ends or forks; null if it is none of them.
    [[nodiscard]] const history::CommitInfo *commit(const ObjectId &id) const;
    /// Whether the run counts as a crash with the session's bug.
    [[nodiscard]] bool isHit(const RunState &run) const;
    /// Of a revision's hits the one that stands for them: the first with the most frequent title, if possible one whose
    /// report was read. Null if there is no hit.
    [[nodiscard]] const RunState *representativeHit(const ObjectId &id) const;
    /// The tag if a commit has one or is a release that is tried, else the short hash and, if it is known, the subject
    /// in quotes; of a revert "v6.9 with 1a2b3c4d5e6f reverted"; for sentences.
    [[nodiscard]] QString nameOf(const ObjectId &id) const;

    bool operator==(const SessionState &) const = default;
};

/// The state after `events`, in their order. Events that make no sense where they stand (a run's end without its start)
/// are passed over: a hand-edited file still opens.
[[nodiscard]] SessionState fold(std::span<const Event> events, const Ranges &ranges);

/// The same, one event more; of a GoodEndFound, its range is already among state.ranges. fold(a+b) == extend(fold(a),
/// b).
[[nodiscard]] SessionState extend(SessionState state, const Event &event);

} // namespace culprit::session
