// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace culprit::exchange
{

/// A verdict of an imported log that its own figures do not bear out, or hardly.
struct DoubtedVerdict {
    history::ObjectId revision;
    session::Verdict told = session::Verdict::Undecided;    ///< by the log
    session::Verdict derived = session::Verdict::Undecided; ///< by all runs of the log
    double support = 0;                                     ///< chance that the log is right, 0 to 1
    double chanceOfSoFew = 1; ///< of no more hits than the revision has in its runs, if the bug were there
    QString sentence;         ///< with the figures; plain text
};

/// Those of an imported session, the least supported first; empty for other sessions.
[[nodiscard]] std::vector<DoubtedVerdict> doubtedVerdicts(const session::SessionState &state);

/// What a session that was imported says of its log, for the text report: where it comes from and ends, what is
/// inferred, and the doubted verdicts. Empty for other sessions.
[[nodiscard]] QString logReport(const session::SessionState &state);

/// The same as an object: format, name, answer, totals, culprit, cut, inferred, contradictions, doubted.
[[nodiscard]] QJsonObject logJson(const session::SessionState &state);

} // namespace culprit::exchange
