// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <functional>

namespace culprit::conductor
{

/// A session whose builds and runs are told, not made: for the planner, which sees nothing but events.
class ScriptedSession final
{
public:
    /// Commit n (counted from 0, the bad end last) has the parents given, which are smaller; the good end is before 0.
    explicit ScriptedSession(const std::vector<std::vector<history::CommitIndex>> &parents,
                             session::Find find = session::Find::Cause,
                             session::Strategy strategy = session::Strategy::Halving,
                             std::vector<history::Fork> forks = {});
    /// Made of infoOf() any numbers.
    ScriptedSession(history::CommitRange range, session::Find find, session::Strategy strategy);
    /// A line of `size` commits.
    [[nodiscard]] static ScriptedSession line(int size, session::Find find = session::Find::Cause,
                                              session::Strategy strategy = session::Strategy::Halving);

    /// A line of `size` commits without a known good end: these are its releases, newest first.
    [[nodiscard]] static ScriptedSession walk(int size, const QList<int> &releases, session::Strategy strategy);
    /// Any number but -2.
    [[nodiscard]] static history::CommitInfo infoOf(int commit);
    [[nodiscard]] history::ObjectId id(int commit) const; ///< -1: the end outside the range
    [[nodiscard]] int commitOf(const history::ObjectId &id) const;
    [[nodiscard]] const session::SessionState &state() const { return m_state; }
    [[nodiscard]] const std::vector<session::Event> &events() const { return m_events; }

    void wantRevert(); ///< as its setup would
    void add(const session::Payload &payload);
    void findGoodEnd(const history::ObjectId &release); ///< of a walk: the range down to it is read
    void build(const history::ObjectId &id, session::BuildOutcome outcome = session::BuildOutcome::Built,
               const QString &signature = {}, const QString &maskedSignature = {});
    /// One run; an empty title is an ok run.
    void run(const history::ObjectId &id, const QString &title = {});
    void run(const history::ObjectId &id, session::Outcome outcome);

private:
    RunId startRun(const history::ObjectId &id);
    void endRun(RunId run, session::Outcome outcome, const QString &title);

    session::SharedRange m_range; ///< the whole line, also of a walk
    session::SharedRange m_first;
    session::SessionState m_state;
    std::vector<session::Event> m_events;
    std::int64_t m_lastBuild = 0;
    std::int64_t m_lastRun = 0;
};

} // namespace culprit::conductor
