// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace culprit::widgets
{

/// A heading and what stands below it, all plain text.
struct DecisionPart {
    QString heading;
    QStringList lines;
    bool operator==(const DecisionPart &) const = default;
};

/// Why a revision is held for what it is: verdict, rule, counts, titles, judgement.
[[nodiscard]] std::vector<DecisionPart> decisionOf(const conductor::Snapshot &snapshot,
                                                   const history::ObjectId &revision);

/// What comes next and why.
[[nodiscard]] DecisionPart planLines(const conductor::Snapshot &snapshot);

/// What a search by probability expects and how sure it is; empty for other searches.
[[nodiscard]] std::vector<DecisionPart> doubtOf(const conductor::Snapshot &snapshot);
/// The same in the search's own terms, for those who ask.
[[nodiscard]] QString doubtToolTip(const conductor::Snapshot &snapshot);

} // namespace culprit::widgets
