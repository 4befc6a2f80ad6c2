// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace culprit::session
{

/// Of a revision, in git's words. Good: the bug is absent; bad: it is present, whichever of the two is searched for.
enum class Verdict { Undecided, Good, Bad, Skip };

/// What a run ended in.
enum class Outcome { Running, Ok, Crashed, BootFailed, TestFailed, InfraFailed, Cancelled };

/// Of a crash title to this session.
enum class Relevance { Undecided, Target, Unrelated };

enum class BuildOutcome { Running, Built, Failed, InfraFailed, Cancelled };

/// The words used in files, on the command line and in logs: "good", "boot failed", "target", ...
[[nodiscard]] QString word(Verdict verdict);
[[nodiscard]] QString word(Outcome outcome);
[[nodiscard]] QString word(Relevance relevance);
[[nodiscard]] QString word(BuildOutcome outcome);

[[nodiscard]] std::optional<Verdict> verdictFromWord(QStringView word);
[[nodiscard]] std::optional<Outcome> outcomeFromWord(QStringView word);
[[nodiscard]] std::optional<Relevance> relevanceFromWord(QStringView word);
[[nodiscard]] std::optional<BuildOutcome> buildOutcomeFromWord(QStringView word);

} // namespace culprit::session
