// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace culprit::conductor
{

/// What the engine is doing with the session just now; nothing of it is stored.
struct Activity {
    enum class Mode {
        Review,   ///< the session is only looked at
        Idle,     ///< could be started
        Starting, ///< probing the machine
        Running,
        Pausing, ///< stops after the current step
        Stopping ///< ending what runs
    };
    struct Build {
        BuildId build;
        ObjectId revision;
        QString phase;    ///< "checkout", "configure", "build", ...
        int percent = -1; ///< -1: not known
        QString detail;   ///< the file or target in work
        bool ahead = false;
        bool operator==(const Build &) const = default;
    };
    struct Machine {
        int slot = 0;
        RunId run;
        ObjectId revision;
        QString state; ///< "booting", "testing", ...
        qint64 startedAt = 0;
        bool operator==(const Machine &) const = default;
    };

    Mode mode = Mode::Review;
    std::vector<Build> builds;
    std::vector<Machine> machines;     ///< those that run
    QString inquiry;                   ///< what is still found out before the session ends; empty: nothing
    int slots = 0;                     ///< VMs that may run at once
    qint64 remainingMilliseconds = -1; ///< to the end, by this session's median step; -1: not known
    qint64 freeBytes = -1;             ///< on the cache's file system
    bool operator==(const Activity &) const = default;
};

/// One moment of a session, for the window and the command line. Immutable; shared between threads.
struct Snapshot {
    std::shared_ptr<const session::SessionState> state;
    std::shared_ptr<const Plan> plan;
    Activity activity;
    QString path; ///< of the session file
    bool readOnly = false;
    QString readOnlyReason;
    std::optional<EventSeq> past; ///< how the session stood after this event, not how it stands now
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace culprit::conductor
