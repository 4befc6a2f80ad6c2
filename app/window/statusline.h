// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

class QLabel;
class QProgressBar;
class QStatusBar;

namespace culprit::app
{

/// The window's bottom line: candidates and steps, build, machines, time to go, disk.
class StatusLine final
{
public:
    explicit StatusLine(QStatusBar *bar);

    void show(const conductor::Snapshot &snapshot);

private:
    QLabel *m_range;
    QLabel *m_build;
    QProgressBar *m_progress;
    QLabel *m_machines;
    QLabel *m_time;
    QLabel *m_disk;
};

} // namespace culprit::app
