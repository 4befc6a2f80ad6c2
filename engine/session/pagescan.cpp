// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/pagescan.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace culprit::session
{

// The format: https://sqlite.org/fileformat.html. Sessions reserve no bytes at the end of a page.

namespace
{

constexpr qint64 headerSize = 100;
constexpr qint64 usualPageSize = 4096;
constexpr std::size_t mostColumns = 8;

enum PageType : quint8 { IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

/// Big-endian numbers of a piece of memory; what lies outside is no number and makes the reader bad.
class Reader final
{
public:
    Reader(QByteArrayView bytes, qint64 at) : m_bytes(bytes), m_at(at) {}

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] qint64 position() const { return m_at; }

    qint64 number(qint64 size)
    {
        quint64 value = m_at >= m_bytes.size() || m_bytes[m_at] >= 0 ? 0 : ~quint64{0};
        for (; size > 0; --size) {
            value = value << 8U | byte();
        }
        return static_cast<qint64>(value);
    }

    qint64 unsignedNumber(qint64 size)
    {
        quint64 value = 0;
        for (; size > 0; --size) {
            value = value << 8U | byte();
        }
        return static_cast<qint64>(value);
    }

    qint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            const quint8 next = byte();
            value = value << 7U | (next & 0x7fU);
            if (next < 0x80) {
                return static_cast<qint64>(value);
            }
        }
        return static_cast<qint64>(value << 8U | byte());
    }

private:
    quint8 byte()
    {
        m_good = m_good && m_at >= 0 && m_at < m_bytes.size();
        return m_good ? static_cast<quint8>(m_bytes[m_at++]) : 0;
    }

    QByteArrayView m_bytes;
    qint64 m_at;
    bool m_good = true;
};

ColumnType typeOf(qint64 serial)
{
    if (serial == 0) {
        return ColumnType::Null;
    }
    if (serial >= 12) {
        return serial % 2 == 0 ? ColumnType::Blob : ColumnType::Text;
    }
    return serial <= 6 || serial == 8 || serial == 9 ? ColumnType::Integer : ColumnType::Other;
}

qint64 sizeOf(qint64 serial)
{
    constexpr std::array<qint64, 12> sizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return serial < 12 ? sizes.at(static_cast<std::size_t>(serial)) : (serial - 12) / 2;
}

/// The serial types at the start of a record, and where its values begin.
struct RecordHeader {
    std::vector<qint64> serials;
    std::vector<ColumnType> types;
    qint64 size = 0;
    qint64 recordSize = 0;
};

std::optional<RecordHeader> headerOf(QByteArrayView record)
{
    Reader reader(record, 0);
    RecordHeader header;
    header.size = reader.varint();
    header.recordSize = header.size;
    while (reader.isGood() && reader.position() < header.size && header.serials.size() < mostColumns) {
        const qint64 serial = reader.varint();
        if (serial < 0 || serial > 1LL << 40) {
            return std::nullopt;
        }
        header.serials.push_back(serial);
        header.types.push_back(typeOf(serial));
        header.recordSize += sizeOf(serial);
    }
    return reader.isGood() && reader.position() == header.size ? std::optional(header) : std::nullopt;
}

std::vector<ScannedRow::Column> columnsOf(const RecordHeader &header, const QByteArray &record)
{
    std::vector<ScannedRow::Column> columns;
    qint64 at = header.size;
    for (std::size_t i = 0; i < header.serials.size(); ++i) {
        const qint64 serial = header.serials[i];
        const qint64 size = sizeOf(serial);
        ScannedRow::Column column{header.types[i], 0, {}};
        if (serial >= 12) {
            column.bytes = record.sliced(at, size);
        } else if (column.type == ColumnType::Integer) {
            column.number = size == 0 ? serial - 8 : Reader(record, at).number(size); // 8 is 0, 9 is 1
        }
        at += size;
        columns.push_back(std::move(column));
    }
    return columns;
}

