// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/sessiontables.h"

#include "engine/session/database.h"
#include "engine/session/sessionfile.h"

#include <QDir>
#include <QSqlQuery>

#include <algorithm>

namespace culprit::session
{

namespace
{

struct Table {
    QString name;
    QStringList columns;
    QString sql;
};

Table primerTable(const QString &name)
{
    return {name,
            {QStringLiteral("id"), QStringLiteral("data")},
            QStringLiteral("CREATE TABLE %1(id INTEGER PRIMARY KEY, data BLOB NOT NULL)").arg(name)};
}

const QList<Table> &tables()
{
    static const QList<Table> all{
        {QStringLiteral("event"),
         {QStringLiteral("seq"), QStringLiteral("time"), QStringLiteral("kind"), QStringLiteral("payload")},
         QStringLiteral("CREATE TABLE event(seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL, "
                        "payload TEXT NOT NULL)")},
        {QStringLiteral("setting"),
         {QStringLiteral("key"), QStringLiteral("value")},
         QStringLiteral("CREATE TABLE setting(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")},
        {QStringLiteral("log"),
         {QStringLiteral("id"), QStringLiteral("chunk"), QStringLiteral("size"), QStringLiteral("data"),
          QStringLiteral("primer")},
         QStringLiteral("CREATE TABLE log(id INTEGER NOT NULL, chunk INTEGER NOT NULL, size INTEGER NOT NULL, "
                        "data BLOB NOT NULL, primer INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(id, chunk))")},
        primerTable(primerTables[0]),
        primerTable(primerTables[1]),
    };
    return all;
}

/// Those of format 1 had no primers.
QList<Table> tablesOf(qint64 format)
{
    QList<Table> older = tables();
    if (format == 1) {
        older.removeIf([](const Table &table) { return std::ranges::contains(primerTables, table.name); });
        older.last().columns.removeLast();
    }
    return older;
}

Result<qint64> formatOf(const Database &database)
{
    return database.value(QStringLiteral("PRAGMA user_version")).transform([](const QVariant &value) {
        return value.toLongLong();
    });
}

} // namespace

QString commitKey(const history::ObjectId &id)
{
    return commitPrefix + QString::fromStdString(id.hex());
}

Result<void> addPrimer(Database &database, qint64 id, const QByteArray &frame)
{
    Result<void> done;
    for (const QString &table : primerTables) {
        done = done.and_then([&] {
            return database.execute(QStringLiteral("INSERT OR IGNORE INTO %1(id, data) VALUES(?, ?)").arg(table),
                                    {id, frame});
        });
    }
    return done;
}

Result<void> createTables(Database &database)
{
    QStringList statements{
        QStringLiteral("PRAGMA application_id = %1").arg(sessionApplicationId),
        QStringLiteral("PRAGMA user_version = %1").arg(sessionFormat),
    };
    for (const Table &table : tables()) {
        statements += table.sql;
    }
    for (const QString &sql : std::as_const(statements)) {
        if (Result<void> done = database.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

Result<void> checkTables(const Database &database, const QString &path)
{
    const Result<qint64> format = formatOf(database);
    if (!format) {
        return std::unexpected(format.error());
    }
    const QList<Table> expected = tablesOf(*format);
    for (const Table &table : expected) {
        QStringList columns;
        const Result<void> done = database.select(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table.name},
                                                  [&columns](const QSqlQuery &row) {
                                                      columns += row.value(0).toString();
                                                      return columns.size() < 100;
                                                  });
        if (!done) {
            return done;
        }
        if (columns != table.columns) {
            return failedOutside(
                QStringLiteral("%1 is not a session file of Culprit: its table \"%2\" is missing or of "
                               "another shape.")
                    .arg(QDir::toNativeSeparators(path), table.name)
                    .toStdString());
        }
    }
    return {};
}

Result<void> migrateTables(Database &database)
{
    const Result<qint64> format = formatOf(database);
    if (!format || *format == sessionFormat) {
        return format.transform([](qint64) {});
    }
    return database.transaction([&database] {
        QStringList statements{QStringLiteral("ALTER TABLE log ADD COLUMN primer INTEGER NOT NULL DEFAULT 0")};
        for (const QString &table : primerTables) {
            statements += primerTable(table).sql;
        }
        statements += QStringLiteral("PRAGMA user_version = %1").arg(sessionFormat);
        Result<void> done;
        for (const QString &sql : std::as_const(statements)) {
            done = done.and_then([&] { return database.execute(sql); });
        }
        return done;
    });
}

Result<QString> primerColumn(const Database &database)
{
    return formatOf(database).transform(
        [](qint64 format) { return format == 1 ? QStringLiteral("0") : QStringLiteral("primer"); });
}

} // namespace culprit::session
