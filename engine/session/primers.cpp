// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/primers.h"

#include "engine/session/database.h"
#include "engine/session/sessiontables.h"

#include <QSqlQuery>

#include <algorithm>
#include <utility>

namespace culprit::session
{

namespace
{

// Chosen by packing the consoles of demo sessions and of kernels with many drivers: higher levels take several times as
// long for a few percent.
constexpr int level = 9;
constexpr qsizetype probeSize = 8 << 10;   ///< how much of a chunk tells which primer does best
constexpr qsizetype fewestBytes = 1 << 10; ///< what is shorter tells too little of its like
constexpr qsizetype wellPacked = 8;        ///< times smaller: such a log needs no primer of its kind
constexpr std::size_t mostCandidates = 4;

std::optional<QByteArray> textOf(const QByteArray &frame)
{
    Result<QByteArray> text = unpacked(frame, Primers::mostBytes);
    return text && FramePacker::mayBePrimer(*text) ? std::optional(std::move(*text)) : std::nullopt;
}

} // namespace

bool isPrimer(const QByteArray &frame)
{
    return textOf(frame).has_value();
}

Primers::Primers(Database &database) : m_database(database), m_alone(level) {}

std::vector<QByteArray> Primers::copies(qint64 primer) const
{
    std::vector<QByteArray> texts;
    for (const QString &table : primerTables) {
        // What SQLite cannot read is damaged too.
        const Result<QVariant> frame =
            m_database.value(QStringLiteral("SELECT data FROM %1 WHERE id = ?").arg(table), {primer});
        if (std::optional<QByteArray> text = frame ? textOf(frame->toByteArray()) : std::nullopt) {
            texts.push_back(std::move(*text));
        }
    }
    return texts;
}

int Primers::goodCopies(qint64 primer) const
{
    return static_cast<int>(copies(primer).size());
}

void Primers::load()
{
    for (qint64 id = 1; id <= most && !m_isLoaded; ++id) {
        if (const std::vector<QByteArray> texts = copies(id); !texts.empty()) {
            m_packers.emplace(id, FramePacker(level, texts.front()));
        }
    }
    m_isLoaded = true;
}

void Primers::forget()
{
    m_isLoaded = false;
    m_packers.clear();
    m_candidates.clear();
    m_texts.clear();
}

PackedChunk Primers::packed(const QByteArray &text)
{
    load();
    const QByteArray probe = text.first(std::min(text.size(), probeSize));
    PackedChunk best{m_alone.packed(probe), 0};
    const FramePacker *packer = &m_alone;
    for (const auto &[id, candidate] : m_packers) {
        if (QByteArray frame = candidate.packed(probe); frame.size() < best.frame.size()) {
            best = {std::move(frame), id};
            packer = &candidate;
        }
    }
    return text.size() == probe.size() ? best : PackedChunk{packer->packed(text), best.primer};
}

Result<QByteArray> Primers::unpacked(const PackedChunk &chunk) const
{
    if (chunk.primer == 0) {
        return m_unpacker.unpacked(chunk.frame, logChunkSize, {});
    }
    auto found = m_texts.find(chunk.primer);
    if (found == m_texts.end()) {
        std::vector<QByteArray> texts = copies(chunk.primer);
        if (texts.empty()) {
            return failedOutside("The text that the compressed data was packed against is damaged.");
        }
        found = m_texts.emplace(chunk.primer, std::move(texts.front())).first;
    }
    return m_unpacker.unpacked(chunk.frame, logChunkSize, found->second);
}

Result<std::optional<PackedChunk>> Primers::chunk(LogId log, qint64 number) const
{
    std::optional<PackedChunk> chunk;
    return m_database
        .select(QStringLiteral("SELECT data, primer FROM log WHERE id = ? AND chunk = ?"), {qint64{log.value}, number},
                [&chunk](const QSqlQuery &row) {
                    chunk = PackedChunk{row.value(0).toByteArray(), row.value(1).toLongLong()};
                    return false;
                })
        .transform([&chunk] { return std::move(chunk); });
}

Result<void> Primers::repack(LogId log, qint64 number)
{
    const Result<std::optional<PackedChunk>> before = chunk(log, number);
    if (!before) {
        return std::unexpected(before.error());
    }
    const Result<QByteArray> text = *before ? unpacked(**before) : QByteArray();
    if (!*before || !text) {
        return {};
    }
    const PackedChunk after = packed(*text);
    if (after.frame.size() >= (*before)->frame.size()) {
        return {};
    }
    return m_database.execute(QStringLiteral("UPDATE log SET data = ?, primer = ? WHERE id = ? AND chunk = ?"),
                              {after.frame, after.primer, qint64{log.value}, number});
}

/// Up to what is damaged.
Result<QByteArray> Primers::beginning(LogId log) const
{
    QByteArray text;
    for (qint64 number = 0; text.size() == number * logChunkSize && text.size() < mostBytes; ++number) {
        const Result<std::optional<PackedChunk>> next = chunk(log, number);
        if (!next) {
            return std::unexpected(next.error());
        }
        text += *next ? unpacked(**next).value_or(QByteArray()) : QByteArray();
        if (!*next) {
            break;
        }
    }
    return text;
}

Result<void> Primers::learn(LogId log)
{
    load();
    if (std::ssize(m_packers) >= most) {
        return {};
    }
    const Result<QByteArray> text = beginning(log);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (text->size() < fewestBytes || !FramePacker::mayBePrimer(*text)) {
        return {};
    }
    const QByteArray first = text->first(std::min<qint64>(text->size(), logChunkSize));
    const qsizetype now = packed(first).frame.size();
    for (auto candidate = m_candidates.begin(); candidate != m_candidates.end(); ++candidate) {
        if (candidate->packer.packed(first).size() * 3 < now * 2) {
            const Candidate helper = std::move(*candidate);
            m_candidates.erase(candidate);
            return add(helper, log);
        }
    }
    if (now * wellPacked > first.size()) {
        if (m_candidates.size() == mostCandidates) {
            m_candidates.erase(m_candidates.begin());
        }
        m_candidates.push_back({log, FramePacker(level, *text)});
    }
    return {};
}

Result<void> Primers::add(const Candidate &candidate, LogId helped)
{
    qint64 id = 1;
    for (const QString &table : primerTables) {
        const Result<QVariant> last = m_database.value(QStringLiteral("SELECT max(id) FROM %1").arg(table));
        if (!last) {
            return std::unexpected(last.error());
        }
        id = std::max(id, last->toLongLong() + 1);
    }
    if (id > most) {
        return {};
    }
    const QByteArray text = candidate.packer.primer();
    Result<void> done = addPrimer(m_database, id, m_alone.packed(text));
    m_packers.emplace(id, FramePacker(level, text));
    for (const LogId log : {candidate.log, helped}) {
        for (qint64 number = 0; number < mostBytes / logChunkSize; ++number) {
            done = done.and_then([&] { return repack(log, number); });
        }
    }
    return done;
}

} // namespace culprit::session
