// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/session/script.h"

namespace culprit::session
{

Script::Script(const Setup &setup, Strategy strategy) : m_range(std::make_shared<history::CommitRange>())
{
    for (int i = 0; i <= bad; ++i) {
        history::CommitInfo info;
        info.id = commit(i);
        info.subject = "change " + std::to_string(i);
        info.parentCount = 1;
        if (i == 0) {
            info.tags = {"v1"};
            m_range->goods = {info};
            continue;
        }
        if (i > 1) {
            info.parents = {static_cast<history::CommitIndex>(i - 2)};
        }
        m_range->commits.push_back(info);
    }
    m_range->bad = m_range->commits.back();
    SessionCreated created;
    created.setup = setup;
    created.setup.search.strategy = strategy;
    created.bad = commit(bad);
    created.goods = {commit(0)};
    add(created);
}

ObjectId Script::commit(int number)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes[0] = static_cast<std::uint8_t>(255 - number);
    bytes[19] = static_cast<std::uint8_t>(number);
    return ObjectId(bytes);
}

EventSeq Script::add(const Payload &payload)
{
    const EventSeq seq{static_cast<std::int64_t>(m_events.size()) + 1};
    m_events.push_back({seq, 1'700'000'000'000 + seq.value * 1000, payload});
    return seq;
}

BuildId Script::build(int commit, BuildOutcome outcome, const QString &cause)
{
    const BuildId id{++m_builds};
    add(BuildStarted{id, Script::commit(commit), LogId{}, {}});
    BuildEnded ended;
    ended.build = id;
    ended.outcome = outcome;
    ended.cause = cause;
    add(ended);
    return id;
}

RunId Script::startRun(int commit)
{
    RunStarted started;
    started.run = RunId{++m_runs};
    started.revision = Script::commit(commit);
    add(started);
    return started.run;
}

RunId Script::run(int commit, Outcome outcome, const QString &title, const QStringList &alternatives)
{
    RunEnded ended;
    ended.run = startRun(commit);
    ended.outcome = outcome;
    ended.title = title;
    ended.alternatives = alternatives;
    add(ended);
    return ended.run;
}

void Script::runs(int count, int commit, Outcome outcome, const QString &title)
{
    for (int i = 0; i < count; ++i) {
        run(commit, outcome, title);
    }
}

} // namespace culprit::session
