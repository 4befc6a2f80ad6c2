// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFormLayout;
class QLineEdit;
class QMenu;

namespace culprit::app
{

enum class PathKind { File, Folder, NewSession };

/// A row of the form: a field for a path and a button that asks for one. `others`: what can stand there besides a path.
QLineEdit *addPathField(QFormLayout *form, const QString &label, const QString &tip, PathKind kind,
                        QMenu *others = nullptr);

} // namespace culprit::app
