// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/salvage.h"
#include "engine/session/integrity.h"
#include "engine/session/journal.h"
#include "tests/engine/session/rawfile.h"
#include "tests/support/largesession.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace culprit;
using namespace culprit::session;
using culprit::test::bytesOf;
using culprit::test::runSql;
using culprit::test::toFormat1;
using culprit::test::write;
using Access = Journal::Access;

namespace
{

constexpr qsizetype pageSize = 4096;

/// All that a session file holds.
struct Contents {
    std::vector<Event> events;
    history::CommitRange range;
    std::map<LogId, QByteArray> logs; ///< those that events name
    std::map<ObjectId, CommitText> texts;
};

void add(Contents &contents, const Journal &journal, LogId log)
{
    if (log) {
        contents.logs[log] = journal.readLog(log, 0, journal.logSize(log)).value();
    }
}

Contents contentsOf(const QString &path)
{
    const auto journal = Journal::open(path, Access::Read);
    if (!journal) {
        qWarning("%s", journal.error().message.c_str());
        return {};
    }
    Contents contents{(*journal)->events().value(), *(*journal)->ranges()->first, {}, {}};
    for (const Event &event : contents.events) {
        if (const auto *build = std::get_if<BuildStarted>(&event.payload)) {
            add(contents, **journal, build->log);
            if (const auto text = (*journal)->commitText(build->revision)) {
                contents.texts[build->revision] = *text;
            }
        } else if (const auto *ended = std::get_if<BuildEnded>(&event.payload)) {
            add(contents, **journal, ended->config);
        } else if (const auto *run = std::get_if<RunStarted>(&event.payload)) {
            add(contents, **journal, run->console);
        }
    }
    return contents;
}

} // namespace

class SalvageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aSoundFileIsSound();
    void aSoundFileIsSavedWhole();
    void aFileOfADeadWriterIsSavedWhole();
    void anOpenSessionIsNotTouched();
    void pagesAreOverwritten_data();
    void pagesAreOverwritten();
    void theFileIsCut_data();
    void theFileIsCut();
    void bitsAreFlipped();
    void withoutRangeOrFirstEventThereIsNothing();
    void aLostConsoleKeepsItsNumber();
    void aLogWithAWildChunkIsCut();
    void oneCopyOfAPrimerIsEnough_data();
    void oneCopyOfAPrimerIsEnough();
    void withoutTheirPrimerLogsAreLost();
    void aFileOfFormat1IsSaved();
    void changedRowsAreFaults_data();
    void changedRowsAreFaults();
    void aSalvagedFileIsSalvagedAgain();
    void refusalsNameTheWayOut();
    void nothingIsOverwrittenAndNothingIsLeft();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    /// Salvages bytes that are no longer as they were; what is saved must be a part of the original.
    std::optional<Salvaged> salvaged(const QByteArray &damaged);

    QTemporaryDir m_place;
    QString m_original;
    QByteArray m_bytes;
    Contents m_contents;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SalvageTest::initTestCase()
{
    m_original = m_place.filePath(QStringLiteral("original.culprit"));
    tests::LargeSession shape;
    shape.runs = 200;
    shape.judgements = 200;
    shape.consoleBytes = 4000;
    const Result<void> written = tests::writeLargeSession(m_original, shape);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    {
        const auto journal = Journal::open(m_original, Access::Write);
        const LogId log = (*journal)->createLog().value();
        QVERIFY((*journal)->appendLog(log, tests::kernelConsole(7, 300'000)).has_value());
        QVERIFY((*journal)->append(RunStarted{RunId{201}, BuildId{1}, {}, log, 0, {}, 0, 0}).has_value());
    }
    m_bytes = bytesOf(m_original);
    m_contents = contentsOf(m_original);
    QVERIFY(m_contents.events.size() > 480);
    QVERIFY(m_contents.logs.size() > 150);
    QVERIFY(m_contents.texts.size() > 10);
}

void SalvageTest::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::optional<Salvaged> SalvageTest::salvaged(const QByteArray &damaged)
{
    const QString from = path("damaged.culprit");
    const QString to = path("saved.culprit");
    QFile::remove(to);
    write(from, damaged);
    const Result<Salvaged> result = salvageSession(from, to);
    if (bytesOf(from) != damaged) {
        qWarning("The damaged file was changed.");
    }
    if (!result) {
        if (QFile::exists(to) || result.error().message.empty()) {
            qWarning("A file is left, or nothing is said.");
        }
        return std::nullopt;
    }
    const Result<Integrity> integrity = checkSession(to);
    if (!integrity || !integrity->isSound()) {
        qWarning("%s", qPrintable(integrity ? integrity->faults.join(u'\n') : QString()));
    }
    const Contents saved = contentsOf(to);
    qint64 missing = 0;
    for (const EventSpan &span : result->missingEvents) {
        missing += span.last - span.first + 1;
    }
    if (saved.events.back().seq.value != std::ssize(saved.events) + missing ||
        result->events != std::ssize(saved.events)) {
        qWarning("Not every missing event is named.");
    }
    for (const Event &event : saved.events) {
        const qint64 index = event.seq.value - 1;
        if (index >= std::ssize(m_contents.events) || m_contents.events[static_cast<std::size_t>(index)] != event) {
            qWarning("Event %lld is none of the original.", static_cast<long long>(event.seq.value));
        }
    }
    if (saved.range != m_contents.range) {
        qWarning("The range is another one.");
    }
    for (const auto &[id, text] : saved.texts) {
        if (!m_contents.texts.contains(id) || m_contents.texts.at(id) != text) {
            qWarning("The text of a commit is another one.");
        }
    }
    // An index or an inner page of a tree may be lost without a loss.
    if (result->isWhole() && (saved.events.size() != m_contents.events.size() || saved.logs != m_contents.logs ||
                              saved.texts != m_contents.texts)) {
        qWarning("What is missing is not said.");
    }
    for (const auto &[log, text] : saved.logs) {
        QByteArray expected = m_contents.logs.at(log);
        QByteArray got = text;
        for (const LostPart &part : result->lostParts) {
            if (part.log == log) {
                const qint64 size = part.to.value_or(expected.size()) - part.from;
                expected =
                    part.to ? expected.replace(part.from, size, QByteArray(size, '?')) : expected.first(part.from);
                if (part.to) {
                    got.replace(part.from, size, QByteArray(size, '?'));
                }
            }
        }
        // Where nothing says that there was more of a log, it just ends.
        if (got != expected && (result->notes.isEmpty() || !expected.startsWith(got))) {
            qWarning("Log %lld is another one.", static_cast<long long>(log.value));
        }
    }
    return *result;
}

void SalvageTest::aSoundFileIsSound()
{
    const Result<Integrity> integrity = checkSession(m_original);
    QVERIFY(integrity);
    QCOMPARE(integrity->faults, QStringList());
    QCOMPARE(integrity->events, std::ssize(m_contents.events));
    QCOMPARE(integrity->logs, std::ssize(m_contents.logs));
    QCOMPARE(bytesOf(m_original), m_bytes);
}

void SalvageTest::aSoundFileIsSavedWhole()
{
    const std::optional<Salvaged> result = salvaged(m_bytes);
    QVERIFY(result);
    QVERIFY2(result->isWhole(), qPrintable(result->notes.join(u' ')));
    const Contents saved = contentsOf(path("saved.culprit"));
    QCOMPARE(saved.events.size(), m_contents.events.size());
    QVERIFY(saved.logs == m_contents.logs);
    QVERIFY(saved.texts == m_contents.texts);
    QCOMPARE(result->logs, std::ssize(m_contents.logs));
    QCOMPARE(result->commitTexts, std::ssize(m_contents.texts));
}

void SalvageTest::aFileOfADeadWriterIsSavedWhole()
{
    QVERIFY(QFile::copy(m_original, path("open.culprit")));
    const auto writer = Journal::open(path("open.culprit"), Access::Write);
    QVERIFY((*writer)->append(EngineStopped{QStringLiteral("in the write-ahead log"), false}).has_value());
    QVERIFY(QFile::copy(path("open.culprit"), path("dead.culprit")));
    QVERIFY(QFile::copy(path("open.culprit-wal"), path("dead.culprit-wal")));
    const QByteArray before = bytesOf(path("dead.culprit"));
    const QByteArray logBefore = bytesOf(path("dead.culprit-wal"));
    QVERIFY(!logBefore.isEmpty());

    const Result<Salvaged> result = salvageSession(path("dead.culprit"), path("saved.culprit"));
    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QVERIFY2(result->isWhole(), qPrintable(result->notes.join(u' ')));
    QCOMPARE(result->events, std::ssize(m_contents.events) + 1);
    QVERIFY(bytesOf(path("dead.culprit")) == before);
    QVERIFY(bytesOf(path("dead.culprit-wal")) == logBefore);
    QCOMPARE(contentsOf(path("saved.culprit")).events.size(), m_contents.events.size() + 1);
}

void SalvageTest::anOpenSessionIsNotTouched()
{
    QVERIFY(QFile::copy(m_original, path("open.culprit")));
    const auto writer = Journal::open(path("open.culprit"), Access::Write);
    const Result<Salvaged> result = salvageSession(path("open.culprit"), path("saved.culprit"));
    QVERIFY(!result);
    QVERIFY(result.error().message.contains("Another program"));
    QVERIFY(!QFile::exists(path("saved.culprit")));
}

void SalvageTest::pagesAreOverwritten_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("random") << 0;
    QTest::newRow("zero") << 1;
    QTest::newRow("another page") << 2;
}

void SalvageTest::pagesAreOverwritten()
{
    QFETCH(int, how);
    QRandomGenerator random(11);
    const qsizetype pages = m_bytes.size() / pageSize;
    int saved = 0;
    for (int round = 0; round < 12; ++round) {
        QByteArray damaged = m_bytes;
        const int size = round % 3 == 0 ? 8 : 1;
        const qsizetype at = random.bounded(qint64{1}, qint64{pages - size}) * pageSize;
        const qsizetype source = random.bounded(qint64{1}, qint64{pages - size}) * pageSize;
        for (qsizetype i = 0; i < size * pageSize; ++i) {
            damaged[at + i] = how == 0 ? static_cast<char>(random.bounded(256)) : how == 1 ? '\0' : m_bytes[source + i];
        }
        const std::optional<Salvaged> result = salvaged(damaged);
        saved += result ? 1 : 0;
    }
    QVERIFY(saved >= 10);
}

void SalvageTest::theFileIsCut_data()
{
    QTest::addColumn<qint64>("size");
    const qint64 whole = m_bytes.size();
    for (const qint64 size : {whole - 1, whole - pageSize, whole * 9 / 10, whole / 2, whole / 2 + 77, whole / 10,
                              qint64{10 * pageSize}, qint64{pageSize}, qint64{1000}, qint64{50}, qint64{1}}) {
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }
}

void SalvageTest::theFileIsCut()
{
    QFETCH(qint64, size);
    const QByteArray damaged = m_bytes.first(size);
    const std::optional<Salvaged> result = salvaged(damaged);
    if (size > m_bytes.size() * 4 / 5) {
        QVERIFY(result);
    }
    if (result) {
        QVERIFY(!result->isWhole());
    }
    const Result<Integrity> integrity = checkSession(path("damaged.culprit"));
    QVERIFY(!integrity || !integrity->isSound());
}

void SalvageTest::bitsAreFlipped()
{
    QRandomGenerator random(2026);
    int saved = 0;
    int found = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray damaged = m_bytes;
        const qint64 at = random.bounded(qint64{0}, m_bytes.size());
        damaged[at] = static_cast<char>(damaged.at(at) ^ static_cast<char>(1 << random.bounded(8)));
        saved += salvaged(damaged) ? 1 : 0;
        const Result<Integrity> integrity = checkSession(path("damaged.culprit"));
        found += !integrity || !integrity->isSound() ? 1 : 0;
    }
    QVERIFY2(saved >= 195, qPrintable(QString::number(saved)));
    QVERIFY2(found >= 150, qPrintable(QString::number(found))); // what is not used may change
}

void SalvageTest::withoutRangeOrFirstEventThereIsNothing()
{
    QVERIFY(QFile::copy(m_original, path("no-range.culprit")));
    runSql(path("no-range.culprit"), QStringLiteral("UPDATE setting SET value = x'00' WHERE key = 'range'"));
    QVERIFY(QFile::copy(m_original, path("no-first.culprit")));
    runSql(path("no-first.culprit"), QStringLiteral("UPDATE event SET payload = '{' WHERE seq = 1"));
    for (const auto &[name, word] :
         {std::pair("no-range.culprit", "range"), std::pair("no-first.culprit", "first event")}) {
        const Result<Integrity> integrity = checkSession(path(name));
        QVERIFY(integrity && integrity->faults.size() == 1);
        const Result<Salvaged> result = salvageSession(path(name), path("saved.culprit"));
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(word), result.error().message.c_str());
        QVERIFY(!QFile::exists(path("saved.culprit")));
    }
}

