// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/commitview.h"

#include <random>

/// Made-up sessions for the widgets' tests and the gallery.
namespace culprit::sample
{

[[nodiscard]] history::ObjectId idOf(std::uint32_t number);

/// One commit on top of the other.
[[nodiscard]] std::shared_ptr<const history::CommitRange> lineRange(std::uint32_t commits);
/// A range of random shape: every commit but the first has one to three parents before it, now and then outside.
[[nodiscard]] std::shared_ptr<const history::CommitRange> randomRange(std::uint32_t commits, std::uint32_t seed);
/// Merge-heavy: topic branches of some commits that fork from a main line and come back.
[[nodiscard]] std::shared_ptr<const history::CommitRange> kernelRange(std::uint32_t commits, std::uint32_t seed);

/// A small patch of two files, with its message.
[[nodiscard]] widgets::CommitText commitText();

/// Builds a snapshot step by step.
class Session final
{
public:
    explicit Session(std::shared_ptr<const history::CommitRange> range);

    /// Adds ended runs: the first `crashes` of them hit the bug.
    Session &runs(std::uint32_t place, int crashes, int all, session::Verdict verdict);
    Session &judge(std::uint32_t place, session::Verdict verdict);
    Session &testing(std::uint32_t place, int ended, int wanted);
    Session &candidates(std::uint32_t first, std::uint32_t last);
    Session &culprit(std::uint32_t place);
    /// Searches by probability: so likely is each commit, the oldest first, the culprit.
    Session &doubt(std::vector<double> chances);
    /// No good end is known: the range has its bad end only, and releases in place of good ends.
    Session &seekGoodEnd();
    /// The first of the releases is good: the range down to it.
    Session &findGoodEnd(std::shared_ptr<const history::CommitRange> range);
    [[nodiscard]] conductor::SnapshotPtr snapshot() const;

private:
    session::RevisionState &revision(std::uint32_t place);
    void addRun(session::RevisionState &revision, std::optional<session::Outcome> outcome);

    session::SessionState m_state;
    conductor::Plan m_plan;
    conductor::Activity m_activity;
    std::int64_t m_nextRun = 1;
};

} // namespace culprit::sample
