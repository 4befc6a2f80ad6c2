// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/search/belief.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace culprit::search
{

namespace
{

/// Two kernels with one signature behave alike unless the signature is wrong or the machine's luck differs.
constexpr double equalKernelsDiffer = 1e-6;

/// Turns logarithms into weights that add up to 1; returns the logarithm of what they added up to.
double normalise(std::vector<double> &logs)
{
    const double most = *std::ranges::max_element(logs);
    double sum = 0;
    for (double &log : logs) {
        log = std::exp(log - most);
        sum += log;
    }
    for (double &weight : logs) {
        weight /= sum;
    }
    return most + std::log(sum);
}

void add(std::vector<double> &logs, const std::vector<double> &more)
{
    for (std::size_t i = 0; i < logs.size(); ++i) {
        logs[i] += more[i];
    }
}

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

} // namespace

Belief::Belief(const AncestorSums &sums, const Observations &seen, std::span<const double> prior)
    : m_sums(sums),
      m_fix(seen.fix),
      m_rates(total(seen)),
      m_classOf(sums.graph().size(), 0),
      m_classes(1),
      m_order(1, 0),
      m_prior(prior.begin(), prior.end())
{
    Class &first = m_classes.front();
    for (std::size_t point = 0; point < m_rates.presentPoints(); ++point) {
        first.present.push_back(m_rates.presentPrior(point));
    }
    for (std::size_t point = 0; point < m_rates.absentPoints(); ++point) {
        first.absent.push_back(m_rates.absentPrior(point));
    }
    if (m_fix) {
        m_ifBefore.assign(m_rates.absentPoints(), 0);
        add(first.present, m_rates.present(seen.before));
    } else {
        m_ifBefore = m_rates.absent(seen.before);
        add(first.absent, m_ifBefore);
    }
    for (const Observation &revision : seen.revisions) {
        if (revision.counts.target + revision.counts.ok > 0) {
            addRuns(revision.node, revision.counts);
        }
    }
    for (const Opinion &opinion : seen.opinions) {
        addOpinion(opinion);
    }
    for (const EqualKernels &equal : seen.equal) {
        addEqual(equal);
    }
    if (!seen.innocent.empty()) {
        addInnocent(seen.innocent);
    }
    for (std::size_t node = 0; node < m_classOf.size(); ++node) {
        m_classes[m_classOf[node]].prior += prior.empty() ? 1 : prior[node];
    }
    finish(prior);
}

std::vector<bool> Belief::split(const NodeFlags &flags)
{
    std::vector<std::size_t> revisions(m_classes.size(), 0);
    std::vector<std::size_t> flagged(m_classes.size(), 0);
    for (std::size_t node = 0; node < m_classOf.size(); ++node) {
        revisions[m_classOf[node]] += 1;
        flagged[m_classOf[node]] += std::size_t{flags[node]};
    }
    std::vector<bool> isFlagged(m_classes.size(), false);
    std::vector<std::uint32_t> to(m_classes.size());
    for (std::uint32_t i = 0; i < to.size(); ++i) {
        to[i] = i;
        isFlagged[i] = flagged[i] == revisions[i];
        if (flagged[i] > 0 && !isFlagged[i]) {
            to[i] = static_cast<std::uint32_t>(m_classes.size());
            m_classes.push_back(Class(m_classes[i]));
            m_order.insert(std::ranges::find(m_order, i), to[i]);
        }
    }
    for (std::size_t node = 0; node < m_classOf.size(); ++node) {
        m_classOf[node] = flags[node] ? to[m_classOf[node]] : m_classOf[node];
    }
    isFlagged.resize(m_classes.size(), true);
    return isFlagged;
}

void Belief::addRuns(Node node, const Counts &counts)
{
    const std::vector<double> ifPresent = m_rates.present(counts);
    const std::vector<double> ifAbsent = m_rates.absent(counts);
    const std::vector<bool> inside = split(m_sums.graph().ancestors(std::array{node}));
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const bool present = inside[i] != m_fix;
        add(present ? m_classes[i].present : m_classes[i].absent, present ? ifPresent : ifAbsent);
        m_classes[i].contains.push_back(inside[i]);
    }
    m_ifAbsent.push_back(ifAbsent);
}

