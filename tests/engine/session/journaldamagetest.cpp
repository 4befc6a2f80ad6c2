// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/session/journalsample.h"
#include "tests/engine/session/rawfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::session;
using culprit::test::bytesOf;
using culprit::test::runSql;
using culprit::test::write;
using Access = Journal::Access;

/// Files that are no session, or not the one they were.
class JournalDamageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foreignFiles_data();
    void foreignFiles();
    void truncatedFile();
    void overwrittenPages();
    void forksMayBeMissing();
    void newerFormatIsNamed();
    void damagedEventIsNamed();
    void damagedLog();

private:
    QString path(const char *name = "s.culprit") const { return m_folder->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<Journal> create(int commits = 20) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalDamageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<Journal> JournalDamageTest::create(int commits) const
{
    Result<std::unique_ptr<Journal>> journal = Journal::create(path(), someCreation(), someRange(commits));
    return journal ? std::move(*journal) : nullptr;
}

void JournalDamageTest::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    const QString none;
    const QString ours = QStringLiteral("PRAGMA application_id = %1").arg(0x43756c70);
    QTest::newRow("empty") << QByteArray("") << none << QStringLiteral("is empty");
    QTest::newRow("text") << QByteArray("bisecting cause commit\n") << none << QStringLiteral("not a session file");
    QTest::newRow("nuls") << QByteArray(100'000, '\0') << none << QStringLiteral("not a session file");
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) << none << QStringLiteral("truncated");
    QTest::newRow("half magic") << QByteArray("SQLite") << none << QStringLiteral("truncated");
    QTest::newRow("other program") << QByteArray() << QStringLiteral("CREATE TABLE event(seq)")
                                   << QStringLiteral("another program");
    QTest::newRow("no version") << QByteArray() << ours << QStringLiteral("no known format");
}

void JournalDamageTest::foreignFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    if (sql.isEmpty()) {
        write(path(), bytes);
    } else {
        runSql(path(), sql);
    }
    const QByteArray before = bytesOf(path());
    for (const Access access : {Access::Read, Access::Write, Access::Whichever}) {
        const auto journal = Journal::open(path(), access);
        QVERIFY(!journal.has_value());
        const QString message = QString::fromStdString(journal.error().message);
        QVERIFY2(message.contains(expected) && message.contains(path()), qPrintable(message));
    }
    QVERIFY(bytesOf(path()) == before);
    QVERIFY(!Journal::open(path("missing.culprit"), Access::Read).has_value());
    QVERIFY(!Journal::open(m_folder->path(), Access::Read).has_value());
}

void JournalDamageTest::truncatedFile()
{
    create(500).reset();
    const QByteArray whole = bytesOf(path());
    for (const qsizetype size : {whole.size() - 1, whole.size() / 2, qsizetype{4096}, qsizetype{512}, qsizetype{100}}) {
        write(path(), whole.first(size));
        const auto journal = Journal::open(path(), Access::Write);
        QVERIFY(!journal.has_value());
        const QString message = QString::fromStdString(journal.error().message);
        QVERIFY2(message.contains(QStringLiteral("truncated")), qPrintable(message));
        QCOMPARE(bytesOf(path()).size(), size);
    }
}

/// Whatever the damage, there is an answer: an error, or events.
void JournalDamageTest::overwrittenPages()
{
    {
        const std::unique_ptr<Journal> journal = create(500);
        RandomPayloads random(2);
        for (std::size_t i = 0; i < 200; ++i) {
            QVERIFY(journal->append(random.next(i % 12)).has_value());
        }
    }
    const QByteArray whole = bytesOf(path());
    QRandomGenerator random(77);
    int errors = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = whole;
        const qsizetype from = random.bounded(bytes.size() - 5000);
        for (qsizetype i = from; i < from + 5000; ++i) {
            bytes[i] = static_cast<char>(random.bounded(256));
        }
        write(path(), bytes);
        const auto journal = Journal::open(path(), Access::Read);
        const bool fine = journal && (*journal)->events().has_value() && (*journal)->ranges().has_value();
        errors += fine ? 0 : 1;
    }
    QVERIFY(errors > 30);
}

void JournalDamageTest::forksMayBeMissing()
{
    create().reset();
    runSql(path(), QStringLiteral("UPDATE setting SET value = x'28b52ffd00' WHERE key = 'forks'"));
    const auto damaged = opened(path(), Access::Read)->ranges();
    QVERIFY(!damaged.has_value());
    QVERIFY(QString::fromStdString(damaged.error().message).contains(QStringLiteral("forks")));

    runSql(path(), QStringLiteral("DELETE FROM setting WHERE key = 'forks'")); // as older programs wrote it
    history::CommitRange expected = someRange(20);
    expected.forks.clear();
    QVERIFY(*opened(path(), Access::Read)->ranges()->first == expected);
}

void JournalDamageTest::newerFormatIsNamed()
{
    create().reset();
    runSql(path(), QStringLiteral("PRAGMA user_version = 7"));
    const auto journal = Journal::open(path(), Access::Read);
    QVERIFY(!journal.has_value());
    const QString message = QString::fromStdString(journal.error().message);
    QVERIFY2(message.contains(QStringLiteral("format 7")) && message.contains(QStringLiteral("newer Culprit")),
             qPrintable(message));
}

void JournalDamageTest::damagedEventIsNamed()
{
    create().reset();
    runSql(path(), QStringLiteral("INSERT INTO event VALUES(2, 0, 'run-ended', '{\"run\":\"x\"}')"));
    const auto events = opened(path(), Access::Read)->events();
    QVERIFY(!events.has_value());
    QVERIFY(QString::fromStdString(events.error().message).contains(QStringLiteral("run-ended")));

    runSql(path(), QStringLiteral("DROP TABLE log"));
    const auto journal = Journal::open(path(), Access::Read);
    QVERIFY(!journal.has_value());
    QVERIFY(QString::fromStdString(journal.error().message).contains(QStringLiteral("\"log\"")));
}

void JournalDamageTest::damagedLog()
{
    {
        const std::unique_ptr<Journal> journal = create();
        const LogId log = journal->createLog().value();
        QVERIFY(journal->appendLog(log, QByteArray(200'000, 'x')).has_value());
    }
    runSql(path(), QStringLiteral("UPDATE log SET data = x'28b52ffd00' WHERE chunk = 1"));
    runSql(path(),
           QStringLiteral("INSERT INTO log(id, chunk, size, data) VALUES(2, 0, 1 << 60, x'00'), (3, -9, 0, x'00'), "
                          "(4, 1 << 60, 1, 'x')"));
    const std::unique_ptr<Journal> journal = opened(path(), Access::Write);
    QVERIFY(journal->readLog(LogId{1}, 0, 60'000).has_value());
    QVERIFY(!journal->readLog(LogId{1}, 60'000, 10'000).has_value());
    for (const LogId log : {LogId{2}, LogId{3}, LogId{4}}) {
        QCOMPARE(journal->logSize(log), 0);
        QVERIFY(!journal->appendLog(log, "x").has_value());
    }
}

QTEST_GUILESS_MAIN(JournalDamageTest)
#include "journaldamagetest.moc"
