// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/plan.h"

#include <QString>
#include <QStringList>

namespace culprit::widgets
{

/// What a search by probability knows, in sentences for people; plain text, empty where there is nothing to tell.

/// "43 %", "99.8 %", "over 99.9 %", "under 0.1 %": nothing that is reckoned is quite sure.
[[nodiscard]] QString chanceText(double chance);
/// The same for a cell: ">99.9 %", "<0.1 %".
[[nodiscard]] QString shortChanceText(double chance);

/// Who leads, with which chance, and which one ends the search; at an end only that it fell short.
[[nodiscard]] QString confidenceText(const session::SessionState &state, const conductor::Plan &plan);
[[nodiscard]] QString rateText(const conductor::Doubt &doubt);
/// Now, if the bug shows in the next runs, if it does not.
[[nodiscard]] QStringList prospectLines(const conductor::Doubt &doubt);
/// "about 4 builds", "only runs".
[[nodiscard]] QString buildsToGoText(const conductor::Doubt &doubt);
[[nodiscard]] QString toGoText(const conductor::Doubt &doubt);
[[nodiscard]] QString supportText(const session::SessionState &state, const conductor::Doubt &doubt);
/// The chance that the verdict that the runs give is false.
[[nodiscard]] QString errorText(const session::RevisionState &revision);

} // namespace culprit::widgets
