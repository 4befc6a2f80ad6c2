// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/verdictstyle.h"

#include <QString>

namespace culprit::widgets
{

/// What a row of the steps shows, as far as it can change.
struct StepCells {
    Mark mark = Mark::Untested;
    QString status; ///< verdict, outcome or progress, a word or two
    QString struck; ///< the automatic word that a person overruled
    Mark struckMark = Mark::Untested;
    QString title; ///< crash title, cause of a failure, file in work
    QString detail;
    QString chance; ///< what the percentage of a verdict means, a sentence
    bool live = false;
    int percent = -1; ///< of a build under way
    qint64 time = -1; ///< ms; while live, ms since 1970 when it began; -1: nothing to tell

    bool operator==(const StepCells &) const = default;
};

[[nodiscard]] StepCells cellsOf(const conductor::Snapshot &snapshot, const session::RevisionState &revision);
[[nodiscard]] StepCells cellsOf(const conductor::Snapshot &snapshot, BuildId id);
[[nodiscard]] StepCells cellsOf(const conductor::Snapshot &snapshot, RunId id);

/// Of a row that may be live; `now`: ms since 1970.
[[nodiscard]] QString timeText(const StepCells &cells, qint64 now);
/// Whether judgements or the relevance of titles differ, and with them what runs that ended long ago count for.
[[nodiscard]] bool judgedOtherwise(const conductor::SnapshotPtr &before, const conductor::SnapshotPtr &after);

} // namespace culprit::widgets
