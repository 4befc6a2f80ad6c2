// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/idleness.h"

#include <chrono>

using namespace std::chrono_literals;

namespace culprit::conductor
{

namespace
{

constexpr auto interval = 1200ms;   // a little more than a reading must cover
constexpr double spareShare = 0.75; // of one processor

qint64 now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Idleness::Idleness(const machine::HostFiles &files, QObject *parent) : QObject(parent), m_files(files), m_timer(this)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Idleness::measure);
}

void Idleness::watch()
{
    if (!m_timer.isActive()) {
        m_before = machine::readHostCounters(m_files, now());
        m_timer.start();
    }
}

void Idleness::stop()
{
    m_timer.stop();
    m_spare = false;
}

/// A host that does not tell is taken for one with processors to spare.
void Idleness::measure()
{
    const machine::HostCounters after = machine::readHostCounters(m_files, now());
    m_spare = machine::idleProcessors(*m_before, after).value_or(1) >= spareShare;
    m_before = after;
    if (m_spare) {
        Q_EMIT foundSpareProcessor();
    }
}

} // namespace culprit::conductor