void Belief::addOpinion(const Opinion &opinion)
{
    const std::vector<bool> inside = split(m_sums.graph().ancestors(std::array{opinion.node}));
    const double against = std::isinf(opinion.odds) ? -opinion.odds : -std::log(std::max(opinion.odds, 1e-9));
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const bool present = inside[i] != m_fix;
        m_classes[i].opinionsLog += present == opinion.present ? 0 : against;
    }
}

void Belief::addEqual(const EqualKernels &equal)
{
    const NodeFlags one = m_sums.graph().ancestors(std::array{equal.one});
    NodeFlags between = m_sums.graph().ancestors(std::array{equal.other});
    for (std::size_t node = 0; node < between.size(); ++node) {
        between[node] = between[node] != one[node];
    }
    const std::vector<bool> inside = split(between);
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        m_classes[i].opinionsLog += inside[i] ? std::log(equalKernelsDiffer) : 0;
    }
}

void Belief::addInnocent(std::span<const Node> nodes)
{
    const std::vector<bool> inside = split(m_sums.graph().ancestors(nodes));
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        m_classes[i].opinionsLog -= inside[i] ? Opinion::sure : 0;
    }
}

/// Where there is a namesake, the revisions without the culprit fall in two: those that contain the namesake, with
/// rates of its own, and the others. From class to class few tested revisions change sides, so that each class of
/// culprits costs about one pass over the classes.
class Belief::NamesakeWalk final
{
public:
    explicit NamesakeWalk(const Belief &belief) : m_belief(belief), m_moves(belief.m_classes.size())
    {
        std::vector<bool> before(belief.m_ifAbsent.size(), false);
        for (const std::uint32_t from : belief.m_order) {
            const std::vector<bool> &contains = belief.m_classes[from].contains;
            for (std::size_t i = 0; i < contains.size(); ++i) {
                if (contains[i] != before[i]) {
                    m_moves[from].push_back(i);
                }
            }
            before = contains;
        }
    }

    struct Chance {
        double log = 0; ///< of what was seen, the prior apart
        std::vector<double> usual;
        std::vector<double> rates;
    };

    /// With a namesake everywhere: what every revision without the culprit showed is up to its rates.
    [[nodiscard]] Chance everywhere(const Class &culprit) const
    {
        std::vector<double> rates = m_belief.m_ifBefore;
        forEachWithout(culprit, [&](std::size_t i) { add(rates, m_belief.m_ifAbsent[i]); });
        const std::vector<double> usual(rates.size(), 0);
        return chanceOf(usual, std::move(rates));
    }

    /// With a namesake whose culprit is of a class, for each class that has a prior: calls use(class, chance).
    template <typename Use>
    void fromEach(const Class &culprit, Use use) const
    {
        std::vector<double> usual = m_belief.m_ifBefore;
        std::vector<double> rates(usual.size(), 0);
        forEachWithout(culprit, [&](std::size_t i) { add(usual, m_belief.m_ifAbsent[i]); });
        std::vector<bool> isOfNamesake(m_belief.m_ifAbsent.size(), false);
        for (const std::uint32_t from : m_belief.m_order) {
            for (const std::size_t i : m_moves[from]) {
                if (culprit.contains[i] == m_belief.m_fix) {
                    const double sign = isOfNamesake[i] ? -1 : 1;
                    isOfNamesake[i] = !isOfNamesake[i];
                    for (std::size_t point = 0; point < rates.size(); ++point) {
                        rates[point] += sign * m_belief.m_ifAbsent[i][point];
                        usual[point] -= sign * m_belief.m_ifAbsent[i][point];
                    }
                }
            }
            if (m_belief.m_classes[from].prior > 0) {
                use(from, chanceOf(usual, rates));
            }
        }
    }

private:
    template <typename Use>
    void forEachWithout(const Class &culprit, Use use) const
    {
        for (std::size_t i = 0; i < m_belief.m_ifAbsent.size(); ++i) {
            if (culprit.contains[i] == m_belief.m_fix) {
                use(i);
            }
        }
    }

    [[nodiscard]] Chance chanceOf(std::vector<double> usual, std::vector<double> rates) const
    {
        const Rates &all = m_belief.m_rates;
        for (std::size_t point = 0; point < rates.size(); ++point) {
            usual[point] += all.absentPrior(point);
            rates[point] += all.namesakePrior(point);
        }
        const double log = normalise(usual) + normalise(rates);
        return {log, std::move(usual), std::move(rates)};
    }

