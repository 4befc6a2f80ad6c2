// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/newbisectiondialog.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace culprit::tests
{

constexpr int longest = 60'000; // ms

/// What a person finds in the dialog; the test program ends where it is not there.
[[nodiscard]] QLineEdit *field(const app::NewBisectionDialog &dialog, const QString &name);
[[nodiscard]] QPushButton *button(const app::NewBisectionDialog &dialog, const QString &name);
[[nodiscard]] QPushButton *start(const app::NewBisectionDialog &dialog);
[[nodiscard]] QString check(const app::NewBisectionDialog &dialog);    ///< the line above the buttons
[[nodiscard]] QString commands(const app::NewBisectionDialog &dialog); ///< of the page that is shown
[[nodiscard]] QListWidget *pageList(const app::NewBisectionDialog &dialog);
void goToPage(const app::NewBisectionDialog &dialog, int number); ///< from 0

/// Of a kernel that nobody has here.
[[nodiscard]] session::Setup linuxSetup();

} // namespace culprit::tests
