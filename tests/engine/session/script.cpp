// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/session/script.h"

namespace culprit::session
{

namespace
{

history::CommitRange rangeDownTo(int good)
{
    history::CommitRange range;
    for (int i = good; i <= Script::bad; ++i) {
        history::CommitInfo info;
        info.id = Script::commit(i);
        info.subject = "change " + std::to_string(i);
        info.parentCount = 1;
        if (i == good) {
            info.tags = {i == 0 ? "v1" : Script::release(i).tag.toStdString()};
            range.goods = {info};
            continue;
        }
        if (i > good + 1) {
            info.parents = {static_cast<history::CommitIndex>(i - good - 2)};
        }
        range.commits.push_back(info);
    }
    range.bad = range.commits.back();
    return range;
}

SharedRange onlyBadEnd()
{
    history::CommitRange range = rangeDownTo(Script::bad - 1);
    range.goods.clear();
    return std::make_shared<const history::CommitRange>(std::move(range));
}

} // namespace

Script::Script(const Setup &setup, Strategy strategy)
    : m_ranges{std::make_shared<const history::CommitRange>(rangeDownTo(0))}
{
    SessionCreated created;
    created.setup = setup;
    created.setup.search.strategy = strategy;
    created.bad = commit(bad);
    created.goods = {commit(0)};
    add(created);
}

Script::Script(const QList<int> &releases, Strategy strategy) : m_ranges{onlyBadEnd()}
{
    SessionCreated created;
    created.setup.search.strategy = strategy;
    created.bad = commit(bad);
    for (const int number : releases) {
        created.releases += release(number);
    }
    add(created);
}

Release Script::release(int commit)
{
    return {Script::commit(commit), u'v' + QString::number(commit)};
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

void Script::foundGoodEnd(int release)
{
    m_ranges.found[commit(release)] = std::make_shared<const history::CommitRange>(rangeDownTo(release));
    add(GoodEndFound{Script::release(release)});
}

} // namespace culprit::session
