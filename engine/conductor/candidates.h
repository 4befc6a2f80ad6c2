// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/halving.h"
#include "engine/session/forks.h"
#include "engine/session/state.h"

#include <QString>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace culprit::conductor
{

/// The session's range as the search sees it: a graph of small integers with a mark on each judged node. Bad and good
/// are of the search here: "bad" is the newer side, which for a fix is the one without the bug.
class Candidates final
{
public:
    explicit Candidates(const session::SessionState &state);

    [[nodiscard]] bool valid() const { return m_graph.has_value(); }
    [[nodiscard]] const search::Graph &graph() const { return *m_graph; } ///< of valid ones
    [[nodiscard]] search::Choice choose() const;
    /// What the search would choose if `id` had `verdict`.
    [[nodiscard]] search::Choice chooseIf(const history::ObjectId &id, session::Verdict verdict) const;

    [[nodiscard]] history::ObjectId idAt(search::Node node) const;
    [[nodiscard]] std::vector<history::ObjectId> idsAt(std::span<const search::Node> nodes) const;
    [[nodiscard]] std::span<const search::Node> parentsOf(search::Node node) const;
    [[nodiscard]] std::optional<search::Node> nodeOf(const history::ObjectId &id) const;
    [[nodiscard]] const session::Forks &forks() const { return m_forks; }

    /// Pairs of verdicts that cannot both be right, a sentence each.
    [[nodiscard]] const std::vector<QString> &conflicts() const { return m_conflicts; }

private:
    [[nodiscard]] search::Mark markFor(session::Verdict verdict) const;

    const session::SessionState &m_state;
    session::Forks m_forks;
    bool m_fix = false;
    std::optional<search::Graph> m_graph;
    search::Evidence m_evidence;
    std::unordered_map<history::ObjectId, search::Node> m_nodes;
    std::vector<QString> m_conflicts;
};

} // namespace culprit::conductor
