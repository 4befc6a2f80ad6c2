// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace culprit::session
{

/// Events that follow each other in number, both ends included.
struct EventSpan {
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const EventSpan &) const = default;
};

/// "3,21-40"
[[nodiscard]] QString spansText(const std::vector<EventSpan> &spans);

/// What makes no sense is left out.
[[nodiscard]] std::vector<EventSpan> spansFromText(QStringView text);

} // namespace culprit::session
