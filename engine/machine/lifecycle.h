// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/agentparser.h"
#include "engine/machine/runrequest.h"
#include "engine/machine/runresult.h"

#include <optional>

namespace culprit::machine
{

/// The rules of a run: what was seen and when decides its state and how it ended. Knows no clock and no process; all
/// times are ms since the start of the run and never go back.
class Lifecycle final
{
public:
    /// `deadlines` are scaled already; `testMs` is what the agent needs if all goes well.
    Lifecycle(const Deadlines &deadlines, qint64 testMs, qint64 heartbeatMs);

    // What was seen
    void monitorReady(qint64 now);
    void output(qint64 now); ///< on either port
    void banner(qint64 now);
    void restores();           ///< a saved machine is loaded, no kernel boots
    void restored(qint64 now); ///< it is to go on where its reproducer starts
    void record(const AgentRecord &record);
    void crash(qint64 now);
    void connectionEnded(qint64 now); ///< the agent's, while the machine lives
    void asked(qint64 now);           ///< a hung guest, by the NMI, for a report
    void guestPanicked();
    void shutdown(const QString &reason) { m_shutdownReason = reason; } ///< QMP's word
    void qemuGone(bool exited, int code);                               ///< after everything it wrote was read
    void end(Ending ending); ///< decided elsewhere: flood, suspended host, cancelled, not started

    enum class Action { None, InjectNmi };
    /// Call often. Applies the deadlines; an ending may be known afterwards.
    [[nodiscard]] Action tick(qint64 now);

    [[nodiscard]] RunState state() const { return m_state; }
    [[nodiscard]] RunState reached() const { return m_reached; }
    [[nodiscard]] std::optional<Ending> ending() const { return m_ending; }
    [[nodiscard]] const QString &shutdownReason() const { return m_shutdownReason; }
    [[nodiscard]] std::optional<int> exitCode() const { return m_exitCode; }
    [[nodiscard]] bool panicked() const { return m_panicked; }

private:
    void enter(RunState state, qint64 now);
    [[nodiscard]] Action tickTesting(qint64 now);
    Action hang(Ending ending, qint64 now);
    [[nodiscard]] Ending endingOfGuest() const;
    [[nodiscard]] bool isSilent(qint64 now, qint64 limit) const { return now - m_lastOutput >= limit; }

    Deadlines m_deadlines;
    qint64 m_testMs;
    qint64 m_heartbeatMs;

    RunState m_state = RunState::Starting;
    RunState m_reached = RunState::Starting;
    qint64 m_entered = 0;
    qint64 m_lastOutput = 0;
    std::optional<Ending> m_ending;
    std::optional<Ending> m_hang; ///< what the run ends in once the report after the NMI is complete
    std::optional<int> m_exitCode;
    QString m_shutdownReason;
    bool m_reproducerEnded = false;
    bool m_crashed = false;
    bool m_panicked = false;
    bool m_restores = false;
};

} // namespace culprit::machine
