// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/logimporter.h"

#include "engine/crash/types.h"
#include "engine/exchange/facts.h"
#include "engine/exchange/logtext.h"
#include "engine/exchange/testedline.h"
#include "engine/history/repository.h"
#include "engine/session/doubt.h"
#include "engine/session/journal.h"
#include "engine/session/narrowedrange.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace culprit::exchange
{

using session::Find;
using session::Outcome;

namespace
{

QString typeOf(const QString &title)
{
    const std::string_view type = crash::typeOf(title.toStdString());
    return QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
}

/// Builds and runs of a log, numbered as they come.
class EventWriter final
{
public:
    explicit EventWriter(const BisectLog &log) : m_log(log) {}

    std::vector<session::Payload> events()
    {
        for (const LoggedTest &test : m_log.tests) {
            const bool isKnown = !test.runs.empty() || !test.buildFailure.isEmpty() || !test.signature.isEmpty();
            if (isKnown && !test.otherConfig) {
                add(test);
            }
        }
        return std::move(m_events);
    }

private:
    void add(const LoggedTest &test)
    {
        session::BuildStarted started;
        started.build = BuildId{++m_builds};
        started.revision = test.revision;
        m_events.emplace_back(started);
        session::BuildEnded ended;
        ended.build = started.build;
        ended.compiler = test.compiler;
        ended.signature = test.signature;
        ended.outcome = test.buildFailure.isEmpty() ? session::BuildOutcome::Built : session::BuildOutcome::Failed;
        ended.cause = test.buildFailure;
        m_events.emplace_back(ended);
        int machine = 0;
        for (const LoggedRun &run : test.runs) {
            add(run, started, machine++);
        }
    }

    void add(const LoggedRun &run, const session::BuildStarted &build, int machine)
    {
        session::RunStarted started;
        started.run = RunId{++m_runs};
        started.build = build.build;
        started.revision = build.revision;
        started.machine = machine;
        m_events.emplace_back(started);
        session::RunEnded ended;
        ended.run = started.run;
        ended.outcome = run.outcome;
        ended.title = run.title;
        ended.type = typeOf(run.title);
        ended.reason = run.reason;
        ended.inferred = run.inferred;
        const bool isReported = run.outcome == Outcome::Crashed && run.title == m_log.crashTitle && !m_reported &&
                                (m_log.culprit.isNull() || build.revision == m_log.culprit);
        if (isReported) {
            ended.report = m_log.report;
            m_reported = true;
        }
        m_events.emplace_back(ended);
    }

    const BisectLog &m_log;
    std::vector<session::Payload> m_events;
    std::int64_t m_builds = 0;
    std::int64_t m_runs = 0;
    bool m_reported = false;
};

session::LogImported importedFrom(const BisectLog &log, const QString &name)
{
    session::LogImported imported;
    imported.format = log.format == BisectLog::Format::Git ? QStringLiteral("git") : QStringLiteral("syz");
    imported.name = plainLine(name);
    imported.answer = log.answer;
    imported.totals = log.totals;
    imported.culprit = log.culprit;
    imported.cut = log.cut;
    imported.inferred = log.inferred;
    imported.contradictions = log.contradictions;
    for (const LoggedVerdict &verdict : log.verdicts) {
        imported.told += {verdict.revision, verdict.verdict, verdict.word, verdict.sentence, verdict.pretended};
    }
    return imported;
}

/// The range between the line's ends in a kernel tree.
class TreeRange final
{
public:
    explicit TreeRange(const history::Repository &tree) : m_tree(tree) {}

    /// The start of the log shows the bug best, but may be of another tree, or too far from the good end; then the
    /// range ends where the bisection did.
    Result<void> fill(ImportedSession &session, const BisectLog &log) const
    {
        const auto begin = std::ranges::find(log.steps, LoggedStep::Kind::Begin, &LoggedStep::kind);
        const bool isFix = log.find == Find::Fix;
        Result<history::CommitRange> range = between(session.created, isFix);
        const bool doubtful = !range || range->commits.size() > session::mostUnderDoubt;
        if (doubtful && !isFix && begin != log.steps.end() && begin->revision != session.created.bad &&
            !begin->revision.isNull()) {
            session::SessionCreated nearer = session.created;
            nearer.bad = begin->revision;
            if (auto found = between(nearer, isFix); found || !range) {
                session.created = nearer;
                range = std::move(found);
            }
        }
        if (!range) {
            return std::unexpected(range.error());
        }
        session.range = std::move(*range);
        if (isFix) {
            auto forks = m_tree.forks(session.range);
            if (!forks) {
                return std::unexpected(forks.error());
            }
            session.range.forks = std::move(*forks);
        } else {
            const auto bases = m_tree.mergeBasesToTest(session.created.bad, session.created.goods);
            if (!bases) {
                return std::unexpected(bases.error());
            }
            std::ranges::copy(*bases, std::back_inserter(session.created.goods));
        }
        return {};
    }

private:
    [[nodiscard]] Result<history::CommitRange> between(const session::SessionCreated &created, bool isFix) const
    {
        QList<ObjectId> ends = created.goods;
        ends += created.bad;
        for (const ObjectId &id : std::as_const(ends)) {
            if (const auto known = m_tree.resolve(id.hex()); !known) {
                return std::unexpected(known.error());
            }
        }
        if (isFix) {
            return m_tree.range(created.goods.front(), std::array{created.bad});
        }
        return m_tree.range(created.bad, created.goods).and_then([&](history::CommitRange range) {
            return session::narrowed(m_tree, created.setup.kernel, std::move(range));
        });
    }

    const history::Repository &m_tree;
};

Result<void> fillFile(session::Journal &journal, const ImportedSession &session, const QByteArray &bytes)
{
    const auto log = journal.createLog();
    if (!log) {
        return std::unexpected(log.error());
    }
    const auto kept = journal.appendLog(*log, bytes).and_then([&] { return journal.endLog(*log); });
    if (!kept) {
        return kept;
    }
    std::vector<session::Payload> payloads;
    session::LogImported imported = session.imported;
    imported.log = *log;
    payloads.emplace_back(std::move(imported));
    std::ranges::copy(session.events, std::back_inserter(payloads));
    return journal.append(payloads);
}

} // namespace

Result<ImportedSession> sessionFrom(const BisectLog &log, const QString &name, const QString &repo)
{
    TestedLine line = testedLine(log);
    ImportedSession session;
    session.imported = importedFrom(log, name);
    for (const QString &sentence : std::as_const(line.contradictions)) {
        addSentence(session.imported.contradictions, sentence);
    }
    session.created.program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    session.created.bad = line.bad;
    session.created.goods = line.goods;
    session.created.setup.kernel.find = log.find;
    session.created.setup.kernel.terms = log.terms;
    if (log.find == Find::Cause) {
        session.created.setup.kernel.firstParent = log.firstParent;
        session.created.setup.kernel.paths = log.paths;
    }
    session.created.setup.kernel.repo = repo;
    if (!repo.isEmpty() && !line.goods.isEmpty()) {
        const auto tree = history::Repository::open(repo.toStdString());
        if (!tree) {
            return std::unexpected(tree.error());
        }
        if (const auto filled = TreeRange(*tree).fill(session, log); !filled) {
            return std::unexpected(filled.error());
        }
    } else {
        session.range = std::move(line.range);
        session.imported.hidden = std::move(line.hidden);
    }
    session.created.setup.kernel.bad = hexOf(session.created.bad);
    for (const ObjectId &good : std::as_const(session.created.goods)) {
        session.created.setup.kernel.good += hexOf(good);
    }
    session.events = EventWriter(log).events();
    return session;
}

Result<void> writeSession(const QString &path, const ImportedSession &session, const QByteArray &bytes)
{
    auto journal = session::Journal::create(path, session.created, session.range);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    const Result<void> filled = fillFile(**journal, session, bytes);
    journal->reset();
    if (!filled) {
        QFile::remove(path);
    }
    return filled;
}

} // namespace culprit::exchange
