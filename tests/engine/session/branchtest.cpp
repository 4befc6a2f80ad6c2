// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/branch.h"
#include "engine/session/integrity.h"
#include "engine/session/journal.h"
#include "engine/session/state.h"
#include "tests/engine/session/rawfile.h"
#include "tests/support/largesession.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace culprit;
using namespace culprit::session;
using culprit::test::bytesOf;
using culprit::test::runSql;
using Access = Journal::Access;

namespace
{

template <class T>
EventSeq seqOf(const std::vector<Event> &events, int number)
{
    for (const Event &event : events) {
        if (std::holds_alternative<T>(event.payload) && --number == 0) {
            return event.seq;
        }
    }
    return {};
}

} // namespace

class BranchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void allOfASession();
    void whatTheEventsNeedAndNothingElse();
    void whatWasUnderWayIsCancelled();
    void rangesOfReleasesGoWithTheirEvents();
    void aSessionThatIsBeingWritten();
    void aSalvagedSession();
    void refusals();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] static std::unique_ptr<Journal> opened(const QString &path);

    QTemporaryDir m_place;
    QString m_session;
    std::vector<Event> m_events;
    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<Journal> BranchTest::opened(const QString &path)
{
    auto journal = Journal::open(path, Access::Read);
    if (!journal) {
        qFatal("%s", journal.error().message.c_str());
    }
    return std::move(*journal);
}

void BranchTest::initTestCase()
{
    m_session = m_place.filePath(QStringLiteral("session.culprit"));
    tests::LargeSession shape;
    shape.builds = 6;
    shape.runs = 45;
    shape.consoleBytes = 70'000;
    QVERIFY(tests::writeLargeSession(m_session, shape));
    m_events = opened(m_session)->events().value();
}

void BranchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void BranchTest::allOfASession()
{
    const QByteArray before = bytesOf(m_session);
    const Result<Branched> branched = branchSession(m_session, {}, path("new.culprit"));
    QVERIFY2(branched, branched ? "" : branched.error().message.c_str());
    QCOMPARE(branched->at, m_events.back().seq);
    QCOMPARE(branched->cancelled, 0);
    QVERIFY(bytesOf(m_session) == before);
    QVERIFY(checkSession(path("new.culprit"))->isSound());

    const auto from = opened(m_session);
    const auto to = opened(path("new.culprit"));
    const std::vector<Event> events = to->events().value();
    QCOMPARE(events.size(), m_events.size() + 1);
    QVERIFY(std::ranges::equal(std::span(events).first(m_events.size()), m_events));
    QCOMPARE(std::get<EngineStopped>(events.back().payload).reason,
             QStringLiteral("Branched from session.culprit at event %1.").arg(branched->at.value));
    QVERIFY(*to->ranges()->first == *from->ranges()->first);
    const std::vector<LogId> logs = to->logs().value();
    QCOMPARE(logs, from->logs().value());
    for (const LogId log : logs) {
        QVERIFY(to->readLog(log, 0, 1 << 20).value() == from->readLog(log, 0, 1 << 20).value());
    }
    QCOMPARE(to->keptCommits()->size(), from->keptCommits()->size());
}

void BranchTest::whatTheEventsNeedAndNothingElse()
{
    const EventSeq at = seqOf<BuildEnded>(m_events, 3);
    const Result<Branched> branched = branchSession(m_session, at, path("new.culprit"));
    QVERIFY(branched);
    QCOMPARE(branched->logs, 6); // of each build its log and its config
    QVERIFY(checkSession(path("new.culprit"))->isSound());
    const auto to = opened(path("new.culprit"));
    QCOMPARE(std::ssize(to->logs().value()), 6);
    QCOMPARE(std::ssize(to->keptCommits().value()), 3);
    QCOMPARE(std::ssize(to->events().value()), at.value + 1);
    const SessionState state = fold(to->events().value(), to->ranges().value());
    QCOMPARE(std::ssize(state.builds), 3);
    QVERIFY(state.runs.empty());
}

