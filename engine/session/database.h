// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringView>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlQuery;

namespace culprit::session
{

/// One SQLite connection with a name of its own; used and closed on the thread that opened it.
class Database final
{
public:
    enum class Mode {
        Write,
        Read,
        Frozen ///< nothing can change the file while it is open: SQLite takes no locks and writes nothing beside it
    };

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with the values for its question marks.
    [[nodiscard]] Result<void> execute(const QString &sql, const QVariantList &values = {});

    /// Calls `row` for each row until it returns false. Nothing stays locked afterwards.
    [[nodiscard]] Result<void> select(const QString &sql, const QVariantList &values,
                                      const std::function<bool(const QSqlQuery &)> &row) const;

    /// The first column of the first row; an invalid variant if there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;

    /// Runs `steps` in one transaction: all of it or, on an error, nothing.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &steps);

private:
    Database(const QSqlDatabase &connection, QString path);

    [[nodiscard]] std::unexpected<Error> failure(const QSqlQuery &query) const;

    QSqlDatabase m_connection;
    QString m_path;
};

} // namespace culprit::session
