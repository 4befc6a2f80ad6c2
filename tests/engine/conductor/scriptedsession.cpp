// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/conductor/scriptedsession.h"

namespace culprit::conductor
{

using history::ObjectId;
using session::Outcome;

namespace
{

constexpr int outside = -1;

ObjectId idFor(int commit)
{
    std::array<std::uint8_t, 20> bytes{};
    const auto number = static_cast<std::uint32_t>(commit + 2);
    // Spread, so that the order of ids is not the order of commits.
    const std::uint32_t mixed = number * 2654435761U;
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[i] = static_cast<std::uint8_t>(mixed >> (8 * i));
        bytes[4 + i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return ObjectId(bytes);
}

} // namespace

ObjectId ScriptedSession::id(int commit) const
{
    return idFor(commit);
}

int ScriptedSession::commitOf(const ObjectId &id) const
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number |= std::uint32_t{id.bytes()[4 + i]} << (8 * i);
    }
    return static_cast<int>(number) - 2;
}

history::CommitInfo ScriptedSession::infoOf(int commit)
{
    history::CommitInfo info;
    info.id = idFor(commit);
    info.subject = "commit " + std::to_string(commit);
    info.author = "A. Author";
    info.date = 1700000000 + commit;
    return info;
}

ScriptedSession::ScriptedSession(const std::vector<std::vector<history::CommitIndex>> &parents, session::Find find,
                                 session::Strategy strategy, std::vector<history::Fork> forks)
    : ScriptedSession(
          [&] {
              history::CommitRange range;
              for (int commit = 0; commit < int(parents.size()); ++commit) {
                  history::CommitInfo info = infoOf(commit);
                  info.parents = parents[std::size_t(commit)];
                  info.parentCount = std::max<std::uint32_t>(1, std::uint32_t(info.parents.size()));
                  range.commits.push_back(info);
              }
              range.bad = range.commits.back();
              range.goods = {infoOf(outside)};
              range.forks = std::move(forks);
              return range;
          }(),
          find, strategy)
{
}

ScriptedSession::ScriptedSession(history::CommitRange range, session::Find find, session::Strategy strategy)
    : m_range(std::make_shared<const history::CommitRange>(std::move(range))), m_first(m_range)
{
    session::SessionCreated created;
    created.setup.kernel.repo = QStringLiteral("/nowhere");
    created.setup.kernel.find = find;
    created.setup.search.strategy = strategy;
    const ObjectId inside = m_range->bad.id;
    const ObjectId before = m_range->goods.front().id;
    const bool fix = find == session::Find::Fix;
    created.bad = fix ? before : inside;
    created.goods = {fix ? inside : before};
    add(created);
}

ScriptedSession ScriptedSession::line(int size, session::Find find, session::Strategy strategy)
{
    std::vector<std::vector<history::CommitIndex>> parents(std::size_t(size), std::vector<history::CommitIndex>{});
    for (std::size_t i = 1; i < parents.size(); ++i) {
        parents[i] = {history::CommitIndex(i - 1)};
    }
    return ScriptedSession(parents, find, strategy);
}

ScriptedSession ScriptedSession::walk(int size, const QList<int> &releases, session::Strategy strategy)
{
    ScriptedSession script = line(size, session::Find::Cause, strategy);
    session::SessionCreated created = script.m_state.created;
    created.goods.clear();
    history::CommitRange first;
    first.bad = script.m_range->bad;
    first.bad.parents.clear();
    first.commits = {first.bad};
    for (const int commit : releases) {
        created.releases.push_back({idFor(commit), u'v' + QString::number(commit)});
        first.goods.push_back(infoOf(commit));
        first.goods.back().tags = {created.releases.back().tag.toStdString()};
    }
    script.m_first = std::make_shared<const history::CommitRange>(std::move(first));
    script.m_events.clear();
    script.add(created);
    return script;
}

void ScriptedSession::findGoodEnd(const ObjectId &release)
{
    const auto good = std::size_t(commitOf(release));
    history::CommitRange range;
    for (std::size_t commit = good + 1; commit < m_range->commits.size(); ++commit) {
        history::CommitInfo info = m_range->commits[commit];
        info.parents.clear();
        if (commit > good + 1) {
            info.parents = {history::CommitIndex(commit - good - 2)};
        }
        range.commits.push_back(info);
    }
    range.bad = range.commits.back();
    range.goods = {m_range->commits[good]};
    range.goods.front().parents.clear();
    m_state.ranges.found[release] = std::make_shared<const history::CommitRange>(std::move(range));
    add(session::GoodEndFound{*m_state.release(release)});
}

void ScriptedSession::wantRevert()
{
    m_state.created.setup.search.revert = true;
}

void ScriptedSession::add(const session::Payload &payload)
{
    const auto seq = static_cast<std::int64_t>(m_events.size()) + 1;
    m_events.push_back({EventSeq{seq}, 1700000000000 + seq * 1000, payload});
    m_state = seq == 1 ? session::fold(m_events, {m_first}) : session::extend(std::move(m_state), m_events.back());
}

void ScriptedSession::build(const ObjectId &id, session::BuildOutcome outcome, const QString &signature,
                            const QString &maskedSignature)
{
    const BuildId build{++m_lastBuild};
    add(session::BuildStarted{build, id, LogId{100000 + build.value}, QStringLiteral("test")});
    session::BuildEnded ended;
    ended.build = build;
    ended.outcome = outcome;
    ended.cause = outcome == session::BuildOutcome::Built ? QString() : QStringLiteral("main.c:1: error: no");
    ended.milliseconds = 1000;
    ended.signature = signature;
    ended.maskedSignature = maskedSignature;
    add(ended);
}

RunId ScriptedSession::startRun(const ObjectId &id)
{
    session::RunStarted started;
    started.run = RunId{++m_lastRun};
    started.build = BuildId{m_lastBuild};
    started.revision = id;
    started.console = LogId{m_lastRun};
    add(started);
    return started.run;
}

void ScriptedSession::endRun(RunId run, Outcome outcome, const QString &title)
{
    session::RunEnded ended;
    ended.run = run;
    ended.outcome = outcome;
    ended.title = title;
    ended.milliseconds = 500;
    add(ended);
}

void ScriptedSession::run(const ObjectId &id, const QString &title)
{
    endRun(startRun(id), title.isEmpty() ? Outcome::Ok : Outcome::Crashed, title);
}

void ScriptedSession::run(const ObjectId &id, Outcome outcome)
{
    endRun(startRun(id), outcome, {});
}

} // namespace culprit::conductor
