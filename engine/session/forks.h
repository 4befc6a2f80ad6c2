// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace culprit::session
{

/// Whether a revision ever had the bug, which a silent one must have had to count as fixed.
enum class Past {
    HadBug,
    NeverHadBug, ///< its branch left the history before the bug came: it counts as not fixed and cannot be the fix
    Unknown,     ///< tests of forks will tell
    Untellable   ///< the forks that would tell cannot be tested
};

/// Where a fix is sought: what the verdicts tell of the forks of the range, and of each revision by them. A revision
/// had the bug if it contains the bad end, one that showed the bug or that a person judged good or bad, or if a fork
/// that it contains has the bug; it never had it if none of its forks has. A fork has the bug if one that it contains
/// has, and lacks it if one that contains it does.
/// In a session without forks every revision had the bug.
class Forks final
{
public:
    explicit Forks(const SessionState &state);

    [[nodiscard]] Past past(history::CommitIndex commit) const;
    [[nodiscard]] Past past(const ObjectId &id) const; ///< of a revision of the state

    /// Those that a commit contains.
    [[nodiscard]] std::vector<ObjectId> forksOf(history::CommitIndex commit) const;
    /// The fork of a commit of unknown past that tells most of it.
    [[nodiscard]] std::optional<ObjectId> toTest(history::CommitIndex commit) const;
    /// The verdict as a search takes it: one of Good says that the revision is fixed, Bad that it is not.
    [[nodiscard]] Verdict counted(const RevisionState &revision) const;
    /// What a past other than HadBug means for a revision, a sentence; else empty.
    [[nodiscard]] QString meaning(history::CommitIndex commit) const;
    [[nodiscard]] QString meaning(const ObjectId &id) const;

private:
    void askVerdicts();
    void askRevisions();
    void infer();
    [[nodiscard]] Past pastByForks(history::CommitIndex commit) const;

    const SessionState &m_state;
    std::vector<std::vector<std::uint32_t>> m_forksOf; ///< for each commit of the range; empty without forks
    std::vector<Verdict> m_at;                         ///< whether each fork has the bug
    std::vector<bool> m_had;                           ///< commits that had it whatever their forks say
    std::map<ObjectId, history::CommitIndex> m_places; ///< of the state's revisions
};

/// Says of the revisions in a state whose verdicts are derived what their past means, and skips silent ones whose past
/// nobody can tell.
void sayWhatForksTell(SessionState &state);

/// A revision outside the range where branches of it begin.
[[nodiscard]] bool isFork(const SessionState &state, const ObjectId &id);

/// The state's revisions that are forks or on their branches: those that do not contain the bad end.
[[nodiscard]] std::set<ObjectId> apartFromBadEnd(const SessionState &state);

} // namespace culprit::session
