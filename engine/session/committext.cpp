// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/committext.h"

#include "engine/session/zstdframe.h"

namespace culprit::session
{

namespace
{

constexpr qint64 maxBytes = 64LL << 20;

} // namespace

QByteArray packedCommitText(const CommitText &text)
{
    const QByteArray message = text.message.toUtf8();
    const QByteArray bytes = QByteArray::number(message.size()) + ' ' + message + text.patch.toUtf8();
    return bytes.size() > maxBytes ? QByteArray() : packed(bytes);
}

Result<CommitText> unpackedCommitText(const QByteArray &bytes)
{
    const Result<QByteArray> raw = unpacked(bytes, maxBytes);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    const qsizetype space = raw->indexOf(' ');
    const qint64 size = space < 0 ? -1 : raw->first(space).toLongLong();
    const QByteArrayView rest = QByteArrayView(*raw).sliced(space + 1);
    if (size < 0 || size > rest.size()) {
        return failedOutside("The text of a commit is damaged.");
    }
    return CommitText{QString::fromUtf8(rest.first(size)), QString::fromUtf8(rest.sliced(size))};
}

} // namespace culprit::session
