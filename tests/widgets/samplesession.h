// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <algorithm>
#include <array>
#include <memory>

/// A small session put together by hand: what the panes show, without an engine.
namespace culprit::sample
{

using namespace session;

inline const QString target = QStringLiteral("KASAN: slab-use-after-free Read in tcp_recvmsg");
inline const QString other = QStringLiteral("WARNING: refcount bug in sk_free");
inline const QString undecided = QStringLiteral("INFO: task hung in rtnl_lock");

inline history::ObjectId id(int number)
{
    std::array<std::uint8_t, 20> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(number * 37 + static_cast<int>(i) * 53 + 11);
    }
    return history::ObjectId(bytes);
}

inline std::shared_ptr<const history::CommitRange> range()
{
    static const std::array subjects{
        "Linux 6.9-rc1",
        "net: tcp: take the reference before the lock is dropped",
        "Merge tag 'net-6.9-rc1' of git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net",
        "tcp: avoid a copy on the receive path",
        "mm/slub: shrink struct slab by a word",
        "selftests: net: wait for the server",
        "inet: annotate data-races around sk->sk_flags"};
    auto range = std::make_shared<history::CommitRange>();
    for (int i = 1; i <= 60; ++i) {
        history::CommitInfo commit;
        commit.id = id(i);
        commit.subject = i == 60 ? subjects[0] : subjects[static_cast<std::size_t>(i) % subjects.size()];
        commit.author = "A Developer";
        if (i == 60) {
            commit.tags = {"v6.9-rc1"};
        }
        range->commits.push_back(commit);
    }
    range->bad = range->commits.back();
    history::CommitInfo good;
    good.id = id(0);
    good.subject = "Linux 6.8";
    good.tags = {"v6.8"};
    range->goods = {good};
    return range;
}

struct Session {
    Session()
    {
        state.range = sample::range();
        state.created.bad = id(60);
        state.created.goods = {id(0)};
        state.created.setup.test.title = target;
    }

    RevisionState &revision(int number)
    {
        auto [at, fresh] = state.revisions.try_emplace(id(number));
        if (fresh) {
            at->second.id = id(number);
            at->second.runsWanted = 10;
            state.order.push_back(id(number));
        }
        return at->second;
    }

    BuildId build(int number, std::optional<BuildOutcome> outcome, const QString &cause = {})
    {
        const BuildId build{++builds};
        BuildState made;
        made.started = {build, id(number), LogId{builds}, QStringLiteral("step %1").arg(number)};
        made.startedAt = time;
        if (outcome) {
            BuildEnded ended;
            ended.build = build;
            ended.outcome = *outcome;
            ended.cause = cause;
            ended.compiler = QStringLiteral("gcc (Debian 14.2.0-19) 14.2.0");
            ended.milliseconds = 187'000;
            made.ended = ended;
            time += 187'000;
        }
        state.builds[build] = made;
        revision(number).builds.push_back(build);
        return build;
    }

    RunId run(int number, std::optional<Outcome> outcome, const QString &title = {})
    {
        const RunId run{++runs};
        RevisionState &of = revision(number);
        RunState made;
        made.started = {
            run, BuildId{builds}, id(number), LogId{1000 + runs}, static_cast<int>(runs % 3), QStringLiteral("tcg"), 1};
        made.startedAt = time;
        made.number = static_cast<int>(of.runs.size()) + 1;
        if (outcome) {
            end(made, *outcome, title);
            time += 20'000;
        }
        count(of.tally, made, 1);
        state.runs[run] = made;
        of.runs.push_back(run);
        return run;
    }

    void endRun(RunId run, Outcome outcome, const QString &title = {})
    {
        RunState &made = state.runs.at(run);
        Tally &tally = state.revisions.at(made.started.revision).tally;
        count(tally, made, -1);
        end(made, outcome, title);
        count(tally, made, 1);
    }

    void verdict(int number, Verdict verdict, const QString &reason)
    {
        revision(number).automatic = verdict;
        revision(number).reason = reason;
    }

    [[nodiscard]] conductor::SnapshotPtr snapshot() const
    {
        auto made = std::make_shared<conductor::Snapshot>();
        made->state = std::make_shared<SessionState>(state);
        made->plan = std::make_shared<conductor::Plan>(plan);
        made->activity = activity;
        return made;
    }

    SessionState state;
    conductor::Plan plan;
    conductor::Activity activity;
    qint64 time = 1'718'000'000'000;
    std::int64_t builds = 0;
    std::int64_t runs = 0;

private:
    void end(RunState &made, Outcome outcome, const QString &title)
    {
        RunEnded ended;
        ended.run = made.started.run;
        ended.outcome = outcome;
        ended.title = title;
        ended.reason = outcome == Outcome::Ok ? QStringLiteral("the reproducer ran for 5 minutes")
                                              : QStringLiteral("the kernel crashed");
        ended.milliseconds = outcome == Outcome::Ok ? 304'000 : 41'000;
        made.ended = ended;
        if (outcome == Outcome::Crashed) {
            TitleState &of = state.titles[title];
            of.title = title;
            of.type = title.section(QLatin1Char(':'), 0, 0);
            of.automatic = title == target  ? Relevance::Target
                           : title == other ? Relevance::Unrelated
                                            : Relevance::Undecided;
            of.reason = title == target ? QStringLiteral("It is the title of the session's bug.")
                        : title == other
                            ? QStringLiteral("It also came on v6.8, where the bug is not.")
                            : QStringLiteral("It came on bad revisions only; nothing else ties it to the bug.");
            ++of.runs;
            if (std::ranges::find(of.revisions, made.started.revision) == of.revisions.end()) {
                of.revisions.push_back(made.started.revision);
            }
        }
    }

