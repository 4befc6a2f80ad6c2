// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/zstdframe.h"

#include <zstd.h>

#include <cstddef>
#include <memory>

namespace culprit::session
{

QByteArray packed(const QByteArray &raw)
{
    constexpr int level = 3;
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(raw.size()))),
                     Qt::Uninitialized);
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), static_cast<std::size_t>(frame.size()),
                                            raw.constData(), static_cast<std::size_t>(raw.size()));
    Q_ASSERT(!ZSTD_isError(size));
    frame.truncate(static_cast<qsizetype>(size));
    return frame;
}

Result<QByteArray> unpacked(const QByteArray &frame, qint64 limit)
{
    const auto frameSize = static_cast<std::size_t>(frame.size());
    const unsigned long long size = ZSTD_getFrameContentSize(frame.constData(), frameSize);
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
        size > static_cast<unsigned long long>(limit)) {
        return failedOutside("The compressed data is damaged.");
    }
    QByteArray raw(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::size_t got = ZSTD_decompress(raw.data(), size, frame.constData(), frameSize);
    if (ZSTD_isError(got) || got != size) {
        return failedOutside("The compressed data is damaged.");
    }
    return raw;
}

} // namespace culprit::session
