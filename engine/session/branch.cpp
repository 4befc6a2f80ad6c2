// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/branch.h"

#include "engine/session/committext.h"
#include "engine/session/eventrow.h"
#include "engine/session/eventspan.h"
#include "engine/session/journal.h"
#include "engine/session/primers.h"
#include "engine/session/rangesettings.h"
#include "engine/session/sessiontables.h"
#include "engine/session/sessionwriter.h"
#include "engine/session/state.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace culprit::session
{

namespace
{

class Branch final
{
public:
    /// `shared`: the events that both have, not none.
    Branch(const Journal &journal, std::vector<Event> shared, Ranges ranges, SessionWriter &writer);

    [[nodiscard]] Result<Branched> run();

private:
    [[nodiscard]] Result<void> copyEvents();
    [[nodiscard]] Result<void> copyRanges();
    [[nodiscard]] Result<void> copyTexts();
    [[nodiscard]] Result<void> copyLogs();
    [[nodiscard]] Result<void> copyLog(LogId log);
    [[nodiscard]] Result<void> cancelWhatRuns();
    [[nodiscard]] Result<void> append(const Payload &payload);

    const Journal &m_journal;
    std::vector<Event> m_shared;
    SessionState m_state; ///< after those events
    SessionWriter &m_writer;
    Primers m_primers;
    EventSeq m_last;
    Branched m_branched;
};

Branch::Branch(const Journal &journal, std::vector<Event> shared, Ranges ranges, SessionWriter &writer)
    : m_journal(journal),
      m_shared(std::move(shared)),
      m_state(fold(m_shared, ranges)),
      m_writer(writer),
      m_primers(writer.database()),
      m_last(m_shared.back().seq)
{
    m_branched.at = m_last;
}

Result<Branched> Branch::run()
{
    return copyEvents()
        .and_then([this] { return copyRanges(); })
        .and_then([this] { return copyTexts(); })
        .and_then([this] { return copyLogs(); })
        .and_then([this] { return cancelWhatRuns(); })
        .transform([this] { return m_branched; });
}

Result<void> Branch::copyEvents()
{
    std::vector<EventSpan> missing; // of a session that was salvaged
    qint64 expected = 1;
    Result<void> done;
    for (const Event &event : m_shared) {
        if (event.seq.value > expected) {
            missing.push_back({expected, event.seq.value - 1});
        }
        expected = event.seq.value + 1;
        done = done.and_then([&] { return m_writer.addEvent(rowOf(event)); });
    }
    return done && !missing.empty() ? m_writer.addSetting(lostKey, spansText(missing).toUtf8()) : done;
}

Result<void> Branch::copyRanges()
{
    Ranges needed = m_state.ranges;
    std::set<ObjectId> found;
    for (const Event &event : m_shared) {
        if (const auto *end = std::get_if<GoodEndFound>(&event.payload)) {
            found.insert(end->release.commit);
        }
    }
    std::erase_if(needed.found, [&found](const auto &range) { return !found.contains(range.first); });
    Result<void> done;
    for (const auto &[key, value] : rangeSettings(needed)) {
        done = done.and_then([&] { return m_writer.addSetting(key, value); });
    }
    return done;
}

Result<void> Branch::copyTexts()
{
    Result<void> done;
    for (const auto &[id, revision] : m_state.revisions) {
        if (const std::optional<CommitText> text = m_journal.commitText(id)) {
            done = done.and_then([&] { return m_writer.addSetting(commitKey(id), packedCommitText(*text)); });
        }
    }
    return done;
}

Result<void> Branch::copyLogs()
{
    std::set<LogId> named;
    for (const Event &event : m_shared) {
        if (const LogId log = logNamedBy(event.payload)) {
            named.insert(log);
        }
    }
    Result<void> done;
    for (const LogId log : named) {
        done = done.and_then([&] { return copyLog(log); });
    }
    m_branched.logs = std::ssize(named);
    return done;
}

Result<void> Branch::copyLog(LogId log)
{
    const qint64 size = m_journal.logSize(log);
    qint64 chunk = 0;
    do {
        const Result<QByteArray> text = m_journal.readLog(log, chunk * logChunkSize, logChunkSize);
        if (!text) {
            return std::unexpected(text.error());
        }
        if (Result<void> done = m_writer.addChunk(log, chunk, text->size(), m_primers.packed(*text)); !done) {
            return done;
        }
        ++chunk;
    } while (chunk * logChunkSize < size);
    return m_primers.learn(log);
}

Result<void> Branch::append(const Payload &payload)
{
    ++m_last.value;
    return m_writer.addEvent(rowOf({m_last, QDateTime::currentMSecsSinceEpoch(), payload}));
}

Result<void> Branch::cancelWhatRuns()
{
    Result<void> done;
    for (const auto &[id, build] : m_state.builds) {
        if (!build.ended) {
            BuildEnded ended;
            ended.build = id;
            ended.outcome = BuildOutcome::Cancelled;
            ended.cause = QStringLiteral("the session was branched before the build ended");
            done = done.and_then([&] { return append(ended); });
            ++m_branched.cancelled;
        }
    }
    for (const auto &[id, run] : m_state.runs) {
        if (!run.ended) {
            RunEnded ended;
            ended.run = id;
            ended.outcome = Outcome::Cancelled;
            ended.reason = QStringLiteral("the session was branched before the run ended");
            done = done.and_then([&] { return append(ended); });
            ++m_branched.cancelled;
        }
    }
    const QString name = QFileInfo(m_journal.path()).fileName();
    return done.and_then([&] {
        return append(
            EngineStopped{QStringLiteral("Branched from %1 at event %2.").arg(name).arg(m_branched.at.value), false});
    });
}

} // namespace

Result<Branched> branchSession(const QString &from, std::optional<EventSeq> at, const QString &target)
{
    const Result<std::unique_ptr<Journal>> journal = Journal::open(from, Journal::Access::Read);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    Result<std::vector<Event>> events = (*journal)->events();
    Result<Ranges> ranges = (*journal)->ranges();
    if (!events || !ranges) {
        return std::unexpected(!events ? events.error() : ranges.error());
    }
    if (at) {
        const EventSeq last = events->back().seq;
        if (at->value < 1 || *at > last) {
            return wrongUse("The session has no event " + std::to_string(at->value) + ": its last one is " +
                            std::to_string(last.value) + ".");
        }
        std::erase_if(*events, [&at](const Event &event) { return event.seq > *at; });
    }
    const Result<std::unique_ptr<SessionWriter>> writer = SessionWriter::create(target);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    return Branch(**journal, std::move(*events), std::move(*ranges), **writer)
        .run()
        .and_then([&writer](const Branched &branched) {
            return (*writer)->finish().transform([&branched] { return branched; });
        });
}

} // namespace culprit::session
