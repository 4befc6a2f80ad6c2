// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/search/ancestorsums.h"
#include "engine/search/leading.h"
#include "engine/search/observations.h"
#include "engine/search/visit.h"

#include <memory>
#include <optional>
#include <vector>

namespace culprit::search
{

/// What the search makes of what was seen.
struct Advice {
    enum class State {
        Learn,     ///< visit the bad end: its runs teach how often the bug shows
        Visit,     ///< visit
        Found,     ///< answer has the asked confidence
        Exhausted, ///< nothing that can be built and run would tell more; answer is the best there is
        Impossible ///< sure opinions exclude each other
    };
    State state = State::Impossible;
    std::optional<search::Visit> visit;
    Leading answer;

    [[nodiscard]] bool ended() const { return state != State::Learn && state != State::Visit; }
};

/// The chance of the leading answer that ends the search where `confidence` is asked for. Runs side by side mostly end
/// well past it; single ones stop right at the line, where what the rates leave out is felt, so that it lies higher for
/// them.
[[nodiscard]] double endsAt(double confidence, const Costs &costs);

/// What is under way while the next thing is chosen.
struct UnderWay {
    std::optional<Node> building;
    double builtFor = 0; ///< minutes since that began
    std::optional<Node> running;
    int runs = 0;
};

/// What a builder and machines that work side by side should do.
struct Orders {
    std::optional<Visit> run;  ///< on a built revision, if machines are idle
    std::optional<Node> build; ///< what to build; the one under way to go on with it
};

/// The search under doubt: asks for the evidence that settles which revision is the culprit at the least cost. A pure
/// function of what was seen.
class BayesSearch final
{
public:
    /// prior: a weight for each revision of the graph, none negative; empty for equal ones.
    explicit BayesSearch(Graph graph, std::vector<double> prior = {});
    /// The same search with another prior; shares what was worked out from the graph.
    [[nodiscard]] BayesSearch withPrior(std::vector<double> prior) const;

    [[nodiscard]] const Graph &graph() const { return *m_graph; }
    [[nodiscard]] const std::vector<double> &prior() const { return m_prior; }
    [[nodiscard]] Belief belief(const Observations &seen) const { return {*m_sums, seen, m_prior}; }
    /// now: belief(seen), here and below.
    [[nodiscard]] Advice advise(const Belief &now, const Observations &seen, const Costs &costs,
                                double confidence) const;
    [[nodiscard]] Advice advise(const Observations &seen, const Costs &costs, double confidence) const
    {
        return advise(belief(seen), seen, costs, confidence);
    }
    /// advice: of the same observations, not ended. Never nothing while nothing is under way.
    [[nodiscard]] Orders orders(const Belief &now, const Observations &seen, const Advice &advice,
                                const UnderWay &underWay, const Costs &costs) const;

private:
    BayesSearch(const BayesSearch &other, std::vector<double> prior);
    [[nodiscard]] Orders worthwhile(const Belief &now, const Observations &seen, const Advice &advice,
                                    const UnderWay &underWay, const Costs &costs) const;

    std::shared_ptr<const Graph> m_graph;
    std::shared_ptr<const AncestorSums> m_sums;
    std::vector<double> m_prior;
};

} // namespace culprit::search
