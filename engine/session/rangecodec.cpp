// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/rangecodec.h"

#include "engine/session/zstdframe.h"

#include <QDataStream>
#include <QIODevice>

#include <limits>

namespace culprit::session
{

using history::CommitInfo;
using history::CommitRange;
using history::Fork;
using history::ObjectId;

namespace
{

constexpr quint8 format = 1;
constexpr quint8 forksFormat = 1;
constexpr qint64 maxBytes = 1LL << 30;

void write(QDataStream &out, const std::string &text)
{
    out << QByteArray::fromStdString(text);
}

void write(QDataStream &out, const std::vector<std::uint32_t> &numbers)
{
    out << static_cast<quint32>(numbers.size());
    for (const std::uint32_t number : numbers) {
        out << quint32{number};
    }
}

void write(QDataStream &out, const CommitInfo &commit)
{
    out.writeRawData(reinterpret_cast<const char *>(commit.id.bytes().data()), 20);
    out << quint32{commit.parentCount};
    write(out, commit.parents);
    write(out, commit.subject);
    write(out, commit.author);
    out << qint64{commit.date} << static_cast<quint32>(commit.tags.size());
    for (const std::string &tag : commit.tags) {
        write(out, tag);
    }
}

void writeAll(QDataStream &out, const std::vector<CommitInfo> &commits)
{
    out << static_cast<quint32>(commits.size());
    for (const CommitInfo &commit : commits) {
        write(out, commit);
    }
}

/// Reads element by element, so that a wild count ends at the end of the bytes and reserves nothing.
class Reader final
{
public:
    explicit Reader(const QByteArray &bytes) : m_in(bytes) { m_in.setVersion(QDataStream::Qt_6_0); }

    [[nodiscard]] bool isGood() const { return m_good && m_in.status() == QDataStream::Ok; }
    [[nodiscard]] bool isAtEnd() const { return m_in.atEnd(); }

    template <class Number>
    Number number()
    {
        Number value = 0;
        m_in >> value;
        return value;
    }

    std::string text()
    {
        QByteArray bytes;
        m_in >> bytes;
        return bytes.toStdString();
    }

    CommitInfo commit(quint32 parentsBelow)
    {
        CommitInfo commit;
        std::array<std::uint8_t, 20> id{};
        m_good = m_good && m_in.readRawData(reinterpret_cast<char *>(id.data()), 20) == 20;
        commit.id = ObjectId(id);
        commit.parentCount = number<quint32>();
        commit.parents = numbers(parentsBelow);
        commit.subject = text();
        commit.author = text();
        commit.date = number<qint64>();
        const auto tags = number<quint32>();
        for (quint32 i = 0; i < tags && isGood(); ++i) {
            commit.tags.push_back(text());
        }
        return commit;
    }

    std::vector<CommitInfo> commits(bool inRange)
    {
        std::vector<CommitInfo> commits;
        const auto count = number<quint32>();
        for (quint32 i = 0; i < count && isGood(); ++i) {
            commits.push_back(commit(inRange ? i : 0));
        }
        return commits;
    }

    std::vector<Fork> forks(quint32 commitCount)
    {
        std::vector<Fork> forks;
        const auto count = number<quint32>();
        for (quint32 i = 0; i < count && isGood(); ++i) {
            Fork &fork = forks.emplace_back();
            fork.commit = commit(0);
            fork.contains = numbers(i);
            fork.branch = numbers(commitCount);
        }
        return forks;
    }

private:
    std::vector<std::uint32_t> numbers(quint32 below)
    {
        std::vector<std::uint32_t> numbers;
        const auto count = number<quint32>();
        for (quint32 i = 0; i < count && isGood(); ++i) {
            numbers.push_back(number<quint32>());
            m_good = m_good && numbers.back() < below;
        }
        return numbers;
    }

    QDataStream m_in;
    bool m_good = true;
};

} // namespace

QByteArray packedRange(const CommitRange &range)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << format;
    writeAll(out, range.commits);
    writeAll(out, range.goods);
    out << bool{range.commits.empty() || range.bad != range.commits.back()};
    if (range.commits.empty() || range.bad != range.commits.back()) {
        write(out, range.bad);
    }
    return packed(bytes);
}

Result<CommitRange> unpackedRange(const QByteArray &bytes)
{
    const Result<QByteArray> raw = unpacked(bytes, maxBytes);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    Reader reader(*raw);
    if (reader.number<quint8>() != format) {
        return failedOutside("The commit range is kept in a way that this version does not know.");
    }
    CommitRange range;
    range.commits = reader.commits(true);
    range.goods = reader.commits(false);
    if (reader.number<quint8>() != 0) {
        range.bad = reader.commit(std::numeric_limits<quint32>::max());
    } else if (!range.commits.empty()) {
        range.bad = range.commits.back();
    }
    if (!reader.isGood() || !reader.isAtEnd()) {
        return failedOutside("The commit range is damaged.");
    }
    return range;
}

QByteArray packedForks(const std::vector<Fork> &forks)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << forksFormat << static_cast<quint32>(forks.size());
    for (const Fork &fork : forks) {
        write(out, fork.commit);
        write(out, fork.contains);
        write(out, fork.branch);
    }
    return packed(bytes);
}

Result<std::vector<Fork>> unpackedForks(const QByteArray &bytes, std::size_t commits)
{
    const Result<QByteArray> raw = unpacked(bytes, maxBytes);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    Reader reader(*raw);
    if (reader.number<quint8>() != forksFormat) {
        return failedOutside("The forks of the commit range are kept in a way that this version does not know.");
    }
    std::vector<Fork> forks = reader.forks(static_cast<quint32>(commits));
    if (!reader.isGood() || !reader.isAtEnd()) {
        return failedOutside("The forks of the commit range are damaged.");
    }
    return forks;
}

} // namespace culprit::session