class Scan final
{
public:
    Scan(QFile &file, const PageScanner &scanner);

    [[nodiscard]] Result<qint64> run();

private:
    struct Cell {
        bool inTable = false;
        qint64 rowId = 0;
        qint64 recordSize = 0;
        QByteArray local; ///< the part of the record that lies in the cell
        qint64 overflow = 0;
    };

    [[nodiscard]] QByteArray page(qint64 number);
    void markFreePages();
    [[nodiscard]] Result<bool> readPage(qint64 number);
    [[nodiscard]] std::optional<Cell> cellAt(const QByteArray &page, qint64 at, PageType type) const;
    [[nodiscard]] Result<bool> readCell(const Cell &cell);
    [[nodiscard]] std::optional<QByteArray> wholeRecord(const Cell &cell);

    QFile &m_file;
    const PageScanner &m_scanner;
    qint64 m_pageSize = usualPageSize;
    qint64 m_pages = 0;         ///< whole ones
    qint64 m_cutOff = 0;        ///< pages that are missing at the file's end
    qint64 m_overflowReads = 0; ///< how many more overflow pages may be read: each is of one row, unless the file lies
    std::vector<bool> m_known;  ///< by page number
};

Scan::Scan(QFile &file, const PageScanner &scanner) : m_file(file), m_scanner(scanner)
{
    const QByteArray header = m_file.seek(0) ? m_file.read(headerSize) : QByteArray();
    const qint64 size = Reader(header, 16).unsignedNumber(2);
    if (size >= 512 && std::has_single_bit(static_cast<quint64>(size))) {
        m_pageSize = size;
    } else if (size == 1) {
        m_pageSize = 65536;
    }
    m_pages = m_file.size() / m_pageSize;
    m_cutOff = (m_file.size() % m_pageSize == 0 ? 0 : 1);
    // The header's page count holds if two other numbers of it agree.
    if (Reader(header, 24).unsignedNumber(4) == Reader(header, 92).unsignedNumber(4)) {
        m_cutOff = std::max(m_cutOff, Reader(header, 28).unsignedNumber(4) - m_pages);
    }
    m_overflowReads = 4 * m_pages;
    m_known.resize(static_cast<std::size_t>(m_pages) + 1);
}

QByteArray Scan::page(qint64 number)
{
    if (number < 1 || number > m_pages || !m_file.seek((number - 1) * m_pageSize)) {
        return {};
    }
    const QByteArray bytes = m_file.read(m_pageSize);
    return bytes.size() == m_pageSize ? bytes : QByteArray();
}

/// They are read all the same, as their list may be wrong, but need not make sense.
void Scan::markFreePages()
{
    const auto mark = [this](qint64 number) {
        if (number >= 1 && number <= m_pages) {
            m_known[static_cast<std::size_t>(number)] = true;
        }
    };
    constexpr qint64 lockByte = 1LL << 30;
    mark(lockByte / m_pageSize + 1);
    const QByteArray first = page(1);
    qint64 left = Reader(first, 36).unsignedNumber(4);
    for (qint64 trunk = Reader(first, 32).unsignedNumber(4); trunk != 0 && left > 0;) {
        const QByteArray bytes = page(trunk);
        Reader reader(bytes, 0);
        mark(trunk);
        trunk = reader.unsignedNumber(4);
        const qint64 leaves = reader.unsignedNumber(4);
        for (qint64 i = 0; i < leaves && reader.isGood(); ++i) {
            mark(reader.unsignedNumber(4));
        }
        left = reader.isGood() ? left - leaves - 1 : 0;
    }
}

Result<qint64> Scan::run()
{
    markFreePages();
    for (qint64 number = 1; number <= m_pages; ++number) {
        const Result<bool> isGood = readPage(number);
        if (!isGood) {
            return std::unexpected(isGood.error());
        }
        if (*isGood) {
            m_known[static_cast<std::size_t>(number)] = true;
        }
    }
    return m_cutOff + std::ranges::count(m_known.begin() + 1, m_known.end(), false);
}

