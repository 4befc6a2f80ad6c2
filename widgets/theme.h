// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

class QApplication;

namespace culprit::widgets
{

enum class Theme {
    System, ///< light or dark as the desktop says, also when it changes its mind
    Light,
    Dark,
    BlackOnWhite, ///< of high contrast, as the next one
    WhiteOnBlack
};

/// Gives the whole application the style FrameStyle and one of four palettes. May be called again at any time.
void applyTheme(QApplication &application, Theme theme);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette blackOnWhitePalette();
[[nodiscard]] QPalette whiteOnBlackPalette();
[[nodiscard]] bool isHighContrast(const QPalette &palette); ///< one of these two

/// For hashes, consoles, diffs: the desktop's own choice if it made one, else Hack, else whatever is of fixed pitch.
/// As large as the application's font.
[[nodiscard]] QFont fixedFont();

/// `share` (0 to 1) of `over`, the rest `under`; opaque. Tints that follow the palette come from here.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, qreal share);

} // namespace culprit::widgets
