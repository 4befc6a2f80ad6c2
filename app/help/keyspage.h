// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace culprit::app
{

/// Markdown with every action of a window and its keys, as they are now: those of the menus, then those that its panes
/// have for themselves.
[[nodiscard]] QString keysPage(const QWidget &window);

} // namespace culprit::app
