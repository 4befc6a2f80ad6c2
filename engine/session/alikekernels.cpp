// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/alikekernels.h"

#include <algorithm>
#include <array>
#include <map>

namespace culprit::session
{

namespace
{

constexpr std::size_t mostOfGroup = 100;

struct Built {
    ObjectId id;
    QString signature;
    std::optional<search::Node> node; ///< nothing: before the range
    search::NodeFlags contained;      ///< of the range; empty: nothing
};

/// By masked signature.
std::map<QString, std::vector<Built>>
groupsOf(const SessionState &state, const std::function<std::optional<search::Node>(const ObjectId &)> &nodeOf)
{
    std::map<QString, std::vector<Built>> groups;
    for (const auto &[id, revision] : state.revisions) {
        const BuildState *built = state.builtBy(id);
        if (built == nullptr || built->ended->maskedSignature.isEmpty() || built->ended->signature.isEmpty()) {
            continue;
        }
        const auto node = nodeOf(id);
        const bool isEnd = id == state.created.bad || state.created.goods.contains(id);
        std::vector<Built> &group = groups[built->ended->maskedSignature];
        if ((node || isEnd) && group.size() < mostOfGroup) {
            group.push_back({.id = id, .signature = built->ended->signature, .node = node, .contained = {}});
        }
    }
    return groups;
}

std::vector<search::Node> between(const Built &before, const Built &after)
{
    std::vector<search::Node> commits;
    for (std::size_t node = 0; node < after.contained.size(); ++node) {
        if (after.contained[node] && (before.contained.empty() || !before.contained[node])) {
            commits.push_back(static_cast<search::Node>(node));
        }
    }
    return commits;
}

} // namespace

std::vector<AlikeKernels> findAlikeKernels(const SessionState &state, const search::Graph &graph,
                                           const std::function<std::optional<search::Node>(const ObjectId &)> &nodeOf)
{
    std::vector<AlikeKernels> found;
    for (auto &[masked, group] : groupsOf(state, nodeOf)) {
        const bool differ =
            std::ranges::any_of(group, [&group](const Built &one) { return one.signature != group.front().signature; });
        if (!differ) {
            continue;
        }
        for (Built &one : group) {
            if (one.node) {
                one.contained = graph.ancestors(std::array{*one.node});
            }
        }
        for (const Built &after : group) {
            std::optional<AlikeKernels> closest;
            for (const Built &before : group) {
                const bool isContained = after.node && (!before.node || after.contained[*before.node]);
                if (!isContained || before.signature == after.signature) {
                    continue;
                }
                AlikeKernels alike{before.id, after.id, between(before, after)};
                if (!closest || alike.between.size() < closest->between.size()) {
                    closest = std::move(alike);
                }
            }
            if (closest) {
                found.push_back(std::move(*closest));
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const AlikeKernels &alike) { return alike.between.size(); });
    return found;
}

} // namespace culprit::session
