// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

#include <optional>
#include <span>
#include <vector>

namespace culprit::session
{

/// Which judgements hold. An Undone that holds takes its target back; since a target may be an Undone itself, undo,
/// redo and undo of a redo are all the same rule.
class Undo final
{
public:
    explicit Undo(std::span<const Event> judgements);

    [[nodiscard]] bool holds(EventSeq judgement) const;
    /// The judgements that hold, in order, without the Undone among them.
    [[nodiscard]] std::vector<const Event *> standing() const;
    /// The latest judgement that holds.
    [[nodiscard]] std::optional<EventSeq> undoable() const;
    /// The latest undo that holds, if no new judgement came after it.
    [[nodiscard]] std::optional<EventSeq> redoable() const;

private:
    struct Entry {
        const Event *event = nullptr;
        std::size_t target = 0; ///< index of an Undone's target
        int depth = 0;          ///< 0: a judgement; odd: takes one back; even: brings one back
        bool holds = true;
    };

    [[nodiscard]] std::optional<std::size_t> find(EventSeq seq) const;

    std::vector<Entry> m_entries;
};

} // namespace culprit::session
