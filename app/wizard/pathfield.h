// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;
class QMenu;
class QWidget;

namespace culprit::app
{

enum class PathKind { File, Folder, NewSession };

/// A field for a path with a button that asks for one. `others`: what can stand there besides a path.
[[nodiscard]] QWidget *pathRow(QLineEdit *edit, const QString &name, PathKind kind, QMenu *others = nullptr);

} // namespace culprit::app
