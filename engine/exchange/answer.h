// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"

namespace culprit::exchange
{

/// A culprit that was confirmed and what speaks for it, for the formats that blame a commit in public.
struct Answer {
    ObjectId culprit;
    bool isFix = false; ///< it made the bug disappear
    Parents parents;
    QString title; ///< of the bug, one plain line; empty if nothing tells it
};

/// An error of kind Use while the session has no such culprit: it says why, and what to do instead. `what` begins the
/// sentence: "A regression mail".
[[nodiscard]] Result<Answer> confirmedAnswer(const Source &source, const QString &what);

/// The runs that speak for a revision.
struct Counts {
    int hits = 0;
    int runs = 0;                 ///< that hit the bug or ended well: those that tell something of it
    int other = 0;                ///< ended otherwise
    std::optional<ObjectId> twin; ///< whose runs they are, where that is the very same kernel and the revision has none
};

[[nodiscard]] Counts countsOf(const SessionState &state, const ObjectId &id);
/// "14 of 20 runs", "0 of 20 runs, 3 more ended otherwise", "no runs".
[[nodiscard]] QString countsText(const Counts &counts);

/// The chance that so many runs without a hit only missed the bug: (1 - rate)^runs. The rate is that of the culprit's
/// own runs, of a fix its parents', else the bad end's, by the rule of succession, so that it is never 0 or 1. Nothing
/// where there were hits, or no runs on either side.
[[nodiscard]] std::optional<double> chanceOfMiss(const SessionState &state, const Answer &answer, const Counts &counts);

/// "Fixes: 6c2450ae5565 ("subject")": 12 digits and more, see uniqueHexOf(); never wrapped.
[[nodiscard]] QString fixesLine(const SessionState &state, const ObjectId &culprit);

/// The name of the reproducer's file without its folders; the text itself is not in a session.
[[nodiscard]] QString reproducerName(const SessionState &state);
/// "QEMU emulator version 10.0, accel=kvm, 2 CPUs, 2G"; empty where no engine ran.
[[nodiscard]] QString machineText(const SessionState &state);

} // namespace culprit::exchange
