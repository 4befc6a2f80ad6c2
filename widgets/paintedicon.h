// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include <functional>

class QPainter;
class QPalette;
class QRect;

namespace culprit::widgets
{

using IconPainter = std::function<void(QPainter &painter, const QRect &rect, const QPalette &palette)>;

/// An icon that is painted anew whenever it is shown: sharp at any scale, in the colours that the program has then.
[[nodiscard]] QIcon paintedIcon(IconPainter paint);

/// Start, pause and stop, as on players.
enum class Transport { Start, Pause, Stop };
[[nodiscard]] QIcon transportIcon(Transport transport);

/// Of a dock's title bar.
enum class DockButton { Float, Close };
[[nodiscard]] QIcon dockIcon(DockButton button);

} // namespace culprit::widgets
