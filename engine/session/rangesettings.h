// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/ranges.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace culprit::session
{

/// Rows of the table setting.
using Settings = QList<std::pair<QString, QByteArray>>;

/// How a session file keeps its ranges: "range" is the first one, "forks" are those of it if there are any, and
/// "range/HASH" is the one down to a release, which has no forks.
[[nodiscard]] Settings rangeSettings(const Ranges &ranges);
[[nodiscard]] QString foundRangeKey(const history::ObjectId &release);

[[nodiscard]] bool isRangeKey(const QString &key);
/// Whether a value is what its key, one of these, says.
[[nodiscard]] bool isRangeValue(const QString &key, const QByteArray &value);

/// What these rows hold; others among them are passed over. An error if one is damaged or the first range is missing.
[[nodiscard]] Result<Ranges> rangesFrom(const Settings &settings);

} // namespace culprit::session