void SalvageTest::aLostConsoleKeepsItsNumber()
{
    const LogId last = m_contents.logs.rbegin()->first;
    QVERIFY(QFile::copy(m_original, path("damaged.culprit")));
    runSql(path("damaged.culprit"), QStringLiteral("DELETE FROM log WHERE id = %1").arg(last.value));
    runSql(path("damaged.culprit"), QStringLiteral("UPDATE log SET data = x'00' WHERE id = 3"));
    QCOMPARE(checkSession(path("damaged.culprit"))->faults.size(), 2);
    const Result<Salvaged> result = salvageSession(path("damaged.culprit"), path("saved.culprit"));
    QVERIFY(result);
    const std::vector<LostPart> expected{{LogId{3}, 0, {}}, {last, 0, {}}};
    QVERIFY(result->lostParts == expected);
    const auto saved = Journal::open(path("saved.culprit"), Access::Write);
    QVERIFY(saved);
    QCOMPARE((*saved)->logSize(LogId{3}), 0);
    QCOMPARE((*saved)->createLog()->value, last.value + 1);
}

void SalvageTest::aLogWithAWildChunkIsCut()
{
    const QString damaged = path("damaged.culprit");
    QVERIFY(QFile::copy(m_original, damaged));
    runSql(damaged,
           QStringLiteral("INSERT INTO log SELECT id, 4000000000, size, data, primer FROM log WHERE id = 1 LIMIT 1"));
    runSql(damaged,
           QStringLiteral("INSERT INTO log SELECT 5000, 4000000000, size, data, primer FROM log WHERE id = 1 LIMIT 1"));
    runSql(damaged,
           QStringLiteral("INSERT INTO log SELECT 5001, 1 << 60, size, data, primer FROM log WHERE id = 1 LIMIT 1"));
    const Result<Salvaged> result = salvageSession(damaged, path("saved.culprit"));
    QVERIFY(result);
    const std::vector<LostPart> expected{{LogId{1}, m_contents.logs.begin()->second.size(), {}}, {LogId{5000}, 0, {}}};
    QVERIFY(result->lostParts == expected);
    QVERIFY(checkSession(path("saved.culprit"))->isSound());
    QVERIFY(contentsOf(path("saved.culprit")).logs == m_contents.logs);
}

