// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/session/journalsample.h"
#include "tests/engine/session/randompayloads.h"
#include "tests/engine/session/rawfile.h"
#include "tests/support/largesession.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace culprit;
using namespace culprit::session;
using culprit::test::bytesOf;
using culprit::test::runSql;
using culprit::test::toFormat1;
using culprit::test::write;
using Access = Journal::Access;

class JournalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatItIsGiven();
    void closedFileIsOneFile();
    void createRefusesToOverwrite();
    void oneWriterManyReaders();
    void readerSeesWhatIsWritten();
    void whoIsStartedMeanwhileKeepsNoLock();
    void copyOfOpenSessionOpens();
    void readOnlyFolder();
    void deadWriterInReadOnlyFolder();
    void logsAreWhole();
    void logReachesDiskByItself();
    void logGoesWithTheNextEvent();
    void logIdsAreNeverReused();
    void endedLogsArePackedAgainstOneAnother();
    void aLogMayGoOnAfterItsEnd();
    void whatLooksLikeADictionaryIsText();
    void format1IsReadAsItIs();
    void format1IsMigratedWhileAnotherReads();
    void fullDiskChangesNothing();
    void aGoodEndComesWithItsRange();
    void oversizedEventIsRefused();

private:
    QString path(const char *name = "s.culprit") const { return m_folder->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<Journal> create(int commits = 20) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::unique_ptr<Journal> JournalTest::create(int commits) const
{
    Result<std::unique_ptr<Journal>> journal = Journal::create(path(), someCreation(), someRange(commits));
    return journal ? std::move(*journal) : nullptr;
}

void JournalTest::keepsWhatItIsGiven()
{
    std::vector<Event> appended;
    const CommitText text{QStringLiteral("mm: ü\n\nbody"), QStringLiteral("--- a\n+++ b\n")};
    {
        const std::unique_ptr<Journal> journal = create(1000);
        QVERIFY(journal);
        QVERIFY(!journal->isReadOnly());
        appended = journal->events().value();
        QCOMPARE(appended.size(), 1U);
        QVERIFY(appended.front().payload == Payload(someCreation()));
        QVERIFY(appended.front().time > 1'700'000'000'000);
        RandomPayloads random(11);
        for (std::size_t i = 0; i < 200; ++i) {
            const Payload payload = random.next(i % std::variant_size_v<Payload>);
            const Result<Event> event = journal->append(payload);
            QVERIFY(event.has_value());
            QVERIFY(event->payload == payload);
            QCOMPARE(event->seq.value, static_cast<qint64>(appended.size()) + 1);
            appended.push_back(*event);
        }
        QVERIFY(journal->setCommitText(someRange(2).commits[0].id, text).has_value());
        QVERIFY(journal->events().value() == appended);
    }
    const std::unique_ptr<Journal> journal = opened(path(), Access::Read);
    QVERIFY(journal && journal->isReadOnly());
    QVERIFY(journal->events().value() == appended);
    QVERIFY(*journal->ranges()->first == someRange(1000));
    QVERIFY(journal->commitText(someRange(2).commits[0].id) == text);
    QVERIFY(!journal->commitText(someRange(2).commits[1].id));
    QVERIFY(!journal->append(EngineStopped{}).has_value());
}

void JournalTest::closedFileIsOneFile()
{
    {
        const std::unique_ptr<Journal> journal = create();
        QVERIFY(journal->append(EngineStopped{}).has_value());
        QVERIFY(QFile::exists(path("s.culprit-wal")));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("s.culprit")));
    const QByteArray before = bytesOf(path());
    QCOMPARE(opened(path(), Access::Read)->events()->size(), 2U);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("s.culprit")));
    QVERIFY(bytesOf(path()) == before);
}

void JournalTest::createRefusesToOverwrite()
{
    write(path(), "mine");
    const auto journal = Journal::create(path(), someCreation(), someRange(2));
    QVERIFY(!journal.has_value());
    QVERIFY(QString::fromStdString(journal.error().message).contains(QStringLiteral("exists already")));
    QCOMPARE(bytesOf(path()), QByteArrayLiteral("mine"));
    const QString nowhere = path("no/such/s.culprit");
    QVERIFY(!Journal::create(nowhere, someCreation(), someRange(2)).has_value());
}

