// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"
#include "engine/session/zstdframe.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace culprit::session
{

class Database;

/// A chunk of a log as it lies in the file.
struct PackedChunk {
    QByteArray frame;
    qint64 primer = 0; ///< number of the one that the frame was packed against; 0: none
};

/// The primers of a session file, tables primer(id, data) and primercopy(id, data). The consoles of a session are
/// nearly the same text again and again: a primer is how one of them begins, and the chunks of the others are packed
/// against it. Each lies in both tables, so in different pages: one that is damaged loses nothing.
class Primers final
{
public:
    static constexpr qint64 most = 8;              ///< of a file
    static constexpr qint64 mostBytes = 128 << 10; ///< of one

    explicit Primers(Database &database);

    /// With the primer that does best, as small as it gets.
    [[nodiscard]] PackedChunk packed(const QByteArray &text);
    /// An error if the frame or both copies of its primer are damaged.
    [[nodiscard]] Result<QByteArray> unpacked(const PackedChunk &chunk) const;

    /// As it lies in a file of the present format; none: there is no such chunk.
    [[nodiscard]] Result<std::optional<PackedChunk>> chunk(LogId log, qint64 number) const;

    /// Packs a chunk of the file again if that makes it smaller.
    [[nodiscard]] Result<void> repack(LogId log, qint64 chunk);

    /// To be told of each log that has ended. How a log begins becomes a primer once another one shows that it helps.
    [[nodiscard]] Result<void> learn(LogId log);

    /// After a transaction that was taken back: what was read or learned in it is not so.
    void forget();

    /// How many of the two copies are good.
    [[nodiscard]] int goodCopies(qint64 primer) const;

private:
    struct Candidate {
        LogId log;
        FramePacker packer;
    };

    [[nodiscard]] std::vector<QByteArray> copies(qint64 primer) const;
    void load();
    [[nodiscard]] Result<QByteArray> beginning(LogId log) const;
    [[nodiscard]] Result<void> add(const Candidate &candidate, LogId helped);

    Database &m_database;
    FramePacker m_alone;
    FrameUnpacker m_unpacker;
    bool m_isLoaded = false;
    std::map<qint64, FramePacker> m_packers;      ///< of the primers that can be read; filled by load()
    std::vector<Candidate> m_candidates;          ///< logs that nothing helps, latest last
    mutable std::map<qint64, QByteArray> m_texts; ///< of the primers that were asked for
};

/// Whether the frame holds what can be a primer.
[[nodiscard]] bool isPrimer(const QByteArray &frame);

} // namespace culprit::session
