// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace culprit::widgets
{

/// Commands, paths, hashes and dates run from left to right in every language. For one of them within a sentence:
/// isolated (U+2066, U+2069) where the program's layout is from right to left, else as it is.
[[nodiscard]] QString leftToRight(const QString &technical);

/// For a view that shows nothing else, or rows of such: it is laid out from left to right wherever it stands.
void keepLeftToRight(QWidget &view);

} // namespace culprit::widgets
