// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/commitgraphfile.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace culprit::history
{

namespace
{

constexpr std::size_t idBytes = 20;
constexpr std::size_t commitBytes = idBytes + 16;
constexpr std::size_t headerBytes = 8;
constexpr std::size_t chunkRowBytes = 12;
constexpr std::size_t fanoutBytes = 256 * 4;
constexpr std::uint32_t noParent = 0x70000000;
constexpr std::uint32_t topBit = 0x80000000;

std::uint32_t number32(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U | std::uint32_t{bytes[at + 2]} << 8U |
           std::uint32_t{bytes[at + 3]};
}

std::uint64_t number64(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return std::uint64_t{number32(bytes, at)} << 32U | number32(bytes, at + 4);
}

bool startsWith(std::span<const std::uint8_t> bytes, std::string_view text)
{
    return bytes.size() >= text.size() && std::memcmp(bytes.data(), text.data(), text.size()) == 0;
}

} // namespace

std::optional<CommitGraphFile> CommitGraphFile::open(const std::filesystem::path &path, std::uint32_t below,
                                                     std::size_t layers)
{
    std::optional<MappedFile> mapped = MappedFile::open(path);
    if (!mapped) {
        return std::nullopt;
    }
    CommitGraphFile file(std::move(*mapped), below);
    return file.findChunks(layers) && file.checkSizes() ? std::optional(std::move(file)) : std::nullopt;
}

bool CommitGraphFile::findChunks(std::size_t layers)
{
    const Bytes bytes = m_file.bytes();
    // Signature, format 1, SHA-1, number of chunks, number of files below.
    if (bytes.size() < headerBytes + chunkRowBytes + idBytes || !startsWith(bytes, "CGPH\1\1") || bytes[7] != layers) {
        return false;
    }
    const std::size_t chunks = bytes[6];
    const std::size_t end = bytes.size() - idBytes;
    if (headerBytes + (chunks + 1) * chunkRowBytes > end) {
        return false;
    }
    const std::array<std::pair<std::string_view, Bytes *>, 6> wanted{{{"OIDF", &m_fanout},
                                                                      {"OIDL", &m_ids},
                                                                      {"CDAT", &m_commits},
                                                                      {"EDGE", &m_edges},
                                                                      {"GDA2", &m_dateOffsets},
                                                                      {"GDO2", &m_longDateOffsets}}};
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t row = headerBytes + chunk * chunkRowBytes;
        const std::uint64_t from = number64(bytes, row + 4);
        const std::uint64_t to = number64(bytes, row + chunkRowBytes + 4);
        if (from > to || to > end) {
            return false;
        }
        for (const auto &[name, place] : wanted) {
            if (startsWith(bytes.subspan(row), name)) {
                *place = bytes.subspan(from, to - from);
            }
        }
    }
    return true;
}

bool CommitGraphFile::checkSizes()
{
    if (m_fanout.size() != fanoutBytes) {
        return false;
    }
    for (std::size_t at = 0; at + 4 < fanoutBytes; at += 4) {
        if (number32(m_fanout, at) > number32(m_fanout, at + 4)) {
            return false;
        }
    }
    m_count = number32(m_fanout, fanoutBytes - 4);
    return m_count > 0 && m_count < noParent - m_below && m_ids.size() == m_count * idBytes &&
           m_commits.size() == m_count * commitBytes &&
           (m_dateOffsets.empty() || m_dateOffsets.size() == m_count * std::size_t{4}) && areIdsSorted();
}

bool CommitGraphFile::areIdsSorted() const
{
    for (std::size_t at = idBytes; at < m_ids.size(); at += idBytes) {
        if (std::memcmp(&m_ids[at - idBytes], &m_ids[at], idBytes) >= 0) {
            return false;
        }
    }
    return true;
}

std::optional<std::uint32_t> CommitGraphFile::find(const ObjectId &id) const
{
    const std::size_t first = id.bytes().front();
    std::uint32_t from = first == 0 ? 0 : number32(m_fanout, 4 * (first - 1));
    std::uint32_t to = number32(m_fanout, 4 * first);
    while (from < to) {
        const std::uint32_t middle = from + (to - from) / 2;
        const int order = std::memcmp(&m_ids[middle * idBytes], id.bytes().data(), idBytes);
        if (order == 0) {
            return m_below + middle;
        }
        if (order < 0) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return std::nullopt;
}

ObjectId CommitGraphFile::id(std::uint32_t place) const
{
    std::array<std::uint8_t, idBytes> bytes{};
    std::memcpy(bytes.data(), &m_ids[(place - m_below) * idBytes], idBytes);
    return ObjectId(bytes);
}

bool CommitGraphFile::read(std::uint32_t place, bool correctedDates, CommitLinks &links) const
{
    const std::uint32_t row = place - m_below;
    const std::size_t at = row * commitBytes + idBytes;
    const std::uint32_t second = number32(m_commits, at + 4);
    const std::uint32_t levelAndDate = number32(m_commits, at + 8);
    links.parents.clear();
    links.date = static_cast<std::int64_t>(std::uint64_t{levelAndDate & 3U} << 32U | number32(m_commits, at + 12));
    links.generation = levelAndDate >> 2U;
    if (correctedDates) {
        const std::optional<std::uint64_t> offset = dateOffset(row);
        if (!offset) {
            return false;
        }
        links.generation = static_cast<std::uint64_t>(links.date) + *offset;
    }
    return links.generation > 0 && addParent(number32(m_commits, at), links) &&
           ((second & topBit) != 0 ? addFurtherParents(second & ~topBit, links) : addParent(second, links));
}

bool CommitGraphFile::addParent(std::uint32_t parent, CommitLinks &links) const
{
    if (parent == noParent) {
        return true;
    }
    links.parents.push_back(parent);
    return parent < m_below + m_count;
}

bool CommitGraphFile::addFurtherParents(std::uint32_t edge, CommitLinks &links) const
{
    for (std::size_t at = std::size_t{edge} * 4; at + 4 <= m_edges.size(); at += 4) {
        const std::uint32_t parent = number32(m_edges, at);
        if (!addParent(parent & ~topBit, links)) {
            return false;
        }
        if ((parent & topBit) != 0) {
            return true;
        }
    }
    return false;
}

std::optional<std::uint64_t> CommitGraphFile::dateOffset(std::uint32_t row) const
{
    const std::uint32_t offset = number32(m_dateOffsets, std::size_t{row} * 4);
    if ((offset & topBit) == 0) {
        return offset;
    }
    const std::size_t at = std::size_t{offset & ~topBit} * 8;
    if (at + 8 > m_longDateOffsets.size()) {
        return std::nullopt;
    }
    const std::uint64_t distant = number64(m_longDateOffsets, at);
    return distant < std::uint64_t{1} << 40U ? std::optional(distant) : std::nullopt;
}

} // namespace culprit::history