/// False: not all of the page was understood.
Result<bool> Scan::readPage(qint64 number)
{
    const QByteArray bytes = page(number);
    Reader header(bytes, number == 1 ? headerSize : 0);
    const auto type = static_cast<PageType>(header.unsignedNumber(1));
    header.unsignedNumber(2);
    const qint64 cells = header.unsignedNumber(2);
    header.unsignedNumber(type == IndexInterior || type == TableInterior ? 7 : 3);
    if (!header.isGood() || header.position() + 2 * cells > m_pageSize) {
        return false;
    }
    if (type == TableInterior) {
        return true;
    }
    if (type != IndexInterior && type != IndexLeaf && type != TableLeaf) {
        return false;
    }
    bool all = true;
    for (qint64 i = 0; i < cells; ++i) {
        const std::optional<Cell> cell = cellAt(bytes, header.unsignedNumber(2), type);
        const Result<bool> isGood = cell ? readCell(*cell) : Result<bool>(false);
        if (!isGood) {
            return isGood;
        }
        all = all && *isGood;
    }
    return all;
}

std::optional<Scan::Cell> Scan::cellAt(const QByteArray &page, qint64 at, PageType type) const
{
    Reader reader(page, type == IndexInterior ? at + 4 : at);
    Cell cell;
    cell.inTable = type == TableLeaf;
    cell.recordSize = reader.varint();
    cell.rowId = cell.inTable ? reader.varint() : 0;
    if (!reader.isGood() || cell.recordSize < 1) {
        return std::nullopt;
    }
    const qint64 most = cell.inTable ? m_pageSize - 35 : (m_pageSize - 12) * 64 / 255 - 23;
    const qint64 least = (m_pageSize - 12) * 32 / 255 - 23;
    qint64 local = cell.recordSize;
    if (local > most) {
        const qint64 fitting = least + (cell.recordSize - least) % (m_pageSize - 4);
        local = fitting <= most ? fitting : least;
    }
    if (reader.position() + local > page.size()) {
        return std::nullopt;
    }
    cell.local = page.sliced(reader.position(), local);
    if (local < cell.recordSize) {
        Reader next(page, reader.position() + local);
        cell.overflow = next.unsignedNumber(4);
    }
    return cell;
}

Result<bool> Scan::readCell(const Cell &cell)
{
    const std::optional<RecordHeader> header = headerOf(cell.local);
    if (!header || header->recordSize != cell.recordSize) {
        return false;
    }
    const qint64 longest = m_scanner.longest(cell.inTable, header->types);
    if (longest == 0) {
        return true;
    }
    if (cell.recordSize > std::min(longest, m_file.size())) {
        return false;
    }
    const std::optional<QByteArray> record = wholeRecord(cell);
    if (!record) {
        return false;
    }
    return m_scanner.visit({cell.inTable, cell.rowId, columnsOf(*header, *record)});
}

std::optional<QByteArray> Scan::wholeRecord(const Cell &cell)
{
    QByteArray record = cell.local;
    std::vector<qint64> chain;
    qint64 next = cell.overflow;
    while (record.size() < cell.recordSize) {
        const QByteArray bytes = m_overflowReads-- > 0 ? page(next) : QByteArray();
        if (bytes.isEmpty()) {
            return std::nullopt;
        }
        chain.push_back(next);
        next = Reader(bytes, 0).unsignedNumber(4);
        record += QByteArrayView(bytes).sliced(4, std::min(m_pageSize - 4, cell.recordSize - record.size()));
    }
    if (!chain.empty() && next != 0) {
        return std::nullopt;
    }
    for (const qint64 number : chain) {
        m_known[static_cast<std::size_t>(number)] = true;
    }
    return record;
}

} // namespace

Result<qint64> scanPages(QFile &file, const PageScanner &scanner)
{
    return Scan(file, scanner).run();
}

} // namespace culprit::session
