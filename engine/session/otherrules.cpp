// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/otherrules.h"

#include "engine/session/verdictpolicy.h"

#include <algorithm>
#include <optional>

namespace culprit::session
{

namespace
{

/// The kinds of crashes that the rules of 2024 pass over.
enum class Aside { None, Fuzzer, LostMachine };

Aside asideOf(const QString &title)
{
    if (title.startsWith(u"SYZFAIL") || title.startsWith(u"SYZFATAL")) {
        return Aside::Fuzzer;
    }
    return title.startsWith(u"lost connection to test machine") ? Aside::LostMachine : Aside::None;
}

/// A revision's runs, every crash as a hit.
class AllCrashes final
{
public:
    AllCrashes(const SessionState &state, SyzkallerRules rules) : m_state(state), m_rules(rules) {}

    [[nodiscard]] Tally of(const RevisionState &revision) const
    {
        Tally tally;
        for (const RunId id : revision.runs) {
            const RunState &run = m_state.runs.at(id);
            switch (run.outcome()) {
            case Outcome::Ok:
                ++tally.ok;
                break;
            case Outcome::Crashed:
                ++(isPassedOver(run) ? tally.boot : tally.target);
                break;
            case Outcome::BootFailed:
            case Outcome::TestFailed:
                ++tally.boot;
                break;
            case Outcome::InfraFailed:
                ++tally.infra;
                break;
            case Outcome::Running:
            case Outcome::Cancelled:
                break;
            }
        }
        return tally;
    }

private:
    [[nodiscard]] bool isPassedOver(const RunState &run) const
    {
        const Aside aside = m_rules == SyzkallerRules::Of2024 && run.ended ? asideOf(run.ended->title) : Aside::None;
        const RevisionState *first = m_state.revision(m_state.created.bad);
        return aside != Aside::None && first != nullptr && std::ranges::none_of(first->runs, [&](RunId id) {
                   const RunState &known = m_state.runs.at(id);
                   return known.ended && asideOf(known.ended->title) == aside;
               });
    }

    const SessionState &m_state;
    SyzkallerRules m_rules;
};

Verdict verdictOf2021(const Tally &tally)
{
    const int mute = tally.boot + tally.infra;
    if (tally.target > 0) {
        return Verdict::Bad;
    }
    return mute > tally.ended() / 3 * 2 || tally.ok == 0 ? Verdict::Skip : Verdict::Good;
}

bool failedToBuild(const SessionState &state, const RevisionState &revision)
{
    return state.builtBy(revision.id) == nullptr && std::ranges::any_of(revision.builds, [&](BuildId id) {
               return state.builds.at(id).outcome() == BuildOutcome::Failed;
           });
}

} // namespace

QString word(SyzkallerRules rules)
{
    return rules == SyzkallerRules::Of2021 ? QStringLiteral("syzkaller 2021") : QStringLiteral("syzkaller 2024");
}

std::map<ObjectId, Verdict> verdictsBy(SyzkallerRules rules, const SessionState &state)
{
    const AllCrashes crashes(state, rules);
    std::map<ObjectId, Verdict> verdicts;
    bool flaky = false; // from the first revision on that crashes in less than half of its runs
    for (const ObjectId &id : state.order) {
        const RevisionState &revision = state.revisions.at(id);
        if (failedToBuild(state, revision)) {
            verdicts[id] = Verdict::Skip;
            continue;
        }
        const Tally tally = crashes.of(revision);
        if (tally.ended() == 0) {
            continue;
        }
        if (rules == SyzkallerRules::Of2021) {
            verdicts[id] = verdictOf2021(tally);
            continue;
        }
        const PolicyVerdict judged = judgeTally(tally, tally.ended(), flaky);
        verdicts[id] = judged.infrastructure ? Verdict::Undecided : judged.verdict;
        flaky = flaky || (judged.verdict == Verdict::Bad && tally.target < tally.ok);
    }
    return verdicts;
}

} // namespace culprit::session
