// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/zstdframe.h"

#include <zstd.h>

#include <cstddef>
#include <utility>

namespace culprit::session
{

struct FramePacker::Tools {
    QByteArray primer;
    std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> prepared{nullptr, &ZSTD_freeCDict};
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
};

FramePacker::FramePacker(int level, QByteArray primer) : m_tools(std::make_unique<Tools>())
{
    ZSTD_CCtx *context = m_tools->context.get();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    if (!primer.isEmpty()) {
        Q_ASSERT(mayBePrimer(primer));
        m_tools->prepared.reset(ZSTD_createCDict(primer.constData(), static_cast<std::size_t>(primer.size()), level));
        ZSTD_CCtx_refCDict(context, m_tools->prepared.get());
        m_tools->primer = std::move(primer);
    }
}

FramePacker::FramePacker(FramePacker &&other) noexcept = default;
FramePacker &FramePacker::operator=(FramePacker &&other) noexcept = default;
FramePacker::~FramePacker() = default;

bool FramePacker::mayBePrimer(const QByteArray &text)
{
    // RFC 8878, 5: the magic number of a dictionary, 0xEC30A437.
    return !text.isEmpty() && !text.startsWith(QByteArrayLiteral("\x37\xa4\x30\xec"));
}

QByteArray FramePacker::primer() const
{
    return m_tools->primer;
}

QByteArray FramePacker::packed(const QByteArray &raw) const
{
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(raw.size()))),
                     Qt::Uninitialized);
    const std::size_t size =
        ZSTD_compress2(m_tools->context.get(), frame.data(), static_cast<std::size_t>(frame.size()), raw.constData(),
                       static_cast<std::size_t>(raw.size()));
    Q_ASSERT(!ZSTD_isError(size));
    frame.truncate(static_cast<qsizetype>(size));
    return frame;
}

struct FrameUnpacker::Tools {
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), &ZSTD_freeDCtx};
};

FrameUnpacker::FrameUnpacker() : m_tools(std::make_unique<Tools>()) {}
FrameUnpacker::~FrameUnpacker() = default;

Result<QByteArray> FrameUnpacker::unpacked(const QByteArray &frame, qint64 limit, const QByteArray &primer) const
{
    const auto frameSize = static_cast<std::size_t>(frame.size());
    const unsigned long long size = ZSTD_getFrameContentSize(frame.constData(), frameSize);
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
        size > static_cast<unsigned long long>(limit)) {
        return failedOutside("The compressed data is damaged.");
    }
    ZSTD_DCtx *context = m_tools->context.get();
    ZSTD_DCtx_refPrefix(context, primer.constData(), static_cast<std::size_t>(primer.size()));
    QByteArray raw(static_cast<qsizetype>(size), Qt::Uninitialized);
    const std::size_t got = ZSTD_decompressDCtx(context, raw.data(), size, frame.constData(), frameSize);
    if (ZSTD_isError(got) || got != size) {
        return failedOutside("The compressed data is damaged.");
    }
    return raw;
}

QByteArray packed(const QByteArray &raw)
{
    constexpr int level = 3;
    return FramePacker(level).packed(raw);
}

Result<QByteArray> unpacked(const QByteArray &frame, qint64 limit)
{
    return FrameUnpacker().unpacked(frame, limit, {});
}

} // namespace culprit::session
