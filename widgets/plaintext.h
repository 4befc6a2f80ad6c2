// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace culprit::widgets
{

/// One line of foreign text for a cell or a label: control and reordering characters made visible, bounded.
[[nodiscard]] QString oneLine(const QString &text, qsizetype limit = 400);

/// A tool tip that shows foreign text as it is: tool tips take anything that looks like HTML for HTML.
[[nodiscard]] QString toolTipOf(const QString &text);

/// "0.4 s", "42 s", "3:07 min", "2:03:07 h".
[[nodiscard]] QString durationText(qint64 milliseconds);

/// The text of an action or a label as it is read out: without its mnemonic ("&Good", "好(&G)") and without a last "…".
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace culprit::widgets
