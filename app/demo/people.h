// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace culprit::demo
{

/// "Name <mail>" of an invented person; unknown keys give a person of that name.
[[nodiscard]] QByteArray personOf(const QByteArray &key);
/// Such as "+0100".
[[nodiscard]] QByteArray timeZoneOf(const QByteArray &key);

} // namespace culprit::demo