void SalvageTest::oneCopyOfAPrimerIsEnough_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *table : {"primer", "primercopy"}) {
        QTest::addRow("%s overwritten", table)
            << QStringLiteral("UPDATE %1 SET data = x'00'").arg(QLatin1String(table));
        QTest::addRow("%s missing", table) << QStringLiteral("DELETE FROM %1").arg(QLatin1String(table));
    }
}

void SalvageTest::oneCopyOfAPrimerIsEnough()
{
    QFETCH(QString, sql);
    const QString damaged = path("damaged.culprit");
    QVERIFY(QFile::copy(m_original, damaged));
    runSql(damaged, sql);
    QVERIFY(contentsOf(damaged).logs == m_contents.logs);
    const QStringList faults = checkSession(damaged)->faults;
    QVERIFY2(faults.size() == 1 && faults[0].contains(u"One of the two copies"), qPrintable(faults.join(u'\n')));

    const Result<Salvaged> result = salvageSession(damaged, path("saved.culprit"));
    QVERIFY(result && result->lostParts.empty());
    QVERIFY(contentsOf(path("saved.culprit")).logs == m_contents.logs);
    QVERIFY(checkSession(path("saved.culprit"))->isSound());
}

void SalvageTest::withoutTheirPrimerLogsAreLost()
{
    const QString damaged = path("damaged.culprit");
    QVERIFY(QFile::copy(m_original, damaged));
    runSql(damaged, QStringLiteral("UPDATE primer SET data = x'00'"));
    runSql(damaged, QStringLiteral("UPDATE primercopy SET data = x'00'"));
    const QStringList faults = checkSession(damaged)->faults;
    QVERIFY2(faults.size() > 50 && faults[0].contains(u"is damaged at byte 0"), qPrintable(faults.join(u'\n')));
    {
        const auto journal = Journal::open(damaged, Access::Write);
        const LogId last = m_contents.logs.rbegin()->first;
        const Result<QByteArray> text = (*journal)->readLog(last, 0, 100);
        QVERIFY(!text && text.error().message.contains("culprit salvage FILE -o NEW"));
        const LogId log = (*journal)->createLog().value();
        QVERIFY((*journal)->appendLog(log, tests::kernelConsole(1, 5000)) && (*journal)->endLog(log));
        QCOMPARE((*journal)->readLog(log, 0, 9000).value(), tests::kernelConsole(1, 5000));
    }
    const Result<Salvaged> result = salvageSession(damaged, path("saved.culprit"));
    QVERIFY(result && result->lostParts.size() > 50);
    QVERIFY(checkSession(path("saved.culprit"))->isSound());
    QCOMPARE(contentsOf(path("saved.culprit")).events.size(), m_contents.events.size());
}

