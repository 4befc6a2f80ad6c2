// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace culprit::demo
{

/// The repository of the demo and what a bisection of it must find. Ids are 40 hex digits.
struct DemoHistory {
    QString repository;
    QString bad;  ///< revision that shows the bug: the last release
    QString good; ///< revision that does not: the first release
    QString tip;  ///< id of `bad`'s commit
    QString culprit;
    QString culpritParent;
    QString culpritSubject;

    bool operator==(const DemoHistory &) const = default;
};

/// Makes the demo's history in `folder`, which is created, must be empty, or hold the same history already; then
/// nothing is changed. The commits have the same ids on every machine. Runs git and waits for it: some tenths of a
/// second, not for the GUI thread.
[[nodiscard]] Result<DemoHistory> makeDemoHistory(const QString &folder);

} // namespace culprit::demo
