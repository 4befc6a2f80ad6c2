// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace culprit::app
{

/// What a field says, in one line: its text, else what its being empty means.
[[nodiscard]] QString fieldText(const QWidget &editor);

/// Whether nobody has filled it in.
[[nodiscard]] bool isBlank(const QWidget &editor);

} // namespace culprit::app
