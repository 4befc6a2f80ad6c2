// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace culprit::session
{

/// "90s", "5m", "1h30m", "2d"; a bare number counts seconds. Nothing for anything else or more than a year.
[[nodiscard]] std::optional<std::chrono::seconds> durationFromText(QStringView text);
[[nodiscard]] QString durationText(std::chrono::seconds duration);

/// "512M", "2G", "2GiB"; a bare number counts MB (of 1024 * 1024 bytes). Nothing for anything else or more than 1 TB.
[[nodiscard]] std::optional<int> memoryFromText(QStringView text);
[[nodiscard]] QString memoryText(int megabytes);

} // namespace culprit::session
