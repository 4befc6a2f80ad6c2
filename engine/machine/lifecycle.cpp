// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/lifecycle.h"

#include <algorithm>

namespace culprit::machine
{

Lifecycle::Lifecycle(const Deadlines &deadlines, qint64 testMs, qint64 heartbeatMs)
    : m_deadlines(deadlines), m_testMs(testMs), m_heartbeatMs(heartbeatMs)
{
}

void Lifecycle::enter(RunState state, qint64 now)
{
    m_state = state;
    m_entered = now;
    if (state <= RunState::Testing) {
        m_reached = state;
    }
}

void Lifecycle::monitorReady(qint64 now)
{
    if (m_state == RunState::Starting) {
        enter(RunState::Firmware, now);
        m_lastOutput = now;
    }
}

void Lifecycle::output(qint64 now)
{
    m_lastOutput = now;
}

void Lifecycle::banner(qint64 now)
{
    if (m_state == RunState::Firmware) {
        enter(RunState::Booting, now);
    }
}

void Lifecycle::restores()
{
    m_restores = true;
}

void Lifecycle::restored(qint64 now)
{
    banner(now);
}

void Lifecycle::record(const AgentRecord &record)
{
    using Word = AgentRecord::Word;
    m_lastOutput = std::max(m_lastOutput, record.atMs);
    if (m_state < RunState::Firmware || m_state > RunState::Testing) {
        return;
    }
    if (record.word == Word::SelfTest && !record.rest.startsWith("ok")) {
        end(Ending::TestFailed);
    } else if (record.word == Word::ReproStart && m_state < RunState::Testing) {
        enter(RunState::Testing, record.atMs);
    } else if (record.word == Word::ReproExit) {
        bool isNumber = false;
        const int code = record.rest.split(' ').first().toInt(&isNumber);
        m_exitCode = isNumber ? std::optional(code) : std::nullopt;
        m_reproducerEnded = true;
    } else if (record.word == Word::Done) {
        enter(RunState::PoweringOff, record.atMs);
    }
}

void Lifecycle::crash(qint64 now)
{
    // What an NMI makes a hung guest print is the report of the hang.
    if (m_crashed || m_hang || m_state >= RunState::Ending) {
        return;
    }
    m_crashed = true;
    enter(RunState::Settling, now);
}

void Lifecycle::connectionEnded(qint64 now)
{
    if (m_state == RunState::PoweringOff) {
        end(Ending::AgentDone);
    } else if (m_state < RunState::Settling) {
        enter(RunState::Settling, now); // a late report may still come
    }
}

void Lifecycle::asked(qint64 now)
{
    if (m_state == RunState::Settling) {
        m_entered = now;
    }
}

void Lifecycle::guestPanicked()
{
    m_panicked = true;
}

void Lifecycle::end(Ending ending)
{
    if (!m_ending) {
        m_ending = ending;
        m_state = RunState::Ending;
    }
}

Lifecycle::Action Lifecycle::hang(Ending ending, qint64 now)
{
    m_hang = ending;
    enter(RunState::Settling, now);
    return Action::InjectNmi;
}

Lifecycle::Action Lifecycle::tick(qint64 now)
{
    if (m_ending) {
        return Action::None;
    }
    if (now >= m_deadlines.wall.count()) {
        end(m_crashed ? Ending::Crashed : m_hang.value_or(Ending::WallTime));
        return Action::None;
    }
    const qint64 inState = now - m_entered;
    switch (m_state) {
    case RunState::Starting:
        if (inState >= m_deadlines.qmp.count()) {
            end(Ending::NotStarted);
        }
        return Action::None;
    case RunState::Firmware:
        if (inState >= m_deadlines.firmware.count()) {
            end(m_restores ? Ending::NotStarted : Ending::BootNoBanner);
        }
        return Action::None;
    case RunState::Booting:
        if (inState < m_deadlines.boot.count()) {
            return Action::None;
        }
        if (!m_restores) {
            return hang(Ending::BootStuck, now);
        }
        end(Ending::NotStarted); // this kernel has come to its reproducer before
        return Action::None;
    case RunState::Testing:
        return tickTesting(now);
    case RunState::Settling:
        if (inState >= m_deadlines.settle.count()) {
            end(m_crashed ? Ending::Crashed : m_hang.value_or(Ending::LostConnection));
        }
        return Action::None;
    case RunState::PoweringOff:
        if (inState >= m_deadlines.powerOff.count()) {
            end(Ending::AgentDone);
        }
        return Action::None;
    case RunState::Ending:
    case RunState::Finished:
        break;
    }
    return Action::None;
}

Lifecycle::Action Lifecycle::tickTesting(qint64 now)
{
    if (isSilent(now, m_deadlines.noOutput.count())) {
        return hang(Ending::NoOutput, now);
    }
    if (now - m_entered < m_testMs + m_deadlines.overTest.count()) {
        return Action::None;
    }
    // Past its time a guest that lets three heartbeats go by is hung, one that gives them is only slow.
    if (isSilent(now, 3 * m_heartbeatMs)) {
        return hang(Ending::NoOutput, now);
    }
    end(Ending::TimeUp);
    return Action::None;
}

Ending Lifecycle::endingOfGuest() const
{
    if (m_crashed || m_panicked) {
        return Ending::Crashed;
    }
    if (m_state == RunState::Firmware) {
        return Ending::BootNoBanner;
    }
    const bool agentEnded =
        m_state == RunState::PoweringOff || (m_reproducerEnded && m_shutdownReason == u"guest-shutdown");
    return agentEnded ? Ending::AgentDone : Ending::UnexpectedReboot;
}

void Lifecycle::qemuGone(bool exited, int code)
{
    if (m_hang) {
        end(*m_hang);
    } else if (m_shutdownReason.startsWith(u"guest-")) {
        end(endingOfGuest());
    } else if (m_state == RunState::Starting) {
        end(Ending::NotStarted);
    } else if (m_crashed || m_panicked) {
        end(Ending::Crashed);
    } else if (m_shutdownReason.isEmpty() && exited && code == 0) {
        end(endingOfGuest());
    } else {
        end(Ending::LostQemu);
    }
}

} // namespace culprit::machine
