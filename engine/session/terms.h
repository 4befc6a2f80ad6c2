// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/words.h"

#include <QString>

namespace culprit::session
{

/// A session's own two words for what lies before and after the commit that is sought, as `git bisect start
/// --term-old --term-new` takes them. Both or neither is empty; neither: good and bad.
struct Terms {
    QString older;
    QString newer;

    [[nodiscard]] bool isOwn() const { return !older.isEmpty(); }
    bool operator==(const Terms &) const = default;
};

/// Why git would not take the two words; empty if it does. One sentence without its subject: "..., takes two
/// different words".
[[nodiscard]] QString whyNoTerms(const Terms &terms);

} // namespace culprit::session
