// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace culprit::test
{

// Session files as somebody else may read and damage them.

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline void runSql(const QString &path, const QString &sql)
{
    const QString name = QStringLiteral("test");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

/// Makes a file whose logs need no primers one of format 1.
inline void toFormat1(const QString &path)
{
    for (const QString &sql :
         {QStringLiteral("DROP TABLE primer"), QStringLiteral("DROP TABLE primercopy"),
          QStringLiteral("ALTER TABLE log DROP COLUMN primer"), QStringLiteral("PRAGMA user_version = 1")}) {
        runSql(path, sql);
    }
}

} // namespace culprit::test
