// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/ancestorsums.h"
#include "engine/search/observations.h"
#include "engine/search/rates.h"

#include <cstdint>
#include <span>
#include <vector>

namespace culprit::search
{

/// How likely each revision is the culprit, after all that was seen: Bayes' rule over the graph, with the unknown rates
/// integrated out. A revision has the bug if and only if the culprit is its ancestor or itself, so revisions that the
/// same tested ones contain form a class and share one likelihood.
class Belief final
{
public:
    /// prior: a weight for each revision, none negative; empty for equal ones. sums outlives the belief.
    Belief(const AncestorSums &sums, const Observations &seen, std::span<const double> prior);

    /// False if sure opinions leave no revision: then nothing below means anything.
    [[nodiscard]] bool possible() const { return m_possible; }
    /// That the revision is the culprit, one for each, adding up to 1.
    [[nodiscard]] const std::vector<double> &culprit() const { return m_culprit; }
    /// That the bug is present at the revision, one for each.
    [[nodiscard]] const std::vector<double> &presence() const { return m_presence; }

    [[nodiscard]] const Rates &rates() const { return m_rates; }
    /// Revisions that the same tested ones contain.
    struct Class {
        // If the culprit is one of them: the weights of the rates' points, each set adding up to 1.
        std::vector<double> present;
        std::vector<double> absent;       ///< where there is no namesake
        std::vector<double> namesake;     ///< where there is one
        double olderNamesake = 0;         ///< chance of a namesake everywhere
        std::vector<double> namesakeFrom; ///< chance of one whose culprit is of that class, for each class
        double opinionsLog = 0;
        double prior = 0;           ///< weight of its revisions
        double posterior = 0;       ///< chance that the culprit is one of its revisions
        std::vector<bool> contains; ///< for each revision with runs whether it contains them
    };
    [[nodiscard]] const std::vector<Class> &classes() const { return m_classes; }
    /// What a look at one revision would meet, for each class.
    struct Look {
        std::vector<double> present; ///< chance that the culprit is of the class and the bug present at the revision
        std::vector<double> share;   ///< of the class that the revision contains, by prior weight
    };
    [[nodiscard]] Look lookAt(Node node) const;
    /// Weights of the present points, all in all.
    [[nodiscard]] std::vector<double> rateWeights() const;
    /// Chance that a namesake shows at a revision that contains such shares of the classes, if the culprit is of a
    /// class and the bug absent there.
    [[nodiscard]] static double namesakeAt(const Class &culprit, const std::vector<double> &share);

private:
    void addRuns(Node node, const Counts &counts);
    void addOpinion(const Opinion &opinion);
    void addEqual(const EqualKernels &equal);
    void addInnocent(std::span<const Node> nodes);
    /// Splits each class by whether its revisions are flagged. Returns for each class whether those are flagged.
    std::vector<bool> split(const NodeFlags &flags);
    void finish(std::span<const double> prior);
    /// Logarithms of the chance of what was seen at the revisions without the bug, for each class; normalises absent.
    std::vector<double> absentLikelihoods();
    class NamesakeWalk;

    const AncestorSums &m_sums;
    bool m_fix;
    Rates m_rates;
    std::vector<std::vector<double>> m_ifAbsent; ///< for each revision with runs the logarithms for the absent points
    std::vector<double> m_ifBefore;
    std::vector<std::uint32_t> m_classOf;
    std::vector<Class> m_classes;
    std::vector<std::uint32_t> m_order; ///< of the classes: neighbours contain nearly the same tested revisions
    std::vector<double> m_prior;
    std::vector<double> m_culprit;
    std::vector<double> m_presence;
    bool m_possible = false;
};

} // namespace culprit::search
