// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <QChronoTimer>
#include <QObject>
#include <QString>

namespace culprit::conductor
{

/// What an engine may still do until a person starts it again, by the limits of the setup. The time begins with this
/// object.
class Allowance final : public QObject
{
    Q_OBJECT

public:
    explicit Allowance(const session::Setup::Search &limits, QObject *parent = nullptr);

    /// Whether one more may be started; it counts as started then.
    [[nodiscard]] bool takeBuild();
    [[nodiscard]] bool takeRun();
    /// For a build that was started and cost nothing: the cache had it.
    void giveBuildBack() { --m_builds; }

    /// The limit that something was refused for, and how to go on: sentences; empty if nothing was refused.
    [[nodiscard]] QString refusal() const { return m_refusal; }

Q_SIGNALS:
    void timeIsUp(const QString &refusal);

private:
    [[nodiscard]] bool take(int &taken, int limit, const QString &what);

    session::Setup::Search m_limits;
    QChronoTimer m_time;
    int m_builds = 0;
    int m_runs = 0;
    QString m_refusal;
};

} // namespace culprit::conductor
