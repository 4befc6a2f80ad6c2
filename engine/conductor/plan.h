// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/explain.h"
#include "engine/session/state.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace culprit::conductor
{

using history::ObjectId;

enum class Phase { BadIsBad, GoodIsGood, Bisect, Confirm, Done };

/// "Bad is bad", "Good is good", "Bisect", "Confirm", "Done".
[[nodiscard]] QString word(Phase phase);

/// What a search by probability knows, and what it does besides the next test.
struct Doubt {
    std::vector<double> culprit;   ///< for each commit of the range, in its order, the chance that it is the culprit
    std::vector<double> presence;  ///< and that the bug is there
    double confidence = 0;         ///< that the culprit is among the leading commits
    double asked = 0;              ///< the confidence that the session asks for
    double endsAt = 0;             ///< and that which ends the search, see search::endsAt()
    std::vector<ObjectId> leading; ///< the likeliest commit and those that no kernel can tell from it
    search::RateEstimate rate;     ///< how often the bug shows where it is
    double bits = 0;               ///< that the next visit is expected to tell about the culprit
    search::Prospects prospects;   ///< of the next batch of runs; of Test in the phase Bisect
    search::ToGo toGo;
    std::optional<ObjectId>
        support;               ///< the tested revision that the leading answer leans on most, once there is an end
    double withoutSupport = 0; ///< chance of the leading answer without it

    std::vector<ObjectId> goOn;        ///< revisions whose runs may end although another one is tested now
    std::optional<ObjectId> meanwhile; ///< built, worth runs while `revision` is being built
    int meanwhileRuns = 0;

    bool operator==(const Doubt &) const = default;
};

/// What to do next and why. A pure function of the session's state.
struct Plan {
    enum class Action {
        Test,       ///< build `revision` if it is not built, and run it `runsMissing` times
        ReadRange,  ///< `revision` is a release without the bug: the commits since it are to be searched
        MakeRevert, ///< `culprit` is to be reverted on `revision`, the newest end
        Finished,   ///< `culprit`, or `candidates` if skipped revisions leave several
        NeedsPerson ///< no evidence that the machine can get would help; `reason` says what would
    };
    Action action = Action::NeedsPerson;
    Phase phase = Phase::BadIsBad;
    ObjectId revision;   ///< of Test, ReadRange, MakeRevert; of NeedsPerson where it is all that a verdict is needed of
    int runsMissing = 0; ///< of Test
    std::vector<ObjectId> ahead; ///< what the next step may test, by the answer of this one: worth building meanwhile
    std::vector<ObjectId> candidates; ///< still suspect, in the range's order
    std::size_t remaining = 0;        ///< "revisions left to test after this", as git bisect counts them
    int steps = 0;                    ///< "roughly N steps", as git bisect counts them
    std::optional<ObjectId> culprit;  ///< known once Bisect ends; doubtful until `confirmed`
    bool confirmed = false;           ///< culprit and parents stood their second test
    QString reason;                   ///< one or two sentences
    std::optional<Doubt> doubt;       ///< where the session searches by probability

    bool operator==(const Plan &) const = default;
};

[[nodiscard]] Plan planFor(const session::SessionState &state);

/// What a judgement would change, shown before it is made.
struct Preview {
    Plan before;
    Plan after;
    int cachedBuilds = 0;           ///< revisions of the plan after that are already built
    std::vector<QString> conflicts; ///< pairs that contradict each other, a sentence each
    QString text;                   ///< "good -> bad: 38 candidates -> 9, next 1a2b3c4d5e6f, 1 cached build reused"
};

[[nodiscard]] Preview previewOf(const session::SessionState &state, const session::Payload &judgement);

} // namespace culprit::conductor
