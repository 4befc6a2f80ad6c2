// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>

#include <memory>

namespace culprit::session
{

/// Makes zstd frames with a checksum, each by itself or against a primer: a text of which what comes again in another
/// takes next to no room. Prepared once, then quick.
class FramePacker final
{
public:
    /// `level` is zstd's. An empty primer is none.
    explicit FramePacker(int level, QByteArray primer = {});
    FramePacker(FramePacker &&other) noexcept;
    FramePacker &operator=(FramePacker &&other) noexcept;
    ~FramePacker();

    /// False for what is empty or what zstd would take for a dictionary of its own making.
    [[nodiscard]] static bool mayBePrimer(const QByteArray &text);

    [[nodiscard]] QByteArray primer() const;
    [[nodiscard]] QByteArray packed(const QByteArray &raw) const;

private:
    struct Tools;
    std::unique_ptr<Tools> m_tools;
};

/// Reads frames, many of them quicker than each by itself.
class FrameUnpacker final
{
public:
    FrameUnpacker();
    ~FrameUnpacker();

    FrameUnpacker(const FrameUnpacker &) = delete;
    FrameUnpacker &operator=(const FrameUnpacker &) = delete;

    /// What the frame holds. An error if it is damaged, was packed against another primer, does not say its size, or
    /// holds more than `limit` bytes.
    [[nodiscard]] Result<QByteArray> unpacked(const QByteArray &frame, qint64 limit, const QByteArray &primer) const;

private:
    struct Tools;
    std::unique_ptr<Tools> m_tools;
};

/// One zstd frame of level 3 that holds `raw`, with a checksum.
[[nodiscard]] QByteArray packed(const QByteArray &raw);

/// What the frame holds. An error if it is damaged, does not say its size, or holds more than `limit` bytes.
[[nodiscard]] Result<QByteArray> unpacked(const QByteArray &frame, qint64 limit);

} // namespace culprit::session
