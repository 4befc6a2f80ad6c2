// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/hostload.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace culprit::conductor
{

/// Watches whether the host has a processor to spare, by what it did in the last second or two.
class Idleness final : public QObject
{
    Q_OBJECT

public:
    explicit Idleness(const machine::HostFiles &files, QObject *parent = nullptr);

    void watch(); ///< begins anew unless it watches already
    void stop();  ///< what was measured is forgotten: it will be old when asked for again
    [[nodiscard]] bool hasSpareProcessor() const { return m_spare; }

Q_SIGNALS:
    void foundSpareProcessor();

private:
    void measure();

    machine::HostFiles m_files;
    QTimer m_timer;
    std::optional<machine::HostCounters> m_before;
    bool m_spare = false;
};

} // namespace culprit::conductor
