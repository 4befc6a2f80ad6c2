// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QString>

namespace culprit::app
{

/// Opens the window, with a session if a file is given, and returns the exit status.
[[nodiscard]] int runWindow(Arguments arguments, const QString &file);

} // namespace culprit::app
