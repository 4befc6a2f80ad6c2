// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setupdifference.h"
#include "engine/session/state.h"

#include <optional>
#include <utility>
#include <vector>

namespace culprit::conductor
{

using history::ObjectId;

/// What one of two sessions has of a revision.
struct ComparedSide {
    /// A person's, else that of the log that the session was imported from, else the session's own.
    session::Verdict verdict = session::Verdict::Undecided;
    bool isJudged = false; ///< by a person
    bool isTold = false;   ///< by the log
    session::Tally tally;
    std::vector<std::pair<QString, int>> titles; ///< of its crashes, with their runs, the most frequent first
    std::optional<session::BuildEnded> build;    ///< the latest that ended and was not cancelled
    bool operator==(const ComparedSide &) const = default;
};

/// A revision that either session built, ran or judged.
struct ComparedRevision {
    ObjectId revision;
    ComparedSide first;
    ComparedSide second;
    bool differs = false; ///< both have a verdict, and not the same
    QString reason;       ///< why they differ, a sentence or two; else empty
    bool operator==(const ComparedRevision &) const = default;
};

/// What a session ends with, so far.
struct ComparedAnswer {
    std::optional<ObjectId> culprit;
    bool confirmed = false;           ///< by the session, or told by the log that it is a mere copy of
    std::vector<ObjectId> candidates; ///< where there is no culprit, in the range's order
    bool operator==(const ComparedAnswer &) const = default;
};

/// Two searches for one bug, side by side.
struct Comparison {
    /// None where one was imported from a log, which does not tell its settings.
    QList<session::SettingDifference> settings;
    std::vector<ComparedRevision> revisions; ///< as the first session tested them, then what only the second one has
    std::optional<ObjectId> parting;         ///< the first tested revision at which the searches part
    QString howTheyPart;                     ///< a sentence; empty if they do not
    ComparedAnswer first;
    ComparedAnswer second;
    bool sameAnswer = false;
    bool operator==(const Comparison &) const = default;
};

/// Some ms where sessions search by probability: each is planned.
[[nodiscard]] Comparison comparisonOf(const session::SessionState &first, const session::SessionState &second);

/// For people, lines that end with line breaks; `names` are those of the sessions.
[[nodiscard]] QString comparisonText(const Comparison &comparison, const session::SessionState &first,
                                     const session::SessionState &second, const std::pair<QString, QString> &names);

} // namespace culprit::conductor
