// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/allowance.h"

#include "engine/session/quantities.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

Allowance::Allowance(const session::Setup::Search &limits, QObject *parent)
    : QObject(parent), m_limits(limits), m_time(limits.timeLimit)
{
    m_time.setSingleShot(true);
    connect(&m_time, &QChronoTimer::timeout, this, [this] {
        m_refusal =
            u"The time limit of %1 is reached (time_limit in [search]). Once started again, the session goes on "
            "for as long."_s.arg(session::durationText(m_limits.timeLimit));
        Q_EMIT timeIsUp(m_refusal);
    });
    if (limits.timeLimit.count() > 0) {
        m_time.start();
    }
}

bool Allowance::take(int &taken, int limit, const QString &what)
{
    if (limit > 0 && taken >= limit) {
        m_refusal = u"The limit of %1 %2%3 is reached (%2_limit in [search]). Once started again, the session goes on "
                    "with as many more."_s.arg(QString::number(limit), what, limit == 1 ? QString() : u"s"_s);
        return false;
    }
    ++taken;
    return true;
}

bool Allowance::takeBuild()
{
    return take(m_builds, m_limits.buildLimit, u"build"_s);
}

bool Allowance::takeRun()
{
    return take(m_runs, m_limits.runLimit, u"run"_s);
}

} // namespace culprit::conductor
