// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace culprit::tests
{

/// How long a test waits for what takes milliseconds, ms: a busy machine may not come to it for long.
inline constexpr int patience = 60'000;

} // namespace culprit::tests
