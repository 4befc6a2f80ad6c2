// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

namespace culprit::session
{

/// Writes a session's events as an engine would: a session of 100 commits, the last one bad, the one before the first
/// good.
class Script final
{
public:
    explicit Script(const Setup &setup = {}, Strategy strategy = Strategy::Halving);
    /// Of no known good end: these commits are its releases, in the order in which they are tried.
    explicit Script(const QList<int> &releases, Strategy strategy = Strategy::Halving);

    static ObjectId commit(int number); ///< 0 is the good end, 100 the bad one
    static Release release(int commit); ///< "v40" is commit 40
    static constexpr int bad = 100;

    EventSeq add(const Payload &payload);
    BuildId build(int commit, BuildOutcome outcome = BuildOutcome::Built, const QString &cause = {});
    RunId startRun(int commit);
    RunId run(int commit, Outcome outcome, const QString &title = {}, const QStringList &alternatives = {});
    void runs(int count, int commit, Outcome outcome, const QString &title = {});
    /// The release is good and the range down to it was read.
    void foundGoodEnd(int release);

    [[nodiscard]] SessionState state() const { return fold(m_events, m_ranges); }
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }
    [[nodiscard]] SharedRange range() const { return m_ranges.first; }
    [[nodiscard]] const Ranges &ranges() const { return m_ranges; }

private:
    Ranges m_ranges;
    std::vector<Event> m_events;
    std::int64_t m_builds = 0;
    std::int64_t m_runs = 0;
};

} // namespace culprit::session
