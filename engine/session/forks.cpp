// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/forks.h"

#include <algorithm>
#include <ranges>

namespace culprit::session
{

namespace
{

constexpr int provingHits = 2; ///< one may be another bug of that name

/// By its own runs; under doubt a verdict leans on those of others.
bool showedBug(const SessionState &state, const RevisionState &revision)
{
    if (revision.judged) {
        return *revision.judged == Verdict::Good || *revision.judged == Verdict::Bad;
    }
    return state.search ? revision.tally.target >= provingHits : revision.verdict() == Verdict::Bad;
}

bool isOpen(Verdict verdict)
{
    return verdict != Verdict::Good && verdict != Verdict::Bad;
}

} // namespace

bool isFork(const SessionState &state, const ObjectId &id)
{
    return state.range &&
           std::ranges::any_of(state.range->forks, [&id](const history::Fork &fork) { return fork.commit.id == id; });
}

std::set<ObjectId> apartFromBadEnd(const SessionState &state)
{
    std::set<ObjectId> apart;
    const auto take = [&](const ObjectId &id) {
        if (state.revisions.contains(id)) {
            apart.insert(id);
        }
    };
    if (state.range) {
        for (const history::Fork &fork : state.range->forks) {
            take(fork.commit.id);
            for (const history::CommitIndex commit : fork.branch) {
                take(state.range->commits[commit].id);
            }
        }
    }
    return apart;
}

Forks::Forks(const SessionState &state) : m_state(state)
{
    if (!state.range || state.range->forks.empty() || state.setup().kernel.find != Find::Fix) {
        return;
    }
    m_forksOf.resize(state.range->commits.size());
    for (std::uint32_t place = 0; const history::Fork &fork : state.range->forks) {
        for (const history::CommitIndex commit : fork.branch) {
            m_forksOf[commit].push_back(place);
        }
        ++place;
    }
    askVerdicts();
    askRevisions();
    infer();
}

void Forks::askVerdicts()
{
    for (const history::Fork &fork : m_state.range->forks) {
        const RevisionState *revision = m_state.revision(fork.commit.id);
        m_at.push_back(revision != nullptr ? revision->verdict() : Verdict::Undecided);
    }
}

void Forks::askRevisions()
{
    const std::vector<history::CommitInfo> &commits = m_state.range->commits;
    m_had.resize(commits.size(), false);
    for (history::CommitIndex i = 0; i < commits.size(); ++i) {
        const RevisionState *revision = m_state.revision(commits[i].id);
        if (revision != nullptr) {
            m_places.emplace(commits[i].id, i);
        }
        const bool showed = revision != nullptr && showedBug(m_state, *revision);
        m_had[i] = showed || std::ranges::any_of(commits[i].parents,
                                                 [this](history::CommitIndex parent) { return m_had[parent]; });
        if (showed && m_forksOf[i].size() == 1 && isOpen(m_at[m_forksOf[i].front()])) {
            m_at[m_forksOf[i].front()] = Verdict::Bad;
        }
    }
}

void Forks::infer()
{
    const std::vector<history::Fork> &forks = m_state.range->forks;
    for (std::size_t place = 0; place < forks.size(); ++place) {
        const bool containsBug = std::ranges::any_of(
            forks[place].contains, [this](std::uint32_t other) { return m_at[other] == Verdict::Bad; });
        if (containsBug && isOpen(m_at[place])) {
            m_at[place] = Verdict::Bad;
        }
    }
    for (std::size_t place = forks.size(); place-- > 0;) {
        for (const std::uint32_t other : forks[place].contains) {
            if (m_at[place] == Verdict::Good && isOpen(m_at[other])) {
                m_at[other] = Verdict::Good;
            }
        }
    }
}

Past Forks::past(history::CommitIndex commit) const
{
    return m_forksOf.empty() || m_had[commit] ? Past::HadBug : pastByForks(commit);
}

Past Forks::past(const ObjectId &id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? Past::HadBug : past(found->second);
}

Past Forks::pastByForks(history::CommitIndex commit) const
{
    const std::vector<std::uint32_t> &forks = m_forksOf[commit];
    const auto any = [&](Verdict verdict) {
        return std::ranges::any_of(forks, [&](std::uint32_t place) { return m_at[place] == verdict; });
    };
    return forks.empty() || any(Verdict::Bad) ? Past::HadBug
           : any(Verdict::Undecided)          ? Past::Unknown
           : any(Verdict::Skip)               ? Past::Untellable
                                              : Past::NeverHadBug;
}

std::vector<ObjectId> Forks::forksOf(history::CommitIndex commit) const
{
    std::vector<ObjectId> forks;
    if (!m_forksOf.empty()) {
        std::ranges::transform(m_forksOf[commit], std::back_inserter(forks),
                               [this](std::uint32_t place) { return m_state.range->forks[place].commit.id; });
    }
    return forks;
}

std::optional<ObjectId> Forks::toTest(history::CommitIndex commit) const
{
    if (past(commit) != Past::Unknown) {
        return std::nullopt;
    }
    // The newest has the bug if any has.
    for (const std::uint32_t place : m_forksOf[commit] | std::views::reverse) {
        if (m_at[place] == Verdict::Undecided) {
            return m_state.range->forks[place].commit.id;
        }
    }
    return std::nullopt;
}

Verdict Forks::counted(const RevisionState &revision) const
{
    switch (past(revision.id)) {
    case Past::HadBug:
        break;
    case Past::NeverHadBug:
        return Verdict::Bad;
    case Past::Unknown:
        return revision.verdict() == Verdict::Good ? Verdict::Undecided : revision.verdict();
    case Past::Untellable:
        return Verdict::Skip;
    }
    return revision.verdict();
}

QString Forks::meaning(history::CommitIndex commit) const
{
    const Past past = this->past(commit);
    if (past == Past::HadBug) {
        return {};
    }
    QStringList names;
    for (const std::uint32_t place : m_forksOf[commit]) {
        const bool matters = past == Past::NeverHadBug ? m_at[place] == Verdict::Good
                             : past == Past::Unknown   ? m_at[place] == Verdict::Undecided
                                                       : m_at[place] == Verdict::Skip;
        if (matters) {
            names += m_state.nameOf(m_state.range->forks[place].commit.id);
        }
    }
    const QString forked = QStringLiteral("It forked from the history of %1 at %2")
                               .arg(m_state.nameOf(m_state.created.bad), names.join(QStringLiteral(" and ")));
    switch (past) {
    case Past::NeverHadBug:
        return forked + QStringLiteral(", which the bug is not in: it never had the bug and counts as not fixed.");
    case Past::Unknown:
        return forked + QStringLiteral(": it counts as fixed only if the bug is there.");
    case Past::Untellable:
        return forked + QStringLiteral(", which cannot be tested: nobody can tell whether it ever had the bug.");
    case Past::HadBug:
        break;
    }
    return {};
}

QString Forks::meaning(const ObjectId &id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? QString() : meaning(found->second);
}

void sayWhatForksTell(SessionState &state)
{
    const Forks forks(state);
    for (auto &[id, revision] : state.revisions) {
        const Past past = forks.past(id);
        if (past == Past::HadBug || revision.automatic == Verdict::Skip) {
            continue;
        }
        if (past == Past::Untellable && revision.automatic == Verdict::Good) {
            revision.automatic = Verdict::Skip;
        }
        revision.reason += u' ' + forks.meaning(id);
    }
}

} // namespace culprit::session
