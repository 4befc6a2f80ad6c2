// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/integrity.h"
#include "engine/session/journal.h"
#include "engine/session/salvage.h"
#include "tests/engine/session/diskrecorder.h"
#include "tests/engine/session/rawfile.h"
#include "tests/support/largesession.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace culprit;
using namespace culprit::session;
using culprit::test::DiskRecorder;
using culprit::test::Loss;
using Access = Journal::Access;

namespace
{

/// What the writer was told is on disk behind some step.
struct Promise {
    std::size_t steps = 0;
    std::size_t events = 0;
    std::map<LogId, qsizetype> logs; ///< bytes of each
};

} // namespace

/// The journal on a machine that loses its power. At every step of the writer, the files that may be left hold all that
/// it was told is on disk, nothing else than the end of what it wrote is missing, and the session goes on.
class PowerLossTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eventsAndLogs();
    void logsThatFillTheWriteAheadLog();
    void aFileOfFormat1IsMigrated();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void open(const DiskRecorder &recorder);
    void close(const DiskRecorder &recorder);
    void append(const DiskRecorder &recorder, std::size_t count = 1);
    void write(LogId log, const QByteArray &bytes);
    void promise(const DiskRecorder &recorder, std::size_t events);
    /// Loses the power `points` times.
    void lose(const DiskRecorder &recorder, int points);
    void check(std::size_t step);
    /// Events of the session that was left.
    void checkEvents(const std::vector<Event> &events, std::size_t step) const;
    void checkSalvaged(std::size_t step) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::vector<Event> m_events; ///< all that were written
    std::map<LogId, QByteArray> m_logs;
    std::vector<Promise> m_promises;
};

void PowerLossTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    history::CommitRange range;
    range.commits.resize(1);
    range.bad = range.commits.back();
    SessionCreated created;
    created.setup.kernel.bad = QStringLiteral("v2");
    const auto journal = Journal::create(path("s.culprit"), created, range);
    QVERIFY(journal.has_value());
    m_events = (*journal)->events().value();
    m_logs.clear();
    m_promises = {Promise{0, 1, {}}};
}

void PowerLossTest::open(const DiskRecorder &recorder)
{
    auto journal = Journal::open(path("s.culprit"), Access::Write);
    QVERIFY2(journal, journal ? "" : journal.error().message.c_str());
    m_journal = std::move(*journal);
    promise(recorder, m_events.size());
}

void PowerLossTest::close(const DiskRecorder &recorder)
{
    m_journal.reset();
    promise(recorder, m_events.size());
}

void PowerLossTest::promise(const DiskRecorder &recorder, std::size_t events)
{
    Promise next{recorder.steps(), events, {}};
    for (const auto &[log, text] : m_logs) {
        next.logs[log] = text.size();
    }
    m_promises.push_back(std::move(next));
}

void PowerLossTest::append(const DiskRecorder &recorder, std::size_t count)
{
    std::vector<Payload> payloads;
    for (std::size_t i = 0; i < count; ++i) {
        RunEnded ended;
        ended.run = RunId{static_cast<qint64>(m_events.size() + i)};
        ended.report = QString::fromUtf8(tests::kernelConsole(static_cast<quint32>(ended.run.value), 700));
        payloads.emplace_back(std::move(ended));
    }
    if (count == 1) {
        QVERIFY(m_journal->append(payloads.front()).has_value());
    } else {
        QVERIFY(m_journal->append(payloads).has_value());
    }
    m_events = m_journal->events().value();
    promise(recorder, m_events.size());
}

void PowerLossTest::write(LogId log, const QByteArray &bytes)
{
    QVERIFY(m_journal->appendLog(log, bytes).has_value());
    m_logs[log] += bytes;
}

void PowerLossTest::lose(const DiskRecorder &recorder, int points)
{
    QVERIFY(recorder.steps() > 30);
    QRandomGenerator random(7);
    for (int point = 0; point < points; ++point) {
        const auto step = static_cast<std::size_t>(random.bounded(static_cast<int>(recorder.steps()) + 1));
        const auto loss = static_cast<Loss>(point % 4);
        recorder.leave(path("left.culprit"), step, loss, random);
        if (point % 8 < 4) {
            checkSalvaged(step);
        }
        check(step);
        if (QTest::currentTestFailed()) {
            qWarning("loss %d behind step %zu of %zu", static_cast<int>(loss), step, recorder.steps());
            return;
        }
    }
}

