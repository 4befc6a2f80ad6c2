// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demosetup.h"

#include <QByteArray>

namespace culprit::tests
{

/// The demo's SETUP.toml with a part of the range and fewer runs, so that a session takes some twenty seconds: the
/// culprit is found among about twenty commits.
[[nodiscard]] QByteArray shortSetup(const demo::DemoSetup &demo);

} // namespace culprit::tests
