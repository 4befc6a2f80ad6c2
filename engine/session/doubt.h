// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/bayes.h"
#include "engine/session/state.h"

#include <unordered_map>

namespace culprit::session
{

/// Ranges of more commits are searched by halving, whatever the setup says.
inline constexpr std::size_t mostUnderDoubt = 100'000;

/// Chance that an end without the bug has it, after all: below the first the search begins (every silent revision of
/// the range then speaks for that end as well); below the second an answer may rest on it alone.
inline constexpr double goodEndTrusted = 0.02;
inline constexpr double goodEndProven = 0.003;
/// An end that is still in doubt after so many runs stays so.
inline constexpr int mostRunsOfEnd = 120;

/// A session's range as the search under doubt takes it: made once, shared by the states of a session.
struct RangeSearch {
    search::BayesSearch bayes;
    std::unordered_map<ObjectId, search::Node> nodes;
    std::vector<std::uint32_t> groups; ///< for each commit the place of what is said of it, from 1; 0: nothing is
    QStringList reasons;               ///< clauses: "touches fs/exec.c, where the crash is"

    [[nodiscard]] std::optional<search::Node> nodeOf(const ObjectId &id) const;
};

/// Null unless the session searches by probability and its range can be.
[[nodiscard]] std::shared_ptr<const RangeSearch> makeRangeSearch(const SessionState &state);

/// What a commit weighs that lies between two kernels which differ in nothing but what can be line numbers, against one
/// that nothing is said of; in thousandths. Not nothing: a constant that is no line number may hide there, or a change
/// that was taken back in between.
inline constexpr int permilleOfOnlyLines = 50;

/// The state's search, if it has one, with the prior that state.weighed and the masked signatures of its builds say;
/// null if it is to be made anew.
[[nodiscard]] std::shared_ptr<const RangeSearch> reweighed(const SessionState &state);

/// Why a commit is more or less suspicious than others before it is tested.
struct Suspicion {
    double factor = 1; ///< its prior chance against an equal share
    QString reason;    ///< said of the commit: "touches fs/exec.c, where the crash is"
};

/// Nothing if the session does not weigh commits, or nothing is said of this one.
[[nodiscard]] std::optional<Suspicion> suspicionOf(const SessionState &state, const ObjectId &id);

/// What the session has seen, for the search. state.search is set.
[[nodiscard]] search::Observations observationsOf(const SessionState &state);

/// Verdicts by probability, for a state whose tallies are filled and whose search is set. A revision of the range is
/// bad (good) if the bug is there (absent) with 95 %, whatever the runs of the others add to its own. An end proves
/// itself by its own runs: the one with the bug by 3 hits in at least 10 runs, the one without it by silence: see
/// goodEndTrusted; where a fix is sought it is in the range, and must be goodEndProven, as must a fork (see forks.h). A
/// release that may become the good end is judged as one. A revert of the culprit is judged by its own runs too, to the
/// asked confidence.
void judgeUnderDoubt(SessionState &state);

} // namespace culprit::session