void PowerLossTest::checkEvents(const std::vector<Event> &events, std::size_t step) const
{
    const auto next = std::ranges::upper_bound(m_promises, step, {}, &Promise::steps);
    // What was being written is there whole or not at all.
    QVERIFY(events.size() == std::prev(next)->events || (next != m_promises.end() && events.size() == next->events));
    QVERIFY(std::ranges::equal(events, std::span(m_events).first(events.size())));
}

/// Nothing is damaged, so nothing may be missing, though no one opened the file before.
void PowerLossTest::checkSalvaged(std::size_t step) const
{
    QFile::remove(path("saved.culprit"));
    const auto salvaged = salvageSession(path("left.culprit"), path("saved.culprit"));
    QVERIFY2(salvaged, salvaged ? "" : salvaged.error().message.c_str());
    QVERIFY2(salvaged->isWhole(), qPrintable(salvaged->notes.join(u'\n')));
    checkEvents(Journal::open(path("saved.culprit"), Access::Read).value()->events().value(), step);
}

void PowerLossTest::check(std::size_t step)
{
    const Promise &kept = *std::prev(std::ranges::upper_bound(m_promises, step, {}, &Promise::steps));
    std::unique_ptr<Journal> journal;
    for (const Access access : {Access::Read, Access::Write}) {
        auto opened = Journal::open(path("left.culprit"), access);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        journal = std::move(*opened);
        const auto events = journal->events();
        QVERIFY2(events, events ? "" : events.error().message.c_str());
        checkEvents(*events, step);
        for (const auto &[log, size] : kept.logs) {
            const QByteArray text = journal->readLog(log, 0, 1LL << 30).value();
            QVERIFY(text.size() >= size && m_logs.at(log).startsWith(text));
        }
    }
    const Result<Event> event = journal->append(EngineStopped{QStringLiteral("after the power came back"), false});
    QVERIFY2(event, event ? "" : event.error().message.c_str());
    const LogId log = journal->createLog().value();
    QVERIFY(journal->appendLog(log, "on it goes") && journal->endLog(log));
    journal.reset();
    const Result<Integrity> integrity = checkSession(path("left.culprit"));
    QVERIFY(integrity);
    QVERIFY2(integrity->isSound(), qPrintable(integrity->faults.join(u'\n')));
    QCOMPARE(integrity->events, event->seq.value);
}

void PowerLossTest::eventsAndLogs()
{
    const DiskRecorder recorder(path("s.culprit"));
    quint32 boots = 0;
    for (int engine = 0; engine < 3; ++engine) {
        open(recorder);
        for (int run = 0; run < 5; ++run) {
            const LogId log = m_journal->createLog().value();
            const QByteArray text = tests::bootConsole(++boots, 6000, 8000);
            for (qsizetype at = 0; at < text.size(); at += 2000) {
                write(log, text.mid(at, 2000));
                append(recorder, at == 4000 ? 3 : 1);
            }
            QVERIFY(m_journal->endLog(log).has_value());
            append(recorder);
        }
        close(recorder);
    }
    lose(recorder, 300);
}

void PowerLossTest::logsThatFillTheWriteAheadLog()
{
    const DiskRecorder recorder(path("s.culprit"));
    QRandomGenerator random(3);
    open(recorder);
    const LogId log = m_journal->createLog().value();
    for (int i = 0; i < 40; ++i) {
        QByteArray bytes(200'000, Qt::Uninitialized);
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        write(log, bytes);
        append(recorder);
    }
    close(recorder);
    lose(recorder, 40);
}

void PowerLossTest::aFileOfFormat1IsMigrated()
{
    test::toFormat1(path("s.culprit"));
    const DiskRecorder recorder(path("s.culprit"));
    open(recorder);
    append(recorder);
    close(recorder);
    lose(recorder, 60);
}

QTEST_GUILESS_MAIN(PowerLossTest)
#include "powerlosstest.moc"
