// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace culprit::widgets
{

/// A patch as DiffView shows it: the beginning of a long one, and of each line.
[[nodiscard]] QByteArray shownPatch(std::string_view patch);

/// Whether that is not all of it, or who read the patch left the rest out: then a last line says so, where a patch has
/// none of that form.
[[nodiscard]] bool isPartOfPatch(std::string_view patch);

} // namespace culprit::widgets
