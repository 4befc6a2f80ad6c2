// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

class QSettings;

namespace culprit::app
{

/// The theme that the user chose last.
[[nodiscard]] widgets::Theme storedTheme(const QSettings &settings);
void storeTheme(QSettings &settings, widgets::Theme theme);

} // namespace culprit::app
