// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/rangecheck.h"
#include "engine/session/setup.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace culprit::app
{

/// Asks the repository about the range that is typed, on a worker, once there was no key stroke for a moment.
class RangeWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit RangeWatcher(QObject *parent = nullptr);

    /// What is typed now; keys that do not decide about the range may be wrong.
    void watch(const session::Setup &typed);
    /// Of the range that is typed now; nothing: it is being asked for, or what is typed is no range.
    [[nodiscard]] const std::optional<RangeFinding> &finding() const { return m_finding; }

Q_SIGNALS:
    void pending();  ///< another range is being asked for
    void unknown();  ///< what is typed is no range
    void answered(); ///< there is a finding

private:
    void ask();

    QTimer m_timer;
    std::optional<session::Setup> m_asked; ///< what is being checked, or was
    std::optional<RangeFinding> m_finding; ///< of that
};

} // namespace culprit::app
