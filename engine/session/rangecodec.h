// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/commitrange.h"

#include <QByteArray>

namespace culprit::session
{

/// A commit range without its forks as the session file keeps it: a versioned QDataStream in a zstd frame; 15,000
/// commits take about 1 MB.
[[nodiscard]] QByteArray packedRange(const history::CommitRange &range);

/// An error if the bytes are damaged or name a parent that does not stand before its child.
[[nodiscard]] Result<history::CommitRange> unpackedRange(const QByteArray &bytes);

/// The forks of a range, kept apart so that programs which do not know of them read the range as ever.
[[nodiscard]] QByteArray packedForks(const std::vector<history::Fork> &forks);

/// An error if the bytes are damaged or do not fit a range of so many commits.
[[nodiscard]] Result<std::vector<history::Fork>> unpackedForks(const QByteArray &bytes, std::size_t commits);

} // namespace culprit::session
