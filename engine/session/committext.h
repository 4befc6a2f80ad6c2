// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace culprit::session
{

/// What a session keeps of a tested commit so that it can be looked at without the kernel tree.
struct CommitText {
    QString message; ///< whole
    QString patch;   ///< unified diff against the first parent, bounded
    bool operator==(const CommitText &) const = default;
};

/// The text as the session file keeps it; empty if it is too long for that.
[[nodiscard]] QByteArray packedCommitText(const CommitText &text);

/// An error if the bytes are damaged.
[[nodiscard]] Result<CommitText> unpackedCommitText(const QByteArray &bytes);

} // namespace culprit::session