    const Belief &m_belief;
    std::vector<std::vector<std::size_t>> m_moves; ///< for each class the tested revisions by which it differs from
                                                   ///< the one before it in the order
};

std::vector<double> Belief::absentLikelihoods()
{
    double priors = 0;
    for (const Class &group : m_classes) {
        priors += group.prior;
    }
    const NamesakeWalk walk(*this);
    std::vector<double> logs;
    for (Class &group : m_classes) {
        const double alone = normalise(group.absent) + std::log(1 - Rates::namesake);
        double chance = 0; // of a namesake, relative to none
        group.namesake.assign(group.absent.size(), 0);
        const auto oddsOf = [&](const NamesakeWalk::Chance &namesake, double prior) {
            const double odds = std::exp(namesake.log + std::log(Rates::namesake * prior) - alone);
            chance += odds;
            for (std::size_t point = 0; point < group.absent.size(); ++point) {
                group.absent[point] += odds * namesake.usual[point];
                group.namesake[point] += odds * namesake.rates[point];
            }
            return odds;
        };
        group.olderNamesake = oddsOf(walk.everywhere(group), Rates::olderNamesake);
        group.namesakeFrom.assign(m_classes.size(), 0);
        walk.fromEach(group, [&](std::uint32_t from, const NamesakeWalk::Chance &namesake) {
            group.namesakeFrom[from] = oddsOf(namesake, (1 - Rates::olderNamesake) * m_classes[from].prior / priors);
        });
        for (std::size_t point = 0; point < group.absent.size(); ++point) {
            group.absent[point] /= 1 + chance;
            group.namesake[point] /= std::max(chance, 1e-300);
        }
        for (double &odds : group.namesakeFrom) {
            odds /= 1 + chance;
        }
        group.olderNamesake /= 1 + chance;
        logs.push_back(alone + std::log1p(chance));
    }
    return logs;
}

void Belief::finish(std::span<const double> prior)
{
    std::vector<double> logs = absentLikelihoods();
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        Class &group = m_classes[i];
        logs[i] += normalise(group.present) + group.opinionsLog;
        if (group.prior <= 0) {
            logs[i] = -std::numeric_limits<double>::infinity();
        }
    }
    const double most = *std::ranges::max_element(logs);
    m_possible = std::isfinite(most);
    m_culprit.assign(m_classOf.size(), 0);
    if (!m_possible) {
        m_presence = m_culprit;
        return;
    }
    double sum = 0;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        m_classes[i].posterior = m_classes[i].prior * std::exp(logs[i] - most);
        sum += m_classes[i].posterior;
    }
    for (Class &group : m_classes) {
        group.posterior /= sum;
    }
    for (std::size_t node = 0; node < m_classOf.size(); ++node) {
        const Class &group = m_classes[m_classOf[node]];
        m_culprit[node] = group.posterior > 0 ? group.posterior * (prior.empty() ? 1 : prior[node]) / group.prior : 0;
    }
    m_presence = m_sums.of(m_culprit);
    for (double &presence : m_presence) {
        presence = std::clamp(m_fix ? 1 - presence : presence, 0.0, 1.0);
    }
}

Belief::Look Belief::lookAt(Node node) const
{
    const NodeFlags flags = m_sums.graph().ancestors(std::array{node});
    Look look{std::vector<double>(m_classes.size(), 0), std::vector<double>(m_classes.size(), 0)};
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i]) {
            look.present[m_classOf[i]] += m_culprit[i];
            look.share[m_classOf[i]] += m_prior.empty() ? 1 : m_prior[i];
        }
    }
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        look.share[i] /= std::max(m_classes[i].prior, 1e-300);
        if (m_fix) {
            look.present[i] = std::max(0.0, m_classes[i].posterior - look.present[i]);
        }
    }
    return look;
}

std::vector<double> Belief::rateWeights() const
{
    std::vector<double> weights(m_rates.presentPoints(), 0);
    for (const Class &group : m_classes) {
        for (std::size_t point = 0; point < weights.size(); ++point) {
            weights[point] += group.posterior * group.present[point];
        }
    }
    return weights;
}

double Belief::namesakeAt(const Class &culprit, const std::vector<double> &share)
{
    return std::transform_reduce(share.begin(), share.end(), culprit.namesakeFrom.begin(), culprit.olderNamesake);
}

} // namespace culprit::search
