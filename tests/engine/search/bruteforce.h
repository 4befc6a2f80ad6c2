// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/observations.h"
#include "engine/search/rates.h"

#include <vector>

namespace culprit::test
{

/// Bayes' rule spelled out: every culprit with no namesake, one older than the range and one from each revision on, and
/// every point of the rates. Only for small graphs.
class BruteForce final
{
public:
    /// prior: a weight for each revision.
    BruteForce(const search::Graph &graph, const search::Observations &seen, const std::vector<double> &prior);

    [[nodiscard]] const std::vector<double> &culprit() const { return m_culprit; }
    [[nodiscard]] std::vector<double> presence() const;
    /// Bits that it tells about the culprit whether so many more runs of the revision all miss the bug.
    [[nodiscard]] double bitsOfSilence(search::Node node, int runs) const;

private:
    enum class Namesake { None, Older, From };
    /// One case of what there may be without the bug, and how likely each point of its rates is.
    struct Case {
        Namesake namesake = Namesake::None;
        search::Node from = 0;
        double weight = 0;
        std::vector<double> usual;
        std::vector<double> rates;
    };

    [[nodiscard]] bool contains(search::Node descendant, search::Node ancestor) const
    {
        return m_inside[descendant][ancestor];
    }
    [[nodiscard]] bool present(search::Node culprit, search::Node at) const
    {
        return contains(at, culprit) != m_seen.fix;
    }
    [[nodiscard]] std::vector<double> presentPoints(search::Node culprit) const;
    [[nodiscard]] Case caseOf(search::Node culprit, Namesake namesake, search::Node from, double prior) const;
    [[nodiscard]] std::vector<Case> casesOf(search::Node culprit) const;
    [[nodiscard]] double saidOf(search::Node culprit) const;
    [[nodiscard]] double silence(search::Node culprit, search::Node node, int runs) const;

    search::Observations m_seen;
    std::vector<double> m_prior;
    search::Rates m_rates;
    std::vector<search::NodeFlags> m_inside; ///< ancestors, for each revision
    std::vector<double> m_culprit;
};

} // namespace culprit::test