void BranchTest::whatWasUnderWayIsCancelled()
{
    const EventSeq at = seqOf<RunStarted>(m_events, 7);
    const Result<Branched> branched = branchSession(m_session, at, path("new.culprit"));
    QVERIFY(branched);
    QCOMPARE(branched->cancelled, 1);
    const auto to = opened(path("new.culprit"));
    SessionState state = fold(to->events().value(), to->ranges().value());
    QVERIFY(!state.engineActive);
    QCOMPARE(state.runs.at(RunId{7}).outcome(), Outcome::Cancelled);
    QCOMPARE(state.runs.size(), 7U);

    // An engine that dies there leaves the same to the next one.
    const std::vector<Event> shared(m_events.begin(), m_events.begin() + at.value);
    const Event start{EventSeq{1000}, 1, EngineStarted{}};
    SessionState died = extend(fold(shared, to->ranges().value()), start);
    state = extend(std::move(state), start);
    for (const auto &[id, revision] : died.revisions) {
        QCOMPARE(state.revision(id)->tally, revision.tally);
        QCOMPARE(state.revision(id)->runsMissing, revision.runsMissing);
    }

    const auto inBuild = branchSession(m_session, seqOf<BuildStarted>(m_events, 2), path("build.culprit"));
    QVERIFY(inBuild && inBuild->cancelled == 1);
    const auto building = opened(path("build.culprit"));
    QCOMPARE(fold(building->events().value(), building->ranges().value()).builds.at(BuildId{2}).outcome(),
             BuildOutcome::Cancelled);
}

void BranchTest::rangesOfReleasesGoWithTheirEvents()
{
    history::CommitRange range;
    range.commits.resize(1);
    range.bad = range.commits.back();
    SessionCreated created;
    created.setup.kernel.bad = QStringLiteral("v2");
    std::vector<Event> events;
    GoodEndFound found[2];
    {
        const auto journal = Journal::create(path("releases.culprit"), created, range).value();
        for (std::uint8_t i = 0; i < 2; ++i) {
            std::array<std::uint8_t, 20> bytes{};
            bytes.fill(static_cast<std::uint8_t>(i + 7));
            found[i] = {{ObjectId(bytes), QStringLiteral("v6.%1").arg(i)}};
            QVERIFY(journal->append(found[i], range).has_value());
        }
    }
    for (const qint64 at : {1, 2, 3}) {
        const QString target = path("new.culprit");
        QFile::remove(target);
        QVERIFY(branchSession(path("releases.culprit"), EventSeq{at}, target));
        const Ranges ranges = opened(target)->ranges().value();
        QCOMPARE(std::ssize(ranges.found), at - 1);
        QVERIFY(at < 2 || *ranges.found.at(found[0].release.commit) == range);
    }
}

void BranchTest::aSessionThatIsBeingWritten()
{
    QVERIFY(QFile::copy(m_session, path("open.culprit")));
    const auto writer = Journal::open(path("open.culprit"), Access::Write).value();
    const LogId log = writer->createLog().value();
    QVERIFY(writer->appendLog(log, "half a boot"));
    QVERIFY(writer->append(RunStarted{RunId{46}, BuildId{1}, {}, log, 0, {}, 0, 0}));
    QVERIFY(writer->appendLog(log, " and more in memory"));
    const Result<Branched> branched = branchSession(path("open.culprit"), {}, path("new.culprit"));
    QVERIFY(branched && branched->cancelled == 1);
    QCOMPARE(opened(path("new.culprit"))->readLog(log, 0, 100).value(), QByteArray("half a boot"));
    QVERIFY(writer->append(EngineStopped{}));
}

void BranchTest::aSalvagedSession()
{
    QVERIFY(QFile::copy(m_session, path("salvaged.culprit")));
    runSql(path("salvaged.culprit"), QStringLiteral("DELETE FROM event WHERE seq BETWEEN 5 AND 6 OR seq = 60"));
    QVERIFY(branchSession(path("salvaged.culprit"), EventSeq{50}, path("new.culprit")));
    const Integrity integrity = checkSession(path("new.culprit")).value();
    QVERIFY2(integrity.isSound(), qPrintable(integrity.faults.join(u'\n')));
    QCOMPARE(spansText(integrity.lost), QStringLiteral("5-6"));
}

void BranchTest::refusals()
{
    test::write(path("mine"), "mine");
    const auto taken = branchSession(m_session, {}, path("mine"));
    QVERIFY(!taken && taken.error().message.contains("exists already"));
    QCOMPARE(bytesOf(path("mine")), QByteArray("mine"));
    const auto itself = branchSession(m_session, {}, m_session);
    QVERIFY(!itself && itself.error().message.contains("exists already"));
    for (const qint64 at : {qint64{0}, qint64{-1}, qint64{m_events.back().seq.value + 1}}) {
        const auto never = branchSession(m_session, EventSeq{at}, path("new.culprit"));
        QVERIFY(!never && never.error().message.contains("no event"));
    }
    QVERIFY(!branchSession(path("missing.culprit"), {}, path("new.culprit")));
    QVERIFY(QFile::copy(m_session, path("damaged.culprit")));
    runSql(path("damaged.culprit"), QStringLiteral("UPDATE log SET data = x'00' WHERE id = 3"));
    QVERIFY(!branchSession(path("damaged.culprit"), {}, path("new.culprit")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

QTEST_GUILESS_MAIN(BranchTest)
#include "branchtest.moc"
