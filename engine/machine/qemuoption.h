// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace culprit::machine
{

/// `text` as a value in QEMU's own option syntax, where a comma in a value is written twice.
[[nodiscard]] inline QString optionValue(QString text)
{
    return text.replace(u',', QStringLiteral(",,"));
}

} // namespace culprit::machine
