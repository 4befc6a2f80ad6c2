// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace culprit::machine
{

/// Tells whether the host was suspended: one of its clocks goes on then, the other stands still.
class HostSleep final
{
public:
    void start();
    [[nodiscard]] bool hasSlept() const; ///< since start(), more than a second

private:
    qint64 m_before = 0; ///< ms asleep since the host's boot
};

} // namespace culprit::machine
