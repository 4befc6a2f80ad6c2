// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace culprit::session
{

/// Ascending numbers as a short text, ranges joined: 0, 3, 4, 5 is "0,3-5".
[[nodiscard]] QString positionsText(std::span<const std::uint32_t> positions);

/// Those below `limit`, in the text's order; what makes no sense is left out.
[[nodiscard]] std::vector<std::uint32_t> positionsFromText(QStringView text, std::size_t limit);

} // namespace culprit::session
