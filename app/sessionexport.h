// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace culprit::app
{

/// The session file `path` in one of exchange::exportFormats(), as it stood after the event `at` if one is given. Reads
/// the file, which another part of the program may be writing to. Blocks, like all here: for workers.
[[nodiscard]] Result<QByteArray> exportFile(const QString &path, const QString &format, std::optional<EventSeq> at);

/// The same as an archive of plain files; an existing `archive` is not overwritten.
[[nodiscard]] Result<void> packFile(const QString &path, const QString &archive);

} // namespace culprit::app
