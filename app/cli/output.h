// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/plan.h"

#include <QJsonObject>
#include <QString>

namespace culprit::app
{

/// The program's exit statuses.
enum ExitStatus {
    Done = 0,         ///< done, or the answer is "yes"
    Inconclusive = 1, ///< the answer is "no" or inconclusive
    WrongUse = 2,
    FailedOutside = 3,
};

/// A line on standard output, at once.
void printLine(const QString &line);
/// One JSON object on a line of standard output.
void printJson(const QJsonObject &object);
/// "culprit: MESSAGE" on standard error; returns the exit status that belongs to it.
int printError(const Error &error);

/// The plan in a sentence or two, for people.
[[nodiscard]] QString planLines(const session::SessionState &state, const conductor::Plan &plan);
[[nodiscard]] QJsonObject planJson(const conductor::Plan &plan);
/// Done for a confirmed culprit, else Inconclusive.
[[nodiscard]] int statusOf(const conductor::Plan &plan);

} // namespace culprit::app