    static void count(Tally &tally, const RunState &run, int by)
    {
        switch (run.machineOutcome()) {
        case Outcome::Running:
            tally.running += by;
            break;
        case Outcome::Ok:
            tally.ok += by;
            break;
        case Outcome::Crashed:
            (run.ended->title == target ? tally.target : tally.other) += by;
            break;
        case Outcome::BootFailed:
        case Outcome::TestFailed:
            tally.boot += by;
            break;
        case Outcome::InfraFailed:
            tally.infra += by;
            break;
        case Outcome::Cancelled:
            break;
        }
    }
};

/// A session in its sixth step.
inline Session running()
{
    Session s;
    s.build(60, BuildOutcome::Built);
    for (int i = 0; i < 10; ++i) {
        s.run(60, i % 3 == 0 ? Outcome::Ok : Outcome::Crashed, i % 3 == 0 ? QString() : i == 4 ? other : target);
    }
    s.verdict(60, Verdict::Bad, QStringLiteral("5 of 10 runs hit the bug, 2 are enough"));
    s.build(0, BuildOutcome::Built);
    for (int i = 0; i < 10; ++i) {
        s.run(0, i == 7 ? Outcome::Crashed : Outcome::Ok, i == 7 ? other : QString());
    }
    s.verdict(0, Verdict::Good, QStringLiteral("no run of 10 hit the bug and 9 ended well"));
    s.build(30, BuildOutcome::Failed,
            QStringLiteral("drivers/net/tun.c:1207:17: error: implicit declaration of function 'skb_frag_off'"));
    s.verdict(30, Verdict::Skip, QStringLiteral("it does not build"));
    s.build(31, BuildOutcome::Built);
    for (int i = 0; i < 10; ++i) {
        s.run(31,
              i < 3    ? Outcome::Crashed
              : i == 5 ? Outcome::BootFailed
                       : Outcome::Ok,
              i == 2  ? undecided
              : i < 3 ? target
                      : QString());
    }
    s.verdict(31, Verdict::Bad, QStringLiteral("2 of 10 runs hit the bug, 2 are enough"));
    s.build(15, BuildOutcome::Built);
    for (int i = 0; i < 10; ++i) {
        s.run(15, i == 0 ? Outcome::Crashed : Outcome::Ok, i == 0 ? undecided : QString());
    }
    s.verdict(15, Verdict::Good, QStringLiteral("no run of 10 hit the bug and 9 ended well"));
    s.revision(15).judged = Verdict::Bad;
    s.revision(15).note = QStringLiteral("the hang is the same bug, see the report of Tuesday");
    s.build(7, BuildOutcome::Built);
    s.run(7, Outcome::Ok);
    s.run(7, Outcome::Crashed, target);
    const RunId first = s.run(7, std::nullopt);
    const RunId second = s.run(7, std::nullopt);
    const BuildId ahead = s.build(3, std::nullopt);
    s.plan.action = conductor::Plan::Action::Test;
    s.plan.phase = conductor::Phase::Bisect;
    s.plan.revision = id(7);
    s.plan.runsMissing = 6;
    for (int i = 1; i <= 15; ++i) {
        s.plan.candidates.push_back(id(i));
    }
    s.plan.remaining = 7;
    s.plan.steps = 3;
    s.plan.reason = QStringLiteral("it halves the 15 suspects");
    s.activity.mode = conductor::Activity::Mode::Running;
    s.activity.machines = {{0, first, id(7), QStringLiteral("testing"), s.time},
                           {1, second, id(7), QStringLiteral("booting"), s.time}};
    s.activity.builds = {
        {ahead, id(3), QStringLiteral("build"), 61, QStringLiteral("drivers/net/ethernet/intel"), true}};
    s.activity.slots = 3;
    return s;
}

/// The same, searched by probability.
inline Session doubtful()
{
    Session s = running();
    conductor::Doubt doubt;
    doubt.culprit.assign(60, 0.0001);
    doubt.presence.assign(60, 1);
    for (std::size_t place = 0; place < 15; ++place) {
        doubt.culprit[place] = place == 8 ? 0.43 : 0.56 / 14;
        doubt.presence[place] = static_cast<double>(place) / 15;
    }
    doubt.confidence = 0.43;
    doubt.asked = 0.99;
    doubt.endsAt = 0.99;
    doubt.leading = {id(9)};
    doubt.rate = {0.62, 0.48, 0.75};
    doubt.bits = 0.83;
    doubt.prospects = {{1, 14, 0.43}, {0.55, 12, 0.2}, {0.45, 1, 0.97}};
    doubt.toGo = {4.2, 60.3, 21};
    s.plan.doubt = doubt;
    s.plan.reason = QStringLiteral("it splits what is left best");
    s.revision(60).presence = 1;
    s.revision(0).presence = 0.016;
    s.revision(31).presence = 0.998;
    s.revision(7).presence = 0.4;
    return s;
}

} // namespace culprit::sample
