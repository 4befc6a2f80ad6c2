// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/database.h"

#include "engine/session/sessionfile.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <utility>

namespace culprit::session
{

namespace
{

std::unexpected<Error> failure(const QString &path, const QSqlError &error)
{
    // SQLite's result codes, extended ones by their low byte: https://sqlite.org/rescode.html
    constexpr int busy = 5;
    constexpr int readOnly = 8;
    constexpr int ioError = 10;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int notADatabase = 26;
    const QString name = QDir::toNativeSeparators(path);
    const auto say = [&name](const QString &text) { return failedOutside(text.arg(name).toStdString()); };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case busy:
        return say(QStringLiteral("The session file %1 is in use by another program: close that, then try again."));
    case readOnly:
        return say(QStringLiteral("The session file %1 cannot be written: make it and its folder writable."));
    case full:
        return say(QStringLiteral("The disk that holds %1 is full: make room, then try again."));
    case ioError:
        return say(QStringLiteral("The session file %1 could not be read or written (the disk may be full or faulty): "
                                  "make room, then try again."));
    case corrupt:
    case notADatabase:
        return damagedSession(path, QStringLiteral("SQLite cannot read all of it"));
    default:
        return failedOutside(QStringLiteral("The session file %1 cannot be used: %2.")
                                 .arg(name, error.databaseText().isEmpty() ? error.text() : error.databaseText())
                                 .toStdString());
    }
}

QString connectOptions(Database::Mode mode)
{
    const QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000");
    return mode == Database::Mode::Write ? options : options + QStringLiteral(";QSQLITE_OPEN_READONLY");
}

QString uri(const QString &path, Database::Mode mode)
{
    const QString file =
        QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/")));
    return mode == Database::Mode::Frozen ? file + QStringLiteral("?immutable=1") : file;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    const QString name = QStringLiteral("culprit-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setConnectOptions(connectOptions(mode));
    connection.setDatabaseName(uri(path, mode));
    std::unique_ptr<Database> database(new Database(connection, path));
    if (!connection.isValid()) {
        return failedOutside("Qt's SQLite plugin is missing: install the package libqt6sql6-sqlite.");
    }
    if (!connection.open()) {
        return session::failure(path, connection.lastError());
    }
    return database;
}

Database::Database(const QSqlDatabase &connection, QString path) : m_connection(connection), m_path(std::move(path)) {}

Database::~Database()
{
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

std::unexpected<Error> Database::failure(const QSqlQuery &query) const
{
    return session::failure(m_path, query.lastError());
}

Result<void> Database::execute(const QString &sql, const QVariantList &values)
{
    return select(sql, values, [](const QSqlQuery &) { return true; });
}

Result<void> Database::select(const QString &sql, const QVariantList &values,
                              const std::function<bool(const QSqlQuery &)> &row) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(query);
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return failure(query);
    }
    while (query.next()) {
        if (!row(query)) {
            return {};
        }
    }
    if (query.lastError().isValid()) {
        return failure(query);
    }
    return {};
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    QVariant value;
    const Result<void> done = select(sql, values, [&value](const QSqlQuery &query) {
        value = query.value(0);
        return false;
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return value;
}

Result<void> Database::transaction(const std::function<Result<void>()> &steps)
{
    Result<void> done = execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!done) {
        return done;
    }
    done = steps();
    if (done) {
        done = execute(QStringLiteral("COMMIT"));
    }
    if (!done) {
        // SQLite may have rolled back by itself, then this says so and changes nothing.
        static_cast<void>(execute(QStringLiteral("ROLLBACK")));
    }
    return done;
}

} // namespace culprit::session
