// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <optional>

class QWidget;

namespace culprit::app
{

/// Asks where to, writes a SETUP.toml there and says what came of it; empty: nobody chose a file.
[[nodiscard]] QString saveTemplate(QWidget *parent, const session::Setup &setup);

/// Asks for a SETUP.toml; nothing: nobody chose a file.
[[nodiscard]] std::optional<Result<session::Setup>> loadTemplate(QWidget *parent);

} // namespace culprit::app
