// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>

#include <functional>
#include <span>
#include <vector>

class QFile;

namespace culprit::session
{

enum class ColumnType : quint8 { Null, Integer, Text, Blob, Other };

/// A row as it lies in a page of an SQLite file; which table it is of shows in its columns only.
struct ScannedRow {
    struct Column {
        ColumnType type = ColumnType::Null;
        qint64 number = 0; ///< of Integer
        QByteArray bytes;  ///< of Text (as it is, which need not be UTF-8) and Blob
    };
    bool inTable = false; ///< with a row id; else in an index
    qint64 rowId = 0;
    std::vector<Column> columns;
};

struct PageScanner {
    /// How many bytes a row with such columns may take; what takes more is damaged. 0: the row is not wanted.
    std::function<qint64(bool inTable, std::span<const ColumnType>)> longest;
    /// False: the row makes no sense. An error ends the scan.
    std::function<Result<bool>(const ScannedRow &)> visit;
};

/// Reads an SQLite file page by page without following its trees, so that what one page holds is found whatever
/// happened to the others. Holds one row in memory at a time. Gives the number of pages that are no part of what was
/// understood.
[[nodiscard]] Result<qint64> scanPages(QFile &file, const PageScanner &scanner);

} // namespace culprit::session
