// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace culprit::crash
{

/// The class of a bug by its title, in syzkaller's words ("KASAN-USE-AFTER-FREE-READ", "HANG"); empty when unknown.
/// It depends on the title alone.
[[nodiscard]] std::string_view typeOf(std::string_view title);

} // namespace culprit::crash
