// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/verdictstyle.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace culprit::widgets
{

using history::CommitIndex;
using history::ObjectId;

/// What the engine is about to do or does with a revision.
enum class Stage : std::uint8_t { None, Next, Building, Testing };

/// "next", "building", "testing": translated; empty for None.
[[nodiscard]] QString word(Stage stage);

/// "1a2b3c4d5e6f".
[[nodiscard]] QString shortHash(const ObjectId &id);

/// What the history shows of one commit.
struct CommitMark {
    Mark mark = Mark::Untested;
    Stage stage = Stage::None;
    bool candidate = true; ///< still suspect
    bool tested = false;   ///< was run, or has a verdict
    bool operator==(const CommitMark &) const = default;
};

/// A snapshot as the range shows it: a mark for every commit. Places count as in CommitRange::commits, then
/// CommitRange::goods. 20,000 commits take some ms.
class RangeMarks final
{
public:
    RangeMarks() = default;
    explicit RangeMarks(const conductor::SnapshotPtr &snapshot) { update(snapshot); }

    /// Takes over a snapshot; true if its range is another one than before.
    bool update(const conductor::SnapshotPtr &snapshot);

    [[nodiscard]] const conductor::SnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] const history::CommitRange *range() const { return m_range.get(); }
    [[nodiscard]] CommitIndex size() const { return static_cast<CommitIndex>(m_marks.size()); }
    [[nodiscard]] const std::vector<CommitMark> &marks() const { return m_marks; }
    [[nodiscard]] const CommitMark &mark(CommitIndex place) const { return m_marks[place]; }
    [[nodiscard]] const history::CommitInfo &commit(CommitIndex place) const;
    [[nodiscard]] std::optional<CommitIndex> find(const ObjectId &id) const;
    /// Null for a commit that nothing happened to.
    [[nodiscard]] const session::RevisionState *revision(CommitIndex place) const;

    /// The revision that the window is about: under test, else in work, else next, else the culprit.
    [[nodiscard]] std::optional<CommitIndex> current() const;
    [[nodiscard]] int candidates() const; ///< how many commits are still suspect

    /// The chance that a commit is the culprit, where the session searches by probability.
    [[nodiscard]] std::optional<double> suspicion(CommitIndex place) const;
    /// Null unless the session searches by probability, and for a plan that is of another range.
    [[nodiscard]] const conductor::Doubt *doubt() const;

    /// The runs of a revision as marks, in their order; those that were cancelled left out.
    [[nodiscard]] std::vector<Mark> runMarks(CommitIndex place) const;
    /// "6/10": of the runs that ended, how many show the bug; "" without any.
    [[nodiscard]] QString runsText(CommitIndex place) const;
    /// The whole commit in a sentence, for tool tips and screen readers.
    [[nodiscard]] QString describe(CommitIndex place) const;

private:
    using Places = std::unordered_map<ObjectId, CommitIndex>;

    void index();
    void inferVerdicts();
    void markCandidates();
    void markRevisions();
    void markStages();
    void setStage(const ObjectId &id, Stage stage);

    conductor::SnapshotPtr m_snapshot;
    std::shared_ptr<const history::CommitRange> m_range;
    std::shared_ptr<const Places> m_places; ///< shared by copies: it lives as long as the range
    std::vector<CommitMark> m_marks;
};

} // namespace culprit::widgets
