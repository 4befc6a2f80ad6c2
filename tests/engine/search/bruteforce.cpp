// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/search/bruteforce.h"

#include <array>
#include <cmath>
#include <numeric>

namespace culprit::test
{

using namespace search;

namespace
{

Counts total(const Observations &seen)
{
    Counts all = seen.before;
    for (const Observation &revision : seen.revisions) {
        all.target += revision.counts.target;
        all.ok += revision.counts.ok;
        all.stranger += revision.counts.stranger;
    }
    return all;
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void multiply(std::vector<double> &weights, const std::vector<double> &logs)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] *= std::exp(logs[i]);
    }
}

double entropy(double chance)
{
    return chance <= 0 || chance >= 1 ? 0 : -chance * std::log2(chance) - (1 - chance) * std::log2(1 - chance);
}

} // namespace

BruteForce::BruteForce(const Graph &graph, const Observations &seen, const std::vector<double> &prior)
    : m_seen(seen), m_prior(prior), m_rates(total(seen)), m_culprit(graph.size())
{
    for (Node node = 0; node < graph.size(); ++node) {
        m_inside.push_back(graph.ancestors(std::array{node}));
    }
    for (Node node = 0; node < graph.size(); ++node) {
        double absent = 0;
        for (const Case &one : casesOf(node)) {
            absent += one.weight;
        }
        m_culprit[node] = m_prior[node] * saidOf(node) * sum(presentPoints(node)) * absent;
    }
    const double all = sum(m_culprit);
    for (double &chance : m_culprit) {
        chance /= all;
    }
}

std::vector<double> BruteForce::presentPoints(Node culprit) const
{
    std::vector<double> points;
    for (std::size_t point = 0; point < m_rates.presentPoints(); ++point) {
        points.push_back(std::exp(m_rates.presentPrior(point)));
    }
    if (m_seen.fix) {
        multiply(points, m_rates.present(m_seen.before));
    }
    for (const Observation &revision : m_seen.revisions) {
        if (present(culprit, revision.node)) {
            multiply(points, m_rates.present(revision.counts));
        }
    }
    return points;
}

BruteForce::Case BruteForce::caseOf(Node culprit, Namesake namesake, Node from, double prior) const
{
    Case one{namesake, from, 0, {}, {}};
    for (std::size_t point = 0; point < m_rates.absentPoints(); ++point) {
        one.usual.push_back(std::exp(m_rates.absentPrior(point)));
        one.rates.push_back(std::exp(m_rates.namesakePrior(point)));
    }
    if (!m_seen.fix) {
        multiply(namesake == Namesake::Older ? one.rates : one.usual, m_rates.absent(m_seen.before));
    }
    for (const Observation &revision : m_seen.revisions) {
        if (!present(culprit, revision.node)) {
            const bool shows =
                namesake == Namesake::Older || (namesake == Namesake::From && contains(revision.node, from));
            multiply(shows ? one.rates : one.usual, m_rates.absent(revision.counts));
        }
    }
    one.weight = prior * sum(one.usual) * sum(one.rates);
    return one;
}

std::vector<BruteForce::Case> BruteForce::casesOf(Node culprit) const
{
    std::vector<Case> cases{caseOf(culprit, Namesake::None, 0, 1 - Rates::namesake),
                            caseOf(culprit, Namesake::Older, 0, Rates::namesake * Rates::olderNamesake)};
    for (Node from = 0; from < m_prior.size(); ++from) {
        const double share = m_prior[from] / sum(m_prior);
        cases.push_back(caseOf(culprit, Namesake::From, from, Rates::namesake * (1 - Rates::olderNamesake) * share));
    }
    return cases;
}

double BruteForce::saidOf(Node culprit) const
{
    double factor = 1;
    for (const Opinion &opinion : m_seen.opinions) {
        factor *= present(culprit, opinion.node) == opinion.present ? 1 : 1 / opinion.odds;
    }
    for (const EqualKernels &equal : m_seen.equal) {
        factor *= contains(equal.one, culprit) == contains(equal.other, culprit) ? 1 : 1e-6;
    }
    return factor;
}

std::vector<double> BruteForce::presence() const
{
    std::vector<double> chances(m_culprit.size(), 0);
    for (Node node = 0; node < m_culprit.size(); ++node) {
        for (Node culprit = 0; culprit < m_culprit.size(); ++culprit) {
            chances[node] += present(culprit, node) ? m_culprit[culprit] : 0;
        }
    }
    return chances;
}

double BruteForce::silence(Node culprit, Node node, int runs) const
{
    double silent = 0;
    double all = 0;
    if (present(culprit, node)) {
        Counts counts;
        for (const Observation &revision : m_seen.revisions) {
            counts = revision.node == node ? revision.counts : counts;
        }
        const std::vector<double> points = presentPoints(culprit);
        for (std::size_t point = 0; point < points.size(); ++point) {
            silent += points[point] * m_rates.missPresent(point, counts, runs);
            all += points[point];
        }
        return silent / all;
    }
    for (const Case &one : casesOf(culprit)) {
        const bool shows =
            one.namesake == Namesake::Older || (one.namesake == Namesake::From && contains(node, one.from));
        const std::vector<double> &points = shows ? one.rates : one.usual;
        double missed = 0;
        for (std::size_t point = 0; point < points.size(); ++point) {
            missed += points[point] * m_rates.missAbsent(point, runs);
        }
        silent += one.weight * missed / sum(points);
        all += one.weight;
    }
    return silent / all;
}

double BruteForce::bitsOfSilence(Node node, int runs) const
{
    double silent = 0;
    double known = 0;
    for (Node culprit = 0; culprit < m_culprit.size(); ++culprit) {
        if (m_culprit[culprit] > 0) {
            const double chance = silence(culprit, node, runs);
            silent += m_culprit[culprit] * chance;
            known += m_culprit[culprit] * entropy(chance);
        }
    }
    return entropy(silent) - known;
}

} // namespace culprit::test
