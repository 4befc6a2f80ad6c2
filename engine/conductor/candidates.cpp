// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/candidates.h"

#include "engine/search/ranks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using history::ObjectId;
using session::Verdict;

Candidates::Candidates(const session::SessionState &state)
    : m_state(state), m_forks(state), m_fix(state.setup().kernel.find == session::Find::Fix)
{
    const std::vector<history::CommitInfo> &commits = state.range->commits;
    std::vector<std::vector<search::Node>> parents;
    std::vector<std::int64_t> dates;
    std::vector<ObjectId> ids;
    parents.reserve(commits.size());
    dates.reserve(commits.size());
    ids.reserve(commits.size());
    m_nodes.reserve(commits.size());
    for (const history::CommitInfo &commit : commits) {
        m_nodes.emplace(commit.id, static_cast<search::Node>(ids.size()));
        parents.push_back(commit.parents);
        dates.push_back(commit.date);
        ids.push_back(commit.id);
    }
    if (auto graph = search::Graph::make(parents, std::move(dates), search::ranksOf(ids))) {
        m_graph = std::move(*graph);
    } else {
        return;
    }
    m_evidence.marks.assign(commits.size(), search::Mark::None);
    for (const auto &[id, revision] : state.revisions) {
        if (const auto node = nodeOf(id)) {
            m_evidence.marks[*node] = markFor(m_forks.counted(revision));
        }
    }
    for (search::Node node = 0; node < commits.size(); ++node) {
        switch (m_forks.past(node)) {
        case session::Past::NeverHadBug:
            m_evidence.marks[node] = markFor(Verdict::Bad);
            break;
        case session::Past::Untellable:
            m_evidence.marks[node] = search::Mark::Skip;
            break;
        case session::Past::HadBug:
        case session::Past::Unknown:
            break;
        }
    }
    for (const search::Contradiction &pair : choose().contradictions) {
        m_conflicts.push_back(u"%1 is %2 but contains %3, which is %4"_s.arg(
            state.nameOf(idAt(pair.good)), state.setup().kernel.word(m_fix ? Verdict::Bad : Verdict::Good),
            state.nameOf(idAt(pair.bad)), state.setup().kernel.word(m_fix ? Verdict::Good : Verdict::Bad)));
    }
}

search::Mark Candidates::markFor(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Good:
        return m_fix ? search::Mark::Bad : search::Mark::Good;
    case Verdict::Bad:
        return m_fix ? search::Mark::Good : search::Mark::Bad;
    case Verdict::Skip:
        return search::Mark::Skip;
    case Verdict::Undecided:
        break;
    }
    return search::Mark::None;
}

search::Choice Candidates::choose() const
{
    return m_graph ? search::bisect(*m_graph, m_evidence) : search::Choice{};
}

search::Choice Candidates::chooseIf(const ObjectId &id, Verdict verdict) const
{
    const auto node = nodeOf(id);
    if (!m_graph || !node) {
        return {};
    }
    search::Evidence evidence = m_evidence;
    evidence.marks[*node] = markFor(verdict);
    return search::bisect(*m_graph, evidence);
}

ObjectId Candidates::idAt(search::Node node) const
{
    return m_state.range->commits[node].id;
}

std::vector<ObjectId> Candidates::idsAt(std::span<const search::Node> nodes) const
{
    std::vector<ObjectId> ids;
    ids.reserve(nodes.size());
    std::ranges::transform(nodes, std::back_inserter(ids), [this](search::Node node) { return idAt(node); });
    return ids;
}

std::span<const search::Node> Candidates::parentsOf(search::Node node) const
{
    return m_graph->parents(node);
}

std::optional<search::Node> Candidates::nodeOf(const ObjectId &id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? std::nullopt : std::optional(found->second);
}

} // namespace culprit::conductor
