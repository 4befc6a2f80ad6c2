// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"
#include "engine/session/otherrules.h"

#include <array>
#include <optional>
#include <vector>

namespace culprit::conductor
{

/// How sure one verdict is, and what hangs on it.
struct VerdictAudit {
    ObjectId revision;
    /// What is audited: a person's verdict, else an imported log's, else the session's own.
    session::Verdict verdict = session::Verdict::Undecided;
    bool isJudged = false;               ///< by a person
    bool isTold = false;                 ///< by the log that the session was imported from
    bool isInferred = false;             ///< the log does not tell its runs, or not how many there were
    std::optional<double> support;       ///< chance that the verdict is right, by all runs; none for skip and undecided
    std::optional<double> byOthers;      ///< the same if the revision had not been tested
    std::optional<double> answerWithout; ///< chance of the answer if the revision had not been tested
    QString sentence;                    ///< figures in words
    QString remedy;                      ///< what would make sure at the least cost, a sentence; empty if it is sure

    bool operator==(const VerdictAudit &) const = default;
};

/// What syzkaller's rules would have said of the same runs.
struct RulesAudit {
    session::SyzkallerRules rules = session::SyzkallerRules::Of2021;
    std::vector<session::Verdict> verdicts; ///< of Audit::verdicts, in that order
    std::optional<ObjectId> culprit;        ///< what these verdicts leave, if it is one commit
    QString sentence;                       ///< where they end

    bool operator==(const RulesAudit &) const = default;
};

/// A look at all verdicts of a session, whatever strategy it searches by.
struct Audit {
    std::vector<ObjectId> answer; ///< the likeliest culprit by all runs, and those that no kernel can tell from it
    double chance = 0;            ///< of the answer; 0: sure judgements exclude each other
    std::vector<VerdictAudit> verdicts; ///< the weakest first, then skipped and undecided ones
    std::array<RulesAudit, session::allSyzkallerRules.size()> others;

    bool operator==(const Audit &) const = default;
};

/// Takes a belief for each tested revision: some ms each on a usual range, up to a second on 100,000 commits, so for
/// workers. Nothing for a session without a range, or of one that is too large to be searched by probability.
[[nodiscard]] std::optional<Audit> auditOf(const session::SessionState &state);

} // namespace culprit::conductor
