// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/sessiontables.h"

#include "engine/session/database.h"
#include "engine/session/sessionfile.h"

#include <QDir>
#include <QSqlQuery>

namespace culprit::session
{

namespace
{

struct Table {
    QString name;
    QStringList columns;
    QString sql;
};

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
         {QStringLiteral("id"), QStringLiteral("chunk"), QStringLiteral("size"), QStringLiteral("data")},
         QStringLiteral("CREATE TABLE log(id INTEGER NOT NULL, chunk INTEGER NOT NULL, size INTEGER NOT NULL, "
                        "data BLOB NOT NULL, PRIMARY KEY(id, chunk))")},
    };
    return all;
}

} // namespace

QString commitKey(const history::ObjectId &id)
{
    return commitPrefix + QString::fromStdString(id.hex());
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
    for (const Table &table : tables()) {
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

} // namespace culprit::session