void SalvageTest::aFileOfFormat1IsSaved()
{
    const QByteArray text = tests::kernelConsole(1, 100'000);
    const QString old = path("old.culprit");
    {
        SessionCreated created;
        created.setup.kernel.bad = QStringLiteral("v2");
        const auto journal = Journal::create(old, created, m_contents.range);
        const LogId log = (*journal)->createLog().value();
        QVERIFY((*journal)->appendLog(log, text));
    }
    toFormat1(old);
    QVERIFY(checkSession(old)->isSound());
    const Result<Salvaged> result = salvageSession(old, path("saved.culprit"));
    QVERIFY2(result && result->isWhole(), result ? qPrintable(result->notes.join(u' ')) : "");
    const auto saved = Journal::open(path("saved.culprit"), Access::Read);
    QCOMPARE((*saved)->readLog(LogId{1}, 0, 1 << 20).value(), text);
}

void SalvageTest::changedRowsAreFaults_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("fault");
    QTest::newRow("event") << QStringLiteral(
                                  "UPDATE event SET payload = replace(payload, '9009', '9008') WHERE payload LIKE "
                                  "'%9009%'")
                           << QStringLiteral("not as it was written");
    QTest::newRow("time") << QStringLiteral("UPDATE event SET time = time + 1 WHERE seq = 100")
                          << QStringLiteral("Event 100 is damaged");
    QTest::newRow("number") << QStringLiteral("UPDATE event SET seq = 99999 WHERE seq = 100")
                            << QStringLiteral("Event 100 is missing");
    QTest::newRow("missing") << QStringLiteral("DELETE FROM event WHERE seq BETWEEN 21 AND 40")
                             << QStringLiteral("Events 21 to 40 are missing");
    QTest::newRow("log") << QStringLiteral("DELETE FROM log WHERE id = (SELECT max(id) FROM log) AND chunk = 2")
                         << QStringLiteral("is damaged at byte 131072");
    QTest::newRow("size") << QStringLiteral("UPDATE log SET size = size - 1 WHERE id = 5")
                          << QStringLiteral("Log 5 is damaged at byte 0");
    QTest::newRow("text") << QStringLiteral("UPDATE setting SET value = x'00' WHERE key LIKE 'commit/%'")
                          << QStringLiteral("cannot be read");
    QTest::newRow("no range") << QStringLiteral("DELETE FROM setting WHERE key = 'range'")
                              << QStringLiteral("range of commits is missing");
    QTest::newRow("no table") << QStringLiteral("DROP TABLE log") << QStringLiteral("\"log\"");
}

