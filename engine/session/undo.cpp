// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/undo.h"

#include <algorithm>
#include <ranges>

namespace culprit::session
{

Undo::Undo(std::span<const Event> judgements)
{
    m_entries.reserve(judgements.size());
    for (const Event &event : judgements) {
        Entry entry{&event};
        if (const auto *undone = std::get_if<Undone>(&event.payload)) {
            const std::optional<std::size_t> target = find(undone->target);
            if (!target) {
                continue;
            }
            entry.target = *target;
            entry.depth = m_entries[*target].depth + 1;
        }
        m_entries.push_back(entry);
    }
    // A target stands before what undoes it, so backwards every entry is settled before its own turn.
    for (const Entry &entry : std::views::reverse(m_entries)) {
        if (entry.holds && entry.depth > 0) {
            m_entries[entry.target].holds = false;
        }
    }
}

std::optional<std::size_t> Undo::find(EventSeq seq) const
{
    const auto found =
        std::ranges::lower_bound(m_entries, seq, {}, [](const Entry &entry) { return entry.event->seq; });
    if (found == m_entries.end() || found->event->seq != seq) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_entries.begin());
}

bool Undo::holds(EventSeq judgement) const
{
    const std::optional<std::size_t> found = find(judgement);
    return found && m_entries[*found].holds;
}

std::vector<const Event *> Undo::standing() const
{
    std::vector<const Event *> standing;
    for (const Entry &entry : m_entries) {
        if (entry.holds && entry.depth == 0) {
            standing.push_back(entry.event);
        }
    }
    return standing;
}

std::optional<EventSeq> Undo::undoable() const
{
    for (const Entry &entry : std::views::reverse(m_entries)) {
        if (entry.holds && entry.depth == 0) {
            return entry.event->seq;
        }
    }
    return std::nullopt;
}

std::optional<EventSeq> Undo::redoable() const
{
    for (const Entry &entry : std::views::reverse(m_entries)) {
        if (entry.depth == 0) {
            return std::nullopt;
        }
        if (entry.holds && entry.depth % 2 == 1) {
            return entry.event->seq;
        }
    }
    return std::nullopt;
}

} // namespace culprit::session
