// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/exporter.h"
#include "tests/support/scratchrepository.h"

#include <QString>

#include <memory>
#include <vector>

namespace culprit::test
{

using namespace culprit::exchange;
using namespace culprit::session;

inline constexpr std::size_t last = 16;
inline constexpr std::size_t guilty = 9;
inline const QString bug = QStringLiteral("KASAN: use-after-free Read in f");
inline const QString noise = QStringLiteral("WARNING in g");

/// A real history of 17 commits in a line, bisected by hand to commit 9.
class Bisected final
{
public:
    explicit Bisected(Find find, QString title = bug) : m_title(std::move(title)), m_isFix(find == Find::Fix)
    {
        for (std::size_t i = 0; i <= last; ++i) {
            repository.addOn(i == 0 ? std::vector<std::size_t>{} : std::vector<std::size_t>{i - 1});
        }
        repository.write();
        auto range = std::make_shared<history::CommitRange>();
        for (std::size_t i = 0; i <= last; ++i) {
            history::CommitInfo info;
            info.id = id(i);
            info.subject =
                repository
                    .gitOutput({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%s"), hash(i)})
                    .toStdString();
            info.parentCount = 1;
            if (i == 0) {
                info.tags = {"v1"};
                range->goods = {info};
            } else {
                if (i > 1) {
                    info.parents = {static_cast<history::CommitIndex>(i - 2)};
                }
                range->commits.push_back(info);
            }
        }
        range->bad = range->commits.back();
        SessionCreated created;
        created.setup.search.strategy = Strategy::Halving;
        created.setup.kernel.find = find;
        created.program = QStringLiteral("culprit 0.1.0");
        created.bad = id(m_isFix ? 0 : last);
        created.goods = {id(m_isFix ? last : 0)};
        add(created);
        add(EngineStarted{QStringLiteral("Linux, 2 cores"),
                          QStringLiteral("QEMU emulator version 10.0"),
                          QStringLiteral("tcg"),
                          QStringLiteral("/dev/kvm does not work here."),
                          0,
                          {QStringLiteral("gcc-8 is not installed.")}});
        for (const std::size_t commit : {m_isFix ? std::size_t{0} : last, m_isFix ? last : std::size_t{0}}) {
            test(commit, 20);
        }
        for (const std::size_t commit : {8U, 12U, 10U, 9U}) {
            test(commit, 10);
        }
        buildFailure(11);
        state = fold(events, {range});
        conclusion = {.phase = QStringLiteral("Done"),
                      .reason = QStringLiteral("One is left."),
                      .finished = true,
                      .culprit = id(guilty),
                      .candidates = {id(guilty)},
                      .confirmed = true};
    }

    [[nodiscard]] QString hash(std::size_t commit) const { return QString::fromLatin1(repository.hash(commit)); }
    [[nodiscard]] ObjectId id(std::size_t commit) const
    {
        return ObjectId::fromHex(repository.hash(commit).toStdString()).value();
    }
    [[nodiscard]] Source source() const { return {state, events, conclusion, {}, config}; }
    [[nodiscard]] QString as(const char *format) const
    {
        return QString::fromUtf8(exportSession(QString::fromLatin1(format), source()).value());
    }

    [[nodiscard]] QString refusalOf(const char *format) const
    {
        const auto bytes = exportSession(QString::fromLatin1(format), source());
        return bytes || bytes.error().kind != Error::Kind::Use ? QString()
                                                               : QString::fromStdString(bytes.error().message);
    }

    /// One event more.
    void happen(const Payload &payload)
    {
        add(payload);
        state = fold(events, {state.range});
    }
    /// As if the commit had another subject.
    void setSubject(std::size_t commit, const std::string &subject)
    {
        auto range = std::make_shared<history::CommitRange>(*state.range);
        range->commits.at(commit - 1).subject = subject;
        state = fold(events, {std::move(range)});
    }

    ScratchRepository repository;
    QByteArray config; ///< of the culprit's build
    std::vector<Event> events;
    SessionState state;
    Conclusion conclusion;

private:
    void add(const Payload &payload)
    {
        const auto seq = static_cast<std::int64_t>(events.size()) + 1;
        events.push_back({EventSeq{seq}, 1'700'000'000'000 + seq * 1500, payload});
    }

    void build(std::size_t commit, BuildOutcome outcome)
    {
        const BuildId number{++m_builds};
        add(BuildStarted{number, id(commit), LogId{}, {}});
        BuildEnded ended{number, outcome, {}, {}, {}, {}, {}, 61'500, false, {}, {}, {}};
        if (outcome == BuildOutcome::Built) {
            ended.compiler = QStringLiteral("gcc (Debian 14.2.0) 14.2.0");
            ended.signature = QString(64, u'a');
            ended.applied = {QStringLiteral("CONFIG_KCOV=n: too old")};
        } else {
            ended.cause = QStringLiteral("a.c:1:1: error: no\x1b[2J");
        }
        add(ended);
    }

    void buildFailure(std::size_t commit) { build(commit, BuildOutcome::Failed); }

    void test(std::size_t commit, int runs)
    {
        build(commit, BuildOutcome::Built);
        const bool hasBug = m_isFix ? commit < guilty : commit >= guilty;
        for (int i = 0; i < runs; ++i) {
            RunStarted started;
            started.run = RunId{++m_runs};
            started.revision = id(commit);
            add(started);
            RunEnded ended;
            ended.run = started.run;
            ended.milliseconds = 2000;
            if (hasBug && i % 3 != 0) {
                ended.outcome = Outcome::Crashed;
                ended.title = m_title;
                ended.type = QStringLiteral("KASAN-READ");
                ended.report = QStringLiteral("BUG: KASAN\nCall Trace:\n");
            } else if (!hasBug && i == 3) {
                ended.outcome = Outcome::Crashed;
                ended.title = noise;
            }
            add(ended);
        }
    }

    QString m_title;
    bool m_isFix;
    std::int64_t m_builds = 0;
    std::int64_t m_runs = 0;
};

} // namespace culprit::test