void SalvageTest::changedRowsAreFaults()
{
    QFETCH(QString, sql);
    QFETCH(QString, fault);
    QVERIFY(QFile::copy(m_original, path("damaged.culprit")));
    runSql(path("damaged.culprit"), sql);
    const Result<Integrity> integrity = checkSession(path("damaged.culprit"));
    QVERIFY(integrity);
    const QString faults = integrity->faults.join(u'\n');
    QVERIFY2(faults.contains(fault), qPrintable(faults));
}

void SalvageTest::aSalvagedFileIsSalvagedAgain()
{
    const QString damaged = path("damaged.culprit");
    QVERIFY(QFile::copy(m_original, damaged));
    runSql(damaged, QStringLiteral("DELETE FROM event WHERE seq BETWEEN 21 AND 40 OR seq = 77"));
    const Result<Salvaged> first = salvageSession(damaged, path("first.culprit"));
    const std::vector<EventSpan> missing{{21, 40}, {77, 77}};
    QVERIFY(first && first->missingEvents == missing);
    QVERIFY(checkSession(path("first.culprit"))->lost == missing);

    const Result<Salvaged> second = salvageSession(path("first.culprit"), path("second.culprit"));
    QVERIFY(second && second->isWhole());
    const Result<Integrity> integrity = checkSession(path("second.culprit"));
    QVERIFY(integrity->isSound() && integrity->lost == missing);
    const auto journal = Journal::open(path("second.culprit"), Access::Write);
    QCOMPARE((*journal)->append(EngineStopped{})->seq.value, m_contents.events.back().seq.value + 1);
}

void SalvageTest::refusalsNameTheWayOut()
{
    const QString way = QStringLiteral("culprit salvage FILE -o NEW");
    const auto refusal = [this](const QByteArray &bytes) {
        write(path("damaged.culprit"), bytes);
        const auto journal = Journal::open(path("damaged.culprit"), Access::Read);
        const auto events = journal ? (*journal)->events() : std::unexpected(journal.error());
        return events ? QString() : QString::fromStdString(events.error().message);
    };
    QByteArray schema = m_bytes;
    schema.replace(100, 200, QByteArray(200, '\xff'));
    QByteArray event = m_bytes;
    event[event.indexOf("The run 100 ended.") + 5] = 'R';
    for (const QByteArray &bytes : {m_bytes.first(m_bytes.size() / 2), schema, event}) {
        const QString message = refusal(bytes);
        QVERIFY2(message.contains(way) && message.contains(path("damaged.culprit")), qPrintable(message));
        QCOMPARE(message.count(u'\n'), 0);
    }
    const std::optional<Salvaged> result = salvaged(schema);
    QVERIFY(result && result->events == std::ssize(m_contents.events));
}

void SalvageTest::nothingIsOverwrittenAndNothingIsLeft()
{
    write(path("mine"), "mine");
    const Result<Salvaged> result = salvageSession(m_original, path("mine"));
    QVERIFY(!result && result.error().message.contains("exists already"));
    QCOMPARE(bytesOf(path("mine")), QByteArray("mine"));
    QVERIFY(!salvageSession(m_original, path("no/such/folder")));
    QVERIFY(!salvageSession(path("missing"), path("new")));
    QVERIFY(!salvageSession(m_folder->path(), path("new")));
    QVERIFY(!salvageSession(path("mine"), path("new")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(QStringLiteral("mine")));
}

QTEST_GUILESS_MAIN(SalvageTest)
#include "salvagetest.moc"