void JournalTest::oneWriterManyReaders()
{
    const std::unique_ptr<Journal> writer = create();
    const auto second = Journal::open(path(), Access::Write);
    QVERIFY(!second.has_value());
    QVERIFY(QString::fromStdString(second.error().message).contains(QStringLiteral("Another program")));
    const std::unique_ptr<Journal> whichever = opened(path(), Access::Whichever);
    QVERIFY(whichever && whichever->isReadOnly());
    const std::unique_ptr<Journal> reader = opened(path(), Access::Read);
    QCOMPARE(reader->events()->size(), 1U);
    QVERIFY(writer->append(EngineStopped{}).has_value());
    QCOMPARE(reader->events()->size(), 2U);
    QCOMPARE(whichever->events()->size(), 2U);
}

void JournalTest::readerSeesWhatIsWritten()
{
    std::unique_ptr<Journal> writer = create();
    const LogId log = writer->createLog().value();
    const std::unique_ptr<Journal> reader = opened(path(), Access::Read);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(writer->appendLog(log, QByteArray(50'000, static_cast<char>('a' + i))).has_value());
        QVERIFY(writer->flushLogs().has_value());
        QCOMPARE(reader->logSize(log), 50'000 * (i + 1));
        QCOMPARE(reader->readLog(log, 50'000 * i, 10).value(), QByteArray(10, static_cast<char>('a' + i)));
    }
    writer.reset(); // while the reader looks on
    QCOMPARE(reader->events()->size(), 1U);
    QVERIFY(opened(path(), Access::Write));
}

void JournalTest::whoIsStartedMeanwhileKeepsNoLock()
{
    std::unique_ptr<Journal> writer = create();
    const pid_t child = ::fork();
    if (child == 0) {
        ::pause();
        ::_exit(0);
    }
    QVERIFY(child > 0);
    writer.reset();
    const auto again = Journal::open(path(), Access::Write);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY2(again, again ? "" : again.error().message.c_str());
}

void JournalTest::copyOfOpenSessionOpens()
{
    const std::unique_ptr<Journal> journal = create();
    QVERIFY(journal->append(EngineStopped{QStringLiteral("here"), false}).has_value());
    QVERIFY(QFile::copy(path(), path("copy.culprit")));
    QVERIFY(QFile::copy(path("s.culprit-wal"), path("copy.culprit-wal")));
    QCOMPARE(opened(path("copy.culprit"), Access::Read)->events()->size(), 2U);
    QCOMPARE(opened(path("copy.culprit"), Access::Write)->events()->size(), 2U);

    QVERIFY(QFile::copy(path(), path("alone.culprit")));
    const std::unique_ptr<Journal> alone = opened(path("alone.culprit"), Access::Write);
    QVERIFY(alone);
    QVERIFY(alone->events()->size() >= 1U);
}

/// Takes the rights of an ordinary user of the same group for a while, if this is root.
class AsNobody final
{
public:
    AsNobody() : m_changed(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~AsNobody()
    {
        if (m_changed) {
            m_changed = ::seteuid(0) != 0;
        }
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    bool m_changed;
};

void setReadOnly(const QString &folder, bool readOnly)
{
    const auto read = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
    QVERIFY(QFile::setPermissions(folder, readOnly ? read : read | QFile::WriteOwner));
}

void JournalTest::readOnlyFolder()
{
    create().reset();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    setReadOnly(m_folder->path(), true);
    {
        const AsNobody nobody;
        const std::unique_ptr<Journal> journal = opened(path(), Access::Whichever);
        QVERIFY(journal && journal->isReadOnly());
        QCOMPARE(journal->events()->size(), 1U);
        QVERIFY(journal->ranges().has_value());
        const auto refused = Journal::open(path(), Access::Write);
        QVERIFY(!refused.has_value());
        QVERIFY(QString::fromStdString(refused.error().message).contains(QStringLiteral("writable")));
    }
    setReadOnly(m_folder->path(), false);
}

void JournalTest::deadWriterInReadOnlyFolder()
{
    const std::unique_ptr<Journal> journal = create();
    QVERIFY(journal->append(EngineStopped{}).has_value());
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("ro")));
    QVERIFY(QFile::copy(path(), path("ro/s.culprit")));
    QVERIFY(QFile::copy(path("s.culprit-wal"), path("ro/s.culprit-wal")));
    for (const char *name : {"ro/s.culprit", "ro/s.culprit-wal"}) {
        QVERIFY(QFile::setPermissions(path(name), QFile::ReadOwner | QFile::ReadGroup));
    }
    setReadOnly(m_folder->path(), false);
    setReadOnly(path("ro"), true);
    {
        const AsNobody nobody;
        const std::unique_ptr<Journal> copy = opened(path("ro/s.culprit"), Access::Whichever);
        QVERIFY(copy && copy->isReadOnly());
        QCOMPARE(copy->events()->size(), 2U);
    }
    setReadOnly(path("ro"), false);
}

void JournalTest::logsAreWhole()
{
    QByteArray expected[2];
    LogId logs[2];
    std::unique_ptr<Journal> journal = create();
    for (LogId &log : logs) {
        log = journal->createLog().value();
        QCOMPARE(journal->logSize(log), 0);
    }
    QVERIFY(logs[0] != logs[1]);
    QRandomGenerator random(5);
    for (int i = 0; i < 600; ++i) {
        const int which = random.bounded(2);
        QByteArray bytes(random.bounded(i % 50 == 0 ? 300'000 : 2'000), '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(random.bounded(256));
        }
        QVERIFY(journal->appendLog(logs[which], bytes).has_value());
        expected[which] += bytes;
        QCOMPARE(journal->logSize(logs[which]), expected[which].size());
        const qint64 from = random.bounded(expected[which].size() + 1);
        const qint64 size = random.bounded(200'000);
        QVERIFY(journal->readLog(logs[which], from, size).value() == expected[which].mid(from, size));
        if (i % 40 == 0) {
            QVERIFY(journal->flushLogs().has_value());
        }
        if (i % 150 == 149) {
            journal.reset();
            journal = opened(path(), Access::Write);
        }
    }
    journal.reset();
    journal = opened(path(), Access::Read);
    for (int which : {0, 1}) {
        QCOMPARE(journal->logSize(logs[which]), expected[which].size());
        QVERIFY(journal->readLog(logs[which], 0, 1LL << 40).value() == expected[which]);
        QVERIFY(journal->readLog(logs[which], expected[which].size() + 5, 10).value().isEmpty());
        QVERIFY(journal->readLog(logs[which], -5, -1).value().isEmpty());
    }
    QVERIFY(journal->readLog(LogId{77}, 0, 10).value_or(QByteArray()).isEmpty());
}

void JournalTest::logReachesDiskByItself()
{
    const std::unique_ptr<Journal> journal = create();
    const LogId log = journal->createLog().value();
    const std::unique_ptr<Journal> reader = opened(path(), Access::Read);
    QVERIFY(journal->appendLog(log, "a line\n").has_value());
    QTRY_COMPARE(reader->logSize(log), 7);
    QVERIFY(journal->appendLog(log, "and one more\n").has_value());
    QTRY_COMPARE(reader->readLog(log, 0, 100).value(), QByteArrayLiteral("a line\nand one more\n"));
}

void JournalTest::logGoesWithTheNextEvent()
{
    const std::unique_ptr<Journal> journal = create();
    const LogId log = journal->createLog().value();
    const std::unique_ptr<Journal> reader = opened(path(), Access::Read);
    QVERIFY(journal->appendLog(log, "last words").has_value());
    QVERIFY(journal->append(RunEnded{}).has_value());
    QCOMPARE(reader->readLog(log, 0, 100).value(), QByteArrayLiteral("last words"));
    QVERIFY(!journal->appendLog(LogId{99}, "x").has_value());
}

void JournalTest::logIdsAreNeverReused()
{
    const LogId first = create()->createLog().value();
    const LogId second = opened(path(), Access::Write)->createLog().value();
    QVERIFY(second > first);
}

void JournalTest::endedLogsArePackedAgainstOneAnother()
{
    constexpr quint32 logs = 40;
    const auto text = [](quint32 number) {
        return number % 4 == 0 ? "make: building kernel " + QByteArray::number(number) + '\n'
                               : tests::bootConsole(number, 15'000, 16'000);
    };
    qint64 size = 0;
    {
        const std::unique_ptr<Journal> journal = create();
        for (quint32 i = 1; i <= logs; ++i) {
            const LogId log = journal->createLog().value();
            QVERIFY(journal->appendLog(log, text(i)).has_value());
            QVERIFY(journal->endLog(log).has_value());
            size += text(i).size();
        }
    }
    QVERIFY(QFileInfo(path()).size() * 6 < size); // all of the file
    std::unique_ptr<Journal> journal = opened(path(), Access::Read);
    for (qint64 i = logs; i >= 1; --i) {
        QVERIFY(journal->readLog(LogId{i}, 0, 1 << 20).value() == text(static_cast<quint32>(i)));
    }
    // What an engine before learned is not forgotten.
    const qint64 before = QFileInfo(path()).size();
    journal = opened(path(), Access::Write);
    const LogId log = journal->createLog().value();
    QVERIFY(journal->appendLog(log, text(99)) && journal->endLog(log));
    journal.reset();
    QVERIFY(QFileInfo(path()).size() - before <= 4096);
    QVERIFY(opened(path(), Access::Read)->readLog(log, 0, 1 << 20).value() == text(99));
}

void JournalTest::aLogMayGoOnAfterItsEnd()
{
    const QByteArray text = tests::bootConsole(1, 0, 200'000);
    std::unique_ptr<Journal> journal = create();
    const LogId log = journal->createLog().value();
    QVERIFY(!journal->endLog(LogId{99}).has_value());
    for (qsizetype at = 0; at < text.size(); at += 30'000) {
        QVERIFY(journal->appendLog(log, text.mid(at, 30'000)).has_value());
        QVERIFY(journal->endLog(log).has_value());
        QCOMPARE(journal->logSize(log), std::min(text.size(), at + 30'000));
    }
    QVERIFY(journal->readLog(log, 0, 1 << 20).value() == text);
    journal.reset();
    QVERIFY(opened(path(), Access::Read)->readLog(log, 0, 1 << 20).value() == text);
    QVERIFY(!opened(path(), Access::Read)->endLog(log).has_value());
}

void JournalTest::whatLooksLikeADictionaryIsText()
{
    const QByteArray text = QByteArrayLiteral("\x37\xa4\x30\xec") + tests::bootConsole(1, 8000, 8000);
    const std::unique_ptr<Journal> journal = create();
    for (qint64 i = 1; i <= 4; ++i) {
        const LogId log = journal->createLog().value();
        QVERIFY(journal->appendLog(log, text) && journal->endLog(log));
        QVERIFY(journal->readLog(log, 0, 1 << 20).value() == text);
    }
}

void JournalTest::format1IsReadAsItIs()
{
    const QByteArray text = tests::kernelConsole(1, 200'000);
    {
        const std::unique_ptr<Journal> journal = create();
        QVERIFY(journal->appendLog(journal->createLog().value(), text).has_value());
        QVERIFY(journal->append(EngineStopped{}).has_value());
    }
    toFormat1(path());
    const QByteArray before = bytesOf(path());
    {
        const std::unique_ptr<Journal> journal = opened(path(), Access::Read);
        QVERIFY(journal);
        QCOMPARE(journal->events()->size(), 2U);
        QVERIFY(*journal->ranges()->first == someRange(20));
        QVERIFY(journal->readLog(LogId{1}, 0, 1 << 20).value() == text);
    }
    QVERIFY(bytesOf(path()) == before);
    runSql(path(), QStringLiteral("ALTER TABLE log DROP COLUMN size"));
    const auto journal = Journal::open(path(), Access::Write);
    QVERIFY(!journal && QString::fromStdString(journal.error().message).contains(u"\"log\""));
}

void JournalTest::format1IsMigratedWhileAnotherReads()
{
    const QByteArray text = tests::bootConsole(1, 15'000, 15'000);
    {
        const std::unique_ptr<Journal> journal = create();
        QVERIFY(journal->appendLog(journal->createLog().value(), text).has_value());
    }
    toFormat1(path());
    const std::unique_ptr<Journal> reader = opened(path(), Access::Read);
    QVERIFY(reader->readLog(LogId{1}, 0, 1 << 20).value() == text);
    std::unique_ptr<Journal> writer = opened(path(), Access::Write);
    QVERIFY(writer);
    QVERIFY(writer->endLog(LogId{1}).has_value());
    const LogId log = writer->createLog().value();
    QVERIFY(writer->appendLog(log, text) && writer->endLog(log));
    for (const LogId each : {LogId{1}, log}) {
        QVERIFY(reader->readLog(each, 0, 1 << 20).value() == text);
        QVERIFY(writer->readLog(each, 0, 1 << 20).value() == text);
    }
    QCOMPARE(reader->events()->size(), 1U);
    writer.reset();
    QVERIFY(opened(path(), Access::Write)->append(EngineStopped{}).has_value()); // migrated once
}

/// Lets no file grow beyond `size` bytes, as a full disk would; the signal that comes with it is ignored.
class FullDisk final
{
public:
    explicit FullDisk(qint64 size)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{static_cast<rlim_t>(size), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

void JournalTest::fullDiskChangesNothing()
{
    std::unique_ptr<Journal> journal = create();
    const LogId log = journal->createLog().value();
    QVERIFY(journal->appendLog(log, "before ").has_value());
    QVERIFY(journal->append(EngineStopped{QStringLiteral("before"), false}).has_value());
    const std::vector<Event> before = journal->events().value();
    {
        const FullDisk full(QFileInfo(path("s.culprit-wal")).size());
        for (int i = 0; i < 3; ++i) {
            const Result<Event> event = journal->append(EngineStopped{QStringLiteral("during"), false});
            QVERIFY(!event.has_value());
            const QString message = QString::fromStdString(event.error().message);
            QVERIFY2(message.contains(QStringLiteral("full")), qPrintable(message));
        }
        QVERIFY(!journal->createLog().has_value());
        QByteArray much(2 << 20, '\0');
        QRandomGenerator random(9);
        random.fillRange(reinterpret_cast<quint32 *>(much.data()), much.size() / 4);
        QVERIFY(!journal->appendLog(log, much).has_value());
        QCOMPARE(journal->logSize(log), 7);
        QVERIFY(journal->appendLog(log, "kept ").has_value());
        QVERIFY(!journal->flushLogs().has_value());
        QVERIFY(!journal->endLog(log).has_value());
        QVERIFY(journal->events().value() == before);
    }
    QVERIFY(journal->appendLog(log, "after").has_value());
    const Result<Event> event = journal->append(EngineStopped{QStringLiteral("after"), false});
    QVERIFY(event.has_value());
    QCOMPARE(event->seq.value, before.back().seq.value + 1);
    journal.reset();
    journal = opened(path(), Access::Read);
    QCOMPARE(journal->events()->size(), before.size() + 1);
    QCOMPARE(journal->readLog(log, 0, 100).value(), QByteArrayLiteral("before kept after"));
}

void JournalTest::aGoodEndComesWithItsRange()
{
    const auto causeRange = [](int count) {
        history::CommitRange range = someRange(count);
        range.forks.clear(); // those are of a fix, whose good end is always known
        return range;
    };
    const history::CommitRange down = causeRange(900);
    const GoodEndFound found{{down.commits[3].id, QStringLiteral("v6.3")}};
    const GoodEndFound other{{down.commits[4].id, QStringLiteral("v6.2")}};
    std::unique_ptr<Journal> journal = create();
    QVERIFY(journal->ranges()->found.empty());
    {
        const FullDisk full(QFileInfo(path("s.culprit-wal")).size());
        QVERIFY(!journal->append(found, down).has_value());
        QCOMPARE(journal->events()->size(), 1U);
        QVERIFY(journal->ranges()->found.empty());
    }
    QVERIFY(journal->append(found, causeRange(5)).has_value());
    QVERIFY(journal->append(other, causeRange(6)).has_value());
    QVERIFY(journal->append(found, down).has_value());
    journal = nullptr;
    journal = opened(path(), Access::Read);
    QCOMPARE(journal->events()->size(), 4U);
    QVERIFY(journal->events()->back().payload == Payload(found));
    const Ranges ranges = journal->ranges().value();
    QVERIFY(*ranges.first == someRange(20));
    QCOMPARE(ranges.found.size(), 2U);
    QVERIFY(*ranges.found.at(found.release.commit) == down);
    QVERIFY(*ranges.found.at(other.release.commit) == causeRange(6));
    QVERIFY(!journal->append(found, down).has_value());
}

void JournalTest::oversizedEventIsRefused()
{
    const std::unique_ptr<Journal> journal = create();
    RunEnded event;
    event.report = QString(5 << 20, u'x');
    QVERIFY(!journal->append(event).has_value());
    QCOMPARE(journal->events()->size(), 1U);
    QVERIFY(journal->append(RunEnded{}).has_value());
}

QTEST_GUILESS_MAIN(JournalTest)
#include "journaltest.moc"
