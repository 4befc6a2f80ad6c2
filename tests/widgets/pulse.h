// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace culprit::tests
{

/// CPU time of the calling thread.
inline qint64 threadNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// The longest pause between two turns of the event loop: by the clock, and the thread's own work in it, which a busy
/// machine does not lengthen.
class Pulse final : public QObject
{
public:
    Pulse()
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 gap = m_clock.nsecsElapsed();
            m_clock.restart();
            const qint64 cpu = threadNanoseconds();
            const qint64 work = cpu - std::exchange(m_cpu, cpu);
            m_longest = std::max(m_longest, gap);
            m_longestWork = std::max(m_longestWork, work);
            m_over += work > 16'000'000 ? 1 : 0;
        });
        m_timer.start(1);
    }
    [[nodiscard]] double longestMilliseconds() const { return static_cast<double>(m_longest) / 1e6; }
    [[nodiscard]] double longestWorkMilliseconds() const { return static_cast<double>(m_longestWork) / 1e6; }
    [[nodiscard]] int overFrame() const { return m_over; }

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_longest = 0;
    qint64 m_longestWork = 0;
    qint64 m_cpu = threadNanoseconds();
    int m_over = 0;
};

} // namespace culprit::tests
