// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>

namespace culprit::session
{

/// One zstd frame of level 3 that holds `raw`, with a checksum.
[[nodiscard]] QByteArray packed(const QByteArray &raw);

/// What the frame holds. An error if it is damaged, does not say its size, or holds more than `limit` bytes.
[[nodiscard]] Result<QByteArray> unpacked(const QByteArray &frame, qint64 limit);

} // namespace culprit::session
