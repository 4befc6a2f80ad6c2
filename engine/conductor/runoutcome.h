// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/report.h"
#include "engine/machine/runresult.h"
#include "engine/session/event.h"

#include <QByteArray>

#include <optional>

namespace culprit::conductor
{

/// The titles that the monitor gives where the console says nothing; syzkaller's words, so that they compare.
[[nodiscard]] QString noOutputTitle();
[[nodiscard]] QString rebootTitle();
[[nodiscard]] QString lostConnectionTitle();

/// What a run amounts to, from how the machine ended and what the console says. A crash before the reproducer started
/// is a failed boot; trouble of the host is never the kernel's, and neither is a lost connection without a report,
/// unless `sought`, the title that the session is about, is just that.
[[nodiscard]] session::RunEnded runOutcome(RunId run, const machine::RunResult &result,
                                           const std::optional<crash::Report> &report, const QByteArray &console,
                                           const QString &sought = {});

} // namespace culprit::conductor
