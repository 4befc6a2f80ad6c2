// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"

#include <QStringList>

namespace culprit::exchange
{

// What the reports for people say, whatever they are written in; each text is plain and of one line.

/// How the search stands.
struct Headline {
    QString sentence;              ///< ends with a colon where commits follow
    std::vector<ObjectId> commits; ///< the culprit, or where it ended with several those
    QString standing;              ///< of the culprit: confirmed or not, a sentence
    QString reason;                ///< may be empty
};
[[nodiscard]] Headline headlineOf(const SessionState &state, const Conclusion &conclusion);

/// Those of inOrder() that were run or judged, or of which there is something to say.
[[nodiscard]] std::vector<const RevisionState *> testedRevisions(const SessionState &state);
/// What a revision's counts do not tell: thoughts, judgements and their notes, runs that a log does not count.
[[nodiscard]] QStringList remarksOn(const SessionState &state, const RevisionState &revision);
/// "bad: 3 of 10 runs hit the bug", "not tested".
[[nodiscard]] QString standingOf(const SessionState &state, const ObjectId &id);

/// What came of reverting the culprit on the newest end, for a list of what was tested: a heading and what it says;
/// both empty if that was not tried.
struct RevertLines {
    QString heading; ///< "on v6.9: 1a2b3c4d5e6f ("Revert ...")"
    QString standing;
};
[[nodiscard]] RevertLines revertLinesOf(const SessionState &state, const ObjectId &culprit);

/// The most frequent first.
[[nodiscard]] std::vector<const session::TitleState *> titlesByRuns(const SessionState &state);
/// Why a title is relevant or not.
[[nodiscard]] QString reasonOf(const session::TitleState &title);

/// "Name <address>".
[[nodiscard]] QString mailboxOf(const session::RecipientsFound::Recipient &recipient);

/// The host, QEMU, compiler, config, what was done to builds, and the times.
[[nodiscard]] QStringList machineLines(const SessionState &state, const std::optional<ObjectId> &culprit);

} // namespace culprit::exchange
